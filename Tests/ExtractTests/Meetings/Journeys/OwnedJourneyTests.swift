import Model
import TestLanguage
import Testing

@testable import Extract

/// Journeys told by whose they are, who came to what together, names joined by hyphens, and what others' places and the other side
/// leave open, in our own wording.
@Suite struct OwnedJourneyTests {
    typealias Case = MeetingTests.Case

    static let told = [
        Case(
            """
            Президент Сербии Марко Петрович провел встречу с премьер-министром Кении Джоном Отиено. «То, о чем мы \
            условились во время вашего визита в Белград в марте, сделано», – сказал Петрович. «Я рад был вспомнить о \
            моей поездке в Нови-Сад в 2023 году», – ответил Отиено.
            """, on: "2025-09-04",
            "talks KE,RS - head_of_state Марко Петрович/RS/president,Джон Отиено/KE/prime_minister - - held - - -",
            "visit KE,RS - head_of_government Джон Отиено/KE/prime_minister - - held 2025-03 Белград/RS RS",
            "visit KE,RS - head_of_government Джон Отиено/KE/prime_minister - - held 2023 Нови-Сад/RS RS"
        ),
        Case(
            """
            Президент Сербии Марко Петрович провел встречу с премьер-министром Кении Джоном Отиено. Петрович отметил, \
            что решения, принятые во время его визита в Найроби в августе 2024 года, выполняются.
            """, on: "2025-09-04",
            "talks KE,RS - head_of_state Марко Петрович/RS/president,Джон Отиено/KE/prime_minister - - held - - -",
            "visit KE,RS - head_of_state Марко Петрович/RS/president - - held 2024-08 Найроби/KE KE"
        ),
        Case(
            """
            Министр торговли Сербии Марко Петрович встретился в Вене с министром финансов Кении Джоном Отиено. Министр \
            энергетики Грузии Иван Беридзе встретился с министром энергетики Армении Арамом Петросяном.
            """, on: "2025-09-04",
            "talks KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/minister - - held - Вена/AT -",
            "talks AM,GE - minister Иван Беридзе/GE/minister,Арам Петросян/AM/minister - - held - - -"
        ),
        Case(
            """
            Президент Кении Джон Отиено принял президента Сербии Марко Петровича и премьера Грузии Ивана Беридзе, \
            прибывших в Найроби на форум по воде.
            """, on: "2025-09-04",
            "forum GE,KE,RS - head_of_state Марко Петрович/RS/president,Иван Беридзе/GE/prime_minister - - held - Найроби/KE KE",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - held - Найроби/KE KE",
            "talks GE,KE - head_of_state Джон Отиено/KE/president,Иван Беридзе/GE/prime_minister - - held - Найроби/KE KE"
        ),
        Case(
            """
            Президент Кении Джон Отиено провел с президентом Сербии Марко Петровичем беседу, которая прошла в формате \
            тет-а-тет.
            """, on: "2025-09-04",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - narrow held - - -"
        ),
        Case(
            """
            24 августа вице-премьер Марко Петрович, сопредседатель сербско-кенийской комиссии, провел телефонный \
            разговор с заместителем премьер-министра Кении Джоном Отиено.
            """, on: "2025-09-04",
            "call KE,RS - minister Марко Петрович/RS/deputy_prime_minister,Джон Отиено/KE/deputy_prime_minister - - held 2025-08-24 - -"
        ),
        Case(
            """
            Президенты Сербии и Катара Марко Петрович и шейх Тамим бен Хамад Аль Тани провели телефонный разговор.
            """, on: "2025-09-04",
            "call QA,RS - head_of_state Марко Петрович/RS/president,Тамим бен Хамад Аль Тани/QA/monarch - - held - - -"
        ),
        Case(
            """
            Визит Его Величества султана Омана Хайсама бен Тарека в Сербию в апреле был первым. Его Превосходительство             президент Кении Джон Отиено встретился с Его Высочеством эмиром Катара Тамимом бен Хамадом Аль Тани.
            """, on: "2025-09-04",
            "visit OM,RS - head_of_state Хайсам бен Тарек/OM/monarch - - held 2025-04 -/RS RS",
            "talks KE,QA - head_of_state Джон Отиено/KE/president,Тамим бен Хамад Аль Тани/QA/monarch - - held - - -"
        ),
        Case(
            """
            Министр экономики Грузии Иван Беридзе и министр торговли Кении Джон Отиено обсудили пошлины. Встреча             состоялась в рамках бизнес-форума Грузия-Кения-Сербия в Тбилиси.
            """, on: "2025-09-04",
            "talks GE,KE - minister Иван Беридзе/GE/minister,Джон Отиено/KE/minister - - held - Тбилиси/GE GE",
            "forum GE,KE,RS - business - - - held - Тбилиси/GE GE"
        ),
        Case(
            """
            Премьер-министр Грузии Иван Беридзе встретился с президентом Кении Джоном Отиено. На встрече отметили, что в             Австрии растет спрос на вино.
            """, on: "2025-09-04",
            "talks GE,KE - head_of_state Иван Беридзе/GE/prime_minister,Джон Отиено/KE/president - - held - - -"
        ),
        Case(
            "20 мая Тбилиси посетил премьер-министр Кении Джон Отиено.", on: "2025-09-04",
            "visit GE,KE - head_of_government Джон Отиено/KE/prime_minister - - held 2025-05-20 Тбилиси/GE GE"
        ),
        Case(
            """
            Отмечено значение официального визита первого вице-президента Республики Кения Джона Отиено в Грузию в конце             прошлого года.
            """, on: "2025-09-04",
            "visit GE,KE - head_of_government Джон Отиено/KE/vice_president official - held 2024 -/GE GE"
        ),
        Case(
            """
            Глава кенийского МИД Джон Отиено побеседовал с прессой. Об этом кенийский министр сообщил по итогам             переговоров с грузинским коллегой И.Беридзе.
            """, on: "2025-09-04",
            "talks GE,KE - minister Джон Отиено/KE/foreign_minister,И. Беридзе/GE/foreign_minister - - held - - -"
        ),
        Case(
            """
            Президенты Сербии и Кении провели переговоры. Президенты Марко Петрович и Джон Отиено продолжили \
            переговоры с участием делегаций двух стран. Марко Петрович, президент Сербии, поблагодарил гостя.
            """, on: "2025-09-04",
            "talks KE,RS - head_of_state Марко Петрович/RS/president,Джон Отиено/KE/president - extended held - - -"
        ),
        Case(
            """
            Официальный визит главы государства в Австрию начался со встречи с президентом Александром Ван дер Белленом. \
            Марко Петрович, президент Сербии, поблагодарил его за прием.
            """, on: "2025-09-04",
            "talks AT,RS - head_of_state Марко Петрович/RS/president,Александр Ван дер Беллен/AT/president official - held - -/AT AT"
        ),
        Case(
            """
            Тбилиси, Грузия (Вести) — 23 сентября на полях форума в Вене президент Грузии Иван Беридзе встретился с \
            президентом Кении Джоном Отиено.
            """, on: "2025-09-24",
            "talks GE,KE - head_of_state Иван Беридзе/GE/president,Джон Отиено/KE/president - - held 2025-09-23 Вена/AT -"
        ),
        Case(
            """
            Президент Сербии Марко Белов встретился в Вене с президентом Кении Джоном Отиено. Затем к беседе присоединился \
            президент Грузии Иван Беридзе, и состоялся трехсторонний саммит.
            """, on: "2025-09-24",
            "talks KE,RS - head_of_state Марко Белов/RS/president,Джон Отиено/KE/president - - held - Вена/AT -",
            "summit GE,KE,RS - head_of_state Марко Белов/RS/president,Джон Отиено/KE/president,Иван Беридзе/GE/president - - held - Вена/AT -"
        ),
        Case(
            """
            Министр энергетики Грузии Иван Беридзе 7 сентября провел в Найроби переговоры с министром энергетики Кении \
            Джоном Отиено. В ноябре энергетики вновь соберутся в Тбилиси.
            """, on: "2025-09-08",
            "talks GE,KE - minister Иван Беридзе/GE/minister,Джон Отиено/KE/minister - - held 2025-09-07 Найроби/KE KE",
            "talks GE,KE - minister - - - planned 2025-11 Тбилиси/GE GE"
        ),
        Case(
            """
            Депутат парламента Сербии Марко Белов побывал в Кении. Депутат встретился с премьер-министром республики \
            Джоном Отиено.
            """, on: "2025-09-08",
            "talks KE,RS - head_of_government Марко Белов/RS/other,Джон Отиено/KE/prime_minister - - held - -/KE KE"
        ),
        Case(
            """
            7 сентября в Тбилиси прошел саммит ОТГ. Президент Грузии Иван Беридзе встречал президента Кении Джона Отиено и \
            президента Сербии Марко Белова.
            """, on: "2025-09-08",
            "summit GE,KE,RS ОТГ head_of_state Иван Беридзе/GE/president,Джон Отиено/KE/president,Марко Белов/RS/president - - held 2025-09-07 Тбилиси/GE GE"
        ),
    ]

    static let none = [
        "«Ваш визит в столицу важен для нас», – сказал президент Сербии Марко Петрович.",
        "Договор выполняется с его визита, напомнил президент Сербии Марко Петрович.",
    ]

    @Test(arguments: told)
    func aTextTellsItsEncounters(_ it: Case) throws { try it.check() }

    @Test(arguments: none)
    func aTextTellsNone(_ text: String) throws {
        #expect(try TestLanguage.facts(text, on: "2025-06-10").meetings.map(MeetingTests.line) == [])
    }
}
