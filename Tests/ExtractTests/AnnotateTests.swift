import Model
import TestLanguage
import Testing

@testable import Extract

/// What a text names: `TYPE words = normal`, in order, nested ones after what holds them.
@Suite struct AnnotateTests {
    private static let extractor = Result { Extractor(language: try TestLanguage.russian.get()) }

    private func found(_ text: String, on date: String = "2024-11-27") throws -> [String] {
        let article = Article(id: "test", publishedOn: PartialDate(iso: date), text: text)
        let scalars = Array(text.unicodeScalars)
        return try Self.extractor.get().entities(of: article).map { entity in
            let words = String(String.UnicodeScalarView(scalars[entity.span.start..<entity.span.end]))
            return "\(entity.kind.rawValue) \(words) = \(entity.normal ?? "null")"
        }
    }

    @Test(arguments: [
        (
            "Гости приехали из Нидерландов и Объединенных Арабских Эмиратов.",
            ["COUNTRY Нидерландов = NL", "COUNTRY Объединенных Арабских Эмиратов = AE"]
        ),
        ("Форум собрал казахско-таджикский совет.", ["COUNTRY казахско = KZ", "COUNTRY таджикский = TJ"]),
        ("Паспорта СССР больше не меняют.", ["COUNTRY СССР = null"]),
        (
            "Выставка открылась в Ташкенте и в Нью-Йорке.",
            ["CITY Ташкенте = Ташкент, UZ", "CITY Нью-Йорке = Нью-Йорк, US"]
        ),
        ("Он прибыл в Астану.", ["CITY Астану = Астана, KZ"]),
        ("Гостя встретил Астан Кесаев.", ["PERSON Астан Кесаев = Астан Кесаев"]),
        ("Прием устроили в Либревиле.", ["CITY Либревиле = Либревиль, GA"]),
        ("Ливан готовится к форуму.", ["COUNTRY Ливан = LB"]),
        ("Наука ждет, сказал Дмитрий Ливанов.", ["PERSON Дмитрий Ливанов = Дмитрий Ливанов"]),
        (
            "Деньги взяли в Bank of America.",
            ["ORGANIZATION Bank of America = Bank of America", "COUNTRY America = US"]
        ),
        ("Она играла на US Open.", ["COUNTRY US = US"]),
        (
            "Его встретил Тамим бен Хамад Аль Мактум.",
            ["PERSON Тамим бен Хамад Аль Мактум = Тамим бен Хамад Аль Мактум"]
        ),
        ("Писал о ней Us Weekly.", []),
        ("Гости приехали в провинцию Новая Шотландия.", []),
        ("Он учит английский язык.", []),
        ("Он владеет английским.", []),
        ("Книги есть на двух языках: русском и немецком.", ["NUMBER двух = 2"]),
        ("Статью напечатала тульская газета.", ["CITY тульская = Тула, RU"]),
        ("Завод построили в Тверской и Рязанской областях.", []),
        ("Встреча прошла на Тверской улице.", []),
        ("Приехали жители штата Нью-Йорк.", []),
        ("Гонки прошли в Каслтоне.", ["CITY Каслтоне = null"]),
        (
            "Он приехал в столицу Венгрии.",
            ["CITY столицу Венгрии = null", "COUNTRY Венгрии = HU"]
        ),
        ("Чешская республика вступила в союз.", ["COUNTRY Чешская республика = CZ"]),
        (
            "Награду вручили гражданам Франции.",
            ["NATIONALITY гражданам Франции = FR", "COUNTRY Франции = FR"]
        ),
        (
            "Американец венгерского происхождения получил премию.",
            ["NATIONALITY Американец = US", "NATIONALITY венгерского = HU"]
        ),
        ("Заводы Латинской Америки молчат.", []),
    ])
    func places(_ text: String, _ expected: [String]) throws { #expect(try found(text) == expected) }

    @Test(arguments: [
        (
            "Вчера Джеймса Гандольфини похоронили.",
            ["DATE Вчера = 2024-11-26", "PERSON Джеймса Гандольфини = Джеймс Гандольфини"]
        ),
        (
            "Доклад прочла Мария Седова. После Седовой слово взял А. П. Громов.",
            ["PERSON Мария Седова = Мария Седова", "PERSON Седовой = Седова", "PERSON А. П. Громов = А. П. Громов"]
        ),
        (
            "Книгу издал Ингвар Кампрад (Ingvar Kamprad).",
            ["PERSON Ингвар Кампрад = Ингвар Кампрад", "PERSON Ingvar Kamprad = Ingvar Kamprad"]
        ),
        ("Газета вышла на улице Пушкина.", []),
        (
            "Врача Билла Торнтона Джо Ранеро не узнал.",
            ["PROFESSION Врача = null", "PERSON Билла Торнтона = Билл Торнтон", "PERSON Джо Ранеро = Джо Ранеро"]
        ),
        (
            "Пришел Роберт Де Ранеро. Зал ждал Де Ранеро давно.",
            ["PERSON Роберт Де Ранеро = Роберт Де Ранеро", "PERSON Де Ранеро = Де Ранеро"]
        ),
        (
            "Книгу издал Кен Кроули (Ken J. Crowley Jr.).",
            ["PERSON Кен Кроули = Кен Кроули", "PERSON Ken J. Crowley Jr = Ken J. Crowley Jr"]
        ),
        ("Буров оценил оборот.", ["PERSON Буров = Буров"]),
        ("Буров у нас хватает.", []),
        (
            "Адвокат Савченко Марк Фейнин уехал.",
            ["PROFESSION Адвокат = null", "PERSON Савченко = Савченко", "PERSON Марк Фейнин = Марк Фейнин"]
        ),
        (
            "Врач Хиллари Клинтон Лиза Вуд и директор театра имени Н. П. Акимова Татьяна Седова уехали.",
            [
                "PROFESSION Врач = null", "PERSON Хиллари Клинтон = Хиллари Клинтон", "PERSON Лиза Вуд = Лиза Вуд",
                "PROFESSION директор театра имени = null", "PERSON Н. П. Акимова = Н. П. Акимов",
                "PERSON Татьяна Седова = Татьяна Седова",
            ]
        ),
        (
            "С министром М. Ю. Громовым говорил.",
            ["PROFESSION министром = minister", "PERSON М. Ю. Громовым = М. Ю. Громов"]
        ),
        ("Косовский район растет.", []),
        ("Это был Герой Советского района.", []),
    ])
    func people(_ text: String, _ expected: [String]) throws { #expect(try found(text) == expected) }

    @Test(arguments: [
        ("собрали 5,3млн рублей", ["MONEY 5,3млн рублей = 5300000 RUB"]),
        ("выручили 1.844.036.360,12 тенге", ["MONEY 1.844.036.360,12 тенге = 1844036360.12 KZT"]),
        ("штраф от 3 до 5 тыс. рублей", ["MONEY от 3 до 5 тыс. рублей = 3000/5000 RUB"]),
        ("потратили несколько сотен миллионов рублей", ["MONEY несколько сотен миллионов рублей = null"]),
        ("вложили более 20 млн юаней", ["MONEY более 20 млн юаней = 20000000 CNY"]),
        ("экспорт вырос почти на 40 процентов", ["PERCENT почти на 40 процентов = 40"]),
        ("потратили 3 млрд шведских крон", ["MONEY 3 млрд шведских крон = 3000000000 SEK", "COUNTRY шведских = SE"]),
        (
            "потратят от нескольких десятков до нескольких сотен миллионов рублей",
            ["MONEY от нескольких десятков до нескольких сотен миллионов рублей = null"]
        ),
        ("долг в 3 миллиарда вернули", ["MONEY 3 миллиарда = null"]),
        ("рыба весит 8 фунтов 6 унций", ["NUMBER 6 = 6"]),
        ("отправили 5 тыс. тонн зерна", ["QUANTITY 5 тыс. тонн = 5000 tonne"]),
        ("адрес /%D0%BE82%D0 ведет никуда", []),
    ])
    func amounts(_ text: String, _ expected: [String]) throws { #expect(try found(text) == expected) }

    @Test(arguments: [
        ("Встреча прошла в среду, 27 ноября 2024 года.", ["DATE в среду, 27 ноября 2024 года = 2024-11-27"]),
        ("Дорогу строили с 2012 по 2019 годы.", ["DATE с 2012 по 2019 годы = 2012-01-01/2019-12-31"]),
        ("К 2030 году построят мост.", ["DATE К 2030 году = /2030-12-31"]),
        ("Завод открыли несколько лет назад.", ["DATE несколько лет назад = null"]),
        ("Он вышел на пенсию в возрасте 64 лет.", []),
        ("Награду «Лучший мост» (2007) вручили поздно.", ["DATE 2007 = 2007"]),
        ("За билет отдали 2000 рублей.", ["MONEY 2000 рублей = 2000 RUB"]),
        ("Накануне голосования дождь прошел.", []),
        ("Накануне прошел дождь.", ["DATE Накануне = 2024-11-26"]),
        ("Пятилетний мальчик рисует.", []),
        ("У него 15-летний опыт работы.", ["DATE 15-летний = null"]),
        ("Работа заняла от 5 до 10 лет.", ["DATE от 5 до 10 лет = null"]),
        ("Он живет в четырех кварталах отсюда.", []),
        ("К 1150-летию города построили мост.", []),
        ("Завод работал в 2003 и 2008 годах.", ["DATE в 2003 = 2003", "DATE 2008 годах = 2008"]),
        (
            "Музей открыт в период с 2001 по 2007 год.",
            ["DATE в период с 2001 по 2007 год = 2001-01-01/2007-12-31"]
        ),
        ("В настоящее время мост закрыт.", []),
    ])
    func dates(_ text: String, _ expected: [String]) throws { #expect(try found(text) == expected) }

    @Test(arguments: [
        (
            "Президент Казахстана прибыл.",
            [
                "PROFESSION Президент Казахстана = president", "PROFESSION Президент = president",
                "COUNTRY Казахстана = KZ",
            ]
        ),
        ("Приехал британский певец.", ["NATIONALITY британский = GB", "PROFESSION певец = null"]),
        (
            "Приехал британский премьер-министр.",
            ["COUNTRY британский = GB", "PROFESSION премьер-министр = prime_minister"]
        ),
        ("Он ушел из политики.", []),
        ("Мы видели известного политика.", ["PROFESSION политика = null"]),
        ("Известная политика не нова.", []),
        ("Приехал главный режиссер театра.", ["PROFESSION главный режиссер = null"]),
        (
            "Приехал министр обороны Армении.",
            [
                "PROFESSION министр обороны Армении = minister", "PROFESSION министр обороны = minister",
                "PROFESSION министр = null", "COUNTRY Армении = AM",
            ]
        ),
        (
            "Приехал экс-губернатор Калужской области.",
            ["PROFESSION губернатор Калужской области = governor", "PROFESSION губернатор = governor"]
        ),
    ])
    func offices(_ text: String, _ expected: [String]) throws { #expect(try found(text) == expected) }

    @Test(arguments: [
        ("Контракт получила Norwind Marine.", ["ORGANIZATION Norwind Marine = Norwind Marine"]),
        (
            "Директор «Звезды» ушел. В «Звезде» это подтвердили.",
            [
                "PROFESSION Директор «Звезды» = null", "ORGANIZATION Звезды = Звезда", "ORGANIZATION Звезде = Звезда",
            ]
        ),
        ("Фильм «Звезда» сняли давно.", []),
        (
            "Замоскворецкий суд Москвы отложил заседание.",
            ["ORGANIZATION Замоскворецкий суд Москвы = Замоскворецкий суд Москвы", "CITY Москвы = Москва, RU"]
        ),
        (
            "Российские власти молчат.",
            ["ORGANIZATION Российские власти = Российские власти", "COUNTRY Российские = RU"]
        ),
        ("Власть молчит.", []),
        (
            "Об этом сообщило ГУ МВД России.",
            [
                "ORGANIZATION ГУ МВД России = ГУ МВД России", "ORGANIZATION МВД России = МВД России",
                "ORGANIZATION МВД = МВД", "COUNTRY России = RU",
            ]
        ),
        (
            "Обращение принял Совет Безопасности ООН.",
            [
                "ORGANIZATION Совет Безопасности ООН = СБ ООН", "ORGANIZATION Совет Безопасности = Совет Безопасности",
                "ORGANIZATION ООН = ООН",
            ]
        ),
        ("Песня The long way home звучит часто.", []),
        ("Статью (Norwind) перепечатали СМИ.", []),
        ("Адрес www.Norwind.com закрыт.", []),
        (
            "Автор Пётр Громов (Peter Grom) писал о ДТП.",
            ["PERSON Пётр Громов = Пётр Громов", "PERSON Peter Grom = Peter Grom"]
        ),
    ])
    func organisations(_ text: String, _ expected: [String]) throws {
        #expect(try found(text).filter { !$0.hasSuffix("Автор = null") } == expected)
    }

    /// One place that nobody can place leaves the others as they are.
    @Test func whatCannotBeResolvedHarmsNothing() throws {
        let all = try found("Он был в Париже, в селе Кукуевка и в Берлине.")
        #expect(all.contains("CITY Париже = Париж, FR"))
        #expect(all.contains("CITY Кукуевка = null"))
        #expect(all.contains("CITY Берлине = Берлин, DE"))
    }

    @Test(arguments: ["", " ", "\u{0}", "«««««", "1,1,1,1", "А. Б. В.", "в в в в", "\u{301}а\u{301}"])
    func anyTextGivesAnAnswer(_ text: String) throws {
        let length = text.unicodeScalars.count
        let article = Article(id: "test", publishedOn: nil, text: text)
        #expect(try Self.extractor.get().entities(of: article).allSatisfy { $0.span.end <= length })
    }
}
