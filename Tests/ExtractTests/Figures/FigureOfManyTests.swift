import Model
import TestLanguage
import Testing

@testable import Extract

/// Whose a figure is in articles about three states or more: a journey, a gathering, a work of three.
@Suite struct FigureOfManyTests {
    /// Each host of a journey deals with the one that travels, also where it is told of longest.
    @Test func goesRound() throws {
        let text = """
            Из Лимы в Сантьяго: чем запомнилась поездка
            За три дня президент Кении Джон Нгуги побывал с официальным визитом в Перу и с рабочим – в Чили.
            ЛИМА
            Гостя принял президент Перу Хуан Сото. Торговля двух государств достигла 70 млн долларов.
            САНТЬЯГО
            С ним побеседовали глава Чили Пабло Руис и министр торговли Чили Марио Гомес. Взаимная торговля составила 180 млн долларов.
            """
        #expect(try Self.shown(text) == ["trade_turnover 70000000 KE,PE", "trade_turnover 180000000 CL,KE"])
    }

    /// Who speaks of two others travels nowhere.
    @Test func staysAtHome() throws {
        let text = """
            Министр торговли Перу рассказал о школах в Кении и в Чили.
            Кения и Перу торгуют давно. Товарооборот двух стран достиг 70 млн долларов.
            """
        #expect(try Self.shown(text) == ["trade_turnover 70000000 KE,PE"])
    }

    /// Where many sat down no two are a pair, and what nobody is named for is nobody's.
    @Test func sitsTogether() throws {
        let text = """
            Президент Кении принял в Найроби президента Перу, президента Чили, премьер-министра Эквадора и главу Боливии.
            Взаимная торговля «пятерки» достигла 97 млрд долларов. Подписано 14 документов.
            Торговля с Мексикой выросла на 3%.
            """
        #expect(
            try Self.shown(text) == ["trade_turnover 97000000000 ", "agreements_count 14 ", "trade_turnover 3 up MX"])
    }

    /// A host of ambassadors deals with each of them.
    @Test func receivesAmbassadors() throws {
        let text = """
            Президент Кении принял послов: посла Перу, посла Чили, посла Эквадора и посла Боливии. Кения торгует со всеми.
            Товарооборот с Перу достиг 7 млн долларов.
            """
        #expect(try Self.shown(text) == ["trade_turnover 7000000 KE,PE"])
    }

    /// A work of three is theirs, but for the part where a paragraph tells of two and what one has of its own.
    @Test func isOfThree() throws {
        let text = """
            Вице-премьер Кении Джон Нгуги, министр транспорта Перу Хуан Сото и министр энергетики Чили Пабло Руис встретились в Найроби.
            Протяженность железной дороги составит 900 километров.
            Перу и Чили договорились о втором пути. Стоимость проекта – 70 млн долларов.
            """
        #expect(try Self.shown(text) == ["infrastructure 900 CL,KE,PE", "projects_value 70000000 CL,PE"])
    }

    /// What a loan builds stands where the money goes; what two build with no loan told of is of both.
    @Test(arguments: [
        (
            "Перуанский фонд выделит Кении заем на 50 млн долларов для достройки плотины. Мощность станции составит 20 МВт.",
            ["finance 50000000 KE,PE PE>KE", "energy 20000000 KE"]
        ),
        (
            "Кения и Перу договорились о станции. Мощность станции составит 20 МВт.",
            ["energy 20000000 KE,PE"]
        ),
    ])
    func stands(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(text) == expected)
    }

    /// What one state does for two others is no pair of theirs.
    @Test func carriesForOthers() throws {
        let text = """
            Министр транспорта Кении рассказал о дорогах Кении. За год перевезли 9 млн тонн транзита между Перу и Чили.
            Новая линия длиной 234 километра сможет пропускать 30 млн тонн угля.
            """
        #expect(try Self.shown(text).suffix(2) == ["infrastructure 234 KE", "freight 30000000 KE"])
    }

    /// Of whom a sentence with no state in it goes on to tell, and of whom it does not.
    @Test(arguments: [
        (
            "Товарооборот Кении с Перу составил 13 млн долларов. Продажи кенийских товаров принесли 4 млн, закупки в Перу – 8 млн.",
            ["trade_turnover 13000000 KE,PE", "exports 4000000 KE,PE KE>PE", "imports 8000000 KE,PE PE>KE"]
        ),
        (
            "На Уганду пришлось 4% вывоза Кении. Как поставщик она вторая (18% импорта), впереди – Чили с долей 31%.",
            ["share 4 KE,UG KE>UG", "share 18 KE,UG UG>KE", "share 31 CL,KE CL>KE"]
        ),
        (
            "Кения поставляет в Перу чай, кофе и рис, в Чили – сахар на 5 млн долларов.",
            ["exports 5000000 CL,KE KE>CL"]
        ),
        (
            "Всемирный банк дал Кении кредит на 5 млн долларов. В Уганде на дороги выделят 3 млн долларов.",
            ["finance 5000000 KE KE<", "finance 3000000 UG UG<"]
        ),
        (
            "Кения торгует с Перу. Товарооборот Кении с Перу составил 5 млн долларов. На его долю приходится 14% торговли.",
            ["trade_turnover 5000000 KE,PE", "share 14 KE,PE"]
        ),
        // Who begins the text is whose account it keeps.
        (
            "Кения в прошлом году вывезла 5 млн тонн чая, из них в Перу – 3 млн, в Чили – 2 млн. Экономика страны вырастет на 7%.",
            ["exports 5000000 KE KE>", "exports 3000000 KE,PE KE>PE", "exports 2000000 CL,KE KE>CL", "gdp 7 up KE"]
        ),
        // One's own country is no pair; a lender may be anybody.
        (
            "Министр Кении Джон Нгуги прибыл в Перу. «В нашей стране добыто 8 тысяч тонн урана», – сказал Джон Нгуги.",
            ["energy 8000 KE"]
        ),
        (
            "Кения ведет переговоры с Угандой. Население Кении достигло 50 млн человек, инфляция составила 9%.",
            ["people 50000000 KE", "other 9 KE"]
        ),
        (
            "Доля Уганды в экспорте Кении – 12%. По импорту Уганда с 18% уступает только Чили, на которую пришлось 31% закупок.",
            ["share 12 KE,UG KE>UG", "share 18 KE,UG UG>KE", "share 31 CL,KE CL>KE"]
        ),
        (
            "Кения продала Перу 5 млн кубометров газа, Уганде – 3 млн.",
            ["energy 5000000 KE,PE KE>PE", "energy 3000000 KE,UG KE>UG"]
        ),
        ("Кения приняла саммит. Взаимная торговля десяти стран достигла 5 млн долларов.", ["trade_turnover 5000000 "]),
        ("Из стран ЕАЭС в Кению поставили 5 млн кубометров газа.", ["energy 5000000 KE KE<"]),
        ("Торговля блока с Кенией достигла 5 млн долларов.", ["trade_turnover 5000000 KE"]),
        // A sum that no word measures, with no state told beside it, is of nobody's ledger.
        ("Кения и Перу провели турнир. Победителю дадут 5 тыс. долларов.", ["other 5000 "]),
        ("Кения и Перу провели турнир. На этот турнир две страны дали 5 тыс. долларов.", ["other 5000 KE,PE"]),
    ])
    func goesOn(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(text) == expected)
    }

    private static func shown(_ text: String) throws -> [String] {
        try TestLanguage.facts(text, on: "2025-10-20").figures.map(FigureContextTests.shown)
    }
}
