import Model
import TestLanguage
import Testing

@testable import Extract

/// Encounters told beside another by their number, a dash, the organisation or where something was agreed on, in our own wording.
@Suite struct LaterOccasionTests {
    typealias Case = MeetingTests.Case

    /// The next and the earlier ones, told by a dash, a number or the organisation, and agreed on at a place.
    static let later = [
        Case(
            """
            Комиссия по водам Сербии и Австрии заседала в Вене 14 сентября. Следующее заседание – в Белграде, в мае \
            2026 года.
            """, on: "2025-09-16",
            "session AT,RS - - - - - held 2025-09-14 Вена/AT AT",
            "session AT,RS - - - - - planned 2026-05 Белград/RS RS"
        ),
        Case(
            """
            Межправкомиссия Сербии и Австрии провела в Вене 14 сентября третье заседание. Первое состоялось в \
            Белграде в апреле 2022 года.
            """, on: "2025-09-16",
            "session AT,RS - - - - - held 2025-09-14 Вена/AT AT",
            "session AT,RS - - - - - held 2022-04 Белград/RS RS"
        ),
        Case(
            """
            Саммит ОТГ пройдет в Габале 7 октября. В его канун, 6 октября, состоится заседание совета министров \
            иностранных дел.
            """, on: "2025-09-16",
            "summit AZ ОТГ head_of_state - - - planned 2025-10-07 Габала/AZ AZ",
            "session AZ ОТГ minister - - - planned 2025-10-06 Габала/AZ AZ"
        ),
        Case(
            """
            О поставках зерна во вторник в Риме договорились министр транспорта Грузии Иван Беридзе и его \
            итальянский коллега Марио Росси.
            """, on: "2025-09-16",
            "talks GE,IT - minister Иван Беридзе/GE/minister,Марио Росси/IT/minister - - held 2025-09-16 Рим/IT IT"
        ),
        Case(
            """
            Министр обороны Кении Саломон Отиено прилетел в Бишкек. Встреча с австрийским коллегой отменена.
            """, on: "2025-09-16",
            "visit KE,KG - minister Саломон Отиено/KE/minister - - held - Бишкек/KG KG",
            "talks AT,KE - minister Саломон Отиено/KE/minister - - cancelled - - -"
        ),
        Case(
            """
            Секретари советов безопасности Армен Григорян (Армения) и Аджит Довал (Индия) увиделись в Нью-Дели, а до \
            этого, в марте, в Ереване.
            """, on: "2025-09-16",
            "talks AM,IN - official Армен Григорян/AM/other,Аджит Довал/IN/other - - held - Нью-Дели/IN IN",
            "talks AM,IN - official Армен Григорян/AM/other,Аджит Довал/IN/other - - held 2025-03 Ереван/AM AM"
        ),
        Case(
            """
            Заседание Совета министров обороны СНГ пройдет 12 декабря в Москве. Мероприятие состоится под \
            председательством министра обороны России Андрея Белоусова.
            """, on: "2024-12-05",
            "session RU СНГ minister Андрей Белоусов/RU/minister - - planned 2024-12-12 Москва/RU RU"
        ),
        Case(
            """
            В Риге 3 июня министр транспорта Латвии Атис Швинка и посол Узбекистана Кахрамон Шакиров обсудили \
            тарифы. В сентябре президент Латвии приедет с официальным визитом.
            """, on: "2025-06-20",
            "talks LV,UZ - minister Атис Швинка/LV/minister,Кахрамон Шакиров/UZ/ambassador - - held 2025-06-03 Рига/LV LV",
            "visit LV,UZ - head_of_state - official - planned 2025-09 -/UZ UZ"
        ),
        Case(
            """
            Кенийскую делегацию в Вене возглавил министр экономики Джон Мбади; переговоры с ним вел министр финансов \
            Австрии Пауль Хубер.
            """, on: "2025-06-20",
            "talks AT,KE - minister Пауль Хубер/AT/minister,Джон Мбади/KE/minister - - held - Вена/AT AT"
        ),
        Case(
            """
            Министр обороны Сербии Марко Петрович в Вене провел с австрийским коллегой Паулем Хубером без малого три \
            часа.
            """, on: "2025-06-20",
            "talks AT,RS - minister Марко Петрович/RS/minister,Пауль Хубер/AT/minister - - held - Вена/AT AT"
        ),
        Case(
            """
            Ректоры 40 вузов Сербии и Австрии собрались 18 июня в Вене на третий форум.
            """, on: "2025-06-20",
            "forum AT,RS - - - - - held 2025-06-18 Вена/AT AT"
        ),
        Case(
            """
            Президент Узбекистана Ислам Каримов 6 мая побывал в Москве, где провел встречу с Борисом Ельциным.
            """, on: "1998-05-12",
            "talks RU,UZ - head_of_state Ислам Каримов/UZ/president,Борис Ельцин/RU/president - - held 1998-05-06 Москва/RU RU"
        ),
    ]

    static let none = [
        "Сербия и Кения договорились в Найроби строить завод.",
        "Следующая тема – экспорт. Следующая встреча – это шанс для Сербии и Кении.",
        "Сборные Сербии и Кении провели в Вене встречу. Следующая встреча пройдет в октябре в Белграде.",
        "Министр транспорта Сербии и министр транспорта Кении должны были договориться в Вене, но поезд опоздал.",
        "Суд в Риме выслушал министра финансов Сербии Марко Петровича.",
    ]

    @Test(arguments: later)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }

    @Test(arguments: none)
    func aTextTellsNone(_ text: String) throws {
        #expect(try TestLanguage.facts(text, on: "2025-06-10").meetings.map(MeetingTests.line) == [])
    }
}
