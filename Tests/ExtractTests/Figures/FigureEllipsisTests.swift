import Model
import TestLanguage
import Testing

@testable import Extract

/// Figures that leave out a unit or a noun, and what is told of works and loads, in our own wording.
@Suite struct FigureEllipsisTests {
    /// Indicator, value, unit, direction, nature.
    @Test(arguments: [
        // Units that stand elsewhere.
        (
            "Товарооборот Кении и Перу достиг 245 млрд долларов. Новости скромнее. За год взаимная торговля сократилась на 9,4%, до 163,6 млрд.",
            [
                "trade_turnover 245000000000 USD actual", "trade_turnover 9.4 percent down actual",
                "trade_turnover 163600000000 USD actual",
            ]
        ),
        (
            "Кения вложила в Перу 25 млрд долларов. Сейчас реализуется 45 совместных проектов стоимостью 14,5 млрд.",
            [
                "investment 25000000000 USD actual", "projects_count 45 count actual",
                "projects_value 14500000000 USD actual",
            ]
        ),
        (
            "Президенты Кении и Перу договорились довести торговлю до трех миллиардов долларов, а затем и до пяти.",
            ["trade_turnover 3000000000 USD target", "trade_turnover 5000000000 USD target"]
        ),
        (
            "Кения построит в Перу завод за 25 млн долларов. Президент доволен. За пять лет торговля между Кенией и Перу выросла "
                + "вчетверо, однако 130 миллионов – это мало.",
            [
                "projects_value 25000000 USD target", "trade_turnover 4 times up actual",
                "trade_turnover 130000000 USD actual",
            ]
        ),
        // A noun before a dash is counted, whatever money stands before it.
        (
            "Кения построит в Перу завод: инвестиции – 140 млн евро, рабочих мест – не менее 350.",
            ["projects_value 140000000 EUR target", "jobs gt 350 count target"]
        ),
        // By how much, where a noun stands between the verb and its preposition.
        (
            "Товарооборот Кении и Перу составил 2 млрд долларов и превысил прежний показатель на 27%.",
            ["trade_turnover 2000000000 USD actual", "trade_turnover 27 percent up actual"]
        ),
        // Loads are carried, whoever sends them; so is what passes through a state.
        (
            "По новой линии Кения сможет отправлять в Перу 15 млн тонн грузов.", ["freight 15000000 tonne potential"]
        ),
        ("Через территорию Перу ушло 60 млн тонн кенийской нефти.", ["freight 60000000 tonne actual"]),
        // What has a sum of its own is no part of the projects.
        (
            "Портфель проектов Кении и Перу превысил 20 млрд евро, прямые вложения из Кении достигли 6 млрд.",
            ["projects_value gt 20000000000 EUR actual", "investment 6000000000 EUR actual"]
        ),
        (
            "Объем торговли Кении и Перу – 20 млрд долларов, его хотят поднять до 30, а в дальнейшем и до 50 миллиардов.",
            [
                "trade_turnover 20000000000 USD actual", "trade_turnover 30000000000 USD target",
                "trade_turnover 50000000000 USD target",
            ]
        ),
        (
            "С Кенией торгуем на 3 миллиарда долларов, с Перу – на 6.",
            ["trade_turnover 3000000000 USD actual", "trade_turnover 6000000000 USD actual"]
        ),
        (
            "Кения построит в Перу заводы мощностью 1 млрд и 2,5 млрд кубометров газа.",
            ["energy 1000000000 cubic_metre target", "energy 2500000000 cubic_metre target"]
        ),
        (
            "Перевозки между Кенией и Перу вырастут с 60 до 150 тыс. контейнеров.",
            ["freight 60000 count actual", "freight 150000 count target"]
        ),
        // More or less of it, with a time between the verb and the number.
        (
            "Товарооборот Кении и Перу превысил в прошлом году 759 млрд долларов.",
            ["trade_turnover gt 759000000000 USD actual"]
        ),
        // What has a price is a contract; what a contract sells is sold.
        (
            "Компании Кении и Перу подписали 12 договоров, сумма которых составила 5 млн долларов.",
            ["contracts_count 12 count actual", "contracts_value 5000000 USD actual"]
        ),
        (
            "По контракту, подписанному в мае, Кения купит у Перу два парома за 84 млн долларов.",
            ["exports 2 count target", "contracts_value 84000000 USD target"]
        ),
        ("Кения закупит у Перу 30 грузовиков.", ["exports 30 count target"]),
        ("Кения отправила в Перу 30 грузовиков.", ["freight 30 count actual"]),
        (
            "Кения передала Перу два вертолета по контракту 2022 года.", ["exports 2 count actual"]
        ),
        (
            "По 18 сделкам Кении и Перу на 310 млн долларов ведутся переговоры.",
            ["contracts_count 18 count target", "contracts_value 310000000 USD target"]
        ),
        ("Грузы из Кении в Перу пойдут вдвое быстрее, тариф снизится на 30%.", ["other 30 percent down target"]),
        // What a word of change or a time behind a comma tells is of the next.
        (
            "Внешняя торговля Кении прибавила 3% и составила 21 трлн юаней, в том числе экспорт – на 7%, импорт упал на 2%.",
            [
                "trade_turnover 3 percent up actual", "trade_turnover 21000000000000 CNY actual",
                "exports 7 percent up actual", "imports 2 percent down actual",
            ]
        ),
        (
            "Из Кении в Перу летает семь рейсов в неделю, к концу года их станет девять.",
            ["flights 7 count actual", "flights 9 count target"]
        ),
        (
            "20 проектов Кении и Перу находятся в стадии проработки, а 11 – на стадии реализации.",
            ["projects_count 20 count target", "projects_count 11 count actual"]
        ),
        (
            "Вложения Кении в Перу достигнут 5 млн долларов.", ["investment 5000000 USD target"]
        ),
        (
            "20 лет назад торговля Кении и Перу дотягивала до 3 миллиардов долларов, сегодня это больше 12.",
            ["trade_turnover lt 3000000000 USD actual", "trade_turnover gt 12000000000 USD actual"]
        ),
        (
            "Кения купила у Перу руды 1 млн тонн, на 18% больше прошлогоднего, и газа – на 510 млн долларов.",
            ["imports 1000000 tonne actual", "exports 18 percent up actual", "exports 510000000 USD actual"]
        ),
        (
            "Перу получила из Кении 7,5 миллиарда кубометров газа, в 2026 году рассчитываем на 8.",
            ["energy 7500000000 cubic_metre actual", "energy 8000000000 cubic_metre target"]
        ),
        ("Кения и Перу заключили контракт на 150 трамваев.", ["exports 150 count actual"]),
        ("Через пункт пропуска Кении прошло 4 730 поездов.", ["freight 4730 count actual"]),
        (
            "Среди проектов в Перу – кенийский завод «Симба» по выпуску гипса с объемом инвестиций 90 млн долларов.",
            ["projects_value 90000000 USD actual"]
        ),
        ("В школах Перу кенийский язык изучают около 400 тысяч детей.", ["people approx 400000 count actual"]),
        ("Станция Кении выработала для Перу 6 млрд кВт/ч электроэнергии.", ["energy 6000000000 kilowatt_hour actual"]),
    ])
    func completes(_ text: String, _ expected: [String]) throws { #expect(try Self.shown(text) == expected) }

    @Test(arguments: [
        "Торговля Кении и Перу достигла 3 млрд долларов, число рейсов выросло до пяти.",
        "Торговля Кении и Перу достигла 3 млрд долларов, гости ждали до пяти.",
    ])
    func completesNothingElse(_ text: String) throws {
        #expect(try Self.shown(text).first == "trade_turnover 3000000000 USD actual")
        #expect(try !Self.shown(text).contains { $0.contains("5000000000") })
    }

    private static func shown(_ text: String) throws -> [String] {
        try TestLanguage.facts("Вести\n\n" + text, on: "2025-11-20").figures.map { figure in
            [
                figure.indicator.rawValue, figure.comparator == .eq ? nil : figure.comparator.rawValue,
                "\(figure.value)", figure.unit.description, figure.direction?.rawValue, figure.nature.rawValue,
            ].compactMap { $0 }.joined(separator: " ")
        }
    }
}
