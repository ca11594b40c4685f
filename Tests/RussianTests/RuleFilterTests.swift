import Grammar
import Russian
import TestLanguage
import Testing

/// A group tries only the rules that can begin at a token; that must leave out none that would match.
@Suite struct RuleFilterTests {
    @Test(arguments: Russian.ruleGroups.map(\.0))
    func aGroupFindsWhatItsRulesFind(_ name: String) throws {
        let group = try #require(try TestLanguage.russian.get().rules.groups[name])
        for text in group.rules.flatMap({ $0.rule.examples + $0.rule.counterexamples }) {
            let document = try TestLanguage.document("Сегодня \(text), в 2024 году.")
            for sentence in document.sentences {
                for token in sentence {
                    let hit = group.hit(in: document, at: token, limit: sentence.upperBound)
                    let all = best(of: group.rules, in: document, at: token, limit: sentence.upperBound)
                    #expect(hit?.rule.name == all?.rule && hit?.match.range == all?.range, "\(text) at \(token)")
                }
            }
        }
    }

    /// Nor may it leave out a sentence: what it finds in one is what it finds going from token to token.
    @Test(arguments: Russian.ruleGroups.map(\.0))
    func aGroupLooksIntoEverySentenceThatItMust(_ name: String) throws {
        let group = try #require(try TestLanguage.russian.get().rules.groups[name])
        for text in group.rules.flatMap({ $0.rule.examples + $0.rule.counterexamples }) {
            let document = try TestLanguage.document("\(text). Стороны обсудили торговлю.")
            for sentence in document.sentences {
                var all: [String] = []
                var at = sentence.lowerBound
                while at < sentence.upperBound {
                    let hit = group.hit(in: document, at: at, limit: sentence.upperBound)
                    if let hit { all.append(hit.rule.name) }
                    at = hit?.match.range.upperBound ?? at + 1
                }
                #expect(group.hits(in: document, range: sentence).map(\.rule.name) == all, "\(text)")
            }
        }
    }

    /// The longest match, of two the earlier, with every rule tried.
    private func best(
        of rules: [RuleBook.Compiled], in document: Document, at token: Int, limit: Int
    ) -> (rule: String, range: Range<Int>)? {
        var best: (rule: String, range: Range<Int>)?
        for compiled in rules {
            guard let match = compiled.pattern.match(in: document, at: token, limit: limit),
                match.range.count > best?.range.count ?? 0
            else { continue }
            best = (compiled.rule.name, match.range)
        }
        return best
    }
}
