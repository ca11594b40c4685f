import Model
import TestLanguage
import Testing

@testable import Extract

/// Where, when and between whom an encounter was, as the words around it tell, in our own wording.
@Suite struct EncounterFieldTests {
    typealias Case = MeetingTests.Case

    static let names = [
        Case(
            "Президент Турции Реджеп Тайип Эрдоган и и.о. министра иностранных дел Армении Ара Саргсянц встретились в Риме.",
            "talks AM,TR - head_of_state Реджеп Тайип Эрдоган/TR/president,Ара Саргсянц/AM/foreign_minister - - held - Рим/IT -"
        ),
        Case(
            "Министр обороны Грузии Леван Беридзе встретился в Баку с американским коллегой Ллойдом Остином.",
            "talks GE,US - minister Леван Беридзе/GE/minister,Ллойд Остин/US/minister - - held - Баку/AZ -"
        ),
        Case(
            "Встреча главы МИД Армении Ары Саркисова и главы МИД Грузии Левана Беридзе состоялась в Тбилиси.",
            "talks AM,GE - minister Ара Саркисов/AM/foreign_minister,Леван Беридзе/GE/foreign_minister - - held - Тбилиси/GE GE"
        ),
        Case(
            "Премьер-министр Грузии Леван Беридзе встретился с вице-премьером Молдавии Кристиной Мунтян.",
            "talks GE,MD - head_of_government Леван Беридзе/GE/prime_minister,Кристина Мунтян/MD/deputy_prime_minister - - held - - -"
        ),
        Case(
            "Президент Азербайджана Ильхам Алиев принял министра торговли Мальтийской Республики Яна Борга.",
            "talks AZ,MT - head_of_state Ильхам Алиев/AZ/president,Ян Борг/MT/minister - - held - - AZ"
        ),
        Case(
            "Пресс-секретарь армянского лидера Иван Петров встретился в Ереване с послом Грузии Леваном Беридзе.",
            "talks AM,GE - official Иван Петров/AM/other,Леван Беридзе/GE/ambassador - - held - Ереван/AM AM"
        ),
    ]

    static let places = [
        Case(
            "31 января, Хараре /Корр. агентства/. Президенты Беларуси и Зимбабве Александр Лукашенко и Эммерсон Мнангагва "
                + "провели переговоры в резиденции зимбабвийского лидера.",
            "talks BY,ZW - head_of_state Александр Лукашенко/BY/president,Эммерсон Мнангагва/ZW/president - - held - Хараре/ZW ZW"
        ),
        Case(
            "МОСКВА, 4 марта /агентство/. Президент Азербайджана Ильхам Алиев принял министра Грузии Левана Беридзе.",
            "talks AZ,GE - head_of_state Ильхам Алиев/AZ/president,Леван Беридзе/GE/minister - - held - - AZ"
        ),
        Case(
            "БАКУ, 4 марта /агентство/. Президент Азербайджана Ильхам Алиев принял министра Грузии Левана Беридзе.",
            "talks AZ,GE - head_of_state Ильхам Алиев/AZ/president,Леван Беридзе/GE/minister - - held - Баку/AZ AZ"
        ),
        Case(
            "Саммит ОТГ пройдет 5 ноября 2024 года в столице Кыргызстана Бишкеке.", on: "2024-10-02",
            "summit KG ОТГ head_of_state - - - planned 2024-11-05 Бишкек/KG KG"
        ),
        Case(
            "Президент Азербайджана Ильхам Алиев принял министра Грузии Левана Беридзе, прибывшего в страну с официальным визитом.",
            "talks AZ,GE - head_of_state Ильхам Алиев/AZ/president,Леван Беридзе/GE/minister official - held - -/AZ AZ"
        ),
        Case(
            "Министр Грузии Леван Беридзе встретился с прибывшим с рабочим визитом министром Армении Арамом Петросяном.",
            "talks AM,GE - minister Леван Беридзе/GE/minister,Арам Петросян/AM/minister working - held - -/GE GE"
        ),
        Case(
            "В рамках визита грузинской делегации в Армению состоялась встреча министра Грузии Левана Беридзе и министра "
                + "Армении Арама Петросяна.",
            "talks AM,GE - minister Леван Беридзе/GE/minister,Арам Петросян/AM/minister - - held - -/AM AM"
        ),
        Case(
            "Премьер-министр Грузии Леван Беридзе, который в пятницу посещает Кутаиси, планирует встретиться с "
                + "премьер-министром Армении Николом Пашиняном.",
            "talks AM,GE - head_of_government Леван Беридзе/GE/prime_minister,Никол Пашинян/AM/prime_minister - - planned - - -"
        ),
    ]

    static let days = [
        Case(
            "29-30 мая в Тегеране прошло заседание ирано-армянской комиссии, в ходе которого подвели итоги работы, "
                + "начатой 27 января 2010 года.",
            "session AM,IR - - - - - held - Тегеран/IR IR"
        ),
        Case(
            "Министр Грузии Леван Беридзе встретился с министром Армении Арамом Петросяном в Ереване накануне заседания "
                + "комиссии.", on: "2025-06-30",
            "talks AM,GE - minister Леван Беридзе/GE/minister,Арам Петросян/AM/minister - - held - Ереван/AM AM"
        ),
        Case(
            "Министр Грузии Леван Беридзе накануне встретился с министром Армении Арамом Петросяном в Ереване.",
            on: "2025-06-30",
            "talks AM,GE - minister Леван Беридзе/GE/minister,Арам Петросян/AM/minister - - held 2025-06-29 Ереван/AM AM"
        ),
        Case(
            "Министр Грузии Леван Беридзе провел встречу с министром Армении Арамом Петросяном, они подписали протокол к "
                + "соглашению от 19 декабря 1997 года.",
            "talks AM,GE - minister Леван Беридзе/GE/minister,Арам Петросян/AM/minister - - held - - -"
        ),
        Case(
            "Министры обороны Грузии и Армении встретились в Батуми\n\nВ понедельник в Батуми приехали министр обороны "
                + "Грузии Леван Беридзе и министр обороны Армении Арам Петросян.", on: "2020-02-04",
            "talks AM,GE - minister Леван Беридзе/GE/minister,Арам Петросян/AM/minister - - held 2020-02-03 Батуми/GE GE"
        ),
    ]

    static let sides = [
        Case(
            "Президент Грузии Михаил Кавелашвили встретился с президентом Армении Ваагном Хачатуряном. Со стороны Грузии на "
                + "встрече присутствовали помощник президента Иван Петров и министр Леван Беридзе.",
            "talks AM,GE - head_of_state Михаил Кавелашвили/GE/president,Ваагн Хачатурян/AM/president - - held - - -"
        ),
        Case(
            "Президент Грузии Михаил Кавелашвили встретился с президентом Армении Ваагном Хачатуряном. В переговорах "
                + "участвовали министр Грузии Леван Беридзе и министр Армении Арам Петросян.",
            "talks AM,GE - head_of_state Михаил Кавелашвили/GE/president,Ваагн Хачатурян/AM/president - - held - - -"
        ),
        Case(
            "Генеральный секретарь ООН Антониу Гутерриш прибыл в Баку. "
                + "4 июля он выступит на саммите ШОС в Астане.",
            "summit KZ ШОС official Антониу Гутерриш/-/secretary_general - - planned - Астана/KZ KZ"
        ),
        Case(
            "Президенты Грузии и Армении Михаил Кавелашвили и Ваагн Хачатурян провели переговоры в узком, затем в расширенном "
                + "кругу.",
            "talks AM,GE - head_of_state Михаил Кавелашвили/GE/president,Ваагн Хачатурян/AM/president - narrow,extended held - - -"
        ),
    ]

    @Test(arguments: names + places + days + sides)
    func aTextTellsTheFields(_ it: Case) throws {
        let found = try TestLanguage.facts(it.text, on: it.published).meetings.map(MeetingTests.line)
        #expect(found == it.meetings)
    }
}
