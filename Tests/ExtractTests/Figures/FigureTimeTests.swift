import Model
import TestLanguage
import Testing

@testable import Extract

/// Over what time figures are measured, and which have none, in articles of 20 November 2025.
@Suite struct FigureTimeTests {
    /// A time since which something has run is not one by which more is aimed at.
    @Test(arguments: [
        (
            "Оборот Кении и Перу с начала года достиг 4 млн долларов, стороны договорились увеличить показатель до 10 млн.",
            ["4000000 2025-01-01/", "10000000 -"]
        ),
        ("С 1 июля 2026 года между странами станет пять рейсов в неделю.", ["5 2026-07-01/"]),
    ])
    func since(_ text: String, _ expected: [String]) throws { #expect(try shown(text) == expected) }

    /// The month in which papers were signed says when, and not over what time; the size of a thing has no time.
    @Test(arguments: [
        ("В ноябре 2021 года президенты Кении и Перу подписали восемь документов.", ["8 -"]),
        ("По итогам 2024 года подписали 18 меморандумов.", ["18 2024-01-01/2024-12-31"]),
        ("В сентябре 2022 года в Лиме открыли школу на 500 мест.", ["500 -"]),
        ("В сентябре 2022 года экспорт чая достиг 500 тонн.", ["500 2022-09-01/2022-09-30"]),
    ])
    func ofThings(_ text: String, _ expected: [String]) throws { #expect(try shown(text) == expected) }

    /// A time behind a part is of the part alone.
    @Test(arguments: [
        (
            "Кения вложила в Перу 40 млн долларов, в том числе 8 млн – в прошлом году.",
            ["40000000 -", "8000000 2024-01-01/2024-12-31"]
        )
    ])
    func ofParts(_ text: String, _ expected: [String]) throws { #expect(try shown(text) == expected) }

    private func shown(_ text: String) throws -> [String] {
        try TestLanguage.facts("Вести\n\n" + text, on: "2025-11-20").figures.map { figure in
            let period = figure.period.map {
                "\($0.from.map { "\($0.firstDay)" } ?? "")/\($0.to.map { "\($0.lastDay)" } ?? "")"
            }
            return "\(figure.value) \(period ?? "-")"
        }
    }
}
