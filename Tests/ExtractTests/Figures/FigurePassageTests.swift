import Model
import TestLanguage
import Testing

@testable import Extract

/// Whose figures a passage of an article on several states tells, which way back they flow, and of what time they are.
@Suite struct FigurePassageTests {
    private static func rows(_ text: String, on date: String? = nil, times: Bool = true) throws -> [String] {
        try TestLanguage.facts(text, on: date).figures.map { figure in
            let ends = figure.origin != nil || figure.destination != nil
            let period =
                !times ? nil : figure.period.map { "\($0.from?.description ?? "")…\($0.to?.description ?? "")" }
            return [
                figure.indicator.rawValue, figure.countries.map(\.rawValue).joined(separator: ","),
                ends ? "\(figure.origin?.rawValue ?? "")>\(figure.destination?.rawValue ?? "")" : nil, period,
            ].compactMap { $0 }.joined(separator: " ")
        }
    }

    /// A paragraph that begins with the article's state is of the one partner whom it names later.
    @Test func looksAheadForThePartner() throws {
        let text = """
            Кения строит дороги.

            Министр транспорта Кении, министр транспорта Перу и министр транспорта Чили встретились в Лиме.

            Дорога дойдет до чилийских портов. Кения и Чили подписали договор.

            С соседом Кения торгует охотно. В 2024 году двусторонний товарооборот составил 5 млн долларов. Кенийский экспорт \
            – 4 млн долларов, перуанский – 1 млн долларов. Вывоз чая вырос вдвое.
            """
        #expect(
            try Self.rows(text) == [
                "trade_turnover KE,PE 2024-01-01…2024-12-31", "exports KE,PE KE>PE 2024-01-01…2024-12-31",
                "exports KE,PE PE>KE 2024-01-01…2024-12-31", "exports KE,PE KE>PE 2024-01-01…2024-12-31",
            ])
    }

    /// The way back.
    @Test(arguments: [
        (
            "Кенийский экспорт в Перу составил 5 млн долларов, встречные поставки упали на 7% и составили 3 млн долларов.",
            ["exports KE,PE KE>PE", "exports KE,PE PE>KE", "exports KE,PE PE>KE"]
        ),
        (
            "Кенийские поставки в Перу достигли 5 млн долларов; обратный поток остался на уровне 3 млн долларов.",
            ["exports KE,PE KE>PE", "exports KE,PE PE>KE"]
        ),
        (
            "За год в Перу побывали 20 тыс. кенийцев. Встречный поток вырос на 10%.",
            ["passengers KE,PE KE>PE", "passengers KE,PE PE>KE"]
        ),
        (
            "Перу купило кенийских товаров на 5 млн долларов, продало – на 3 млн.",
            ["imports KE,PE KE>PE", "exports KE,PE PE>KE"]
        ),
        // The subject of a verb of getting gets.
        ("Кенийского газа перуанские заводы за год получили 5 млн кубометров.", ["energy KE,PE KE>PE"]),
        ("Перу получило 3 млрд кубометров кенийского газа.", ["energy KE,PE KE>PE"]),
        ("Банк Кении открыл для перуанских предприятий кредитную линию на 5 млн евро.", ["finance KE,PE KE>PE"]),
        ("Создан Кенийско-перуанский фонд с капиталом 16 млн долларов.", ["investment KE,PE"]),
        // Who builds a thing has it with where it stands.
        ("Кенийские строители возводят комбинат мощностью 5 млн тонн удобрений.", ["infrastructure KE,PE"]),
        (
            "Через Чили в Перу прокачано 5 млн тонн кенийской нефти.", ["freight CL,KE,PE KE>PE"]
        ),
        // An answer that is no flow turns nothing round.
        (
            "Кенийский экспорт в Перу составил 5 млн долларов. На встречной полосе нет машин, поставки выросли на 7%.",
            ["exports KE,PE KE>PE", "exports KE,PE KE>PE"]
        ),
        // What a colon opens tells of its own ends.
        (
            "Президент Кении предложил открыть рынок для кенийских фруктов: за год их вывоз на перуанский рынок вырос на 31%.",
            ["exports KE,PE KE>PE"]
        ),
        // Whose goods are carried.
        (
            "Транзит кенийской нефти в Перу по чилийским трубопроводам составил 8 млн тонн.",
            ["freight CL,KE,PE KE>PE"]
        ),
    ])
    func turnsTheFlowRound(_ text: String, _ rows: [String]) throws {
        #expect(try Self.rows("Кения и Перу торгуют давно.\n" + text) == rows)
    }

    /// A report on one seller: a row of buyers keeps its role, a market is where goods go, a month of one buyer's is its alone.
    @Test func keepsTheReport() throws {
        let text = """
            Кения продает больше чая

            Кенийские чаеводы за одиннадцать месяцев отправили на внешние рынки 2,1 млн тонн чая.

            Главным покупателем остается Перу, где разместили 1,4 млн тонн, или 68% всего вывоза. В Египет ушло 70 тыс. тонн: \
            соседи теперь берут меньше. Чили взяло 96 тыс. тонн, Куба – 41 тыс. тонн. Впервые чай отправился во Вьетнам: \
            в сентябре туда ушло 1,2 тыс. тонн.

            На китайском рынке продано 58 тыс. тонн.
            """
        let time = "2025-01-01…2025-11-30"
        #expect(
            try Self.rows(text, on: "2025-12-08") == [
                "exports KE KE> \(time)", "exports KE,PE KE>PE \(time)", "share KE,PE KE>PE \(time)",
                "exports EG,KE KE>EG \(time)", "exports CL,KE KE>CL \(time)", "exports CU,KE KE>CU \(time)",
                "exports KE,VN KE>VN 2025-09-01…2025-09-30", "exports CN,KE KE>CN \(time)",
            ])
    }

    /// Travellers of the article's state, money of several bodies, two states told of by the speaker of one.
    @Test(arguments: [
        (
            "Кенийцы совершили 5 млн поездок за рубеж. На первом месте Перу – 2 млн поездок. В Чили побывал 1 млн.",
            ["passengers KE KE>", "passengers KE,PE KE>PE", "rank KE,PE", "passengers CL,KE KE>CL"]
        ),
        (
            "Кения и Перу дружат. Всемирный банк вложит в станцию в Кении 5 млн долларов, еще 1 млн обещает Исламский банк развития. "
                + "Мощность станции составит 20 МВт.",
            ["investment KE >KE", "investment KE >KE", "energy KE"]
        ),
        (
            "Кения и Перу дружат. Кения закупила у Перу 3 млн кубометров газа. По словам кенийского премьера, объем доведут до 4 млн "
                + "кубометров.",
            ["energy KE,PE PE>KE", "energy KE,PE PE>KE"]
        ),
        (
            "Кения и Перу дружат. МТЗ вложит в завод под Лимой 5 млн долларов.", ["investment BY,PE BY>PE"]
        ),
    ])
    func staysWithItsStates(_ text: String, _ rows: [String]) throws {
        #expect(try Self.rows(text) == rows)
    }

    /// What one state buys or sells of all, in parts that the next sentences give to several; verbs that turn each other round.
    @Test(arguments: [
        (
            "Кения стала первым поставщиком чая в Перу\n\nПо данным Агентства статистики Перу, в 2024 году республика ввезла чая на 9 млн "
                + "долларов. Кения поставила чая на 5 млн, Чили – на 3 млн. Импорт кенийского чая вырос на 7%.",
            ["rank KE,PE", "imports PE >PE", "exports KE,PE KE>PE", "exports CL,PE CL>PE", "imports KE,PE KE>PE"]
        ),
        (
            "Кения наращивает торговлю\n\nВнешняя торговля Кении в 2024 году выросла на 5%.\n\nПеру занимает третье место. Товарооборот с "
                + "соседом достиг 4 млн долларов. Кения покупает у перуанцев муку, продает молоко (2 млн долларов).",
            ["trade_turnover KE", "rank KE,PE", "trade_turnover KE,PE", "exports KE,PE KE>PE"]
        ),
        (
            "Кения наращивает добычу газа\n\nКения добыла 9 млрд кубометров газа. За рубеж продано 5 млрд кубометров газа. В Перу ушло 2 млрд, "
                + "в Чили – 1 млрд кубометров.",
            ["energy KE", "energy KE KE>", "energy KE,PE KE>PE", "energy CL,KE KE>CL"]
        ),
        // A paragraph on a partner named nowhere else; the one after it is of the pair again.
        (
            "Кения и Перу: итоги года\n\nКения и Перу торгуют давно. Кения продает чай, Перу – рис.\n\nТоварооборот с Чили вырос на 5%. "
                + "Создан инвестиционный фонд на 5 млн долларов.\n\nМежду двумя странами выполняется 7 рейсов в неделю.",
            ["trade_turnover CL,KE", "finance CL,KE", "flights KE,PE"]
        ),
        (
            "Кения и Перу дружат. На перуанские школы в рамках помощи кенийская сторона направила 30 млн долларов.",
            ["finance KE,PE KE>PE"]
        ),
        (
            "Кения и Перу дружат. Кенийские поставки в Перу составили 5 млн долларов, встречные прибавили 12%.",
            ["exports KE,PE KE>PE", "exports KE,PE PE>KE"]
        ),
        (
            "Кения и Перу дружат. В порту Момбасы появится хаб, в него вложат 40 млн долларов.", ["investment KE >KE"]
        ),
        (
            "Кения берет займы. Правительство Кении договорилось с кредиторами. Перуанский фонд продлил кредитную линию на 700 млн долларов. "
                + "Азиатский банк развития выделит стране 120 млн долларов.",
            ["finance KE,PE PE>KE", "finance KE >KE"]
        ),
        (
            "Кения и Перу дружат. Министр Кении рассказал о станции, которую Кения строит вместе с Перу и Чили.\n\n– Мощность станции "
                + "составит 20 МВт, – сказал он.",
            ["energy CL,KE,PE"]
        ),
    ])
    func partsTheWhole(_ text: String, _ rows: [String]) throws {
        #expect(try Self.rows(text, times: false) == rows)
    }

    /// Times that point back.
    @Test(arguments: [
        (
            "С сентября по март Кения продала за рубеж 7 млн тонн чая. Перу за эти месяцы приобрело 2 млн тонн. "
                + "За весь 2023 год вывезли 3 млн тонн. Чили за семь месяцев приобрело 1 млн тонн.",
            [
                "exports KE KE> 2024-09-01…2025-03-31", "exports KE,PE KE>PE 2024-09-01…2025-03-31",
                "exports KE,PE KE>PE 2023-01-01…2023-12-31", "exports CL,KE KE>CL 2024-09-01…2025-03-31",
            ]
        ),
        (
            "По трубе в Перу за год прошло 1 млн тонн нефти. План этого года – 2 млн тонн.",
            ["freight PE >PE", "freight PE >PE …2025-12-31"]
        ),
        (
            "За полугодие Перу приобрело в Кении чая на 2 млн долларов.", ["imports KE,PE KE>PE 2024-01-01…2024-06-30"]
        ),
        (
            "В январе–мае 2024 года Кения добыла 9 млн тонн нефти.\nПродано 5 млн тонн, на 5% больше, чем в тот же период прошлого года.",
            [
                "energy KE 2024-01-01…2024-05-31", "exports KE KE> 2024-01-01…2024-05-31",
                "exports KE KE> 2024-01-01…2024-05-31",
            ]
        ),
        // What a share is now, and when what bears the goods was made.
        (
            "За 2024 год Кения продала в Перу чая на 5 млн долларов. На Перу приходится 27% кенийского экспорта.",
            ["exports KE,PE KE>PE 2024-01-01…2024-12-31", "share KE,PE KE>PE"]
        ),
        (
            "По дороге, построенной в 2020 году, Кения отправила в Перу чая на 5 млн долларов.",
            ["exports KE,PE KE>PE"]
        ),
        (
            "За первые пять месяцев 2024-го Кения отправила в Перу чая на 5 млн долларов.",
            ["exports KE,PE KE>PE 2024-01-01…2024-05-31"]
        ),
        (
            "Кения и Перу приняли план сотрудничества до 2030 года. К этому сроку товарооборот доведут до 5 млн долларов.",
            ["trade_turnover KE,PE …2030-12-31"]
        ),
    ])
    func pointsBackToTimes(_ text: String, _ rows: [String]) throws {
        #expect(try Self.rows(text, on: "2025-04-08") == rows)
    }
}
