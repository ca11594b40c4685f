import Model
import TestLanguage
import Testing

@testable import Extract

/// Whether a quantity is reached, aimed at or possible, where a sentence tells of several, in articles of 20 November 2025.
@Suite struct FigureNatureTests {
    /// What is talked about, agreed or wished for has not been done.
    @Test(arguments: [
        ("Министры обсудили строительство завода на 5 тыс. тонн чая в год.", ["infrastructure 5000 tonne target"]),
        ("Кения и Перу рассмотрели вопрос создания 40 совместных предприятий.", ["companies_count 40 count target"]),
        ("Речь шла о поставках 5 тыс. тонн чая из Кении в Перу.", ["exports 5000 tonne target"]),
        ("Подписана программа создания 300 рабочих мест в Кении.", ["jobs 300 count target"]),
        ("Кения пригласила перуанцев участвовать в прокладке 25 км дорог.", ["infrastructure 25 kilometre target"]),
        ("Обсужден запуск 12 рейсов в неделю.", ["flights 12 count target"]),
        ("Завершено строительство завода на 5 тыс. тонн чая в год.", ["infrastructure 5000 tonne actual"]),
        (
            "Подписан контракт на поставку чая на 5 млн долларов.",
            ["contracts_value 5000000 USD actual"]
        ),
        (
            "По соглашению о поставках чая Кения отгрузила 5 тыс. тонн.",
            ["exports 5000 tonne actual"]
        ),
    ])
    func ofDeeds(_ text: String, _ expected: [String]) throws { #expect(try shown(text) == expected) }

    /// What is asked for, declared or wished for is to come; what is under way or owed is so.
    @Test(arguments: [
        (
            "ООН собрала лишь 35% из 187 млн долларов, запрошенных на помощь Перу.",
            ["share 35 percent actual", "finance 187000000 USD target"]
        ),
        ("Кения выделила Перу 5 млн долларов, предусмотренных соглашением.", ["finance 5000000 USD actual"]),
        ("С Кенией согласуется кредит в 5 млн долларов.", ["finance 5000000 USD target"]),
        ("Объем заявленных вложений – 5 млн долларов.", ["investment 5000000 USD target"]),
        ("Кения изучает вложения в размере 5 млн долларов.", ["investment 5000000 USD target"]),
        ("Перу заинтересовано в закупке 500 МВт.", ["energy 500000000 watt actual"]),
        ("«Мы заинтересованы и в закупке 500 МВт электроэнергии».", ["energy 500000000 watt target"]),
        ("Реализуемые в Перу проекты оцениваются в 5 млн долларов.", ["projects_value 5000000 USD actual"]),
        ("Строительство моста оценивается в 5 млн долларов.", ["projects_value 5000000 USD target"]),
        ("Подписан протокол о реструктуризации долга на 5 млн долларов.", ["finance 5000000 USD actual"]),
        ("Торговля Кении и Перу приросла на 5 процентов.", ["trade_turnover 5 percent up actual"]),
        (
            "Страна с населением 3 миллиона человек планирует поставить 36 тыс. тонн чая.",
            ["people 3000000 count actual", "exports 36000 tonne target"]
        ),
        (
            "Компании реализовали проекты на 2 млн долларов, их вложения оцениваются в 3 млн долларов.",
            ["projects_value 2000000 USD actual", "investment 3000000 USD actual"]
        ),
        ("Кения и Перу обсудили проекты на 5 млн долларов.", ["projects_value 5000000 USD target"]),
        ("Программа охватывает 40 новых проектов.", ["projects_count 40 count target"]),
        (
            "Кения собрала урожай пшеницы, которого хватит на нужды страны, – 375 тыс. тонн.",
            ["agriculture 375000 tonne actual"]
        ),
        (
            "Торговля не отвечает имеющемуся потенциалу, притом что на Кению приходится 8% инвестиций в Перу.",
            ["share 8 percent actual"]
        ),
    ])
    func ofIntents(_ text: String, _ expected: [String]) throws { #expect(try shown(text) == expected) }

    /// Each statement of a sentence has its own time.
    @Test(arguments: [
        (
            "Поток туристов вырос на 60 процентов и превысил 12 тыс. человек, а с декабря авиакомпания откроет рейсы.",
            ["passengers 60 percent up actual", "passengers gt 12000 count actual"]
        ),
        (
            "Турпоток в Кению утроился, в декабре рейсы возобновит еще один перевозчик.",
            ["passengers 3 times up actual"]
        ),
        (
            "Газопровод протянется на 97,5 км и сможет прокачивать 2 млн кубометров газа в сутки.",
            ["infrastructure 97.5 kilometre target", "energy 2000000 cubic_metre potential"]
        ),
        (
            "Сборка может начаться весной, а завод, построенный за 25 млн долларов, уже дал работу 180 специалистам.",
            ["projects_value 25000000 USD actual", "jobs 180 count actual"]
        ),
        (
            "Заключены контракты общей стоимостью 48 млн долларов: Кения поставит 120 тракторов.",
            ["contracts_value 48000000 USD actual", "exports 120 count target"]
        ),
        (
            "Число рейсов, составляющее сейчас 27 в неделю, достигнет 40.",
            ["flights 27 count actual", "flights 40 count target"]
        ),
        ("Подписано 30 протоколов о намерениях.", ["agreements_count 30 count actual"]),
        ("Кения инвестирует в Перу 5 млн долларов.", ["investment 5000000 USD target"]),
        ("Кения ежегодно инвестирует в Перу 5 млн долларов.", ["investment 5000000 USD actual"]),
        (
            "Финансовый пакет банка включает кредит в размере 5 млн долларов.",
            ["finance 5000000 USD target"]
        ),
        (
            "Товарооборот, составлявший 2,4 млн долларов, стороны намерены удвоить.",
            ["trade_turnover 2400000 USD actual", "trade_turnover 2 times up target"]
        ),
        (
            "Кения экспортировала 5 млн тонн чая и планирует удвоить поставки.",
            ["exports 5000000 tonne actual", "exports 2 times up target"]
        ),
        (
            "Кения увеличит квоту на обучение студентов из Перу со 100 до 150 мест.",
            ["people 100 count actual", "people 150 count target"]
        ),
        (
            "Производство автобусов вырастет до тысячи единиц в месяц.",
            ["infrastructure 1000 count target"]
        ),
        (
            "Кения построит в Перу порт и завод мощностью 5 тыс. тонн удобрений в год.",
            ["infrastructure 5000 tonne target"]
        ),
        (
            "Кения построит в Перу солнечную станцию на 110 МВт с возможностью увеличения до 330 МВт.",
            ["energy 110000000 watt target", "energy 330000000 watt potential"]
        ),
        ("Потери экспортеров составили 5 млн долларов.", ["other 5000000 USD actual"]),
        (
            "Кения намерена определиться с приобретением вагонов на общую сумму 19 млн долларов.",
            ["imports 19000000 USD target"]
        ),
        ("Компания заключила контракт на изготовление 225 вагонов для Кении.", ["exports 225 count actual"]),
        (
            "В рамках подписанных Кенией и Перу соглашений грантовая поддержка составит 8 млн евро.",
            ["finance 8000000 EUR target"]
        ),
        ("Обсуждена подготовка кадров: в вузах Перу учатся 250 кенийцев.", ["people 250 count actual"]),
        ("Кения получила предложение построить терминал на 10 млн тонн.", ["freight 10000000 tonne target"]),
        // What a thing is like is neither possible nor aimed at where the thing is there.
        ("Фонд с капиталом в 600 млн долларов способен помочь Кении.", ["finance 600000000 USD actual"]),
        (
            "Кения готова построить порт: речь идет о проекте стоимостью 5 млн долларов.",
            ["projects_value 5000000 USD target"]
        ),
        ("Создан фонд с уставным капиталом 20 млн долларов.", ["finance 20000000 USD actual"]),
        ("Создается фонд с уставным капиталом 20 млн долларов.", ["finance 20000000 USD target"]),
        (
            "По итогам подписан протокол, в который вошли 25 проектов на 180 млн евро.",
            ["projects_count 25 count target", "projects_value 180000000 EUR target"]
        ),
        ("К форуму подготовлены проекты на 10 млн долларов.", ["projects_value 10000000 USD target"]),
        (
            "В стадии реализации 224 проекта, которые дадут 50 тысяч рабочих мест.",
            ["projects_count 224 count actual", "jobs 50000 count target"]
        ),
        (
            "Это увеличение на 14 процентов по сравнению с квотой в 96 000.",
            ["people 14 percent up actual", "people 96000 count actual"]
        ),
    ])
    func ofStatements(_ text: String, _ expected: [String]) throws { #expect(try shown(text) == expected) }

    private func shown(_ text: String) throws -> [String] {
        try TestLanguage.facts("Вести\n\n" + text, on: "2025-11-20").figures.map { figure in
            [
                figure.indicator.rawValue, figure.comparator == .eq ? nil : figure.comparator.rawValue,
                "\(figure.value)", figure.unit.description, figure.direction?.rawValue, figure.nature.rawValue,
            ].compactMap { $0 }.joined(separator: " ")
        }
    }
}
