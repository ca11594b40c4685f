import Model
import TestLanguage
import Testing

@testable import Extract

/// What amounts mean, in articles of 20 November 2025.
@Suite struct FigureTests {
    @Test(arguments: [
        (
            "Товарооборот Кении и Перу за январь-июль 2025 года вырос на 12% и составил 40 млн долларов.",
            [
                "trade_turnover 12 percent up actual 2025-01-01/2025-07-31 KE,PE",
                "trade_turnover 40000000 USD actual 2025-01-01/2025-07-31 KE,PE",
            ]
        ),
        (
            "Кения и Перу намерены довести товарооборот до 90 млн долларов к 2030 году.",
            ["trade_turnover 90000000 USD target /2030-12-31 KE,PE"]
        ),
        (
            "Кения и Перу обсудили планы увеличения товарооборота до 90 млн долларов к 2030 году.",
            ["trade_turnover 90000000 USD target /2030-12-31 KE,PE"]
        ),
        (
            "Кения экспортирует в Перу 20 тыс. тонн чая.",
            ["exports 20000 tonne actual - KE,PE KE>PE"]
        ),
        (
            "Перу готово поставить Кении 5 тыс. тонн меди.",
            ["exports 5000 tonne potential - KE,PE PE>KE"]
        ),
        (
            "Товарооборот Кении и Перу растет. Этот показатель достигнет 70 млн долларов.",
            ["trade_turnover 70000000 USD target - KE,PE"]
        ),
        (
            "Кения продала за рубеж 90 тыс. тонн чая, в том числе в Перу – 30 тыс. тонн, Чили – 20 тыс. тонн.",
            [
                "exports 90000 tonne actual - KE KE>", "exports 30000 tonne actual - KE,PE KE>PE",
                "exports 20000 tonne actual - CL,KE KE>CL",
            ]
        ),
        (
            "В 2024 году Кению посетили 40 тыс. перуанских туристов.",
            ["passengers 40000 count actual 2024-01-01/2024-12-31 KE,PE PE>KE"]
        ),
        (
            "По маршруту перевезли 15 тыс. TEU.",
            ["freight 15000 teu actual - "]
        ),
        (
            "Половина торговли Кении и Перу приходится на чай. Страны намерены выйти на 10 млн долларов.",
            ["share 50 percent actual - KE,PE", "trade_turnover 10000000 USD target - KE,PE"]
        ),
        (
            "Китайские инвестиции в экономику Кении выросли впятеро.",
            ["investment 5 times up actual - CN,KE CN>KE"]
        ),
        (
            "Перуанские компании вложили в экономику Кении 12 млн долларов, кенийские в перуанскую – 18 млн.",
            ["investment 12000000 USD actual - KE,PE PE>KE", "investment 18000000 USD actual - KE,PE KE>PE"]
        ),
        (
            "Крупнейшие покупатели кенийского чая: Перу (1,7 млн, снижение на 4%), Чили (0,9 млн тонн).",
            [
                "exports 1700000 tonne actual - KE,PE KE>PE", "exports 4 percent down actual - KE,PE KE>PE",
                "exports 900000 tonne actual - CL,KE KE>CL",
            ]
        ),
        (
            "Кения продала 90 тыс. тонн чая. Больше всего берет Перу. Туда отправили 50 тыс. тонн.",
            ["exports 90000 tonne actual - KE KE>", "exports 50000 tonne actual - KE,PE KE>PE"]
        ),
        (
            "Из Кении за рубеж совершили 5 млн поездок. В лидерах Перу (1,7 млн, +3%), Чили (0,9 млн).",
            [
                "passengers 5000000 count actual - KE KE>", "passengers 1700000 count actual - KE,PE KE>PE",
                "passengers 3 percent up actual - KE,PE KE>PE", "passengers 900000 count actual - CL,KE KE>CL",
            ]
        ),
        (
            "Из Кении в Перу перевезли 15 тыс. тонн, плюс 13% к 2023 году.",
            ["freight 15000 tonne actual - KE,PE KE>PE", "freight 13 percent up actual - KE,PE KE>PE"]
        ),
        (
            "Дорога Кения – Перу – Чили станет трехсторонним проектом. Ее длина составит 90 км.",
            ["infrastructure 90 kilometre target - CL,KE,PE"]
        ),
        (
            "Поток туристов из Кении в Перу вырос втрое. Сильнее прибавило Перу, а также Чили (+35%), Куба (+29%).",
            [
                "passengers 3 times up actual - KE,PE KE>PE", "passengers 35 percent up actual - CL,KE KE>CL",
                "passengers 29 percent up actual - CU,KE KE>CU",
            ]
        ),
        (
            "Следует отметить, что Кения входит в пятерку крупнейших партнеров Перу.",
            ["rank 5 count actual - KE,PE"]
        ),
        (
            "Министр Кении отметил важность усилий по увеличению товарооборота с Перу до 5 млн долларов.",
            ["trade_turnover 5000000 USD target - KE,PE"]
        ),
        (
            "В этом году Перу посетит рекордное число кенийских туристов – один миллион 700 тысяч человек, заявил он.",
            ["passengers 1700000 count target /2025-12-31 KE,PE KE>PE"]
        ),
        (
            "Индекс промышленного производства Кении составил 108,7 процента.",
            ["gdp 108.7 percent actual - KE"]
        ),
        (
            "Кения инвестирует в Перу 5 млн долларов до 2030 года.",
            ["investment 5000000 USD target /2030-12-31 KE,PE KE>PE"]
        ),
        (
            "Экспорт Кении в Перу составил 5 млн долларов, хотя это на 42% меньше, чем годом ранее.",
            ["exports 5000000 USD actual - KE,PE KE>PE", "exports 42 percent down actual - KE,PE KE>PE"]
        ),
        (
            "В форуме участвовали более ста представителей крупных компаний.",
            ["people 100 count actual - "]
        ),
        (
            "Сейчас мощность станции в Перу 300 МВт.",
            ["energy 300000000 watt actual - PE"]
        ),
    ])
    func reads(_ text: String, _ expected: [String]) throws {
        #expect(try figures(text).map(Self.shown) == expected)
    }

    /// Addresses, clocks, ages, numbers of pages and documents, and what a page leaves behind.
    @Test(arguments: [
        "Звоните по телефону 8 (7172) 76-90-76 с 9:00 до 18:00.",
        "Посольство находится по адресу: ул. Садовая, 55/20, офис 401, индекс 010000.",
        "Послу исполнилось 65 лет.",
        "Статья 15 пункт 3 закона № 319 действует с 2013 года.",
        "В первой половине февраля стороны встретятся дважды.",
        "Обе страны отметили 30-летие отношений.",
        "Встреча завершилась со счетом 3:2.",
        "Фото: архив\n12668\n3\n26",
        "Министр инвестиций и торговли прибыл в Перу.",
    ])
    func passesOver(_ text: String) throws {
        #expect(try figures(text).map(Self.shown) == [])
    }

    /// A speaker is named in the sentence, in its quotation, or in the sentence right behind.
    @Test(arguments: [
        ("По словам президента Кении Уильяма Руто, экспорт вырос на 5%.", "Уильям Руто"),
        ("\"Наш экспорт вырос. Он прибавил 5%\", – сказал президент Кении Уильям Руто.", "Уильям Руто"),
        ("Экспорт Кении вырос на 5%.", nil),
        (
            "Президент Кении Уильям Руто прибыл в Лиму. Глава кенийского государства отметил, что экспорт вырос на 5%.",
            "Уильям Руто"
        ),
    ])
    func attributes(_ text: String, _ speaker: String?) throws {
        #expect(try figures(text).map(\.speaker) == [speaker])
    }

    /// The noun that is measured, in the nominative, and never a verb.
    @Test(arguments: [
        ("Транзитные перевозки железной дорогой увеличились на 33 процента.", "Транзитные перевозки железной дорогой"),
        ("Кения намерена закупить чипы на 2 млн долларов.", "чипы"),
        ("Перу отгрузило 5 тыс. тонн медного лома.", "медный лом"),
        ("Торговля Кении и Перу выросла на 5%.", "Торговля Кении и Перу"),
        ("Кения вложила в дороги 5 млн долларов.", nil),
        // What the next noun needs is none of it, nor who acts.
        ("Кения заключила контракты общей стоимостью 5 млн долларов.", "контракты"),
        ("Товарооборот стороны намерены довести до 2 млн долларов.", "Товарооборот"),
    ])
    func names(_ text: String, _ subject: String?) throws {
        #expect(try figures(text).map(\.subject) == [subject])
    }

    private func figures(_ text: String) throws -> [Figure] {
        try TestLanguage.facts("Вести\n\n" + text, on: "2025-11-20").figures
    }

    private static func shown(_ figure: Figure) -> String {
        let period = figure.period.map {
            "\($0.from.map { "\($0.firstDay)" } ?? "")/\($0.to.map { "\($0.lastDay)" } ?? "")"
        }
        var words = [figure.indicator.rawValue, "\(figure.value)", figure.unit.description]
        if let direction = figure.direction { words.append(direction.rawValue) }
        words += [figure.nature.rawValue, period ?? "-", figure.countries.map(\.rawValue).joined(separator: ",")]
        if figure.origin != nil || figure.destination != nil {
            words.append("\(figure.origin?.rawValue ?? "")>\(figure.destination?.rawValue ?? "")")
        }
        return words.joined(separator: " ")
    }
}
