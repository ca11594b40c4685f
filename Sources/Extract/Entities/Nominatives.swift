import Grammar
import Model
import Morphology

/// Names as they are in the nominative.
extension Reading {
    /// The cases that the words before a name allow; none where they do not tell.
    func caseHint(before token: Int, offices: [OfficeMention]) -> CaseSet {
        // "по приглашению Путина"
        if document.mark(at: token - 1, marks.officeBeyond) != nil { return .genitive }
        if let office = officeBefore(token, offices),
            document.mark(at: office.range.lowerBound, marks.officeActing) == nil,
            document.mark(at: office.range.lowerBound, marks.officeUndeclined) == nil,
            (office.range.upperBound..<token).allSatisfy({
                joinsOffice($0) || document.mark(at: $0, marks.nameTitle) != nil
                    // "с мэром города Ханой А": a town's name need not decline.
                    || placeSlice($0..<$0 + 1).contains { $0.kind == .city || $0.kind == .capital }
            }),
            let head = head(ofOffice: office.range),
            let word = document.word(head)
        {
            // "заместителю главы МИД": who stands before the office bears the name.
            let before = office.range.lowerBound - 1
            if before >= 0, word.can(be: .gent), !office.isPlural,
                document.marks(marks.officeHonorific, in: max(0, before - 1)..<before + 1).isEmpty,
                document.tokens[before].kind == .word,
                document.sentenceOf[before] == document.sentenceOf[token], let outer = document.word(before),
                outer.readings[0].contains([.noun, .anim]),
                document.mark(at: office.range.lowerBound, marks.officeActing) == nil
            {
                return CaseSet { outer.can(be: $0.union(.noun).union(.anim).union(.sing)) }
            }
            // Whoever holds an office is animate: "премьера" is no first night, "главы" of one holder no nominative.
            let number = office.isPlural ? Grammemes() : .sing
            if isObject(office, word) { return .accusative }
            let holder = number.union(.noun).union(word.can(be: number.union(.noun).union(.anim)) ? .anim : Grammemes())
            // "визит султана": of him, and no sultana's.
            let likeliest = word.readings[0].contains([.noun, .anim]) ? word.parses[0].lemma : nil
            return CaseSet { grammar in
                word.readings.indices.contains { place in
                    word.readings[place].contains(holder.union(grammar))
                        && likeliest.map { word.parses[place].lemma.hasSameBytes(as: $0) } ?? true
                }
            }
        }
        // "с коллегой Ллойдом Остином", "с коллегой из США Ллойдом Остином"
        if let colleague = colleagueBefore(token) {
            return CaseSet { document.word(colleague.first)?.can(be: .noun.union($0)) ?? false }
        }
        // "с Ллойдом Остином"
        if let company = document.mark(at: token - 1, marks.encounters.with), company.end == token {
            let way = value(company)
            return way == "with" ? .instrumental : way == "between" ? [.instrumental, .genitive] : .genitive
        }
        // "по словам Лаврова"
        let before = max(0, token - 4)..<token
        return document.marks(marks.speechSource, in: before).contains { $0.end == token } ? .genitive : []
    }

    /// "визит Каспара Велдкампа, министра торговли": the cases that the office behind the comma allows, where none is the nominative.
    func caseHint(behind name: Range<Int>, offices: [OfficeMention]) -> CaseSet {
        guard name.count > 1, document.isMark(name.upperBound, ","),
            case let next = lowerBound(name.upperBound + 1, offices), next < offices.count,
            offices[next].range.lowerBound == name.upperBound + 1, !offices[next].isPlural
        else { return [] }
        let cases = cases(ofHead: offices[next].range)
        return cases.contains(.nomn) ? [] : CaseSet(where: cases.contains)
    }

    /// "принял министра", "встретил в аэропорту премьера": a holder behind the verb of one who receives is its object.
    private func isObject(_ office: OfficeMention, _ head: Word) -> Bool {
        guard head.can(be: [.noun, .accs, .sing]), !head.can(be: [.noun, .nomn, .sing]), !office.isPlural else {
            return false
        }
        let sentence = document.sentence(of: office.range.lowerBound)
        let before = max(sentence.lowerBound, office.range.lowerBound - 5)..<office.range.lowerBound
        guard let verb = document.marks(marks.encounters.receive, in: before).last, isFiniteVerb(verb.first) else {
            return false
        }
        // "принял в Кремле министра", and not "принял делегацию министра".
        return (verb.end..<office.range.lowerBound).allSatisfy { token in
            document.word(token).map {
                $0.can(be: .prep) || $0.can(be: .loct) || $0.can(be: .advb) || $0.can(be: .adjf) || !$0.can(be: .noun)
            } ?? false
        }
    }

    /// The nominatives that a name can have, the likeliest first.
    func nominatives(of range: Range<Int>, cases hint: CaseSet = []) -> [String] { named(range, cases: hint).forms }

    /// What a name is in the nominative, worked out once for each way to write it.
    func named(_ range: Range<Int>, cases hint: CaseSet = []) -> NameForms.Nominatives {
        guard let last = document.word(range.upperBound - 1) else { return makeNominatives(range, hint, []) }
        let particles = range.filter { document.mark(at: $0, marks.nameParticle) != nil }.map { $0 - range.lowerBound }
        return memory.names.nominatives(
            of: last,
            where: { $0.cases == hint && $0.particles == particles && document.isWritten($0.written, in: range) },
            make: { makeNominatives(range, hint, particles) })
    }

    private func makeNominatives(
        _ range: Range<Int>, _ hint: CaseSet, _ particles: [Int]
    ) -> NameForms.Nominatives {
        let name = NameWords(range, self)
        let forms = name?.ranked(by: hint).map { name?.text(of: $0) ?? "" } ?? []
        return NameForms.Nominatives(
            written: document.scalars(in: range), particles: particles, cases: hint,
            forms: forms.isEmpty ? [document.text(range)] : forms, texts: memory.texts, marks: marks)
    }

    /// The nominatives of a name of one word; nil where it is no such name.
    ///
    /// What an article names once it names again, mostly by the surname alone.
    func lone(at range: Range<Int>, cases hint: CaseSet = []) -> NameForms.Nominatives? {
        guard range.count == 1, document.mark(at: range.lowerBound, marks.nameParticle) == nil,
            document.word(range.lowerBound) != nil
        else { return nil }
        return named(range, cases: hint)
    }
}
