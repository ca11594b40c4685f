import Model
import TestLanguage
import Testing

@testable import Extract

/// Numbers that follow their states or times in the same order, states that follow the verb whose subjects they are, and parts of a
/// trade in a list.
@Suite struct FigureOrderTests {
    /// Indicator, value, direction, countries, both ends and the time, in the order of the figures.
    @Test(arguments: [
        // As many years as amounts.
        (
            "В 2021 и 2022 годах экспорт Кении в Перу составил 9,8 и 13,2 млрд долларов соответственно.",
            [
                "exports 9800000000 KE,PE KE>PE 2021-01-01/2021-12-31",
                "exports 13200000000 KE,PE KE>PE 2022-01-01/2022-12-31",
            ]
        ),
        (
            "Экспорт Кении в Перу в 2022 и 2023 годах достиг 3 млрд и 3,3 млрд долларов.",
            [
                "exports 3000000000 KE,PE KE>PE 2022-01-01/2022-12-31",
                "exports 3300000000 KE,PE KE>PE 2023-01-01/2023-12-31",
            ]
        ),
        (
            "В 2020, 2021 и 2022 годах товарооборот Кении и Перу составил 2,2, 4 и 4,6 млрд долларов соответственно.",
            [
                "trade_turnover 2200000000 KE,PE 2020-01-01/2020-12-31",
                "trade_turnover 4000000000 KE,PE 2021-01-01/2021-12-31",
                "trade_turnover 4600000000 KE,PE 2022-01-01/2022-12-31",
            ]
        ),
        (
            "В январе и феврале 2025 года Перу закупило в Кении 1,2 и 1,4 млн тонн чая соответственно.",
            [
                "imports 1200000 KE,PE KE>PE 2025-01-01/2025-01-31",
                "imports 1400000 KE,PE KE>PE 2025-02-01/2025-02-28",
            ]
        ),
        // One amount is of both.
        (
            "В январе и феврале 2025 года Перу закупило в Кении 2,6 млн тонн чая.",
            ["imports 2600000 KE,PE KE>PE 2025-01-01/2025-02-28"]
        ),
        // Two states and two percentages, whose the whole is behind them.
        (
            "Число студентов из Перу и Мексики в вузах Кении выросло в 2024 году на 37% и 31% соответственно.",
            ["people 37 up KE,PE 2024-01-01/2024-12-31", "people 31 up KE,MX 2024-01-01/2024-12-31"]
        ),
        // Those who have it stand behind the verb.
        (
            "Закупки топлива у Кении в январе увеличили Перу (на 12%), Мексика (на 6%) и Чили (на 3%).",
            [
                "imports 12 up KE,PE KE>PE 2025-01-01/2025-01-31", "imports 6 up KE,MX KE>MX 2025-01-01/2025-01-31",
                "imports 3 up CL,KE KE>CL 2025-01-01/2025-01-31",
            ]
        ),
        (
            "Сократили закупки кенийского зерна Перу (на 12%) и Мексика (на 7%).",
            ["imports 12 down KE,PE KE>PE", "imports 7 down KE,MX KE>MX"]
        ),
        (
            "Поставки в Кению нарастили Мексика (на 20%) и Чили (на 15%).",
            ["exports 20 up KE,MX MX>KE", "exports 15 up CL,KE CL>KE"]
        ),
        // Lines of parts: the sentence that opens them tells of what.
        (
            "Экспорт Кении за год составил 3 млрд долларов. Наибольшую долю в экспорте занимают:\n- Перу — 34%;\n- Мексика — 21%;\n- Чили — 9%.",
            [
                "exports 3000000000 KE KE>", "share 34 KE,PE KE>PE", "share 21 KE,MX KE>MX", "share 9 CL,KE KE>CL",
            ]
        ),
        (
            "За девять месяцев 2025 года приток прямых инвестиций в Кению составил 1,2 млрд долларов. Крупнейшие инвесторы: Мексика — 24%, Перу — 13%.",
            [
                "investment 1200000000 KE KE< 2025-01-01/2025-09-30", "share 24 KE,MX MX>KE 2025-01-01/2025-09-30",
                "share 13 KE,PE PE>KE 2025-01-01/2025-09-30",
            ]
        ),
        (
            "В январе–сентябре 2025 года отток прямых инвестиций из Кении составил 812 млн долларов.\nНаибольшую долю в общих объемах оттока инвестиций занимают следующие страны:\n- Мексика — 24%,\n- Перу — 23%.",
            [
                "investment 812000000 KE KE> 2025-01-01/2025-09-30", "share 24 KE,MX KE>MX 2025-01-01/2025-09-30",
                "share 23 KE,PE KE>PE 2025-01-01/2025-09-30",
            ]
        ),
        // People who work here and there.
        (
            "За рубежом находятся около 800 тысяч граждан Кении. Работают в Перу 640 тысяч кенийцев, 30 тысяч – в Мексике, 14 тысяч – в Чили.",
            ["people 800000 KE", "people 640000 KE,PE", "people 30000 KE,MX", "people 14000 CL,KE"]
        ),
        // From where money is sent is told; who sends more is no giver.
        (
            "За весь прошлый год кенийские трудовые мигранты отправили из Мексики домой 2,2 млрд долларов. Больше них перевели граждане Перу – 3,9 млрд, меньше – Чили (1,1 млрд).",
            [
                "finance 2200000000 KE,MX MX>KE 2024-01-01/2024-12-31",
                "finance 3900000000 MX,PE MX>PE 2024-01-01/2024-12-31",
                "finance 1100000000 CL,MX MX>CL 2024-01-01/2024-12-31",
            ]
        ),
        // A firm sells for its state.
        (
            "В январе «Газпром» увеличил экспорт газа в страны дальнего зарубежья на 36% — до 27 млрд кубометров.",
            [
                "energy 36 up RU RU> 2025-01-01/2025-01-31", "energy 27000000000 RU RU> 2025-01-01/2025-01-31",
            ]
        ),
        // Through a third state.
        (
            "Из Кении в Перу транзитом через территорию Мексики в 2024 году проследовало 113 тыс. тонн грузов.",
            ["freight 113000 KE,MX,PE KE>PE 2024-01-01/2024-12-31"]
        ),
        (
            "Через территорию Мексики в 2024 году транзитом перевезено 27 млн тонн грузов.",
            ["freight 27000000 MX 2024-01-01/2024-12-31"]
        ),
        // The sentence above a list tells the money, and the state on the other side.
        (
            "В январе–августе 2025 года экспорт Кении достиг 23 миллиардов долларов. Больше всего купили (в долларах США):\n- Перу - 2,9 миллиарда;\n- Мексика - 910,8 млн.",
            [
                "exports 23000000000 KE KE> 2025-01-01/2025-08-31",
                "exports 2900000000 KE,PE KE>PE 2025-01-01/2025-08-31",
                "exports 910800000 KE,MX KE>MX 2025-01-01/2025-08-31",
            ]
        ),
        (
            "Министерство сообщает, что гражданство Кении получили:\n- 50 тысяч граждан Перу;\n- 20 тысяч граждан Мексики.",
            ["people 50000 KE,PE", "people 20000 KE,MX"]
        ),
        // A part in brackets ends no row.
        (
            "В Перу было поставлено 5,4 млрд кубометров кенийского газа, в Европу — 7,3 млрд кубометров (51%), в Мексику — 1,7 млрд кубометров (12%).",
            [
                "energy 5400000000 KE,PE KE>PE", "energy 7300000000 KE KE>", "share 51 KE KE>",
                "energy 1700000000 KE,MX KE>MX", "share 12 KE,MX KE>MX",
            ]
        ),
        // From several at once, and again.
        (
            "Импорт газа в Кению из Перу и Мексики в 2024 году составил 571 млн долларов. В январе объем импорта газа составил 27 млн долларов.",
            [
                "imports 571000000 KE,MX,PE KE< 2024-01-01/2024-12-31",
                "imports 27000000 KE,MX,PE KE< 2025-01-01/2025-01-31",
            ]
        ),
        // All that entered a group.
        (
            "Перу, Мексика и Чили вошли в тройку крупнейших торговых партнеров Кении.", ["rank 3 CL,KE,MX,PE"]
        ),
        // Who has trade with all of a row.
        (
            "Оборот Кении с Перу составил 6 млрд долларов. В пятерку партнеров Кении вошли Мексика (5 млрд долларов) и Чили (3 млрд). Товарооборот с Кубой и Японией составил 903 млн и 829 млн долларов соответственно.",
            [
                "trade_turnover 6000000000 KE,PE", "trade_turnover 5000000000 KE,MX", "trade_turnover 3000000000 CL,KE",
                "rank 5 CL,KE,MX", "trade_turnover 903000000 CU,KE", "trade_turnover 829000000 JP,KE",
            ]
        ),
        (
            "Оборот Кении с Перу в 2020 году составил 6,4 млрд долларов. Из них 1,9 млрд пришлись на экспорт, а остальные 4,5 млрд – на импорт товаров из Перу.",
            [
                "trade_turnover 6400000000 KE,PE 2020-01-01/2020-12-31",
                "exports 1900000000 KE,PE KE>PE 2020-01-01/2020-12-31",
                "imports 4500000000 KE,PE PE>KE 2020-01-01/2020-12-31",
            ]
        ),
        // Money of which nobody tells whence, and a part of it.
        (
            "Банк выделил Украине пакет помощи объемом в 3,5 млрд долларов. Из этих средств уже перечислено 2,5 млрд долларов.",
            ["finance 3500000000 UA UA<", "finance 2500000000 UA UA<"]
        ),
        // Where a plant of two states stands.
        (
            "Новое кенийско-перуанское предприятие, расположенное на территории в 2 гектара в Лиме, создаст более 1000 рабочих мест.",
            ["infrastructure 2 PE", "jobs 1000 PE"]
        ),
        // From the start of a year to a month.
        (
            "С начала текущего года по апрель месяц торговля Кении с Перу превысила 4,3 миллиарда долларов.",
            ["trade_turnover 4300000000 KE,PE 2025-01-01/2025-04-30"]
        ),
        // A part is told behind the whole, and who gets each behind its amount.
        (
            "В 2024 году Кения добыла 76 млрд кубометров газа. На экспорт было отправлено 43 млрд, из них 31 млрд получило Перу, 8 млрд – Мексика и 1,2 млрд – Чили.",
            [
                "energy 76000000000 KE 2024-01-01/2024-12-31", "energy 43000000000 KE KE> 2024-01-01/2024-12-31",
                "energy 31000000000 KE,PE KE>PE 2024-01-01/2024-12-31",
                "energy 8000000000 KE,MX KE>MX 2024-01-01/2024-12-31",
                "energy 1200000000 CL,KE KE>CL 2024-01-01/2024-12-31",
            ]
        ),
        // With all the world, of the one that the article is about.
        (
            "Кения продала в Перу 53 тонны чая. Кения богата чаем.\nВсего внешнеторговый оборот страны достиг 18 млрд долларов. На долю Перу в нем пришлось 71%, на долю Мексики — 11%. Экспорт составил 10 млрд долларов, импорт — 8 млрд.",
            [
                "exports 53 KE,PE KE>PE", "trade_turnover 18000000000 KE", "share 71 KE,PE", "share 11 KE,MX",
                "exports 10000000000 KE KE>", "imports 8000000000 KE KE<",
            ]
        ),
        // Where what was told right before went.
        (
            "Поставки кенийских тракторов в Перу увеличились вдвое. Чая туда отгрузили на 95 млн долларов.",
            ["exports 2 up KE,PE KE>PE", "exports 95000000 KE,PE KE>PE"]
        ),
        // To the same one, whatever part of it.
        (
            "Европейский союз предоставит Кении 250 млн евро помощи. Еще 50 млн евро мы дадим в виде кредита.",
            ["finance 250000000 KE KE<", "finance 50000000 KE KE<"]
        ),
        // People work where the plants are; of those in a relative clause, their own time.
        (
            "В Кении работает 12 производств с перуанскими деталями, в них занято более 2 тысяч человек.",
            ["companies_count 12 KE,PE", "jobs 2000 KE"]
        ),
        (
            "В Кении действуют 1200 предприятий с участием перуанских инвестиций, 270 из которых созданы в прошлом году.",
            ["companies_count 1200 KE,PE PE>KE", "companies_count 270 KE,PE PE>KE 2024-01-01/2024-12-31"]
        ),
        // A season has no bounds.
        (
            "С 1 июля по 19 сентября 2025 года Кения экспортировала 10 млн тонн зерна. С начала сезона вывезено 8 млн тонн пшеницы.",
            ["exports 10000000 KE KE> 2025-07-01/2025-09-19", "exports 8000000 KE KE>"]
        ),
        // What is told of another time in passing.
        (
            "За девять месяцев Кения закупила в Перу 5 млн тонн чая. Мексика, которая год назад была третьей, приобрела 4 млн тонн.",
            [
                "imports 5000000 KE,PE PE>KE 2025-01-01/2025-09-30",
                "imports 4000000 MX,PE PE>MX 2025-01-01/2025-09-30",
            ]
        ),
    ])
    func order(_ text: String, _ expected: [String]) throws {
        let figures = try TestLanguage.facts(text, on: "2025-10-20").figures
        let told = figures.map { figure in
            ([FigureContextTests.shown(figure)] + [figure.period.map { FigureContextTests.shown($0) }].compactMap { $0 })
                .joined(separator: " ")
        }
        #expect(told == expected)
    }
}
