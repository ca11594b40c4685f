import Model
import TestLanguage
import Testing

@testable import Extract

/// What customs, ministries and agencies report: what is counted, how sure, reached or to come, and when.
@Suite struct FigureReportTests {
    /// Indicator, comparator where it is not equality, value, unit, direction, nature where it is not reached, period.
    @Test(arguments: [
        // Of two nouns in one name the first says what is counted.
        ("В Кении работают 120 компаний-экспортеров.", ["companies_count 120 count"]),
        ("Перу закупит у Чили 14 самолетов-заправщиков.", ["exports 14 count target"]),
        (
            "К 2030 году число студентов-иностранцев в Кении доведут до 200 тыс.",
            ["people 200000 count target –2030-12-31"]
        ),
        ("В форуме участвовали 40 стран-участниц.", []),
        // Said not to be more is at most.
        ("Экспорт Кении не был выше 3 млрд долларов.", ["exports lt 3000000000 USD"]),
        ("Экспорт Кении не опускался ниже 3 млрд долларов.", ["exports gt 3000000000 USD"]),
        // In brackets, with a time of its own.
        (
            "В Кении собрано 3,5 млн тонн зерна (2,9 млн год назад).",
            ["agriculture 3500000 tonne", "agriculture 2900000 tonne 2024-01-01–2024-12-31"]
        ),
        (
            "Японию посетили 5 млн туристов. Среди них гости из Кении (1,4 млн), Перу (более 1 млн), Чили (свыше 200 тыс.).",
            [
                "passengers 5000000 count", "passengers 1400000 count", "passengers gt 1000000 count",
                "passengers gt 200000 count",
            ]
        ),
        // Scales and nouns left out.
        (
            "Кению посетили 41 тыс. туристов из Перу, 38,2 тыс. – из Чили, 22,5 – из Мексики.",
            ["passengers 41000 count", "passengers 38200 count", "passengers 22500 count"]
        ),
        (
            "Поток туристов в Кению вырос на 31% и превысил 11 миллионов человек.",
            ["passengers 31 percent up", "passengers gt 11000000 count"]
        ),
        ("Число посетивших Кению перуанцев составило 712,5 тысячи.", ["passengers 712500 count"]),
        (
            "В 2024 году консульство Кении выдало 3,4 тысячи виз, а в 2025-м – уже 2,1 тысячи.",
            ["other 3400 count 2024-01-01–2024-12-31", "other 2100 count 2025-01-01–2025-12-31"]
        ),
        (
            "В Кении учатся 140 студентов из Перу, причем 35 из них – за счет бюджета.",
            ["people 140 count", "people 35 count"]
        ),
        (
            "Кения удвоила экспорт тракторов. Показатель дошел до 41,3 тыс. штук.",
            ["exports 2 times up", "exports 41300 count"]
        ),
        ("Экспорт Кении включает 510 тыс. легких мотоциклов.", ["exports 510000 count"]),
        ("Стороны подписали контракт на поставку 40 буровых установок.", ["exports 40 count target"]),
        ("На базе в Кении служат 1,4 тыс. контрактников.", ["people 1400 count"]),
        ("Ролик отметили 300 тысяч пользователей.", []),
        ("В учениях участвуют 80 боевых самолетов.", ["other 80 count"]),
        ("Из Кении вывезли 5 тыс. овец.", ["exports 5000 count"]),
        ("Постоянную работу на заводе в Кении получат 300 человек.", ["jobs 300 count target"]),
        ("Доля Кении – 6,1-процентная.", ["share 6.1 percent"]),
        // Parts of a whole told before.
        (
            "Стороны заключили контракты на 6 млрд долларов. Портфель таков: энергетика – 3 млрд, связь – 2 млрд, сельское хозяйство – 600 млн долларов.",
            [
                "contracts_value 6000000000 USD", "contracts_value 3000000000 USD", "contracts_value 2000000000 USD",
                "contracts_value 600000000 USD",
            ]
        ),
        // Places that go on.
        (
            "Иванов перечислил места, которые Кения занимает в мире: первое – по экспорту чая, второе – по добыче соды.",
            ["rank 1 count", "rank 2 count"]
        ),
        ("Кения – третий торговый партнер Перу в мире и первый в Африке.", ["rank 3 count", "rank 1 count"]),
        ("В списке поставщиков Кения вторая.", ["rank 2 count"]),
        // Where it came to, and not by how much.
        (
            "Торговля Кении прибавила 8,5% и вышла на отметку 12 млрд долларов.",
            ["trade_turnover 8.5 percent up", "trade_turnover 12000000000 USD"]
        ),
        ("Протянуть предстоит 162 км рельсов.", ["infrastructure 162 kilometre target"]),
        ("До места аварии 162 км.", []),
        // Each end of a move has its own time.
        (
            "В 2026 году квоту Кении расширят со 150 до 200 мест.",
            ["people 150 count", "people 200 count target –2026-12-31"]
        ),
        (
            "Проект рассчитан на рост с 60 тыс. TEU до 190 тыс. TEU к концу 2027 года.",
            ["freight 60000 teu", "freight 190000 teu target –2027-12-31"]
        ),
        (
            "С 2015 года торговля Кении и Перу выросла вдвое и достигла 97 млрд долларов.",
            ["trade_turnover 2 times up 2015-01-01–", "trade_turnover 97000000000 USD"]
        ),
        ("С 2005 года инвестиции Перу в Кению достигли 7 млрд долларов.", ["investment 7000000000 USD 2005-01-01–"]),
        (
            "Оборот Кении и Перу увеличился более чем в 1,4 раза и в 2024 году превысил 83 млн долларов.",
            [
                "trade_turnover gt 1.4 times up 2024-01-01–2024-12-31",
                "trade_turnover gt 83000000 USD 2024-01-01–2024-12-31",
            ]
        ),
        (
            "Страна получит кредит в 210 млн долларов и 45 млн гранта.",
            ["finance 210000000 USD target", "finance 45000000 USD target"]
        ),
        ("С 2006 года фонд одобрил для Кении кредиты на 325 млн долларов.", ["finance 325000000 USD 2006-01-01–"]),
        (
            "Банк готов предоставить Кении 250 млн евро, а правительство направит на стройку 3 млрд евро.",
            ["finance 250000000 EUR potential", "projects_value 3000000000 EUR target"]
        ),
        (
            "Оборот Кении и Перу в 2024 году составил 4 млрд долларов; более 96% платежей идет в рублях. Кенийско-чилийский за семь месяцев 2025 года – 3 млрд долларов.",
            [
                "trade_turnover 4000000000 USD 2024-01-01–2024-12-31", "share gt 96 percent",
                "trade_turnover 3000000000 USD 2025-01-01–2025-07-31",
            ]
        ),
        (
            "Кения может предложить 90 наименований товаров на 300 млн долларов.",
            ["commodity_items 90 count potential", "exports 300000000 USD potential"]
        ),
        (
            "С начала года Кения экспортировала 5 тыс. тонн чая. Всего произведено 6 тыс. тонн.",
            ["exports 5000 tonne 2025-01-01–", "other 6000 tonne"]
        ),
        (
            "В Кении вдвое выросло число компаний с капиталом из Перу: сейчас их 4,2 тысячи.",
            ["companies_count 2 times up", "companies_count 4200 count"]
        ),
        ("В Кению ввезено 98 млн кв. м тканей.", ["imports 98000000 square_metre"]),
        // Agreed, promised, ahead: to come.
        ("Перу подписало соглашение с правительством Кении о приобретении 8 самолетов.", ["exports 8 count target"]),
        (
            "Банк принял решение о предоставлении Кении кредита в размере 310 млн долларов.",
            ["finance 310000000 USD target"]
        ),
        ("Стороны подписали два соглашения о выделении кредита.", ["agreements_count 2 count"]),
        (
            "Одобрено строительство станции на 300 МВт с вводом в 2031 году.",
            ["energy 300000000 watt target –2031-12-31"]
        ),
        (
            "Кении удалось довести экспорт до 3 млрд долларов.",
            ["exports 3000000000 USD"]
        ),
        ("Надо стараться, чтобы нам удалось довести экспорт до 3 млрд долларов.", ["exports 3000000000 USD target"]),
        // A goal is set and no goods are supplied.
        (
            "Торговля Кении и Перу достигла 1 млрд долларов. Стороны поставили перед собой цель довести этот показатель до 3 млрд.",
            ["trade_turnover 1000000000 USD", "trade_turnover 3000000000 USD target"]
        ),
        // A number of things is not what makes it grow.
        ("Строительство увеличит количество палат в 2 раза.", []),
        ("Рейсами воспользовались на 12,4% больше пассажиров.", ["passengers 12.4 percent up"]),
        (
            "Оборот составил 5 млн евро, из которых 3 млн – экспорт, а 2 млн – импорт.",
            ["trade_turnover 5000000 EUR", "exports 3000000 EUR", "imports 2000000 EUR"]
        ),
        ("Пассажиропоток вырос в 7 раз, до 4,6 тыс.", ["passengers 7 times up", "passengers 4600 count"]),
        ("Кения выполнила сделку на 130%.", ["other 130 percent"]),
        ("В первом месяце 2025 года Кения добыла 112 тыс. б/с нефти.", ["energy 112000 barrel 2025-01-01–2025-01-31"]),
        ("Внешний долг Кении на май 2025 года – 6 млрд долларов.", ["finance 6000000000 USD"]),
        (
            "В Кению пришло 43 фирмы, они вложили 310 млрд и продали тракторов на 2 млн долларов.",
            ["companies_count 43 count", "investment 310000000000 USD", "exports 2000000 USD"]
        ),
        (
            "В 2019 году в Кении было 17 фирм из Перу, теперь их 61.",
            ["companies_count 17 count 2019-01-01–2019-12-31", "companies_count 61 count"]
        ),
        ("Кения увеличит экспорт по 140 товарам.", ["commodity_items 140 count target"]),
        // Bases and the times beside them.
        (
            "Рост ВВП Кении во втором квартале по сравнению со вторым кварталом 2024 года составил 4%.",
            ["gdp 4 percent up 2025-04-01–2025-06-30"]
        ),
        (
            "Инфляция в Кении ожидается на уровне 5% в 2026 году, 4% – в 2027 году.",
            ["other 5 percent target –2026-12-31", "other 4 percent target –2027-12-31"]
        ),
        (
            "В рамках подписанного протокола в 2026 году Кения получит 64 млн евро помощи.",
            ["finance 64000000 EUR target –2026-12-31"]
        ),
        (
            "В годовом сравнении экспорт Кении вырос на 5%. Это вдвое ниже обязательств по контракту.",
            ["exports 5 percent up", "exports 2 times down"]
        ),
        ("По итогам 2024 года Кения заняла второе место по экспорту чая.", ["rank 2 count 2024-01-01–2024-12-31"]),
        ("Кения вошла в семерку государств по добыче меди.", ["rank 7 count"]),
        ("В 2019/2020 году в вузы Кении поступили 3 тыс. иностранцев.", ["people 3000 count"]),
        ("Стоимость сделки Кении и Перу – 3 млрд долларов.", ["contracts_value 3000000000 USD"]),
    ])
    func reported(_ text: String, _ wanted: [String]) throws {
        let figures = try TestLanguage.facts(text, on: "2025-10-20").figures
        #expect(figures.map(told) == wanted)
    }

    private func told(_ figure: Figure) -> String {
        var words = [figure.indicator.rawValue]
        if figure.comparator != .eq { words.append(figure.comparator.rawValue) }
        words += [figure.value.plain, figure.unit.description]
        if let direction = figure.direction { words.append(direction.rawValue) }
        if figure.nature != .actual { words.append(figure.nature.rawValue) }
        if let period = figure.period {
            words.append("\(period.from?.description ?? "")–\(period.to?.description ?? "")")
        }
        return words.joined(separator: " ")
    }
}
