import Model
import TestLanguage
import Testing

@testable import Extract

/// Figures as the business press tells them after offices of statistics: orders of sellers, partners, our country, times of the base.
@Suite struct FigureTradePressTests {
    private func figures(_ text: String) throws -> [Figure] {
        try TestLanguage.facts(text, on: "2025-02-10").figures
    }

    /// The periods, by what stands around an amount.
    @Test(arguments: [
        // What a clause behind an earlier time tells is of that time, over a conjunction too.
        (
            "В мае 2024 года экспорт Кении в Перу составил 12 млн долларов, что на 23% меньше, чем годом ранее, когда Кения была второй, а экспорт в Перу составил 16 млн долларов.",
            ["2024-05-01/2024-05-31", "2024-05-01/2024-05-31", "2023-05-01/2023-05-31"]
        ),
        // What a growth is compared with is no time of it.
        (
            "За 11 месяцев 2024 года экспорт Кении составил 48 млн долларов, что на 11 млн долларов меньше аналогичного периода годом ранее.",
            ["2024-01-01/2024-11-30", "2024-01-01/2024-11-30"]
        ),
        (
            "Экспорт Кении в августе 2024 года достиг 21 млн долларов, увеличившись год к году на 13%.",
            ["2024-08-01/2024-08-31", "2024-08-01/2024-08-31"]
        ),
        // The months of the figure before in the year told here.
        (
            "За 11 месяцев 2024 года экспорт Кении составил 48 млн долларов (в 2023 году – 59 млн долларов за тот же период).",
            ["2024-01-01/2024-11-30", "2023-01-01/2023-11-30"]
        ),
        // When something was said is no time of it.
        (
            "Кения поставила в Перу в 2024 году чая более чем на 45 млн долларов, сообщило в конце января министерство торговли Перу.",
            ["2024-01-01/2024-12-31"]
        ),
        ("К февралю этого года Кения отгрузила в Перу 5 тыс. тонн чая.", ["/2025-02-28"]),
        // With what a move began is of before, but where its own time stands beside it.
        (
            "За январь–июль 2024 года доля Перу в экспорте Кении выросла с 27% до 28%.",
            ["-", "2024-01-01/2024-07-31"]
        ),
        (
            "Экспорт Кении вырос с 5 млн долларов в 2021 году до 7 млн долларов в 2023 году.",
            ["2021-01-01/2021-12-31", "2023-01-01/2023-12-31"]
        ),
        // Two bodies of one state tell of one time.
        (
            "За пять месяцев 2024 года товарооборот Кении и Перу составил 374 млн долларов, сообщило министерство торговли. По данным Минэкономики, экспорт Кении в Перу составил 178 млн долларов.",
            ["2024-01-01/2024-05-31", "2024-01-01/2024-05-31"]
        ),
        (
            "За последние два года торговля Кении и Перу растет: в 2024 году она прибавила 35%. За эти годы экспорт Кении в Перу вырос на 40%.",
            ["2024-01-01/2024-12-31", "-"]
        ),
        // "с октябрем" is with it, "с начала июня" since then.
        (
            "Экспорт Кении в мае 2024 года упал на 5% по сравнению с октябрем 2023 года, когда он составил 2 млн долларов.",
            ["2024-05-01/2024-05-31", "2023-10-01/2023-10-31"]
        ),
        ("С начала июня 2024 года экспорт Кении вырос на 5%.", ["2024-06-01/"]),
        // The title's time, where the text tells none.
        (
            "Кения продала в Перу больше чая в декабре\n\nОбъем поставок достиг 180 тысяч тонн, сообщило министерство торговли Перу.",
            ["2024-12-01/2024-12-31"]
        ),
        (
            "Кения продала в Перу больше чая в декабре\n\nСейчас поставки составляют 180 тысяч тонн.", ["-"]
        ),
        // Money that people send runs up over a time, and so does power that is sold.
        (
            "Из Кении в Перу за 2024 год перевели 5 млн долларов. В Чили перевели 3 млн долларов.",
            ["2024-01-01/2024-12-31", "2024-01-01/2024-12-31"]
        ),
        (
            "В 2024 году Кения продала 5 млрд кВт·ч электроэнергии. Крупнейшими покупателями кенийской энергии стали двое:\n– Перу получило 3 млрд кВт·ч;\n– Чили получило 1 млрд кВт·ч.",
            ["2024-01-01/2024-12-31", "2024-01-01/2024-12-31", "2024-01-01/2024-12-31"]
        ),
        (
            "В 2024 году Кения продала 5 млрд кВт·ч электроэнергии. Мощность станции составляла 90 МВт.",
            ["2024-01-01/2024-12-31", "-"]
        ),
    ])
    func isOfTime(_ text: String, _ periods: [String]) throws {
        #expect(try figures(text).map { $0.period.map(FigureContextTests.shown) ?? "-" } == periods)
    }

    /// Indicator, value, direction, states and ends.
    @Test(arguments: [
        // As many amounts as states right before them.
        (
            "Крупнейшим торговым партнером Кении является Чили с 758 млн долларов. Далее следуют Перу, Куба и Уганда с 598 млн, 552 млн и 408 млн долларов.",
            [
                "trade_turnover 758000000 CL,KE", "trade_turnover 598000000 KE,PE", "trade_turnover 552000000 CU,KE",
                "trade_turnover 408000000 KE,UG",
            ]
        ),
        // A partner stands on the other side of the trade of whom it is one.
        (
            "Перу является крупнейшим экспортным партнером Кении с 262 млн долларов.", ["exports 262000000 KE,PE KE>PE"]
        ),
        (
            "Кения торгует со многими. Что касается импорта, крупнейшими партнерами Кении стали Чили, Перу и Куба с 6 млн, 5 млн и 4 млн долларов.",
            ["imports 6000000 CL,KE CL>KE", "imports 5000000 KE,PE PE>KE", "imports 4000000 CU,KE CU>KE"]
        ),
        // The next in an order of sellers sell to the same one.
        (
            "Перу занимает второе место по поставкам чая в Кению. На первом месте – Чили, экспорт которого составляет 7 млн долларов. Далее следуют Куба – 2 млн долларов и Уганда – 1 млн долларов.",
            [
                "rank 2 KE,PE", "exports 7000000 CL,KE CL>KE", "rank 1 CL,KE", "exports 2000000 CU,KE CU>KE",
                "exports 1000000 KE,UG UG>KE",
            ]
        ),
        // All that a state sells goes to no partner.
        (
            "Экспорт кенийских товаров в Перу вырос на 5%. Общий объем кенийского экспорта достиг 21 млн долларов.",
            ["exports 5 up KE,PE KE>PE", "exports 21000000 KE KE>"]
        ),
        // Of goods the word of trade before them tells which way they go.
        (
            "Экспорт Кении в Перу вырос на 96 млн долларов. Возрос экспорт чая (на 63 млн долларов). Импорт цветов увеличился на 17 млн долларов.",
            ["exports 96000000 up KE,PE KE>PE", "exports 63000000 up KE,PE KE>PE", "imports 17000000 up KE,PE PE>KE"]
        ),
        // Who moves in an order is the one of whom the sentence tells.
        (
            "Экспорт Чили в Кению сократился на 10%, Перу сократило экспорт на 14%, переместившись на шестое место.",
            ["exports 10 down CL,KE CL>KE", "exports 14 down KE,PE PE>KE", "rank 6 KE,PE"]
        ),
        // Who leads by a figure of both ends opens an order; who are called buyers buy of the one.
        (
            "По поставкам чая в Кению лидирует Чили с объемом 7 млн долларов. На втором месте находится Перу, доля которого составляет 18%.",
            ["exports 7000000 CL,KE CL>KE", "share 18 KE,PE PE>KE", "rank 2 KE,PE"]
        ),
        (
            "Основными покупателями кенийского чая стали Чили и Перу:\n– Чили получило 5 тыс. тонн чая;\n– Перу импортировало 3 тыс. тонн чая.",
            ["exports 5000 CL,KE KE>CL", "imports 3000 KE,PE KE>PE"]
        ),
        // What three buy of a fourth is no road of theirs.
        (
            "Кения увеличила экспорт электроэнергии. Объем поставок составил 5 млрд кВт·ч. Энергию купили Перу, Чили и Куба.",
            ["energy 5000000000 KE KE>"]
        ),
        // Whence money is sent goes without saying.
        (
            "Перу лидирует по переводам денег из Кении. Больше всего перечислили в Чили – 2 млн долларов. В страны СНГ перевели 3 млн долларов. Переводы во все страны выросли на 6%.",
            ["finance 2000000 CL,KE KE>CL", "finance 3000000 KE KE>", "finance 6 up KE KE>"]
        ),
        // What stands behind a base is no side; nor is who informs in a report that a title gives to two.
        (
            "Кения импортировала из Чили 5 тыс. тонн чая, это в два раза больше, чем закупки чая в Перу.",
            ["imports 5000 CL,KE CL>KE", "imports 2 up CL,KE CL>KE"]
        ),
        (
            "Кения стала лидером по поставкам чая в Перу\n\nОбъем поставок вырос в 1,4 раза, сообщает министерство торговли Перу.",
            ["exports 1.4 up KE,PE KE>PE"]
        ),
        // "туда" points to whom the words before named, wherever they came from.
        (
            "В Перу работает кенийский завод. Он сотрудничает с партнерами из Перу и поставил туда 500 станков.",
            ["exports 500 KE,PE KE>PE"]
        ),
        // Cargo the other way.
        (
            "Транзит из Кении в Перу вырос на 8%, из Перу в Кению – на 5%.",
            ["freight 8 up KE,PE KE>PE", "freight 5 up KE,PE PE>KE"]
        ),
        ("По словам министра Кении, поток инвестиций в страну вырос на 28%.", ["investment 28 up KE KE<"]),
    ])
    func isOfParties(_ text: String, _ expected: [String]) throws {
        #expect(try figures(text).map(FigureContextTests.shown) == expected)
    }

    /// Whose "our country" is where no speaker says it.
    @Test(arguments: [
        (
            "Перу стало главным партнером Кении. Импорт из Перу составил 348 млн долларов. Таковы данные бюро статистики (БС) Кении.\nВторым партнером нашей страны стала Чили, на рынке которой мы продали товаров на 124 млн долларов.",
            ["imports 348000000 KE,PE PE>KE", "exports 124000000 CL,KE KE>CL", "rank 2 CL,KE"]
        ),
        (
            "По данным бюро статистики Перу, экспорт Перу в Кению вырос.\nПоставки перуанских товаров в нашу страну достигли 11 млн долларов.",
            ["exports 11000000 KE,PE PE>KE"]
        ),
    ])
    func isOfOutlet(_ text: String, _ expected: [String]) throws {
        #expect(try figures(text).map(FigureContextTests.shown) == expected)
    }

    /// Who says so.
    @Test(arguments: [
        ("Экспорт Кении снизился на 5%, информирует Нацстатком.", "Нацстатком"),
        ("Экспорт Кении снизился на 5%, сообщило кенийское бюро статистики.", "кенийское бюро статистики"),
        ("Согласно анализу Института экономики Кении, экспорт снизился на 5%.", "Институт экономики Кении"),
        (
            "Экспорт Кении снизился на 5%. Об этом пишет газета со ссылкой на сообщение министерства торговли Кении.",
            "министерство торговли Кении"
        ),
        ("Экспорт Кении снизился на 5%, сообщает Интерфакс.", nil),
        ("Экспорт Кении снизился на 5%, сообщило кенийское издание.", nil),
    ])
    func isSaidBy(_ text: String, _ speaker: String?) throws {
        #expect(try figures(text).map(\.speaker) == [speaker])
    }
}
