import Model
import TestLanguage
import Testing

@testable import Extract

/// Encounters told in passing, as chronicles and wires tell them, in our own wording.
@Suite struct ToldInPassingTests {
    typealias Case = MeetingTests.Case

    /// One who meets several, and several who meet at once.
    static let several = [
        Case(
            """
            Президент Кении Уильям Руто встретится с лидерами пяти стран региона – Уганды, Руанды, Бурунди, \
            Сомали и Эфиопии.
            """, on: "2025-06-10",
            "summit BI,ET,KE,RW,SO,UG - head_of_state Уильям Руто/KE/president - - planned - - -"
        ),
        Case(
            "Глава МИД Кении Мусалия Мудавади провел встречу с министрами трех стран (Чили, Перу, Эквадор).",
            on: "2025-06-10",
            "talks CL,EC,KE,PE - minister Мусалия Мудавади/KE/foreign_minister - - held - - -"
        ),
        Case(
            """
            В Найроби прошла встреча президента Кении Уильяма Руто с президентом Чили Габриэлем Боричем, \
            президентом Сербии Александром Вучичем и премьером Армении Николом Пашиняном.
            """, on: "2025-06-10",
            "summit AM,CL,KE,RS - head_of_state Уильям Руто/KE/president,Габриэль Борич/CL/president,Александр Вучич/RS/president,Никол Пашинян/AM/prime_minister - - held - Найроби/KE KE"
        ),
        Case(
            """
            9 июня премьер Армении Никол Пашинян провел телефонные разговоры с премьером Грузии, президентом \
            Ирана и канцлером Австрии.
            """, on: "2025-06-10",
            "call AM,GE - head_of_government Никол Пашинян/AM/prime_minister - - held 2025-06-09 - -",
            "call AM,IR - head_of_state Никол Пашинян/AM/prime_minister - - held 2025-06-09 - -",
            "call AM,AT - head_of_government Никол Пашинян/AM/prime_minister - - held 2025-06-09 - -"
        ),
        Case(
            """
            «Вчера в телефонном разговоре с президентом Сербии я поднял этот вопрос», – сообщил премьер Армении \
            Никол Пашинян.
            """, on: "2025-06-10",
            "call AM,RS - head_of_state Никол Пашинян/AM/prime_minister - - held 2025-06-09 - -"
        ),
        Case(
            """
            Президент Кении Уильям Руто вместе с лидерами Уганды и Сенегала встретился с президентом Сербии \
            Александром Вучичем.
            """, on: "2025-06-10",
            "summit KE,RS,SN,UG - head_of_state Уильям Руто/KE/president,Александр Вучич/RS/president - - held - - -"
        ),
        Case(
            """
            Министр иностранных дел Армении Арарат Мирзоян провел в Вене ряд двусторонних встреч. Как сообщает \
            МИД, в частности, состоялись встречи с министром иностранных дел Сербии Марко Джуричем и \
            заместителем генерального секретаря ООН Джоном Руто.
            """, on: "2025-06-10",
            "talks AM,RS - minister Арарат Мирзоян/AM/foreign_minister,Марко Джурич/RS/foreign_minister - - held - Вена/AT -",
            "talks AM ООН minister Арарат Мирзоян/AM/foreign_minister,Джон Руто/-/other - - held - Вена/AT -"
        ),
        Case(
            "По итогам переговоров в Вене президенты Сербии, Армении и Кении подписали декларацию.", on: "2025-06-10",
            "summit AM,KE,RS - head_of_state - - - held - Вена/AT -"
        ),
        Case(
            """
            Канцлер Австрии Кристиан Штокер и президент Сербии Александр Вучич встретятся в среду. В прошлый раз \
            лидеры Австрии и Сербии виделись в январе в Вене.
            """, on: "2025-06-10",
            "talks AT,RS - head_of_state Кристиан Штокер/AT/prime_minister,Александр Вучич/RS/president - - planned 2025-06-11 - -",
            "talks AT,RS - head_of_state Кристиан Штокер/AT/prime_minister,Александр Вучич/RS/president - - held 2025-01 Вена/AT AT"
        ),
        Case(
            """
            Первый саммит Александра Вучича и Уильяма Руто прошел в Вене 5 июня. Президент Сербии Александр \
            Вучич поблагодарил президента Кении Уильяма Руто.
            """, on: "2025-06-10",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held 2025-06-05 Вена/AT -"
        ),
    ]

    /// What is to come, and what was put off.
    static let plans = [
        Case(
            """
            Президент Молдавии Майя Санду отправилась в Румынию с рабочим визитом. В повестке дня президента – \
            встреча с премьером Илие Боложаном.
            """, on: "2025-06-10",
            "talks MD,RO - head_of_state Илие Боложан/RO/prime_minister,Майя Санду/MD/president working - planned - -/RO RO"
        ),
        Case(
            """
            Президент Туркменистана Сердар Бердымухамедов прибыл в Астану для участия в Консультативной встрече \
            глав государств Центральной Азии. В аэропорту гостя встретил премьер-министр Казахстана Олжас \
            Бектенов. Встреча состоится 12 июня.
            """, on: "2025-06-10",
            "summit KZ,TM - head_of_state Сердар Бердымухамедов/TM/president - - planned 2025-06-12 Астана/KZ KZ"
        ),
        Case(
            """
            Заседание контактной группы состоится в Брюсселе 13 июня. Во время встречи выступят министр обороны \
            Сербии Иван Петрович и министр обороны Кении Джон Руто.
            """, on: "2025-06-10",
            "session BE,KE,RS - minister Иван Петрович/RS/minister,Джон Руто/KE/minister - - planned 2025-06-13 Брюссель/BE BE"
        ),
        Case(
            """
            Встреча министров иностранных дел Армении, Сербии и Грузии, намеченная на 16 июня в Тбилиси, \
            отложена на неопределенный срок.
            """, on: "2025-06-10",
            "talks AM,GE,RS - minister - - - planned - Тбилиси/GE GE"
        ),
        Case(
            """
            16 июня в Вене должна была состояться встреча министров иностранных дел Армении и Сербии, однако она \
            была отложена.
            """, on: "2025-06-10",
            "talks AM,RS - minister - - - planned - Вена/AT -"
        ),
        Case(
            "Президенты Сербии и Кении Александр Вучич и Уильям Руто договорились о встрече в столице Венгрии.",
            on: "2025-06-10",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - planned - Будапешт/HU -"
        ),
        Case(
            "Делегация во главе с вице-премьером Кении Джоном Руто прибыла на переговоры в Термез 9 июня.",
            on: "2025-06-10",
            "talks KE,UZ - minister Джон Руто/KE/deputy_prime_minister - - planned 2025-06 Термез/UZ UZ"
        ),
        Case(
            """
            Премьер Казахстана Олжас Бектенов улетел в Ашхабад на встречу с президентом Туркменистана Сердаром \
            Бердымухамедовым.
            """, on: "2025-06-10",
            "talks KZ,TM - head_of_state Олжас Бектенов/KZ/prime_minister,Сердар Бердымухамедов/TM/president - - planned - Ашхабад/TM TM"
        ),
        Case(
            """
            Сегодня у президента Сербии Александра Вучича переговоры с президентом Кении Уильямом Руто, завтра – \
            встреча с премьер-министром Джоном Мудавади.
            """, on: "2025-06-10",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held 2025-06-10 - -",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Джон Мудавади/KE/prime_minister - - planned 2025-06-11 - -"
        ),
        Case(
            """
            Заседание Совета НАТО на уровне министров обороны пройдет 15 июня под председательством генерального \
            секретаря Марка Рютте.
            """, on: "2025-06-10",
            "session - НАТО minister Марк Рютте/-/secretary_general - - planned 2025-06-15 - -"
        ),
    ]

    /// What was before the encounter that the tale is about.
    static let before = [
        Case(
            """
            Президент Сербии Александр Вучич и президент Армении Ваагн Хачатурян начали переговоры в Белграде. \
            Накануне президенты пообщались в неформальной обстановке.
            """, on: "2025-06-10",
            "talks AM,RS - head_of_state Александр Вучич/RS/president,Ваагн Хачатурян/AM/president - - held - Белград/RS RS",
            "talks AM,RS - head_of_state Александр Вучич/RS/president,Ваагн Хачатурян/AM/president - - held 2025-06-09 Белград/RS RS"
        ),
        Case(
            """
            В Ереване началась встреча министра иностранных дел Кении Мусалии Мудавади и главы МИД Армении \
            Арарата Мирзояна. Министры проведут разговор в здании правительства.
            """, on: "2025-06-10",
            "talks AM,KE - minister Мусалия Мудавади/KE/foreign_minister,Арарат Мирзоян/AM/foreign_minister - - held - Ереван/AM AM"
        ),
        Case(
            "После беседы с президентом Сербии Александром Вучичем премьер Армении Никол Пашинян вылетел в Вену.",
            on: "2025-06-10",
            "talks AM,RS - head_of_state Никол Пашинян/AM/prime_minister,Александр Вучич/RS/president - - held - - -",
            "visit AM,AT - head_of_government Никол Пашинян/AM/prime_minister - - held - Вена/AT AT"
        ),
        Case(
            """
            Премьер Сербии Джуро Мацут и премьер Армении Никол Пашинян провели переговоры в Белграде. До этого \
            премьеры двух стран встречались в феврале.
            """, on: "2025-06-10",
            "talks AM,RS - head_of_government Джуро Мацут/RS/prime_minister,Никол Пашинян/AM/prime_minister - - held - Белград/RS RS",
            "talks AM,RS - head_of_government Джуро Мацут/RS/prime_minister,Никол Пашинян/AM/prime_minister - - held 2025-02 - -"
        ),
        Case(
            """
            Переговоры президента Сербии Александра Вучича и премьера Армении Никола Пашиняна на границе \
            завершились. Это их третья встреча. Ранее президент Сербии и премьер Армении встречались в Вене.
            """, on: "2025-06-10",
            "talks AM,RS - head_of_state Александр Вучич/RS/president,Никол Пашинян/AM/prime_minister - - held - - -",
            "talks AM,RS - head_of_state Александр Вучич/RS/president,Никол Пашинян/AM/prime_minister - - held - Вена/AT -"
        ),
        Case(
            """
            В понедельник, за день до саммита, канцлер Австрии Кристиан Штокер побывал в Будапеште, где его \
            принял премьер Венгрии Виктор Орбан.
            """, on: "2025-06-10",
            "talks AT,HU - head_of_government Виктор Орбан/HU/prime_minister,Кристиан Штокер/AT/prime_minister - - held 2025-06-09 Будапешт/HU HU"
        ),
        Case(
            """
            Встреча министра обороны Армении Арама Петросяна и министра обороны Турции Али Йылмаза прошла 5 \
            июня. Предыдущая встреча между Петросяном и Йылмазом прошла 14 мая.
            """, on: "2025-06-10",
            "talks AM,TR - minister Арам Петросян/AM/minister,Али Йылмаз/TR/minister - - held 2025-06-05 - -",
            "talks AM,TR - minister Арам Петросян/AM/minister,Али Йылмаз/TR/minister - - held 2025-05-14 - -"
        ),
    ]

    /// Who meets, told by other words than a name.
    static let others = [
        Case(
            """
            В понедельник министр иностранных дел Кении прибыл с официальным визитом в Тбилиси. Дипломат \
            встретился с главой МИД Грузии Леваном Беридзе. Запланированы встречи с премьер-министром Ираклием \
            Кобахидзе.
            """, on: "2025-06-10",
            "talks GE,KE - minister Леван Беридзе/GE/foreign_minister official - held 2025-06-09 Тбилиси/GE GE",
            "talks GE,KE - head_of_government Ираклий Кобахидзе/GE/prime_minister official - planned 2025-06 Тбилиси/GE GE"
        ),
        Case(
            """
            Губернатор Астраханской области Игорь Семенов встретился с послом Сербии в России Иваном Петровичем. \
            Дипломат прибыл в Астрахань на бизнес-форум.
            """, on: "2025-06-10",
            "talks RS,RU - official Игорь Семенов/RU/governor,Иван Петрович/RS/ambassador - - held - Астрахань/RU RU",
            "forum RS,RU - official Иван Петрович/RS/ambassador - - planned - Астрахань/RU RU"
        ),
        Case(
            """
            В Душанбе президент Казахстана Касым-Жомарт Токаев принял участие в саммите «Центральная Азия – \
            Россия» и заседании Совета глав государств СНГ.
            """, on: "2025-06-10",
            "summit KZ,RU,TJ - head_of_state Касым-Жомарт Токаев/KZ/president - - held - Душанбе/TJ TJ",
            "summit KZ,TJ СНГ head_of_state Касым-Жомарт Токаев/KZ/president - - held - Душанбе/TJ TJ"
        ),
        Case(
            "Министр иностранных дел Сербии Марко Джурич прилетел в Ашхабад, где встретился с руководством страны.",
            on: "2025-06-10",
            "talks RS,TM - minister Марко Джурич/RS/foreign_minister - - held - Ашхабад/TM TM"
        ),
        Case(
            "Телефонный звонок президента Сербии Александра Вучича президенту Кении Уильяму Руто состоялся в понедельник.",
            on: "2025-06-10",
            "call KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held 2025-06-09 - -"
        ),
        Case(
            """
            Министр обороны Сербии Иван Петрович был принят президентом Армении Ваагном Хачатуряном, а затем \
            провел переговоры со своим коллегой Арамом Петросяном.
            """, on: "2025-06-10",
            "talks AM,RS - head_of_state Ваагн Хачатурян/AM/president,Иван Петрович/RS/minister - - held - - AM",
            "talks AM,RS - minister Иван Петрович/RS/minister,Арам Петросян/AM/minister - - held - - -"
        ),
        Case(
            "Губернатор Пензенской области Олег Мельниченко провел встречу с представителями делегации Таджикистана.",
            on: "2025-06-10",
            "talks RU,TJ - official Олег Мельниченко/RU/governor - - held - - -"
        ),
    ]

    @Test(arguments: several + plans + before + others)
    func aTextTellsItsEncounters(_ it: Case) throws {
        let found = try TestLanguage.facts(it.text, on: it.published).meetings.map(MeetingTests.line)
        #expect(found == it.meetings)
    }

    @Test(arguments: [
        "Президент Кении Уильям Руто встретится с лидерами стран региона – об этом сообщила Уганда.",
        "Президент Сербии Александр Вучич вместе с супругой встретился с министром обороны Сербии Иваном Петровичем.",
        "Президент Сербии Александр Вучич встретился с руководством страны.",
        "Телефонный звонок президента Сербии Александра Вучича министру обороны Сербии Ивану Петровичу состоялся в понедельник.",
        "Президент Сербии Александр Вучич прибыл на переговоры в Нови-Сад.",
        "Премьеры фильмов прошли в Вене. До этого премьеры в театрах Сербии откладывались.",
    ])
    func aTextTellsNone(_ text: String) throws {
        #expect(try TestLanguage.facts(text, on: "2025-06-10").meetings.map(MeetingTests.line) == [])
    }

    @Test func aStrangerIsNotWhoeverWasToldLast() throws {
        let text =
            "Президент Кении Уильям Руто прилетел в Тбилиси. Эксперт встретился с министром обороны Грузии Леваном Беридзе."
        #expect(
            try TestLanguage.facts(text, on: "2025-06-10").meetings.map(MeetingTests.line) == [
                "visit GE,KE - head_of_state Уильям Руто/KE/president - - held - Тбилиси/GE GE"
            ])
    }

    @Test func whoGoesAlongFromTheSameStateIsNoSide() throws {
        let text = """
            Президент Сербии Александр Вучич вместе с министром обороны Сербии Иваном Петровичем встретился с президентом \
            Кении Уильямом Руто.
            """
        #expect(
            try TestLanguage.facts(text, on: "2025-06-10").meetings.map(MeetingTests.line) == [
                "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held - - -"
            ])
    }
}
