import Model
import TestLanguage
import Testing

@testable import Extract

/// Figures whose states, direction or time are told by what stands around them: lists, regions, lines, and sentences before.
@Suite struct FigureContextTests {
    /// Indicator, value, direction, countries and both ends, in the order of the figures.
    @Test(arguments: [
        // A partner whom nobody has named yet receives nothing.
        (
            "Экспорт кенийского чая вырос на 10%. В Перу поставки увеличились на 46%.\nЭкспорт кофе вырос на 7%.",
            ["exports 10 up KE KE>", "exports 46 up KE,PE KE>PE", "exports 7 up KE KE>"]
        ),
        // Regions stand on the other side of the trade, and who is told only as one of them has no figure.
        (
            "Кения торгует с соседями. Экспорт в страны СНГ, включая Россию, вырос на 5%, в страны Азии – на 48%. Экспорт в Перу вырос на 46%.",
            ["exports 5 up KE KE>", "exports 48 up KE KE>", "exports 46 up KE,PE KE>PE"]
        ),
        ("Кения продает чай. Кенийский чай на 5 млн долларов был экспортирован в ЕС.", ["exports 5000000 KE KE>"]),
        // What one of two states does alone, and what goes through its port.
        (
            "Товарооборот Кении и Перу вырос на 5%.\nКения пропустила через свои порты 45 млн тонн грузов.",
            ["trade_turnover 5 up KE,PE", "freight 45000000 KE"]
        ),
        (
            "Товарооборот Кении и Перу вырос на 5%.\nВ Найроби строится терминал. Его пропускная способность – 24 тыс. контейнеров.",
            ["trade_turnover 5 up KE,PE", "freight 24000 KE"]
        ),
        // What stands between two amounts tells one end of the second anew.
        (
            "Экспорт из Кении в Перу вырос на 14%, импорт из Перу снизился на 21%.",
            ["exports 14 up KE,PE KE>PE", "imports 21 down KE,PE PE>KE"]
        ),
        (
            "Кения вложила в Перу 5 млн долларов, а Перу в Кению – 3 млн долларов.",
            ["investment 5000000 KE,PE KE>PE", "investment 3000000 KE,PE PE>KE"]
        ),
        (
            "Товарооборот Кении и Перу вырос на 5%. Перуанский экспорт составил 3 млн долларов, кенийский – 2 млн.",
            ["trade_turnover 5 up KE,PE", "exports 3000000 KE,PE PE>KE", "exports 2000000 KE,PE KE>PE"]
        ),
        (
            "За год из Кении в Перу отправлено товаров на 5 млн долларов, ввезено – на 3 млн.",
            ["exports 5000000 KE,PE KE>PE", "imports 3000000 KE,PE PE>KE"]
        ),
        (
            "Перу импортировало из Кении чай на 5 млн долларов, Чили – на 3 млн долларов.",
            ["imports 5000000 KE,PE KE>PE", "imports 3000000 CL,KE KE>CL"]
        ),
        // As many words or states as amounts, in the same order.
        (
            "Экспорт Кении в Перу и импорт составили 24 и 5 млн долларов соответственно.",
            ["exports 24000000 KE,PE KE>PE", "imports 5000000 KE,PE PE>KE"]
        ),
        (
            "Всемирный банк выделил Кении и Перу займы на 14 млн и 10 млн долларов соответственно.",
            ["finance 14000000 KE KE<", "finance 10000000 PE PE<"]
        ),
        // Lines of goods, and of which way all of them moved.
        (
            "Импорт Кении из Перу составил 30 тыс. тонн. Структура импорта:\n– медь – 4 тыс. тонн;\n– ячмень – 38 тонн.",
            ["imports 30000 KE,PE PE>KE", "imports 4000 KE,PE PE>KE", "imports 38 KE,PE PE>KE"]
        ),
        (
            "Кения наращивает экспорт. За полугодие экспорт вырос:\n– в страны СНГ – на 5%;\n– в Перу – на 46%.",
            ["exports 5 up KE KE>", "exports 46 up KE,PE KE>PE"]
        ),
        (
            "Кения отправила в Перу помощь объемом 185 тонн. В нее вошли 48 тонн муки.",
            ["finance 185 KE,PE KE>PE", "finance 48 KE,PE KE>PE"]
        ),
        ("Кения отправила помощь народу Перу объемом 185 тонн.", ["finance 185 KE,PE KE>PE"]),
        // Who is left behind is no partner.
        (
            "Кения заняла третье место среди партнеров Перу после Чили и КНР с 3 млн долларов товарооборота.",
            ["trade_turnover 3000000 KE,PE", "rank 3 KE,PE"]
        ),
        // Travellers of all the world, and of one's own.
        (
            "Перу посетили 3 млн туристов из Кении. Всего в Перу отдохнули 20 млн иностранных туристов.",
            ["passengers 3000000 KE,PE KE>PE", "passengers 20000000 PE PE<"]
        ),
        (
            "Из Кении в Перу выехали 2 млн граждан, это на 2% меньше.",
            [
                "passengers 2000000 KE,PE KE>PE", "passengers 2 down KE,PE KE>PE",
            ]
        ),
        // Money from all the world comes into the one state that is told of.
        (
            "Прямые иностранные инвестиции в Кению составили 5 млн долларов. Из них на Перу пришлось 2 млн долларов.",
            ["investment 5000000 KE KE<", "investment 2000000 KE,PE PE>KE"]
        ),
        ("Кения привлекла 5 млн долларов прямых иностранных инвестиций.", ["investment 5000000 KE KE<"]),
        (
            "Посол Кении рассказал о торговле. В Перу работают 12 компаний с кенийским капиталом. Объем инвестиций достиг 3 млн долларов.",
            ["companies_count 12 KE,PE KE>PE", "investment 3000000 KE,PE KE>PE"]
        ),
        // Home is whose people they are.
        (
            "Работающие в Перу мигранты из Кении перевели на родину 4 млн долларов.",
            ["finance 4000000 KE,PE PE>KE"]
        ),
        ("Кенийские рабочие отправили из Перу домой 4 млн долларов.", ["finance 4000000 KE,PE PE>KE"]),
        // Parts of a flow.
        (
            "Кения продала Перу чая на 9 млн долларов. На долю Чили пришлось 4%, на долю Перу – 24% общего экспорта.",
            ["exports 9000000 KE,PE KE>PE", "share 4 CL,KE KE>CL", "share 24 KE,PE KE>PE"]
        ),
        (
            "Доля Кении в торговле Перу составила 4%, в экспорте – 3%, в импорте – 6%.",
            ["share 4 KE,PE", "share 3 KE,PE PE>KE", "share 6 KE,PE KE>PE"]
        ),
        // The pair whose trade was told last.
        (
            "Товарооборот Кении с Перу составил 9 млн долларов. Перу осталось партнером республики. Растут связи с Чили и Кубой. Импорт из Перу составил 7 млн долларов.",
            ["trade_turnover 9000000 KE,PE", "imports 7000000 KE,PE PE>KE"]
        ),
        (
            "Экспорт Кении в Перу составил 5 млн долларов, импорта – 4 млн. Товарооборот Кении с Чили – 3 млн долларов. Из них 2 млн долларов составил экспорт, 1 млн долларов – импорт.",
            [
                "exports 5000000 KE,PE KE>PE", "imports 4000000 KE,PE PE>KE", "trade_turnover 3000000 CL,KE",
                "exports 2000000 CL,KE KE>CL", "imports 1000000 CL,KE CL>KE",
            ]
        ),
        (
            "Экспорт в Перу составил 5 млн долларов, импорт в Кению – 3 млн долларов.",
            ["exports 5000000 KE,PE KE>PE", "imports 3000000 KE,PE PE>KE"]
        ),
        // Several partners in a row, none of them alone.
        (
            "Кенийский экспорт в Перу, Чили и на Кубу вырос. Экспорт Кении в Перу и Чили составил 9 млн долларов.",
            ["exports 9000000 CL,KE,PE KE>"]
        ),
        (
            "Кения продала чай Перу на 5 млн долларов и Чили на 3 млн долларов.",
            ["exports 5000000 KE,PE KE>PE", "exports 3000000 CL,KE KE>CL"]
        ),
        ("Кения намерена закупить в Перу 40 локомотивов.", ["exports 40 KE,PE PE>KE"]),
        (
            "Доля Перу в торговле Кении – 61%, а доля Чили – 16%.",
            ["share 61 KE,PE", "share 16 CL,KE"]
        ),
        ("Доля чая в торговле Кении колеблется от 30% до 40%.", ["share 30 KE"]),
        (
            "Кенией гордятся. Согласно данным комитета статистики Перу, страну посетили 5 тыс. чилийских туристов.",
            ["passengers 5000 CL,PE CL>PE"]
        ),
        // The next state of which the same is told, with all the world on the other side.
        (
            "Импорт Кении вырос на 45% до 15 млн долларов, Перу – на 40% до 8 млн долларов, Чили – на 33%.",
            [
                "imports 45 up KE KE<", "imports 15000000 KE KE<", "imports 40 up PE PE<", "imports 8000000 PE PE<",
                "imports 33 up CL CL<",
            ]
        ),
        (
            "За квартал экспорт вырос в Кении на 30%, в Латвии – на 23%, в Эстонии – на 5%.",
            ["exports 30 up KE KE>", "exports 23 up LV LV>", "exports 5 up EE EE>"]
        ),
        (
            "Кенийский импорт сократился на 13%, перуанский – на 10%, чилийский – на 5%.",
            ["imports 13 down KE KE<", "imports 10 down PE PE<", "imports 5 down CL CL<"]
        ),
        (
            "Кения продала Перу чая на 9 млн долларов. На втором месте Чили, на долю которого приходится 10% экспорта Кении.",
            ["exports 9000000 KE,PE KE>PE", "share 10 CL,KE KE>CL", "rank 2 CL,KE"]
        ),
        // "в стране" is the one that the paragraph tells of.
        (
            "Президент Кении принял посла Перу.\nВ Кении растет рынок. В стране построено 7 тыс. км дорог.",
            ["infrastructure 7000 KE"]
        ),
        ("Железная дорога Кения – Перу – Чили длиной 530 км открыта.", ["infrastructure 530 CL,KE,PE"]),
        // Between two commas the goods of a verb of trade are worth what was traded.
        (
            "Экспорт Кении вырос на 10%, за рубеж поставлено товаров на сумму 3 млн долларов.",
            ["exports 10 up KE KE>", "exports 3000000 KE KE>"]
        ),
        ("Поставки кенийского газа в Перу выросли на 5%.", ["energy 5 up KE,PE KE>PE"]),
        ("Стоимость экспорта Кении в Перу достигла 5 млн долларов.", ["exports 5000000 KE,PE KE>PE"]),
    ])
    func belongs(_ text: String, _ expected: [String]) throws {
        #expect(try TestLanguage.facts(text, on: "2025-10-20").figures.map(Self.shown) == expected)
    }

    @Test(arguments: [
        // Quarters are as long as each other, and not the same.
        (
            "Товарооборот Кении и Перу в I квартале 2025 года вырос на 5%, во II квартале – на 9%.",
            ["2025-01-01/2025-03-31", "2025-04-01/2025-06-30"]
        ),
        (
            "В январе–марте 2025 года товарооборот Кении и Перу достиг 9 млн долларов (рост на 12% к январю–марту 2024 года).",
            ["2025-01-01/2025-03-31", "2025-01-01/2025-03-31"]
        ),
        // The time at which a move began.
        (
            "Перу увеличило закупки кенийского чая на 53% – с 2 млн долларов в 2023 году до 4 млн долларов в 2024 году.",
            ["2024-01-01/2024-12-31", "2023-01-01/2023-12-31", "2024-01-01/2024-12-31"]
        ),
        (
            "За последние пять лет торговля Кении и Перу выросла в четыре раза, а в 2024 году – на 28%.",
            ["-", "2024-01-01/2024-12-31"]
        ),
        ("В Кении работают 40 перуанских компаний, в этом году там откроется школа.", ["-"]),
        (
            "В 2024 году Перу посетили 120 тыс. граждан Кении. За восемь месяцев этого года – 95 тысяч.",
            ["2024-01-01/2024-12-31", "2025-01-01/2025-08-31"]
        ),
        (
            "В мае Кения продала чая на 7 млн долларов, что превышает майские показатели 2024 года вдвое.",
            ["2025-05-01/2025-05-31", "2025-05-01/2025-05-31"]
        ),
    ])
    func isOfTime(_ text: String, _ expected: [String]) throws {
        let figures = try TestLanguage.facts(text, on: "2025-10-20").figures
        #expect(figures.map { $0.period.map(Self.shown) ?? "-" } == expected)
    }

    @Test(arguments: [
        ("Перу выехать с целью туризма разрешило. Из Кении с целью туризма выехали 2 млн граждан.", ["actual"]),
        ("Стороны с целью увеличения торговли до 5 млн долларов создали комиссию.", ["target"]),
        ("Кения предложила увеличить торговлю с Перу с нынешних 9 млн до 20 млн долларов.", ["actual", "target"]),
        (
            "Кения построит в Перу станцию мощностью 300 МВт. Стоимость проекта – 40 млн долларов.",
            ["target", "target"]
        ),
        ("Кения ждет урожай зерна в 13 млн тонн.", ["target"]),
        (
            "Товарооборот Кении и Перу достиг 7 млн долларов. Стоит задача по доведению этого показателя до 9 млн за счет взаимных поставок мяса и промышленных товаров.",
            ["actual", "target"]
        ),
    ])
    func isOfNature(_ text: String, _ expected: [String]) throws {
        #expect(try TestLanguage.facts(text, on: "2025-10-20").figures.map(\.nature.rawValue) == expected)
    }

    @Test(arguments: [
        ("Министр торговли Кении Иван Иванов обозначил цель довести торговлю с Перу до 5 млн долларов.", "Иван Иванов"),
        ("– Торговля выросла на 5%, – цитирует министра Ивана Иванова пресс-служба.", "Иван Иванов"),
        (
            "Согласно предварительным данным Национальной службы статистики Кении, экспорт вырос на 5%.",
            "Национальная служба статистики Кении"
        ),
    ])
    func attributes(_ text: String, _ speaker: String) throws {
        #expect(try TestLanguage.facts(text).figures.map(\.speaker) == [speaker])
    }

    static func shown(_ figure: Figure) -> String {
        var words = [figure.indicator.rawValue, "\(figure.value)"]
        if let direction = figure.direction { words.append(direction.rawValue) }
        words.append(figure.countries.map(\.rawValue).joined(separator: ","))
        switch (figure.origin, figure.destination) {
        case (let origin?, let destination): words.append("\(origin.rawValue)>\(destination?.rawValue ?? "")")
        case (nil, let destination?): words.append("\(destination.rawValue)<")
        case (nil, nil): break
        }
        return words.joined(separator: " ")
    }

    static func shown(_ period: Period) -> String {
        "\(period.from.map { "\($0.firstDay)" } ?? "")/\(period.to.map { "\($0.lastDay)" } ?? "")"
    }
}
