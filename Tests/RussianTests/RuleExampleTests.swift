import Grammar
import Russian
import TestLanguage
import Testing

/// Each rule against the sentences that justify it.
@Suite struct RuleExampleTests {
    struct Example: CustomTestStringConvertible, Sendable {
        let group: String
        let rule: Rule
        let sentence: String
        var testDescription: String { "\(rule.name): \(sentence)" }
    }

    private static let rules = Russian.ruleGroups.flatMap { group, rules in rules.map { (group: group, rule: $0) } }

    static let examples = rules.flatMap { it in
        it.rule.examples.map { Example(group: it.group, rule: it.rule, sentence: $0) }
    }

    static let counterexamples = rules.flatMap { it in
        it.rule.counterexamples.map { Example(group: it.group, rule: it.rule, sentence: $0) }
    }

    @Test(arguments: examples) func isBestMatchOfItsGroup(_ example: Example) throws {
        let document = try TestLanguage.document(example.sentence)
        let group = try #require(try TestLanguage.russian.get().rules.groups[example.group])
        let fired = document.sentences.flatMap { group.hits(in: document, range: $0).map(\.rule.name) }
        #expect(fired.contains(example.rule.name))
    }

    @Test(arguments: counterexamples) func leavesAlone(_ example: Example) throws {
        let document = try TestLanguage.document(example.sentence)
        let compiled = try #require(
            try TestLanguage.russian.get().rules.groups[example.group]?.rules.first {
                $0.rule.name == example.rule.name
            })
        let matches = document.sentences.flatMap { sentence in
            sentence.compactMap { compiled.pattern.match(in: document, at: $0, limit: sentence.upperBound) }
        }
        #expect(matches.map { document.text($0.range) } == [])
    }

    @Test func namesAreUnique() {
        let names = Self.rules.map(\.rule.name)
        #expect(Set(names).count == names.count)
    }

    @Test func everyRuleHasAnExample() {
        #expect(Self.rules.filter { $0.rule.examples.isEmpty }.map(\.rule.name) == [])
    }
}
