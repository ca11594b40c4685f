import Model
import TestLanguage
import Testing

@testable import Extract

/// Texts in our own wording with the encounters that they tell, one line each:
/// kind, countries, organisations, level, participants, visit, formats, status, date, place, host. A dash is nothing.
@Suite struct MeetingTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        let published: String?
        let meetings: [String]
        var testDescription: String { text }

        init(_ text: String, on published: String? = nil, _ meetings: String...) {
            self.text = text
            self.published = published
            self.meetings = meetings
        }

        /// Expects of the text these rows and no others.
        func check(_ location: SourceLocation = #_sourceLocation) throws {
            let found = try TestLanguage.facts(text, on: published).meetings.map(MeetingTests.line)
            #expect(found == meetings, sourceLocation: location)
        }
    }

    static let talks = [
        Case(
            "Президент Казахстана Касым-Жомарт Токаев провел в Астане переговоры с президентом Грузии Михаилом Кавелашвили.",
            "talks GE,KZ - head_of_state Касым-Жомарт Токаев/KZ/president,Михаил Кавелашвили/GE/president - - held - Астана/KZ KZ"
        ),
        Case(
            "Министр транспорта Армении Арам Петросян 5 мая встретился в Тбилиси с грузинским коллегой Леваном Беридзе.",
            on: "2025-05-06",
            "talks AM,GE - minister Арам Петросян/AM/minister,Леван Беридзе/GE/minister - - held 2025-05-05 Тбилиси/GE GE"
        ),
        Case(
            "Состоялись переговоры между президентами Узбекистана и Турции Шавкатом Мирзиёевым и Реджепом Тайипом Эрдоганом.",
            "talks TR,UZ - head_of_state Шавкат Мирзиёев/UZ/president,Реджеп Тайип Эрдоган/TR/president - - held - - -"
        ),
        Case(
            "В Ашхабаде президент Сердар Бердымухамедов принял премьер-министра Грузии Ираклия Кобахидзе.",
            "talks GE,TM - head_of_state Сердар Бердымухамедов/TM/president,Ираклий Кобахидзе/GE/prime_minister - - held - Ашхабад/TM TM"
        ),
        Case(
            "Премьер-министры Армении и Грузии Никол Пашинян и Ираклий Кобахидзе встретились в Женеве.",
            "talks AM,GE - head_of_government Никол Пашинян/AM/prime_minister,Ираклий Кобахидзе/GE/prime_minister - - held - Женева/CH -"
        ),
        Case(
            "Завтра президент Армении Ваагн Хачатурян будет принят президентом Грузии Михаилом Кавелашвили.",
            on: "2025-03-10",
            "talks AM,GE - head_of_state Михаил Кавелашвили/GE/president,Ваагн Хачатурян/AM/president - - planned 2025-03-11 -/GE GE"
        ),
    ]

    static let formats = [
        Case(
            """
            2 июня президент Казахстана Касым-Жомарт Токаев встретился в Баку с президентом Азербайджана Ильхамом Алиевым.
            Сначала главы государств побеседовали один на один. Затем переговоры продолжились в расширенном составе.
            """, on: "2025-06-03",
            "talks AZ,KZ - head_of_state Касым-Жомарт Токаев/KZ/president,Ильхам Алиев/AZ/president - narrow,extended held 2025-06-02 Баку/AZ AZ"
        )
    ]

    static let visits = [
        Case(
            """
            3 июля президент Грузии Михаил Кавелашвили прибыл с официальным визитом в Астану.
            Переговоры с ним провел президент Казахстана Касым-Жомарт Токаев.
            """, on: "2025-07-04",
            "talks GE,KZ - head_of_state Касым-Жомарт Токаев/KZ/president,Михаил Кавелашвили/GE/president official - held 2025-07-03 Астана/KZ KZ"
        ),
        Case(
            "Государственный визит президента Узбекистана Шавката Мирзиёева в Грузию намечен на октябрь 2026 года.",
            "visit GE,UZ - head_of_state Шавкат Мирзиёев/UZ/president state - planned 2026-10 -/GE GE"
        ),
    ]

    static let others = [
        Case(
            "Президенты Казахстана и Узбекистана Касым-Жомарт Токаев и Шавкат Мирзиёев 7 мая провели телефонный разговор.",
            on: "2025-05-08",
            "call KZ,UZ - head_of_state Касым-Жомарт Токаев/KZ/president,Шавкат Мирзиёев/UZ/president - - held 2025-05-07 - -"
        ),
        Case(
            "Министры иностранных дел Армении и Ирана Арарат Мирзоян и Аббас Аракчи обсудили по телефону торговлю.",
            "call AM,IR - minister Арарат Мирзоян/AM/foreign_minister,Аббас Аракчи/IR/foreign_minister - - held - - -"
        ),
        Case(
            """
            В Тбилиси прошло шестое заседание армяно-грузинской межправительственной комиссии.
            Его провели вице-премьер Армении Тигран Хачатрян и вице-премьер Грузии Леван Давиташвили.
            """,
            "session AM,GE - minister Тигран Хачатрян/AM/deputy_prime_minister,Леван Давиташвили/GE/deputy_prime_minister - - held - Тбилиси/GE GE"
        ),
        Case(
            "В апреле 2027 года Ташкент примет казахстанско-узбекский бизнес-форум.",
            "forum KZ,UZ - business - - - planned 2027-04 Ташкент/UZ UZ"
        ),
        Case(
            "Президент Казахстана Касым-Жомарт Токаев 4 июля принял участие в саммите ШОС в Бишкеке.", on: "2026-07-05",
            "summit KG,KZ ШОС head_of_state Касым-Жомарт Токаев/KZ/president - - held 2026-07-04 Бишкек/KG KG"
        ),
    ]

    @Test(arguments: talks + formats + visits + others)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }

    /// A ceremony, a wish, an invitation, a manner of speaking, a session of one state's own.
    @Test(arguments: [
        "Взаимные визиты и встречи задают тон отношениям Армении и Грузии.",
        "Президент Казахстана принял приглашение посетить Тбилиси.",
        "Президент Грузии может провести встречу с премьер-министром Армении.",
        "Президент Узбекистана Шавкат Мирзиёев принял решение поддержать экспорт в Казахстан.",
        "После переговоров состоялась торжественная церемония встречи делегаций Казахстана и Китая.",
        "Правительство Казахстана провело заседание, на котором обсудили урожай.",
        "Страны ведут переговоры о тарифах.",
        "В прошлом году Грузию посетили два миллиона туристов из Армении.",
    ])
    func aTextTellsNone(_ text: String) throws {
        #expect(try TestLanguage.facts(text, on: "2025-06-01").meetings.map(Self.line) == [])
    }

    @Test func anEncounterTakesOneRowHoweverOftenItIsTold() throws {
        let text = """
            Токаев и Алиев обсудили торговлю
            2 июня президент Казахстана Касым-Жомарт Токаев встретился в Баку с президентом Азербайджана Ильхамом Алиевым.
            В ходе переговоров стороны условились нарастить поставки. По итогам встречи президенты подписали заявление.
            В октябре они увидятся на саммите ОТГ в Габале.
            """
        let meetings = try TestLanguage.facts(text, on: "2025-06-03").meetings
        #expect(meetings.map(\.kind) == [.talks, .summit])
        #expect(meetings.map(\.status) == [.held, .planned])
        #expect(meetings[0].evidence.count > 1)
    }

    @Test func anEncounterOfAnotherDayIsAnother() throws {
        let text = """
            2 июня 2025 года в Баку президент Казахстана Касым-Жомарт Токаев встретился с президентом Азербайджана Ильхамом Алиевым.
            В прошлый раз президенты провели переговоры 11 марта 2024 года в Астане.
            """
        let meetings = try TestLanguage.facts(text).meetings
        #expect(meetings.map { $0.date?.description } == ["2025-06-02", "2024-03-11"])
        #expect(meetings.map { $0.place?.city } == ["Баку", "Астана"])
    }

    static func line(_ it: Meeting) -> String {
        func joined(_ parts: [String]) -> String { parts.isEmpty ? "-" : parts.joined(separator: ",") }
        let people = it.participants.map { "\($0.name)/\($0.country?.rawValue ?? "-")/\($0.office?.rawValue ?? "-")" }
        let place = it.place.map { "\($0.city ?? "-")/\($0.country?.rawValue ?? "-")" }
        return [
            it.kind.rawValue, joined(it.countries.map(\.rawValue)), joined(it.orgs), it.level?.rawValue ?? "-",
            joined(people), it.visit?.rawValue ?? "-", joined(it.formats.map(\.rawValue)), it.status.rawValue,
            it.date?.description ?? "-", place ?? "-", it.host?.rawValue ?? "-",
        ].joined(separator: " ")
    }
}
