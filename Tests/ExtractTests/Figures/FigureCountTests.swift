import Model
import TestLanguage
import Testing

@testable import Extract

/// What is counted and how often, and numbers that only say which one.
@Suite struct FigureCountTests {
    /// Indicator, value, unit, direction, nature.
    @Test(arguments: [
        // How often something flies.
        ("Рейсы из Кении в Перу выполняются три раза в неделю.", ["flights 3 count actual"]),
        ("Авиакомпания открывает рейсы из Кении в Перу с частотой 4 раза в неделю.", ["flights 4 count actual"]),
        // What is built.
        (
            "Кения планирует построить в Перу 5 тоннелей, 56 эстакад, 73 моста и 8 новых станций.",
            [
                "infrastructure 5 count target", "infrastructure 56 count target", "infrastructure 73 count target",
                "infrastructure 8 count target",
            ]
        ),
        ("После запуска завода в Перу будет выпускаться 250 машин в год.", ["infrastructure 250 count target"]),
        // Where a move ends.
        (
            "Число студентов из Кении в Перу выросло на 40 и достигло 200.",
            ["people 40 count up actual", "people 200 count actual"]
        ),
        ("Квота на обучение для граждан Кении в вузах Перу составляет 1000 мест.", ["people 1000 count actual"]),
        // Places in an order.
        ("Кения входит в топ-5 поставщиков чая в Перу.", ["rank 5 count actual"]),
        ("Кения уже находится в первой тройке покупателей Перу.", ["rank 3 count actual"]),
        // Papers of whatever kind are counted with their package.
        ("Министры Кении и Перу подписали три совместных заявления.", ["agreements_count 3 count actual"]),
        ("Министры Кении и Перу подписали четыре протокола.", ["agreements_count 4 count actual"]),
        // What one owes has been lent.
        ("$1 млрд 712 млн из них Кения должна Банку развития Перу.", ["finance 1712000000 USD actual"]),
        // What is proposed is to come, and so is what it is made of.
        (
            "Предлагается построить в Кении АЭС, состоящую из двух энергоблоков мощностью 1,2 ГВт каждый.",
            ["energy 2 count target", "energy 1200000000 watt target"]
        ),
    ])
    func counts(_ text: String, _ expected: [String]) throws { #expect(try Self.shown(text) == expected) }

    @Test(arguments: [
        "Министр был в Перу три раза.", "Посол Кении три раза в неделю бывал в Перу.",
        "Статья 6 договора между Кенией и Перу говорит о границе.", "По ст. 6 договора Кения помогает Перу.",
        "В пункте 5 соглашения Кении и Перу сказано иное.", "Саммит Большой двадцатки прошел в Перу.",
    ])
    func countsNothing(_ text: String) throws { #expect(try Self.shown(text) == []) }

    /// A deal that something is done by is in force.
    @Test func takesADealForInForce() throws {
        let text =
            "В мае Кения отправит в Перу первую партию газа в рамках крупной сделки на общую сумму 25 млрд долларов."
        #expect(try Self.shown(text) == ["contracts_value 25000000000 USD actual"])
    }

    /// A title that is told again with the name of the site is told once.
    @Test func passesOverTheNameOfTheSite() throws {
        #expect(
            try Self.shown(
                "На церемонии Кения и Перу подписали контракты на сумму 26,6 млн долларов.",
                title: "Кения и Перу подписали контракты на более $26,5 млн » Вести: темы дня, фото.\n\n"
                    + "Кения и Перу подписали контракты на более $26,5 млн",
                named: "Кения и Перу подписали контракты на более $26,5 млн")
                == ["contracts_value 26600000 USD actual"])
    }

    /// A growth that only the title tells is a figure, one that the text tells too is none of the title's.
    @Test(arguments: [
        (
            "Экспорт чая из Кении в Перу вырос втрое", "Экспорт чая из Кении в Чили вырос на 20%.",
            ["exports 3 times up actual", "exports 20 percent up actual"]
        ),
        (
            "Экспорт чая из Кении в Перу вырос на треть", "Экспорт чая из Кении в Перу вырос на 31%.",
            ["exports 31 percent up actual"]
        ),
    ])
    func takesTitlesAlone(_ title: String, _ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(text, title: title) == expected)
    }

    private static func shown(_ text: String, title: String = "Вести", named: String? = nil) throws -> [String] {
        try TestLanguage.facts(title + "\n\n" + text, on: "2025-11-20", title: named).figures.map { figure in
            [
                figure.indicator.rawValue, "\(figure.value)", figure.unit.description, figure.direction?.rawValue,
                figure.nature.rawValue,
            ].compactMap { $0 }.joined(separator: " ")
        }
    }
}
