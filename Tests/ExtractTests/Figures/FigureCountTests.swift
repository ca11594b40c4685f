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
        ("Кения и Перу подписали 56 конвенций.", ["agreements_count 56 count actual"]),
        // A number that its noun does not agree with says which one.
        ("Кения и Перу внесли поправки в статьи 50 и 56 Конвенции о торговле.", []),
        ("Кения и Перу внесли поправки в главы 3–5 Соглашения.", []),
        // A row of travellers, and of workers, with where they go or come from behind the number.
        (
            "Число туристов из Кении, посетивших Перу, достигло 66,5 тысячи человек. Лидером остается Чили с 540,3 тысячи человек.",
            ["passengers 66500 count actual", "passengers 540300 count actual"]
        ),
        (
            "За год 3354 человека получили работу в Перу, 826 – в Чили, 1123 – в Турции.",
            ["jobs 3354 count actual", "jobs 826 count actual", "jobs 1123 count actual"]
        ),
        ("Спрос на поездки из Кении в Перу вырос в 4 раза.", ["passengers 4 times up actual"]),
        ("Жители Кении стали ездить в Перу в восемь раз чаще.", ["passengers 8 times up actual"]),
        // Goods that are bought, whatever else is given away.
        (
            "Кения купит в Перу 900 танков, чтобы заменить технику, которую она в рамках военной помощи передала Чили.",
            ["exports 900 count target"]
        ),
        ("Перу 53 миллиона флаконов ежегодно экспортирует в Кению.", ["exports 53000000 count actual"]),
        ("Кения и Перу запустили 29 производств.", ["companies_count 29 count actual"]),
        // What an adjective tells the growth of, whatever stands before.
        (
            "Растет турпоток из Кении в Перу, а также отмечен двукратный рост взаимного товарооборота.",
            ["trade_turnover 2 times up actual"]
        ),
        // Grain that is sent is sold, and given where it costs nothing.
        ("В 2024 году Кения направила в Перу 11,5 млн т зерна.", ["exports 11500000 tonne actual"]),
        ("Кения бесплатно поставит в Перу 25 тысяч тонн зерна.", ["finance 25000 tonne target"]),
        (
            "Кения и Перу подписали два соглашения, касающихся долгов, на сумму 690 млн долларов.",
            ["agreements_count 2 count actual", "finance 690000000 USD actual"]
        ),
        (
            "Кения и Перу провели 20 мероприятий, чтобы в 2027 году торговать больше.", ["other 20 count actual"]
        ),
        (
            "Кения и Перу построят газопровод. Кенийская часть составит 85 километров.",
            ["infrastructure 85 kilometre target"]
        ),
        (
            "Проект в Кении позволит ежегодно приносить Перу доход в размере 1 миллиарда долларов.",
            ["other 1000000000 USD potential"]
        ),
        (
            "В апреле Кения предоставила Перу 20 тысяч доз вакцины, еще 80 тысяч доз перуанская сторона приобрела.",
            ["other 20000 count actual", "exports 80000 count actual"]
        ),
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
        "Грузооборот Кении и Перу составил 1,86 миллиарда тонно-километров.",
        "Кения и Перу обсудили забег. Гостям осталось 85 километров.",
        "В пункте 5 соглашения Кении и Перу сказано иное.", "Саммит Большой двадцатки прошел в Перу.",
    ])
    func countsNothing(_ text: String) throws { #expect(try Self.shown(text) == []) }

    /// Money and parts that go on with what was told: worth, place, line of a list, brackets.
    @Test(arguments: [
        (
            "Перу получило из Кении 1,8 млрд кВт·ч электроэнергии на сумму 742 млн долларов.",
            ["energy 1800000000 kilowatt_hour actual", "exports 742000000 USD actual"]
        ),
        (
            "Из Кении перевели в Перу 3,8 млрд долларов.\nСреди соседей Перу осталось на первом месте с 1,3 млрд долларов.",
            ["finance 3800000000 USD actual", "finance 1300000000 USD actual", "rank 1 count actual"]
        ),
        (
            "В Кению мясо продают:\n– Перу с объемом поставок 95,9 млн долларов,\n– Чили – 81,2 млн долларов.",
            ["exports 95900000 USD actual", "exports 81200000 USD actual"]
        ),
        (
            "Чай из Кении составил 61% всего импорта Перу, превзойдя Чили (13%) и Турцию (9%).",
            ["share 61 percent actual", "share 13 percent actual", "share 9 percent actual"]
        ),
        (
            "Стоимость электромобилей, собранных в Кении, составит 3 тыс. долларов.", ["other 3000 USD target"]
        ),
    ])
    func goesOn(_ text: String, _ expected: [String]) throws { #expect(try Self.shown(text) == expected) }

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
