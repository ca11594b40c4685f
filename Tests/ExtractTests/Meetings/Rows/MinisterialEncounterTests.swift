import TestLanguage
import Testing

@testable import Extract

/// Encounters of ministers, ambassadors, members of parliaments and mayors, in our own wording.
@Suite struct MinisterialEncounterTests {
    typealias Case = MeetingTests.Case

    static let told = [
        // Two adjectives in the singular stand for two ministers.
        Case(
            """
            Торговлю обсудили 5 мая в ходе телефонных переговоров сербский и кенийский министры торговли Марко \
            Петрович и Джон Отиено.
            """, on: "2025-05-06",
            "call KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/minister - - held 2025-05-05 - -"
        ),
        // An adverb between the preposition and the participle.
        Case(
            """
            Губернатор Омской области Виталий Хоценко встретился с недавно назначенным генеральным консулом Китая Ли \
            Вэем.
            """,
            "talks CN,RU - official Виталий Хоценко/RU/governor,Ли Вэй/CN/other - - held - - -"
        ),
        // The letter "и" is no head of the office.
        Case(
            """
            Состоялась встреча чрезвычайного и полномочного посла Сербии Эсена Петковича с министром торговли Кении \
            Джоном Отиено.
            """,
            "talks KE,RS - minister Эсен Петкович/RS/ambassador,Джон Отиено/KE/minister - - held - - -"
        ),
        // An agency has a vice-president too.
        Case(
            """
            Заместитель министра торговли Кении Джон Отиено встретился с вице-президентом Сербского агентства \
            развития Марко Петровичем.
            """,
            "talks KE,RS - official Джон Отиено/KE/other,Марко Петрович/RS/other - - held - - -"
        ),
        // Of the pair that the article is about.
        Case(
            """
            Министр торговли Марко Петрович и посол Кении Джон Отиено обсудили поставки. Сербия и Кения развивают \
            торговлю.
            """,
            "talks KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/ambassador - - held - - -"
        ),
        Case(
            """
            Министр торговли Марко Петрович провел телефонный разговор с министром торговли Кении Джоном Отиено. \
            Собеседники обсудили сербско-кенийские отношения.
            """,
            "call KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/minister - - held - - -"
        ),
        // Two who are below ministers come together, two ministers one by one.
        Case(
            """
            Министр торговли Сербии Марко Петрович встретился с депутатом сената Кении Джоном Отиено и депутатом \
            сената Кении Томасом Мбеки.
            """,
            "talks KE,RS - parliament Марко Петрович/RS/minister,Джон Отиено/KE/other,Томас Мбеки/KE/other - - held - - -"
        ),
        Case(
            """
            Министр торговли Сербии Марко Петрович встретился с министром торговли Кении Джоном Отиено и министром \
            финансов Кении Томасом Мбеки.
            """,
            "talks KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/minister - - held - - -",
            "talks KE,RS - minister Марко Петрович/RS/minister,Томас Мбеки/KE/minister - - held - - -"
        ),
        // Whoever of the state has been named last.
        Case(
            """
            Спикер сената Кении Джон Отиено прибыл в Белград. Кенийский парламентарий провел переговоры с премьером \
            Сербии Марко Петровичем.
            """,
            "talks KE,RS - head_of_government Джон Отиено/KE/speaker,Марко Петрович/RS/prime_minister - - held - Белград/RS RS"
        ),
        // The mayor of the town that was named last.
        Case(
            """
            В Белград прибыл президент Татарстана Рустам Минниханов. Во время встречи Минниханов и мэр города Марко \
            Петрович обсудили туризм.
            """,
            "talks RS,RU - official Рустам Минниханов/RU/governor,Марко Петрович/RS/mayor - - held - Белград/RS RS"
        ),
        // A ceremony of handing over papers is a meeting of those who hand them over and take them.
        Case(
            """
            При участии заместителя министра иностранных дел Сербии Марко Петровича 5 мая состоялась церемония \
            вручения верительных грамот нового посла Кении Джона Отиено.
            """, on: "2025-05-06",
            "talks KE,RS - official Джон Отиено/KE/ambassador,Марко Петрович/RS/other - - held 2025-05-05 - -"
        ),
        Case(
            "В Белграде ожидается визит президента Кении Джона Отиено 10 мая.", on: "2025-05-06",
            "visit KE,RS - head_of_state Джон Отиено/KE/president - - planned 2025-05-10 Белград/RS RS"
        ),
        Case(
            "Визит министра торговли Сербии Марко Петровича в Кению откладывается.",
            "visit KE,RS - minister Марко Петрович/RS/minister - - planned - -/KE KE"
        ),
        // On the day of the decision the visit was yet to come.
        Case(
            "Решение о визите министра торговли Сербии Марко Петровича в Кению было принято 27 августа.",
            on: "2025-09-06",
            "visit KE,RS - minister Марко Петрович/RS/minister - - planned - -/KE KE"
        ),
        // A delegation of the parliament that only one state has.
        Case(
            "Делегация Госдумы посещала Кению в марте 2025 года, группу возглавлял вице-спикер.",
            "visit KE,RU - parliament - - - held 2025-03 -/KE KE"
        ),
        // A decision of three is not the talks of two of them.
        Case(
            """
            В марте состоится трехсторонняя встреча министров торговли Сербии, Кении и Чили. Об этом сообщили по \
            итогам встречи министра торговли Сербии Марко Петровича с его кенийским коллегой Джоном Отиено.
            """, on: "2025-02-12",
            "talks CL,KE,RS - minister - - - planned 2025-03 - -",
            "talks KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/minister - - held - - -"
        ),
        // The day of the words is not that of the article.
        Case(
            """
            Министры торговли Сербии и Кении Марко Петрович и Джон Отиено провели встречу в Белграде во вторник. \
            «Сегодня мы провели с коллегой беседу», – заявил Отиено.
            """, on: "2025-06-11",
            "talks KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/minister - - held 2025-06-10 Белград/RS RS"
        ),
        Case(
            """
            Спикер парламента Сербии Марко Петрович находится в Кении с официальным визитом. Ранее он встретился с \
            премьером Кении Джоном Отиено.
            """, on: "2025-08-26",
            "talks KE,RS - head_of_government Марко Петрович/RS/speaker,Джон Отиено/KE/prime_minister official - held - -/KE KE"
        ),
        // The time of what came of it is that of the meeting.
        Case(
            """
            Протокол был подписан в июне 2019 года в Кении по итогам встречи премьера Сербии Марко Петровича и \
            премьера Кении Джона Отиено.
            """,
            "talks KE,RS - head_of_government Марко Петрович/RS/prime_minister,Джон Отиено/KE/prime_minister - - held 2019-06 -/KE KE"
        ),
        Case(
            """
            Состоялась встреча министра торговли Сербии Марко Петровича с министром образования, культуры, спорта, \
            науки и технологий Кении Джоном Отиено.
            """,
            "talks KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/minister - - held - - -"
        ),
        Case(
            """
            Министр торговли Сербии Марко Петрович выступит на пленарной сессии сербско-кенийского бизнес-форума в \
            Найроби.
            """,
            "forum KE,RS - minister Марко Петрович/RS/minister - - planned - Найроби/KE KE"
        ),
    ]

    static let plans = [
        // Whose plan the infinitive is.
        Case(
            """
            Представитель министерства сообщила 23 октября о планах министра торговли Сербии Марко Петровича \
            посетить Кению с рабочим визитом.
            """, on: "2025-10-26",
            "visit KE,RS - minister Марко Петрович/RS/minister working - planned - -/KE KE"
        ),
        // Another official of the same state, told by the passive.
        Case(
            """
            Министр торговли Сербии Марко Петрович провел переговоры с министром торговли Кении Джоном Отиено. Также \
            проведена встреча с президентом Кении.
            """,
            "talks KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/minister - - held - - -",
            "talks KE,RS - head_of_state Марко Петрович/RS/minister - - held - - -"
        ),
        Case(
            """
            Министр торговли Сербии Марко Петрович встретился с заместителем министра обороны Кении генералом армии \
            Джоном Отиено и послом Кении Томасом Мбеки.
            """,
            "talks KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/other,Томас Мбеки/KE/ambassador - - held - - -"
        ),
        Case(
            "Визит министра торговли Сербии Марко Петровича в Кению не состоится.",
            "visit KE,RS - minister Марко Петрович/RS/minister - - cancelled - -/KE KE"
        ),
        Case(
            "Визиты министра торговли Сербии Марко Петровича в Кению и в Чили в запланированные дни не состоятся.",
            "visit KE,RS - minister Марко Петрович/RS/minister - - cancelled - -/KE KE",
            "visit CL,RS - minister Марко Петрович/RS/minister - - cancelled - -/CL CL"
        ),
        // What is planned is the visit, and not the call.
        Case(
            """
            О планируемом визите в Кению министр торговли Сербии Марко Петрович сообщил после телефонного разговора \
            с министром торговли Кении Джоном Отиено.
            """, on: "2025-02-22",
            "call KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/minister - - held - - -"
        ),
        Case(
            """
            Кения дала согласие на просьбу о визите в Найроби министра торговли Сербии Марко Петровича, который \
            состоится в феврале.
            """, on: "2025-01-25",
            "visit KE,RS - minister Марко Петрович/RS/minister - - planned 2025-02 Найроби/KE KE"
        ),
        Case(
            """
            Посольство не получало обращений относительно визита министра торговли Сербии Марко Петровича в Найроби.
            """
        ),
        Case(
            """
            Состоялись переговоры министра торговли Сербии Марко Петровича с делегацией Пакистана во главе с \
            министром торговли провинции Белуджистан Али Хассаном.
            """,
            "talks PK,RS - minister Марко Петрович/RS/minister,Али Хассан/PK/minister - - held - - -"
        ),
        // An assembly is held without him who does not go there.
        Case(
            """
            Министр торговли Сербии Марко Петрович не поедет на встречу министров торговли СНГ, которая состоится в \
            Минске 4 апреля.
            """, on: "2025-04-02",
            "session BY СНГ minister - - - planned 2025-04-04 Минск/BY BY"
        ),
        // "энергетики" stands between the ministers and their two states.
        Case(
            """
            Под председательством министров энергетики двух стран в Белграде прошло заседание сербско-кенийской \
            комиссии. Министр энергетики Сербии Марко Петрович и министр энергетики Кении Джон Отиено подписали \
            протокол.
            """,
            "session KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/minister - - held - Белград/RS RS"
        ),
        // A decision to hold it is taken, and the session is yet to come.
        Case(
            "Принято решение провести в мае в Белграде заседание сербско-кенийской комиссии.", on: "2025-02-22",
            "session KE,RS - - - - - planned 2025-05 Белград/RS RS"
        ),
        // A group of friendship is of the parliament's state, and not of its friend.
        Case(
            """
            7-го апреля спикер Сербии Марко Петрович встретился с прибывшей в страну делегацией во главе с Джоном \
            Отиено, руководителем группы дружбы с Сербией в парламенте Кении.
            """, on: "2025-04-22",
            "talks KE,RS - parliament Марко Петрович/RS/speaker,Джон Отиено/KE/other - - held 2025-04-07 -/RS RS"
        ),
        // The day between the verb and the town is none of what they talk about.
        Case(
            """
            Министр торговли Сербии Марко Петрович и министр торговли Кении Джон Отиено обсудили 7 апреля в Найроби \
            поставки чая.
            """, on: "2025-04-22",
            "talks KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/minister - - held 2025-04-07 Найроби/KE KE"
        ),
        Case(
            """
            Министр торговли Сербии Марко Петрович и министр торговли Кении Джон Отиено обсудили вопросы \
            безопасности в Найроби.
            """, on: "2025-04-22",
            "talks KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/minister - - held - - -"
        ),
        // A visit still in preparation is no place of the talks before it.
        Case(
            """
            Министр торговли Сербии Марко Петрович принял посла Кении Джона Отиено. Встреча прошла в рамках \
            подготовки к визиту сербской делегации в Кению.
            """, on: "2025-04-22",
            "talks KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/ambassador - - held - -/RS RS"
        ),
    ]

    @Test(arguments: told + plans)
    func encounter(_ it: Case) throws { try it.check() }
}
