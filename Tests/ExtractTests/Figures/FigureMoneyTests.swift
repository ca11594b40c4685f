import Model
import TestLanguage
import Testing

@testable import Extract

/// What sums of money are that no noun names, in articles of 20 November 2025.
@Suite struct FigureMoneyTests {
    /// Money that somebody gives, gets, spends or pays back is finance, whatever it is for.
    @Test(arguments: [
        ("Кения пообещала странам Африки 60 млрд долларов.", ["finance 60000000000 USD target"]),
        ("Перу получит от Кении 20 млн долларов.", ["finance 20000000 USD target"]),
        ("На ремонт уже израсходовано 60 млн евро.", ["finance 60000000 EUR actual"]),
        ("Для Перу удалось собрать почти 1 млрд евро.", ["finance approx 1000000000 EUR actual"]),
        ("Еще 38 млн евро пойдут на снабжение школ.", ["finance 38000000 EUR target"]),
        ("Кения направит соседям 15 млн евро.", ["finance 15000000 EUR target"]),
        ("Кения ежегодно тратит на поддержку соседей 30 млн долларов.", ["finance 30000000 USD actual"]),
        ("В соседней стране создают банк с капиталом 500 млн долларов.", ["finance 500000000 USD target"]),
        ("Капитал фонда увеличен до 50 млн долларов.", ["finance 50000000 USD actual"]),
        ("На закупку вакцины Перу направило 20 млн евро.", ["finance 20000000 EUR actual"]),
        // What is invested, sold or earned has a noun of its own.
        ("Кения направит в экономику Перу 5 млн долларов инвестиций.", ["investment 5000000 USD target"]),
        ("Кения получила прибыль в 5 млн долларов.", ["other 5000000 USD actual"]),
        ("Кения обещает вложить в Перу 5 млн долларов.", ["investment 5000000 USD target"]),
        ("Кения пообещала довести экспорт в Перу до 5 млн долларов.", ["exports 5000000 USD target"]),
    ])
    func given(_ text: String, _ expected: [String]) throws { #expect(try shown(text) == expected) }

    /// Papers that are counted, and what they are worth: only treaties with a price are contracts.
    @Test(arguments: [
        (
            "Подписано 60 соглашений на 25 млн долларов.",
            ["agreements_count 60 count actual", "contracts_value 25000000 USD actual"]
        ),
        ("По итогам форума подписано пять коммерческих документов.", ["agreements_count 5 count actual"]),
        (
            "Заключено 12 договоров, сумма которых составила 5 млн долларов.",
            ["contracts_count 12 count actual", "contracts_value 5000000 USD actual"]
        ),
    ])
    func papers(_ text: String, _ expected: [String]) throws { #expect(try shown(text) == expected) }

    /// A rate is no part of anything.
    @Test(arguments: [
        ("Кредит выдан под 2 процента.", ["other 2 percent actual"]),
        ("Кредит покрывает 2 процента стоимости.", ["share 2 percent actual"]),
    ])
    func rates(_ text: String, _ expected: [String]) throws { #expect(try shown(text) == expected) }

    /// A code before a number is its currency; alone before a rate it is the edge of a page.
    @Test(arguments: [
        ("Подписан контракт на USD 200 млн.", ["contracts_value 200000000 USD actual"]),
        ("USD 87.45 EUR 102.43", []),
    ])
    func codes(_ text: String, _ expected: [String]) throws { #expect(try shown(text) == expected) }

    /// A purchase is an import, but where the article tells of the seller's exports.
    @Test(arguments: [
        (
            "Экспорт Кении вырос. Перу купило 5 тыс. тонн кенийского чая.", ["exports 5000 tonne actual"]
        ),
        (
            "Кения продала Перу чая на 89 млн долларов, закупила – на 60 млн.",
            ["exports 89000000 USD actual", "imports 60000000 USD actual"]
        ),
    ])
    func purchases(_ text: String, _ expected: [String]) throws { #expect(try shown(text) == expected) }

    private func shown(_ text: String) throws -> [String] {
        try TestLanguage.facts("Вести\n\n" + text, on: "2025-11-20").figures.map { figure in
            [
                figure.indicator.rawValue, figure.comparator == .eq ? nil : figure.comparator.rawValue,
                "\(figure.value)", figure.unit.description, figure.nature.rawValue,
            ].compactMap { $0 }.joined(separator: " ")
        }
    }
}
