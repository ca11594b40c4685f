import Model
import TestLanguage
import Testing

@testable import Extract

/// Encounters whose sides stand elsewhere or are bodies, in our own wording.
@Suite struct UnnamedSideTests {
    typealias Case = MeetingTests.Case

    /// Officials of several states who acted right before, two or three, and none of another rank.
    static let acting = [
        Case(
            "Лидеры Кении и Норвегии подписали декларацию. Встреча лидеров прошла в Осло.", on: "2024-05-20",
            "talks KE,NO - head_of_state - - - held - Осло/NO NO"
        ),
        Case(
            """
            Президенты Кении, Норвегии и Чили подписали договор. Об этом сообщает агентство. Церемония прошла в рамках \
            встречи глав государств в Осло. Кроме того, в ходе встречи лидеры подписали декларацию.
            """, on: "2024-05-20",
            "summit CL,KE,NO - head_of_state - - - held - Осло/NO NO"
        ),
        // A session of no body is of the talks, in extended company.
        Case(
            """
            Президент Кении Уильям Руто и премьер-министр Норвегии Йонас Гар Стёре провели переговоры в Осло. Затем Руто и \
            Стёре возглавили расширенное заседание с участием министров.
            """, on: "2024-05-20",
            "talks KE,NO - head_of_state Уильям Руто/KE/president,Йонас Гар Стёре/NO/prime_minister - extended held - Осло/NO NO"
        ),
        // No state before a name is his where he has another.
        Case(
            "До Кении Нарендра Моди побывал в Норвегии, где встретился с премьер-министром Йонасом Гаром Стёре.",
            on: "2024-05-20",
            "talks IN,NO - head_of_government Нарендра Моди/IN/prime_minister,Йонас Гар Стёре/NO/prime_minister - - held - -/NO NO"
        ),
        Case("Министры Кении и Норвегии подписали договор. Встреча глав государств прошла в Осло.", on: "2024-05-20"),
    ]

    /// Coming encounters told by their number, by what was agreed on, or as those who come in return.
    static let next = [
        Case(
            """
            В Оше прошел второй кыргызско-венгерский форум регионов. Третий форум пройдет в 2027 году в Венгрии.
            """, on: "2025-06-03",
            "forum HU,KG - - - - - held - Ош/KG KG",
            "forum HU,KG - - - - - planned 2027 -/HU HU"
        ),
        Case(
            """
            Первый совет глав регионов Армении и Грузии решено созвать на армянской земле в 2026 году.
            """, on: "2025-06-03",
            "session AM,GE - - - - - planned 2026 -/AM AM"
        ),
        Case(
            """
            В понедельник в Ереване премьер Армении Никол Пашинян принял премьера Грузии Ираклия Кобахидзе. Вновь \
            увидеться главы кабинетов договорились осенью в Тбилиси.
            """, on: "2025-06-03",
            "talks AM,GE - head_of_government Никол Пашинян/AM/prime_minister,Ираклий Кобахидзе/GE/prime_minister - - held 2025-06-02 Ереван/AM AM",
            "talks AM,GE - head_of_government Никол Пашинян/AM/prime_minister,Ираклий Кобахидзе/GE/prime_minister - - planned 2025 Тбилиси/GE GE"
        ),
        Case(
            """
            14 сентября в Вене министр энергетики Австрии Пауль Хубер встретился с министром энергетики Сербии Марко \
            Петровичем. Следующая встреча пройдет в октябре в Белграде.
            """, on: "2025-09-16",
            "talks AT,RS - minister Пауль Хубер/AT/minister,Марко Петрович/RS/minister - - held 2025-09-14 Вена/AT AT",
            "talks AT,RS - minister Пауль Хубер/AT/minister,Марко Петрович/RS/minister - - planned 2025-10 Белград/RS RS"
        ),
        Case(
            """
            Межправкомиссия Сербии и Австрии собралась в Вене 14 сентября. Предыдущее, второе, заседание проходило в \
            Белграде в апреле 2023 года.
            """, on: "2025-09-16",
            "session AT,RS - - - - - held 2025-09-14 Вена/AT AT",
            "session AT,RS - - - - - held 2023-04 Белград/RS RS"
        ),
        Case(
            """
            Президент Сербии Александр Вучич принял в Белграде президента Кении Уильяма Руто. Ответный визит \
            сербского президента намечен на весну 2026 года.
            """, on: "2025-09-16",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held - Белград/RS RS",
            "visit KE,RS - head_of_state Александр Вучич/RS/president - - planned 2026 -/KE KE"
        ),
        Case(
            """
            Президент Венгрии Тамаш Шуйок дал интервью. В ноябре венгерского президента ждут в Тбилиси.
            """, on: "2025-09-16",
            "visit GE,HU - head_of_state Тамаш Шуйок/HU/president - - planned 2025-11 Тбилиси/GE GE"
        ),
    ]

    /// Institutions and joint bodies that meet, and those told only by where they come from.
    static let bodies = [
        Case(
            """
            Межправительственная комиссия Сербии и Австрии провела в Вене 14 сентября третье заседание.
            """, on: "2025-09-16",
            "session AT,RS - - - - - held 2025-09-14 Вена/AT AT"
        ),
        Case(
            """
            Министерства энергетики Сербии и Австрии договорились провести в Вене консультации в октябре.
            """, on: "2025-09-16",
            "talks AT,RS - - - - - planned 2025-10 Вена/AT AT"
        ),
        Case(
            """
            Мэры Вены и Белграда встретились в столице Сербии.
            """, on: "2025-09-16",
            "talks AT,RS - official - - - held - Белград/RS RS"
        ),
        Case(
            """
            Из Кении приехала заместитель председателя Государственного комитета по делам молодежи Грейс Отиено; 2 \
            июня ее принял в Вене канцлер Австрии Кристиан Штокер.
            """, on: "2025-06-03",
            "talks AT,KE - head_of_government Кристиан Штокер/AT/prime_minister,Грейс Отиено/KE/other - - held 2025-06-02 Вена/AT AT"
        ),
        Case(
            """
            Делегация бундестага во главе с депутатом Идой Шульц побывала в Тбилиси, где ее принял министр обороны \
            Грузии Иван Беридзе.
            """, on: "2025-06-03",
            "talks DE,GE - parliament Иван Беридзе/GE/minister,Ида Шульц/DE/other - - held - Тбилиси/GE GE"
        ),
        Case(
            """
            Во вторник в Эр-Рияде министр финансов Кении Джон Мбади встретился с директором Саудовского фонда \
            развития Султаном аль-Маршадом.
            """, on: "2025-06-03",
            "talks KE,SA - minister Джон Мбади/KE/minister,Султан аль-Маршад/SA/executive - - held 2025-06-03 Эр-Рияд/SA SA"
        ),
    ]

    /// Two of those who met, and times told one by one.
    static let parts = [
        Case(
            """
            Министр транспорта Грузии Иван Беридзе, министр транспорта Армении Арам Саркисян и министр транспорта \
            Ирана Али Рези в понедельник встретились в Тбилиси. Перед общей беседой Беридзе и Саркисян переговорили \
            с глазу на глаз. По итогам встречи подписан протокол.
            """, on: "2025-06-03",
            "talks AM,GE,IR - minister Иван Беридзе/GE/minister,Арам Саркисян/AM/minister,Али Рези/IR/minister - - held 2025-06-02 Тбилиси/GE GE",
            "talks AM,GE - minister Иван Беридзе/GE/minister,Арам Саркисян/AM/minister - narrow held 2025-06-02 Тбилиси/GE GE"
        ),
        Case(
            """
            Министр транспорта Грузии Иван Беридзе, министр транспорта Армении Арам Саркисян и министр транспорта \
            Ирана Али Рези 2 июня встретились в Тбилиси. В сентябре 2022 года министры трех стран, съехавшись в \
            Ереван, приняли план.
            """, on: "2025-06-03",
            "talks AM,GE,IR - minister Иван Беридзе/GE/minister,Арам Саркисян/AM/minister,Али Рези/IR/minister - - held 2025-06-02 Тбилиси/GE GE",
            "talks AM,GE,IR - minister - - - held 2022-09 Ереван/AM AM"
        ),
        Case(
            """
            Президент Сербии Александр Вучич и президент Кении Уильям Руто дважды встречались в прошлом году: в мае \
            в Найроби и в ноябре в Белграде.
            """, on: "2025-06-03",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held 2024-05 Найроби/KE KE",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held 2024-11 Белград/RS RS"
        ),
        Case(
            """
            В последний раз президенты Сербии и Кении встречались 12 мая в Найроби, до этого – в ноябре 2024 года в \
            Белграде.
            """, on: "2025-06-03",
            "talks KE,RS - head_of_state - - - held 2025-05-12 Найроби/KE KE",
            "talks KE,RS - head_of_state - - - held 2024-11 Белград/RS RS"
        ),
    ]

    static let none = [
        "Премьер-министр Грузии Ираклий Кобахидзе пригласил Петра Фиалу посетить Тбилиси, приглашение принято.",
        "Президент Сербии Александр Вучич любит Найроби, где его ждали на празднике.",
        "Комиссия Сербии одобрила план. Третий форум пройдет в 2027 году в Венгрии.",
        "Президент Сербии дважды прочитал письмо: в мае и в июне.",
    ]

    @Test(arguments: next + bodies + parts + acting)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }

    @Test(arguments: none)
    func aTextTellsNone(_ text: String) throws {
        #expect(try TestLanguage.facts(text, on: "2025-06-10").meetings.map(MeetingTests.line) == [])
    }
}
