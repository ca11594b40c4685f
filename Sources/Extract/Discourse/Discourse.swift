import Grammar
import Model
import Morphology

/// Who speaks where, and which states a passage is about.
struct Discourse {
    /// By sentence: to whom what it says is attributed, nominative.
    var speakers: [String?] = []
    /// By sentence: the state for which "our country" stands.
    var own: [CountryCode?] = []
    /// By sentence: the states in focus, sorted; "our countries" means them.
    var focus: [[CountryCode]] = []
    /// The pair that the whole article is about.
    var mainPair: [CountryCode] = []
}

extension Reading {
    /// Attributes sentences to speakers and finds the states in focus.
    mutating func readDiscourse() {
        discourse.speakers = Array(repeating: nil, count: document.sentences.count)
        discourse.own = Array(repeating: nil, count: document.sentences.count)
        discourse.mainPair = mainPair()
        readSpeakers()
        readFocus()
    }

    // MARK: Focus

    /// The two states that are mentioned most; participants and the title weigh more. Fewer when there are no two.
    private func mainPair() -> [CountryCode] {
        var weights: [CountryCode: Int] = [:]
        for place in places where place.kind != .city {
            let inTitle = frame.titleTokens.contains(place.range.lowerBound)
            let isEarly = document.sentenceOf[place.range.lowerBound] < 3
            weights[place.country, default: 0] += inTitle ? 4 : isEarly ? 3 : 1
        }
        for person in people.persons {
            if let country = person.country { weights[country, default: 0] += 2 }
        }
        let ranked = weights.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        return ranked.prefix(2).map(\.key).sorted()
    }

    /// A passage keeps the states of the last sentence that named two; one that names none inherits.
    private mutating func readFocus() {
        var current = discourse.mainPair
        discourse.focus = document.sentences.map { sentence in
            var named: [CountryCode] = []
            for place in places(in: sentence) where place.kind != .city && !named.contains(place.country) {
                named.append(place.country)
            }
            if named.count == 2 { current = named.sorted() }
            // One named state with the other of the pair in focus keeps the pair; a foreign one makes no pair.
            return current
        }
    }

    // MARK: Speakers

    private mutating func readSpeakers() {
        var last: (name: String, country: CountryCode?)?
        var quote: (open: Int, speaker: String?, country: CountryCode?)?
        var pending: [Int] = []
        for (index, sentence) in document.sentences.enumerated() {
            let opens = sentence.filter { document.isMark($0, "«") || document.isMark($0, "“") }.count
            let closes = sentence.filter { document.isMark($0, "»") || document.isMark($0, "”") }.count
            let isDashed =
                document.isDash(sentence.lowerBound) && document.tokens[sentence.lowerBound].shape.contains(.lineStart)
            let attribution = self.attribution(in: sentence, last: last?.name)
            if let attribution {
                discourse.speakers[index] = attribution.name
                discourse.own[index] = attribution.country
                // Speech that ran up to its attribution belongs to it.
                for earlier in pending where discourse.speakers[earlier] == nil {
                    discourse.speakers[earlier] = attribution.name
                    discourse.own[earlier] = attribution.country
                }
                pending = []
                if attribution.isPerson { last = (attribution.name, attribution.country) }
            }
            let startsParagraph = document.tokens[sentence.lowerBound].shape.contains(.lineStart)
            if startsParagraph && !isDashed && quote == nil { pending = attribution == nil ? [] : pending }
            if isDashed {
                pending = attribution == nil ? [index] : []
            } else if !pending.isEmpty && attribution == nil && !startsParagraph {
                pending.append(index)
            }
            if var open = quote {
                if discourse.speakers[index] == nil {
                    discourse.speakers[index] = open.speaker
                    discourse.own[index] = open.country
                    if open.speaker == nil { pending.append(index) }
                } else if open.speaker == nil {
                    open.speaker = discourse.speakers[index]
                    open.country = discourse.own[index]
                }
                open.open += opens - closes
                quote = open.open > 0 ? open : nil
            } else if opens > closes {
                quote = (opens - closes, discourse.speakers[index], discourse.own[index])
                if attribution == nil { pending.append(index) }
            }
        }
    }

    struct Attribution {
        let name: String
        let country: CountryCode?
        let isPerson: Bool
    }

    /// To whom a sentence attributes what it says.
    private func attribution(in sentence: Range<Int>, last: String?) -> Attribution? {
        for mark in document.marks(marks.speechSource, in: sentence) {
            let phrase = document.word(mark.end - 1)
            if mark.range.count == 3, phrase != nil,
                document.word(mark.first + 1)?.can(be: .npro) == true
                    || document.word(mark.first + 1)?.can(be: .adjf) == true
            {
                if let last { return Attribution(name: last, country: country(ofPerson: last), isPerson: true) }
                continue
            }
            if let found = who(at: mark.end, limit: sentence.upperBound) { return found }
        }
        for mark in document.marks(marks.speech, in: sentence) {
            guard let word = document.word(mark.first), word.can(be: .verb) || word.can(be: .prts) else { continue }
            if let found = subject(around: mark, in: sentence) { return found }
        }
        return nil
    }

    private func country(ofPerson name: String) -> CountryCode? {
        people.persons.first { $0.name == name }?.country
    }

    /// The person or office that begins at a token.
    private func who(at token: Int, limit: Int) -> Attribution? {
        if let name = people.names.first(where: { $0.range.lowerBound == token }) {
            let person = people.persons[name.person]
            return Attribution(name: person.name, country: person.country, isPerson: true)
        }
        if let office = people.offices.first(where: { $0.range.lowerBound == token }) {
            if let person = office.person {
                let holder = people.persons[person]
                return Attribution(name: holder.name, country: holder.country, isPerson: true)
            }
            // The holder's name may follow the office directly.
            return Attribution(
                name: nominativePhrase(office.range), country: office.country, isPerson: false)
        }
        return body(at: token, limit: limit)
    }

    /// A body that informs: "министерства инвестиций", "Минэнерго КР", as it stands, up to the next mark.
    private func body(at token: Int, limit: Int) -> Attribution? {
        var end = token
        while end < limit, let word = document.word(end), end - token < 9,
            word.can(be: .noun) || word.can(be: .adjf) || word.can(be: .conj) && end > token
                || document.tokens[end].shape.contains(.capitalized)
        {
            if word.can(be: .verb) && !word.can(be: .noun) { break }
            end += 1
        }
        while end > token, document.word(end - 1)?.can(be: .conj) == true { end -= 1 }
        guard end > token else { return nil }
        let country = places(in: token..<end).first?.country
        return Attribution(name: nominativePhrase(token..<end), country: country, isPerson: false)
    }

    /// The nominative subject of a verb of speech: the nearest person or office of its clause that can be one.
    private func subject(around mark: Mark, in sentence: Range<Int>) -> Attribution? {
        var best: (distance: Int, attribution: Attribution)?
        func offer(_ range: Range<Int>, isNominative: Bool, _ make: () -> Attribution) {
            let distance =
                range.lowerBound >= mark.end ? range.lowerBound - mark.end : mark.first - range.upperBound + 2
            guard distance >= 0, distance <= 14, best == nil || distance < best!.distance else { return }
            guard isNominative else { return }
            best = (distance, make())
        }
        for name in people.names where sentence.contains(name.range.lowerBound) {
            let person = people.persons[name.person]
            offer(name.range, isNominative: name.isNominative) {
                Attribution(name: person.name, country: person.country, isPerson: true)
            }
        }
        for office in people.offices where sentence.contains(office.range.lowerBound) && !office.isPlural {
            let head = office.range.first { document.word($0)?.can(be: .noun) == true } ?? office.range.lowerBound
            offer(office.range, isNominative: document.word(head)?.can(be: .nomn) ?? true) {
                if let index = office.person {
                    let person = people.persons[index]
                    return Attribution(name: person.name, country: person.country, isPerson: true)
                }
                return Attribution(name: nominativePhrase(office.range), country: office.country, isPerson: false)
            }
        }
        return best?.attribution
    }

    /// A noun phrase with its head and the adjectives before it in the nominative; the rest as it stands.
    func nominativePhrase(_ range: Range<Int>) -> String {
        guard
            let head = range.first(where: { token in
                guard let word = document.word(token) else { return false }
                return word.can(be: .noun)
                    && !(word.can(be: .adjf) && token + 1 < range.upperBound
                        && document.word(token + 1)?.can(be: .noun) == true)
            }), let noun = document.word(head),
            let parse = noun.parses.first(where: { $0.tag.grammemes.contains(.noun) })
        else { return document.text(range) }
        let number: Grammemes = parse.tag.grammemes.contains(.plur) ? .plur : .sing
        var words: [String] = []
        for token in range {
            let written = document.text(token..<token + 1)
            guard token <= head, let word = document.word(token) else {
                words.append(written)
                continue
            }
            let wanted = token == head ? parse : word.parses.first { $0.tag.grammemes.intersects(.adjf.union(.prtf)) }
            guard let wanted else {
                words.append(written)
                continue
            }
            var target: Grammemes = .nomn.union(number)
            if token < head, number == .sing {
                let gender = [Grammemes.masc, .femn, .neut].first { parse.tag.grammemes.contains($0) }
                if let gender { target = target.union(gender) }
            }
            let form = language.analyzer.inflect(wanted, to: target)
            words.append(
                form.map { document.tokens[token].shape.contains(.upper) ? written : Self.recased($0, like: written) }
                    ?? written)
        }
        return joined(words, range)
    }

    /// The words with the white space that the text has between them.
    private func joined(_ words: [String], _ range: Range<Int>) -> String {
        var text = ""
        for (word, token) in zip(words, range) {
            if token > range.lowerBound, document.tokens[token].shape.contains(.spaceBefore) { text += " " }
            text += word
        }
        return text
    }

    /// Lower case but for a first letter that was a capital.
    static func recased(_ form: String, like written: String) -> String {
        guard let first = written.first, first.isUppercase else { return form }
        return form.prefix(1).uppercased() + form.dropFirst()
    }
}
