import Model
import TestLanguage
import Testing

@testable import Extract

/// Encounters of which another clause or sentence tells who meets, when and where, in our own wording.
@Suite struct SideElsewhereTests {
    typealias Case = MeetingTests.Case

    private static let day = "2025-05-14"

    /// Visits told by a month before the noun, by an invitation and its day, by what the guest comes in.
    static let months = [
        Case(
            """
            Соглашение было достигнуто в ходе апрельского визита премьер-министра Грузии Ираклия Кобахидзе в Армению.
            """, on: day,
            "visit AM,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister - - held 2025-04 -/AM AM"
        ),
        Case(
            """
            Президент Сербии Александр Вучич пригласил президента Казахстана Касым-Жомарта Токаева посетить Белград. \
            Визит состоится в июле.
            """, on: day,
            "visit KZ,RS - head_of_state Касым-Жомарт Токаев/KZ/president - - planned 2025-07 Белград/RS RS"
        ),
        Case(
            "Премьер-министр Грузии Ираклий Кобахидзе принял приглашение посетить Армению в июле.", on: day,
            "visit AM,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister - - planned 2025-07 -/AM AM"
        ),
        Case(
            "Самолет президента Сербии Александра Вучича приземлился в Ташкенте.", on: day,
            "visit RS,UZ - head_of_state Александр Вучич/RS/president - - held - Ташкент/UZ UZ"
        ),
        Case(
            "Президент Сербии Александр Вучич прилетел в Баку, где до этого был в 2019 году.", on: day,
            "visit AZ,RS - head_of_state Александр Вучич/RS/president - - held - Баку/AZ AZ",
            "visit AZ,RS - head_of_state Александр Вучич/RS/president - - held 2019 Баку/AZ AZ"
        ),
    ]

    /// Those who meet are told in the sentence before, by their bodies, in a relative clause, behind a delegation.
    static let pairs = [
        Case(
            """
            Президент Сербии Александр Вучич поблагодарил президента Австрии Александра Ван дер Беллена за \
            гостеприимство. Беседа прошла в Вене 12 мая.
            """, on: day,
            "talks AT,RS - head_of_state Александр Вучич/RS/president,Александр Ван дер Беллен/AT/president - - held 2025-05-12 Вена/AT AT"
        ),
        Case(
            "Представители внешнеполитических ведомств Грузии и Армении встретились 12 мая в Тбилиси.", on: day,
            "talks AM,GE - - - - - held 2025-05-12 Тбилиси/GE GE"
        ),
        Case(
            """
            12 мая в Тбилиси состоялись грузино-армянские политические консультации на уровне заместителей министров \
            иностранных дел.
            """, on: day,
            "talks AM,GE - official - - - held 2025-05-12 Тбилиси/GE GE"
        ),
        Case(
            """
            Встреча президента Сербии Александра Вучича и президента Австрии Александра Ван дер Беллена, намечавшаяся \
            на 12 мая, не состоялась.
            """, on: day,
            "talks AT,RS - head_of_state Александр Вучич/RS/president,Александр Ван дер Беллен/AT/president - - cancelled 2025-05-12 - -"
        ),
        Case(
            """
            На июнь намечено заседание подкомиссии, которое министр экономики Грузии Мариам Квривишвили проведет в \
            Тбилиси с министром экономики Армении Геворгом Папояном.
            """, on: day,
            "session AM,GE - minister Мариам Квривишвили/GE/minister,Геворг Папоян/AM/minister - - planned 2025-06 Тбилиси/GE GE"
        ),
        Case(
            """
            Министр экономики Грузии Мариам Квривишвили приняла делегацию Армении во главе с министром экономики \
            Геворгом Папояном и министром финансов Ваге Ованнисяном.
            """, on: day,
            "talks AM,GE - minister Мариам Квривишвили/GE/minister,Геворг Папоян/AM/minister,Ваге Ованнисян/AM/minister - - held - -/GE GE"
        ),
        Case(
            """
            Премьер-министр Грузии Ираклий Кобахидзе полетит в Вену, где 20 июня с ним встретится канцлер Австрии \
            Кристиан Штокер, а 22-го его ждет в Белграде президент Сербии Александр Вучич.
            """, on: day,
            "talks AT,GE - head_of_government Кристиан Штокер/AT/prime_minister,Ираклий Кобахидзе/GE/prime_minister - - planned 2025-06-20 Вена/AT AT",
            "talks GE,RS - head_of_state Александр Вучич/RS/president,Ираклий Кобахидзе/GE/prime_minister - - planned 2025-06-22 Белград/RS RS"
        ),
    ]

    /// Who is at an assembly, what is only on its margins, and what no state receives.
    static let assemblies = [
        Case(
            """
            13 мая в Минске прошел саммит ЕАЭС. В нем участвовали лидеры стран-членов: Никол Пашинян (Армения), Садыр \
            Жапаров (Киргизия).
            """, on: day,
            "summit AM,BY,KG ЕАЭС head_of_state Никол Пашинян/AM/prime_minister,Садыр Жапаров/KG/president - - held 2025-05-13 Минск/BY BY"
        ),
        Case(
            """
            Встреча президента Сербии Александра Вучича и премьер-министра Индии Нарендры Моди, как сообщил помощник, \
            намечена на 1 июня в Пекине на полях саммита ШОС.
            """, on: day,
            "talks IN,RS - head_of_state Александр Вучич/RS/president,Нарендра Моди/IN/prime_minister - - planned 2025-06-01 Пекин/CN -"
        ),
        Case(
            "Саммит ЕС пройдет 26 июня в Брюсселе.", on: day,
            "summit - ЕС head_of_state - - - planned 2025-06-26 Брюссель/BE -"
        ),
        Case(
            """
            В Тбилиси открылся экономический форум. Премьер-министр Грузии Ираклий Кобахидзе выступил с приветственной \
            речью. Среди гостей – премьер-министр Армении Никол Пашинян.
            """, on: day,
            "forum AM,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister,Никол Пашинян/AM/prime_minister - - held - Тбилиси/GE GE"
        ),
    ]

    @Test(arguments: months + pairs + assemblies)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }
}
