import Model
import TestLanguage
import Testing

@testable import Extract

/// Whose a figure is when its clause names one state, a body or nobody, in articles about two.
@Suite struct FigureOwnerTests {
    private static let talks = "Президент Кении принял президента Перу. Кения и Перу торгуют давно.\n"

    /// Indicator, value, countries and both ends.
    @Test(arguments: [
        // A body of many states gives, and only who gets is a state; what goes into the body comes from a state.
        ("Евросоюз выделит Кении 50 млн евро.", ["finance 50000000 KE KE<"]),
        ("Всемирный банк одобрил Перу кредит на 20 млн долларов.", ["finance 20000000 PE PE<"]),
        ("Перу получило от МВФ кредит в 20 млн долларов.", ["finance 20000000 PE PE<"]),
        ("Кения предоставила Перу кредит в размере 20 млн долларов.", ["finance 20000000 KE,PE KE>PE"]),
        ("Кабинет министров Кении утвердил меморандум о кредите на 20 млн долларов.", ["finance 20000000 KE,PE"]),
        // What a state has or owes by itself; a debt to another is between the two.
        ("Внешний долг Перу составляет 30 млрд долларов.", ["finance 30000000000 PE"]),
        ("Население Кении превысило 50 млн человек.", ["people 50000000 KE"]),
        ("ВВП Перу вырос на 4%, инфляция составила 8%.", ["gdp 4 up PE", "other 8 PE"]),
        ("В Кении живут 300 перуанских студентов.", ["people 300 KE,PE"]),
        // A place among all the world, and one among the partners of the other state.
        ("Кения входит в десятку крупнейших экспортеров чая в мире.", ["rank 10 KE"]),
        ("Кения занимает пятое место среди инвесторов.", ["rank 5 KE,PE"]),
        ("Кения стала шестым по счету торговым партнером Перу.", ["rank 6 KE,PE"]),
        ("Замыкает тройку инвесторов Кения.", ["rank 3 KE,PE"]),
        // A part of the whole has not moved, whatever has before it.
        (
            "Экспорт Кении составил 312 млн долларов (+21%), доля Перу – 41%.",
            ["exports 312000000 KE KE>", "exports 21 up KE KE>", "share 41 KE,PE KE>PE"]
        ),
        // A firm stands for the state where it is at home, beside another that is named.
        (
            "Boeing продаст Кении 22 самолета на 8 млрд долларов.",
            ["exports 22 KE,US US>KE", "exports 8000000000 KE,US US>KE"]
        ),
        ("«Газпром» поставил Венгрии 4 млрд кубометров газа.", ["energy 4000000000 HU,RU RU>HU"]),
        ("«Лукойл» инвестировал в Перу 10 млн долларов.", ["investment 10000000 PE,RU RU>PE"]),
        // Through one state alone.
        ("Через территорию Кении перевезено 5 млн тонн грузов.", ["freight 5000000 KE"]),
        ("Из Перу через Кению перевезено 5 млн тонн грузов.", ["freight 5000000 KE,PE PE>"]),
        // Whose investment it is, and where it goes.
        ("Вложения Перу в экономику Кении достигли 3 млн долларов.", ["investment 3000000 KE,PE PE>KE"]),
        ("В экономику Кении инвестировано 3 млн долларов.", ["investment 3000000 KE KE<"]),
        // Both ends told anew.
        (
            "Кенийский экспорт в Перу – 5 млн долларов, перуанский в Кению – 3 млн долларов.",
            ["exports 5000000 KE,PE KE>PE", "exports 3000000 KE,PE PE>KE"]
        ),
        // Who gives and where it is spent; whose goods are made there is no side.
        ("Кения выделит 3 млн долларов на строительство школ в Перу.", ["finance 3000000 KE,PE KE>PE"]),
        (
            "Кения выделит 3 млн долларов на расширение производства перуанских грузовых машин в Чили.",
            ["finance 3000000 CL,KE KE>CL"]
        ),
        ("На дорогу в Перу Кенией выделено 3 млн долларов.", ["finance 3000000 KE,PE KE>PE"]),
        ("Перуанские курорты посетили 6 млн кенийцев.", ["passengers 6000000 KE,PE KE>PE"]),
        // What comes the other way to the one that sold, and trade with a third.
        (
            "В Перу Кения продала товаров на 7 млн долларов. А импорт упал на 5%.",
            ["exports 7000000 KE,PE KE>PE", "imports 5 down KE,PE PE>KE"]
        ),
        (
            "Торговля Кении с Перу выросла на 5%. Следом идет Чили, где оборот превысил 2 млн долларов.",
            ["trade_turnover 5 up KE,PE", "trade_turnover 2000000 CL,KE"]
        ),
        // Who owes has got it; who remits a debt gives it.
        ("Долг Перу за газ достиг 3 млн долларов.", ["finance 3000000 KE,PE KE>PE"]),
        ("Долг перед Кенией достиг 3 млн долларов.", ["finance 3000000 KE,PE KE>PE"]),
        ("Кения списала Перу долг в 3 млн долларов.", ["finance 3000000 KE,PE KE>PE"]),
        // What one state grows or digs it sells to all.
        (
            "В Кении ожидается урожай зерна в 5 млн тонн, а экспорт зерна достигнет 3 млн тонн.",
            ["agriculture 5000000 KE", "exports 3000000 KE KE>"]
        ),
        ("Экспорт зерна достигнет 3 млн тонн.", ["exports 3000000 KE,PE"]),
        // With whose a figure is compared.
        (
            "Экспорт в Перу составил 11 млн долларов, что на 4 млн меньше, чем у Чили.",
            ["exports 11000000 KE,PE KE>PE", "exports 4000000 down KE,PE KE>PE"]
        ),
        ("Построят 200 км дороги до границы с Чили.", ["infrastructure 200 KE,PE"]),
        // "этой страны"
        ("Президент вернулся из Чили. Население этой страны – 20 млн человек.", ["people 20000000 CL"]),
        // A row of three that has a thing in common.
        (
            "Дорогу построят Кения, Перу и Чили. Ее протяженность – 500 км, стоимость – 3 млрд долларов.",
            ["infrastructure 500 CL,KE,PE", "projects_value 3000000000 CL,KE,PE"]
        ),
        // What is there, told right before; not where people met.
        (
            "В порту Момбасы строят терминал. Его площадь составит 19 гектаров.", ["infrastructure 19 KE"]
        ),
        (
            "В Найроби прошли переговоры. Объем перевозок достиг 5 млн тонн.", ["freight 5000000 KE,PE"]
        ),
        // "we" by the form of a verb alone.
        (
            "«Собрали 5 млн тонн чая. Планируем построить 300 км дорог», – сказал президент Перу Хосе Перес.",
            ["agriculture 5000000 PE", "infrastructure 300 PE"]
        ),
        (
            "«Занимаем второе место в мире по добыче меди», – сказал президент Перу Хосе Перес.", ["rank 2 PE"]
        ),
    ])
    func belongs(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(Self.talks + text) == expected)
    }

    /// A side's guests, inhabitants, visitors and works are one state's; where papers were signed says nothing.
    @Test(arguments: [
        ("На форум собрались 300 гостей, в том числе 65 гостей из Перу.", ["people 300 KE,PE", "people 65 PE"]),
        (
            "С перуанской стороны участие принимают 150 человек из 80 компаний.",
            ["people 150 PE", "companies_count 80 PE"]
        ),
        ("Президента сопровождает делегация из 52 перуанских компаний.", ["companies_count 52 PE"]),
        ("Работает 52 предприятия с участием перуанского капитала.", ["companies_count 52 KE,PE"]),
        ("В Кении 4 млн человек нуждаются в помощи.", ["people 4000000 KE"]),
        ("В Перу учатся 400 кенийских студентов.", ["people 400 KE,PE"]),
        ("В целом Перу приняло 5 млн гостей.", ["passengers 5000000 PE PE<"]),
        ("Нас объединяет общая граница протяженностью 700 километров.", ["infrastructure 700 KE,PE"]),
        (
            "По соглашению, подписанному 19 апреля в Каире, объем торговли достигнет 5 млн долларов.",
            ["trade_turnover 5000000 KE,PE"]
        ),
        ("Двух энергоблоков достаточно.", ["energy 2 KE,PE"]),
        // Work that one state's firms give in the other one is of both; where it is told, of that alone.
        (
            "В стране действует почти 400 перуанских проектов, они дали работу более чем 100 тысячам местных жителей.",
            ["projects_count 400 KE,PE", "jobs 100000 KE,PE"]
        ),
        (
            "Реализовано 90 совместных проектов, благодаря чему в Кении создано 22 тысячи рабочих мест.",
            ["projects_count 90 KE,PE", "jobs 22000 KE"]
        ),
        ("Аттестованы три отечественных предприятия.", ["companies_count 3 KE"]),
        // The next one to whom something is sent.
        (
            "Кения будет поставлять 50 млрд кубометров газа Перу, еще 8 млрд – Египту.",
            ["energy 50000000000 KE,PE KE>PE", "energy 8000000000 EG,KE KE>EG"]
        ),
    ])
    func standsAlone(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(Self.talks + text) == expected)
    }

    /// A union's trade told beside its growth, that of one state with a region, and a line told of again.
    @Test(arguments: [
        (
            "Лидеры приняли заявление. ВВП стран СНГ вырос на 5%, а взаимная торговля увеличилась на 7%.",
            ["gdp 5 up ", "trade_turnover 7 up "]
        ),
        (
            "Страны Африки вышли на новый рынок. Торговля Перу с регионом превысила 45 млн долларов.",
            ["trade_turnover 45000000 PE"]
        ),
        (
            "Страны Африки вышли на новый рынок. Торговля региона с Перу превысила 45 млн долларов.",
            ["trade_turnover 45000000 PE"]
        ),
        (
            "По железной дороге Момбаса – Лима – Сантьяго перевезено 5 млн тонн. Пропускная способность линии вырастет до 9 млн тонн.",
            ["freight 5000000 CL,KE,PE", "freight 9000000 CL,KE,PE"]
        ),
    ])
    func reachesFurther(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(Self.talks + text) == expected)
    }

    /// Of several talks in a sentence the last one is told of further.
    @Test func followsTheLastTalks() throws {
        let text = """
            Президент Кении Иван Абаев посетил саммит в Каире. В нем участвовали Чили, Куба и Перу.
            Иван Абаев провел беседы с президентом Чили Хосе Сото, а также встречу с президентом Перу Петром Пересовым. Отмечен рост торговли: \
            она увеличилась на 33%.
            """
        #expect(try Self.shown(text) == ["trade_turnover 33 up KE,PE"])
    }

    /// An article that opens with one state and deals with many comes back to it where a sentence names nobody.
    @Test func comesHome() throws {
        let text = """
            Внешняя торговля Кении выросла на 5%. Экспорт достиг 9 млн долларов.
            Крупнейшим партнером остается Перу: взаимная торговля составила 3 млн долларов. На Чили пришлось 2 млн долларов, на Кубу – 1 млн. \
            С Египтом торговля сократилась на 3%. Мощность станций достигла 300 МВт.
            Вывоз чая превысил 2 млн тонн. Привлечено 4 млн долларов иностранных инвестиций.
            """
        #expect(
            try Self.shown(text) == [
                "trade_turnover 5 up KE", "exports 9000000 KE KE>", "trade_turnover 3000000 KE,PE",
                "trade_turnover 2000000 CL,KE", "trade_turnover 1000000 CU,KE", "trade_turnover 3 down EG,KE",
                "energy 300000000 KE", "exports 2000000 KE KE>", "investment 4000000 KE KE<",
            ])
    }

    private static func shown(_ text: String) throws -> [String] {
        try TestLanguage.facts(text, on: "2025-10-20").figures.map(FigureContextTests.shown)
    }
}
