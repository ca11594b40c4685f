import Model
import TestLanguage
import Testing

@testable import Extract

/// Who a side is where offices, charges and kin stand in a row, in our own wording.
@Suite struct OfficesInRowTests {
    typealias Case = MeetingTests.Case

    /// Two offices of one holder.
    static let apposed = [
        Case(
            """
            Премьер-министр Казахстана Марат Осмонов встретился в Абу-Даби с министром промышленности ОАЭ, главой компании Masdar Султаном Аль Джабером.
            """,
            "talks AE,KZ - head_of_government Марат Осмонов/KZ/prime_minister,Султан Аль Джабер/AE/minister - - held - Абу-Даби/AE AE"
        ),
        Case(
            """
            Председатель Кабинета Министров Кыргызской Республики – Руководитель Администрации Президента Марат Осмонов встретился в Анкаре с вице-президентом Турции Мехметом Йылмазом.
            """,
            "talks KG,TR - head_of_government Марат Осмонов/KG/prime_minister,Мехмет Йылмаз/TR/vice_president - - held - Анкара/TR TR"
        ),
    ]

    /// A charge of several things, and what opens a list of those who took part.
    static let charged = [
        Case(
            """
            29 мая в Ташкенте прошло заседание узбекско-словацкой межправительственной комиссии. Его провели министр инвестиций, промышленности и торговли Лазиз Кудратов и вице-премьер Словакии Петер Кмец.
            """, on: "2024-05-30",
            "session SK,UZ - minister Лазиз Кудратов/UZ/minister,Петер Кмец/SK/deputy_prime_minister - - held 2024-05-29 Ташкент/UZ UZ"
        ),
        Case(
            """
            29 мая в Ташкенте прошло заседание узбекско-словацкой межправительственной комиссии. Участие приняли министр торговли Узбекистана Лазиз Кудратов и вице-премьер Словакии Петер Кмец.
            """, on: "2024-05-30",
            "session SK,UZ - minister Лазиз Кудратов/UZ/minister,Петер Кмец/SK/deputy_prime_minister - - held 2024-05-29 Ташкент/UZ UZ"
        ),
        Case(
            """
            29 мая в Ташкенте прошло заседание узбекско-словацкой межправительственной комиссии. Лазиз Кудратов принимал участие в перевороте.
            """, on: "2024-05-30",
            "session SK,UZ - - - - - held 2024-05-29 Ташкент/UZ UZ"
        ),
    ]

    /// The chambers of Tajikistan within their parliament, and deputies of a head of government.
    static let chambers = [
        Case(
            """
            Председатель Маджлиси намояндагон Маджлиси Оли Республики Таджикистан Махмадтоир Зокирзода встретился в Тегеране с Председателем Маджлиса Исламского Совета Исламской Республики Иран Мухаммадом Бокиром Колибофом.
            """,
            "talks IR,TJ - parliament Махмадтоир Зокирзода/TJ/speaker,Мухаммад Бокир Колибоф/IR/speaker - - held - Тегеран/IR IR"
        ),
        Case(
            """
            Министр Польши Адам Новак встретился в Бишкеке с заместителем главы кабмина Кыргызстана Эдилем Осмоновым.
            """,
            "talks KG,PL - minister Адам Новак/PL/minister,Эдиль Осмонов/KG/deputy_prime_minister - - held - Бишкек/KG KG"
        ),
    ]

    /// Who chaired a session, and who only tells of one.
    static let chairs = [
        Case(
            """
            В Гаване прошло заседание российско-кубинской комиссии. Сопредседателями выступили вице-премьер России Антон Гончаренко и вице-премьер Кубы Рикардо Руис. Гончаренко встретился также с президентом Кубы Марио Диасом. Сопредседатели комиссии открыли российско-кубинский деловой форум.
            """,
            "session CU,RU - minister Антон Гончаренко/RU/deputy_prime_minister,Рикардо Руис/CU/deputy_prime_minister - - held - Гавана/CU CU",
            "talks CU,RU - head_of_state Антон Гончаренко/RU/deputy_prime_minister,Марио Диас/CU/president - - held - Гавана/CU CU",
            "forum CU,RU - minister Антон Гончаренко/RU/deputy_prime_minister,Рикардо Руис/CU/deputy_prime_minister - - held - Гавана/CU CU"
        ),
        Case(
            """
            Президент Кубы Марио Диас встретился в Москве с президентом России Владимиром Путиным. Диас анонсировал заседание межправительственной комиссии, которое пройдет в апреле 2026 года в Гаване.
            """, on: "2025-12-06",
            "talks CU,RU - head_of_state Марио Диас/CU/president,Владимир Путин/RU/president - - held - Москва/RU RU",
            "session CU,RU - - - - - planned 2026-04 Гавана/CU CU"
        ),
    ]

    /// Officials hold consultations on a day of their own, whoever met before; one chair may be told alone.
    static let consultations = [
        Case(
            """
            19 мая в Душанбе министр иностранных дел Таджикистана Сироджиддин Мухриддин встретился с министром иностранных дел Китая Ван И. Консультации двух министерств прошли 27 апреля в Пекине: делегации возглавляли заместитель министра иностранных дел Таджикистана Фарход Салим и заместитель министра иностранных дел Китая Сунь Вэйдун.
            """, on: "2024-05-19",
            "talks CN,TJ - minister Сироджиддин Мухриддин/TJ/foreign_minister,Ван И/CN/foreign_minister - - held 2024-05-19 Душанбе/TJ TJ",
            "talks CN,TJ - official Фарход Салим/TJ/other,Сунь Вэйдун/CN/other - - held 2024-04-27 Пекин/CN CN"
        ),
        Case(
            """
            2 сентября в Улан-Баторе прошло заседание российско-монгольской межправкомиссии, его сопредседателем был министр природных ресурсов России Дмитрий Кобылкин.
            """, on: "2019-09-03",
            "session MN,RU - minister Дмитрий Кобылкин/RU/minister - - held 2019-09-02 Улан-Батор/MN MN"
        ),
        Case(
            """
            Министр иностранных дел и внешней торговли Фредерик Шава принял в Хараре министра Беларуси Александра Рогожника. Президент Зимбабве ждет инвесторов.
            """,
            "talks BY,ZW - minister Фредерик Шава/ZW/foreign_minister,Александр Рогожник/BY/minister - - held - Хараре/ZW ZW"
        ),
    ]

    /// What a body's name tells of the level.
    static let levels = [
        Case(
            "В Минске прошло заседание белорусско-азербайджанской межпарламентской комиссии по сотрудничеству.",
            "session AZ,BY - parliament - - - held - Минск/BY BY"
        ),
        Case(
            "В Ереване прошло заседание межправсовета ЕАЭС.",
            "session AM ЕАЭС head_of_government - - - held - Ереван/AM AM"
        ),
    ]

    /// Wives and children are no side beside officials, and hold no office by that.
    static let kin = [
        Case(
            """
            Президент Сербии Марко Петрович встретился в Риме с президентом Италии Марио Росси и его супругой Лаурой Росси.
            """,
            "talks IT,RS - head_of_state Марко Петрович/RS/president,Марио Росси/IT/president - - held - Рим/IT IT"
        ),
        Case(
            """
            Президент Сербии Марко Петрович прибыл в Рим. Состоялась встреча главы государства и его супруги Анны Петрович с президентом Италии Марио Росси.
            """,
            "talks IT,RS - head_of_state Марко Петрович/RS/president,Марио Росси/IT/president - - held - Рим/IT IT"
        ),
    ]

    @Test(arguments: apposed + charged + chambers + chairs + consultations + levels + kin)
    func tellsTheSides(_ it: Case) throws { try it.check() }
}
