import Grammar
import Morphology

/// The words of one name, and the nominatives that they can have together.
///
/// All its words stand in one case and are of one gender, or stay as they are, which costs the more the less their endings look
/// like it: "с Ле Хоай Чунгом", "Томасом Хендрик Илвесом". Of all cases and genders the cheapest wins.
struct NameWords {
    private let reading: Reading
    private let words: [NameWord]

    private struct NameWord {
        let token: Int
        /// Nil of what stays as it is: particles.
        let table: NameForms.Table?
        /// By their numbers, the texts that are what stands here.
        let written: UInt64

        func number(of form: NameForms.Form) -> UInt64 {
            written & (1 << UInt64(form.text)) == 0 ? UInt64(form.text) : 0
        }
    }

    /// A nominative by the numbers of its words' texts, six bits each.
    typealias Numbers = UInt64

    private static let width: UInt64 = 6
    /// The words of a name besides its particles; longer ones stay as they are.
    private static let most = 10
    /// How much dearer than the best a form may be and still be thought of.
    private static let reach = 3
    private static let unexpectedCase = 7

    /// Nil where there is more than words: "Нуреддин Х. И".
    init?(_ range: Range<Int>, _ reading: Reading) {
        let document = reading.document
        guard range.allSatisfy({ document.tokens[$0].kind != .mark }) else { return nil }
        self.reading = reading
        words = range.map { token in
            guard document.mark(at: token, reading.marks.nameParticle) == nil, let word = document.word(token),
                !Self.isFixed(
                    word,
                    behindParticle: token > range.lowerBound
                        && document.mark(at: token - 1, reading.marks.nameParticle) != nil)
            else { return NameWord(token: token, table: nil, written: 1) }
            let table = reading.nameTable(of: word)
            var written: UInt64 = 1
            for (place, text) in table.texts.enumerated()
            where document.isWritten(Self.cased(text, at: token, document), at: token) {
                written |= 1 << UInt64(place + 1)
            }
            return NameWord(token: token, table: table, written: written)
        }
        guard words.count(where: { $0.table != nil }) <= Self.most else { return nil }
    }

    /// "Аль Тани" is no form of "Таня": in -и behind a particle, but where it may be one of -а or -ия, as in "ди Марии".
    private static func isFixed(_ word: Word, behindParticle isBehind: Bool) -> Bool {
        guard isBehind, word.text.unicodeScalars.last == "и" else { return false }
        return word.text.unicodeScalars.dropLast().last.map { !"гкхи".unicodeScalars.contains($0) } ?? false
    }

    /// The nominatives, the likeliest first.
    func ranked(by hint: CaseSet) -> [Numbers] {
        var found: [(numbers: Numbers, cost: Int)] = []
        for place in CaseSet.all.indices {
            let isExpected = hint.isEmpty || hint.contains(place: place)
            let start = isExpected ? hint.isEmpty && place > 0 ? 1 : 0 : Self.unexpectedCase
            for gender in 0...1 {
                addForms(2 * place + gender, start) { numbers, cost in
                    if let known = found.firstIndex(where: { $0.numbers == numbers }) {
                        found[known].cost = min(found[known].cost, cost)
                    } else {
                        found.append((numbers, cost))
                    }
                }
            }
        }
        guard let best = found.lazy.map(\.cost).min() else { return [] }
        let near = found.indices.filter { found[$0].cost <= best + Self.reach }
            .sorted { (found[$0].cost, $0) < (found[$1].cost, $1) }
        return near.map { found[$0].numbers }
    }

    /// The nominatives of words that stand in one case and gender, the last word's in each of its likely forms.
    private func addForms(_ place: Int, _ start: Int, _ add: (Numbers, Int) -> Void) {
        var numbers: Numbers = 0
        var cost = start
        var shift: UInt64 = 0
        for word in words.dropLast() {
            guard let table = word.table else { continue }
            guard let best = table.forms(place).min(by: { $0.cost < $1.cost }) else { return }
            numbers |= word.number(of: best) << shift
            cost += best.cost
            shift += Self.width
        }
        guard let last = words.last, let table = last.table else { return add(numbers, cost) }
        for form in table.forms(place) {
            add(numbers | last.number(of: form) << shift, cost + form.cost + (form.text == 0 ? form.last : 0))
        }
    }

    /// A nominative as it is written.
    func text(of numbers: Numbers) -> String {
        var text = ""
        var rest = numbers
        for (place, word) in words.enumerated() {
            if place > 0 { text += " " }
            var number = 0
            if word.table != nil {
                number = Int(rest & (1 << Self.width - 1))
                rest >>= Self.width
            }
            if number > 0, let form = word.table?.texts[number - 1] {
                text += Self.cased(form, at: word.token, reading.document)
            } else {
                text += reading.document.text(word.token..<word.token + 1)
            }
        }
        return text
    }

    /// "аль-Тани" begins small.
    private static func cased(_ form: String, at token: Int, _ document: Document) -> String {
        guard !document.tokens[token].shape.contains(.capitalized),
            document.scalars[Int(document.tokens[token].start)].properties.isLowercase
        else { return form }
        return form.prefix(1).lowercased() + form.dropFirst()
    }
}
