import Model
import TestLanguage
import Testing

@testable import Extract

/// Reports on one state's trade, visitors and debts, which seldom say again whose all of it is.
@Suite struct FigureAccountTests {
    /// Indicator, value, direction, countries and both ends, in the order of the figures.
    @Test(arguments: [
        (
            "Внешнеторговый оборот Кении за год вырос на 5% и составил 12 млрд долларов.\nГлавным партнером стало Перу – 3 млрд (25%), далее следуют Чили (2 млрд; 17%) и Куба (1 млрд; 8%).\nНа страны Евросоюза пришлось 11% оборота.",
            [
                "trade_turnover 5 up KE", "trade_turnover 12000000000 KE", "trade_turnover 3000000000 KE,PE",
                "share 25 KE,PE", "trade_turnover 2000000000 CL,KE", "share 17 CL,KE",
                "trade_turnover 1000000000 CU,KE", "share 8 CU,KE", "share 11 KE",
            ]
        ),
        // Of a seller they buy, of a buyer they sell.
        (
            "За год Кения вывезла 30 тыс. тонн чая.\nПервое место среди покупателей заняло Перу с 9 тыс. тонн, второе место у Чили (8 тыс. тонн).\nВ следующем году вывоз достигнет 40 тыс. тонн.",
            [
                "exports 30000 KE KE>", "exports 9000 KE,PE KE>PE", "exports 8000 CL,KE KE>CL", "rank 1 KE,PE",
                "rank 2 CL,KE", "exports 40000 KE KE>",
            ]
        ),
        (
            "Кения за год импортировала 50 тыс. тонн риса.\nКрупнейшим поставщиком остается Перу – 20 тыс. тонн. Чили отгрузило 9 тыс. тонн, Куба – 8 тыс. тонн.\nЗакупки мексиканского риса упали на 5%.",
            [
                "imports 50000 KE KE<", "imports 20000 KE,PE PE>KE", "exports 9000 CL,KE CL>KE",
                "exports 8000 CU,KE CU>KE", "imports 5 down KE,MX MX>KE",
            ]
        ),
        // Who gets stands behind its amount.
        (
            "Кения за год выработала 9 млрд кВт·ч электроэнергии. Экспорт составил 2 млрд кВт·ч, из них 1,5 млрд получило Перу, 500 млн – Чили.",
            [
                "energy 9000000000 KE", "energy 2000000000 KE KE>", "energy 1500000000 KE,PE KE>PE",
                "energy 500000000 CL,KE KE>CL",
            ]
        ),
        (
            "Внешний долг Кении составил 5 млрд долларов. На Перу приходится 2 млрд, на Всемирный банк – 1 млрд, на Чили – 500 млн.",
            [
                "finance 5000000000 KE", "finance 2000000000 KE,PE PE>KE", "finance 1000000000 KE KE<",
                "finance 500000000 CL,KE CL>KE",
            ]
        ),
        // In brackets behind its name is a part.
        (
            "Кения за год вывезла 30 тыс. тонн чая. В структуре экспорта преобладают чай (31%) и продукция пищевой промышленности (24%).",
            ["exports 30000 KE KE>", "share 31 KE KE>", "share 24 KE KE>"]
        ),
        // What two states have to do with each other in a paragraph of their own is theirs.
        (
            "Товарооборот Кении и Перу составил 5 млрд долларов. В общем объеме кенийского экспорта на Перу приходится 4%.",
            ["trade_turnover 5000000000 KE,PE", "share 4 KE,PE KE>PE"]
        ),
        (
            "Кения за год экспортировала 25 тыс. тонн чая: в Перу – 9 тыс. тонн, в Чили – 2 тыс. тонн.",
            ["exports 25000 KE KE>", "exports 9000 KE,PE KE>PE", "exports 2000 CL,KE KE>CL"]
        ),
        (
            "В Перу работают 14 кенийских фирм, в Кении – 22 предприятия с перуанским капиталом.",
            ["companies_count 14 KE,PE KE>PE", "companies_count 22 KE,PE PE>KE"]
        ),
        (
            "Товарооборот Кении с Перу составил 950 млн долл. США. Экспорт вырос на 34%, до 689 млн долл. США, импорт – на 29%, до 261 млн.",
            [
                "trade_turnover 950000000 KE,PE", "exports 34 up KE,PE KE>PE", "exports 689000000 KE,PE KE>PE",
                "imports 29 up KE,PE PE>KE", "imports 261000000 KE,PE PE>KE",
            ]
        ),
        (
            "Кения отправила 940 килограммов чая на 55 млн долларов в Перу и 14 тонн чая на 85 млн долларов в Чили.",
            [
                "exports 940 KE,PE KE>PE", "exports 55000000 KE,PE KE>PE", "exports 14 CL,KE KE>CL",
                "exports 85000000 CL,KE KE>CL",
            ]
        ),
        (
            "Перу, опередив Чили и Кубу, продало Кении 40 тыс. тонн риса.",
            ["exports 40000 KE,PE PE>KE"]
        ),
        (
            "В пятерку стран, покупающих чай в Кении, вошли Перу, Чили и Куба.",
            ["rank 5 CL,CU,KE,PE"]
        ),
        (
            "Кения купила рис:\n- Перу — 620 тонн;\n- Чили — 584;\n- Куба — 196.",
            ["imports 620 KE,PE PE>KE", "imports 584 CL,KE CL>KE", "imports 196 CU,KE CU>KE"]
        ),
        (
            "Товарооборот Кении и Перу вырос на 5%. Мировой рынок кофе оценивается в 120 млрд долларов.",
            ["trade_turnover 5 up KE,PE", "other 120000000000 "]
        ),
        (
            "Товарооборот Кении и Перу вырос на 5%. В общем объеме экспорта на Перу приходится 4%.",
            ["trade_turnover 5 up KE,PE", "share 4 KE,PE KE>PE"]
        ),
        (
            "Поставки кенийской нефти по нефтепроводу выросли на 5%.",
            ["freight 5 up KE KE>"]
        ),
        (
            "Кения и Перу обсудили торговлю. Состоялось два визита.",
            []
        ),
        (
            "На долю Перу пришлось 34% внешней торговли Кении, Чили – 8%, Кубы – 7,5%.",
            ["share 34 KE,PE", "share 8 CL,KE", "share 7.5 CU,KE"]
        ),
        (
            "Товарооборот Евросоюза и Кении составил 5 млн долларов. Экспорт ЕС достиг 3 млн долларов.",
            ["trade_turnover 5000000 KE", "exports 3000000 KE KE<"]
        ),
        (
            "Экспорт Кении в Перу составил 2,2 млрд долларов, импорт – 1,2.",
            ["exports 2200000000 KE,PE KE>PE", "imports 1200000000 KE,PE PE>KE"]
        ),
        (
            "За год Кения вывезла 32 тыс. тонн зерновых. На пшеницу пришлось 27 тыс. тонн, на ячмень – 3 тыс. тонн.",
            ["exports 32000 KE KE>", "exports 27000 KE KE>", "exports 3000 KE KE>"]
        ),
        (
            "За год Кения вывезла 32 тыс. тонн чая. На третье место поднялось Чили, импортировавшее 2 тыс. тонн.",
            ["exports 32000 KE KE>", "exports 2000 CL,KE KE>CL", "rank 3 CL,KE"]
        ),
        (
            "Госдолг Кении достиг 177% ВВП.",
            ["finance 177 KE"]
        ),
    ])
    func areOf(_ text: String, _ expected: [String]) throws {
        #expect(
            try TestLanguage.facts(text, on: "2025-09-15").figures.map(FigureContextTests.shown) == expected)
    }

    @Test(arguments: [
        // The time of the report is that of its shares and of what the trade left over, and a year earlier of what it is compared with.
        (
            "Экспорт Кении в январе–июле 2025 года достиг 5 млн долларов против 4 млн годом ранее. Положительное сальдо составило 2 млн долларов.",
            ["2025-01-01/2025-07-31", "2024-01-01/2024-07-31", "2025-01-01/2025-07-31"]
        ),
        (
            "За пять месяцев 2025 года Кению посетили 5 млн туристов.\nИз Перу приехало 2 млн человек, из Чили – 1 млн.",
            ["2025-01-01/2025-05-31", "2025-01-01/2025-05-31", "2025-01-01/2025-05-31"]
        ),
        // A time behind a conjunction, a colon or a comma with a number of its own is of that one.
        (
            "Доля Перу в торговле Кении снизилась до 67%, тогда как в 2022 году она составляла 86%.",
            ["-", "2022-01-01/2022-12-31"]
        ),
        (
            "Торговля Кении с Африкой за двадцать лет выросла в 11 раз: если в 2005 году она не достигала 8 млрд долларов, то в 2023-м составила 89 млрд.",
            ["-", "2005-01-01/2005-12-31", "2023-01-01/2023-12-31"]
        ),
        (
            "Торговля двух стран за 2024 год составила 46 млн долларов, в 2023-м было 21 млн долларов.",
            ["2024-01-01/2024-12-31", "2023-01-01/2023-12-31"]
        ),
        // What a growth is compared with is no time of its own.
        (
            "Торговля двух стран за девять месяцев 2022 года увеличилась по сравнению с таким же периодом годом ранее на 30%, до 23 млн долларов.",
            ["2022-01-01/2022-09-30", "2022-01-01/2022-09-30"]
        ),
        // A year whose noun is told before.
        (
            "В 2023 году Кения экспортировала 8 млн тонн чая, в нынешнем поставит 11 млн тонн.",
            ["2023-01-01/2023-12-31", "/2025-12-31"]
        ),
        // Two amounts of the next of a row.
        (
            "Экономика Кении вырастет на 4,5% в 2026 году и на 5% в 2027-м, Мексики – на 6,5% и 5,5%.",
            ["/2026-12-31", "/2027-12-31", "/2026-12-31", "/2027-12-31"]
        ),
        // The time of a relative clause, and that of another number.
        (
            "По газопроводу, первая нитка которого введена в 2009 году, Кения экспортировала 60 млн кубометров газа.",
            ["-"]
        ),
        (
            "В Кении работает 200 предприятий с участием Перу, из них 35 предприятий открыто в этом году.",
            ["-", "2025-01-01/2025-12-31"]
        ),
        // What a growth comes from is told of no day to come.
        (
            "Кения и Перу намерены довести товарооборот к 2030 году до 100 млн долларов с нынешних 33 млн.",
            ["/2030-12-31", "-"]
        ),
    ])
    func areAt(_ text: String, _ expected: [String]) throws {
        let periods = try TestLanguage.facts(text, on: "2025-09-15").figures.map(\.period)
        #expect(periods.map { $0.map(FigureContextTests.shown) ?? "-" } == expected)
    }

    @Test(arguments: [
        // A row of growths under one verb, and the next of a row behind it.
        (
            "Промышленность Кении прибавила 6%, сельское хозяйство – 3%, строительство – 16%.",
            ["gdp 6 up KE", "agriculture 3 up KE", "gdp 16 up KE"]
        ),
        (
            "Экспорт Кении вырос. Это на 11%, или 3 млн долларов, больше, чем год назад.",
            ["exports 11 up KE KE>", "exports 3000000 up KE KE>"]
        ),
        ("Прогноз роста ВВП Кении повышен с 5,1 до 6,2%.", ["gdp 5.1 up KE", "gdp 6.2 up KE"]),
        // What goods are worth and what a loan is of moved nowhere.
        (
            "Кения увеличила экспорт на 11%, отгрузив 9 тыс. тонн на 5 млн долларов.",
            ["exports 11 up KE KE>", "exports 9000 KE KE>", "exports 5000000 KE KE>"]
        ),
        (
            "Кения продала чая на 28 млн долларов – на 6% меньше, чем год назад.",
            ["exports 28000000 KE KE>", "exports 6 down KE KE>"]
        ),
        ("Перу добавило к этому кредит на 3 млн долларов.", ["finance 3000000 PE"]),
        // A debt is no duty, and a duty no debt.
        ("Кения должна Перу 3 млн долларов.", ["finance 3000000 KE,PE PE>KE"]),
        // A part told in words and in digits is one.
        ("Больше трети кенийского экспорта (38,5%) забрало Перу.", ["share 38.5 KE,PE KE>PE"]),
    ])
    func move(_ text: String, _ expected: [String]) throws {
        #expect(
            try TestLanguage.facts(text, on: "2025-09-15").figures.map(FigureContextTests.shown) == expected)
    }
}
