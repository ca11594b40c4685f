import Model
import TestLanguage
import Testing

@testable import Extract

/// Where an encounter was, told beside its own sentence: in the dateline, in the headline, by the house; and what tells nothing of it.
@Suite struct EncounterPlaceTests {
    typealias Case = MeetingTests.Case

    private static let pair = "Леван Беридзе/GE/minister,Рашад Набиев/AZ/minister"

    static let datelines = [
        Case(
            "БАКУ, 3 марта. /ТАСС/. Министр Грузии Леван Беридзе провел переговоры с министром Азербайджана Рашадом Набиевым.",
            "talks AZ,GE - minister \(pair) - - held - Баку/AZ AZ"
        ),
        Case(
            "БАКУ, 3 мар – РИА Новости. Президент Азербайджана Ильхам Алиев принял министра Грузии Левана Беридзе.",
            "talks AZ,GE - head_of_state Ильхам Алиев/AZ/president,Леван Беридзе/GE/minister - - held - Баку/AZ AZ"
        ),
        Case(
            "БАКУ. 3 марта. ИНТЕРФАКС – Министр Грузии Леван Беридзе встретился с министром Азербайджана Рашадом Набиевым.",
            "talks AZ,GE - minister \(pair) - - held - Баку/AZ AZ"
        ),
        // At home an agency writes of what is elsewhere too.
        Case(
            "БАКУ /Trend/ – Министр Грузии Леван Беридзе провел переговоры с министром Азербайджана Рашадом Набиевым.",
            "talks AZ,GE - minister \(pair) - - held - - -"
        ),
        Case(
            "БАКУ /Trend/ – Министр Грузии Леван Беридзе провел переговоры с министром Армении Арамом Петросяном.",
            "talks AM,GE - minister Леван Беридзе/GE/minister,Арам Петросян/AM/minister - - held - - -"
        ),
        // The day before somebody is received in the capital sooner than in a port.
        Case(
            "БАТУМИ, 5 марта. /ТАСС/. В порту открыли причал. 4 марта премьер-министр Грузии Леван Беридзе принял министра "
                + "Азербайджана Рашада Набиева.", on: "2025-03-05",
            "talks AZ,GE - head_of_government Леван Беридзе/GE/prime_minister,Рашад Набиев/AZ/minister - - held 2025-03-04 -/GE GE"
        ),
        Case(
            "ТБИЛИСИ, 5 марта. /ТАСС/. В порту открыли причал. 4 марта премьер-министр Грузии Леван Беридзе принял министра "
                + "Азербайджана Рашада Набиева.", on: "2025-03-05",
            "talks AZ,GE - head_of_government Леван Беридзе/GE/prime_minister,Рашад Набиев/AZ/minister - - held 2025-03-04 Тбилиси/GE GE"
        ),
    ]

    static let headlines = [
        Case(
            "В Тбилиси обсудили торговлю двух стран\n\nМинистр Грузии Леван Беридзе 3 марта встретился с министром Азербайджана "
                + "Рашадом Набиевым. Стороны говорили о дорогах.", on: "2025-03-03",
            "talks AZ,GE - minister \(pair) - - held 2025-03-03 Тбилиси/GE GE"
        ),
        Case(
            "В Тбилиси ждут визита министра\n\nМинистр Грузии Леван Беридзе 3 марта встретился с министром Азербайджана "
                + "Рашадом Набиевым. Стороны говорили о дорогах.", on: "2025-03-03",
            "talks AZ,GE - minister \(pair) - - held 2025-03-03 - -"
        ),
        Case(
            "В Риме обсудили торговлю\n\nМинистр Грузии Леван Беридзе 3 марта встретился с министром Азербайджана "
                + "Рашадом Набиевым. Стороны говорили о дорогах.", on: "2025-03-03",
            "talks AZ,GE - minister \(pair) - - held 2025-03-03 - -"
        ),
    ]

    static let houses = [
        Case(
            "3 марта в Министерстве экономики и устойчивого развития Грузии состоялась встреча министра Левана Беридзе с "
                + "министром Азербайджана Рашадом Набиевым.", on: "2025-03-03",
            "talks AZ,GE - minister \(pair) - - held 2025-03-03 -/GE GE"
        ),
        Case(
            "В парламенте Грузии прошла встреча спикера парламента Грузии Левана Беридзе с послом Азербайджана Рашадом Набиевым.",
            "talks AZ,GE - parliament Леван Беридзе/GE/speaker,Рашад Набиев/AZ/ambassador - - held - -/GE GE"
        ),
        Case(
            "О встрече министра Грузии Левана Беридзе с министром Азербайджана Рашадом Набиевым сообщили в Министерстве "
                + "экономики Грузии.",
            "talks AZ,GE - minister \(pair) - - held - - -"
        ),
        Case(
            "В МИД Грузии сообщили, что министр Грузии Леван Беридзе встретился с министром Азербайджана Рашадом Набиевым.",
            "talks AZ,GE - minister \(pair) - - held - - -"
        ),
        Case(
            "Министр Грузии Леван Беридзе примет участие в совместном заседании коллегий МИД Грузии и Азербайджана.",
            "session AZ,GE - minister Леван Беридзе/GE/minister - - planned - - -"
        ),
    ]

    /// An assembly is named for its town, a town that no case changes stands in any.
    static let names = [
        Case(
            "Президент Грузии Михаил Кавелашвили выступил на Самаркандском саммите ОТГ.",
            "summit GE,UZ ОТГ head_of_state Михаил Кавелашвили/GE/president - - held - Самарканд/UZ UZ"
        ),
        Case(
            "Министр Грузии Леван Беридзе принял участие в Ташкентском международном инвестиционном форуме.",
            "forum GE,UZ - minister Леван Беридзе/GE/minister - - held - Ташкент/UZ UZ"
        ),
        Case("Министр Грузии Леван Беридзе принял участие в Европейском форуме."),
        Case(
            "Министра Грузии Левана Беридзе в Чэнду принял председатель КНР Си Цзиньпин.",
            "talks CN,GE - head_of_state Си Цзиньпин/CN/president,Леван Беридзе/GE/minister - - held - Чэнду/CN CN"
        ),
    ]

    static let towns = [
        Case(
            "Министр Грузии Леван Беридзе провел переговоры с председателем КНР Си Цзиньпином в Тяньцзине.",
            "talks CN,GE - head_of_state Леван Беридзе/GE/minister,Си Цзиньпин/CN/president - - held - Тяньцзинь/CN CN"
        ),
        Case(
            "Министр Грузии Леван Беридзе провел переговоры с послом Китая Ли Мином в китайском Гуанлине.",
            "talks CN,GE - minister Леван Беридзе/GE/minister,Ли Мин/CN/ambassador - - held - Гуанлин/CN CN"
        ),
    ]

    /// Of a plan no more than its state, the month of a stay that has begun, the year that it is to be over by.
    static let journeys = [
        Case(
            "Президент Грузии Михаил Кавелашвили 2 марта прилетел с государственным визитом в Азербайджан. Программа "
                + "предусматривает переговоры с президентом Азербайджана Ильхамом Алиевым. В Гяндже открылась ярмарка.",
            on: "2025-03-03",
            "talks AZ,GE - head_of_state Ильхам Алиев/AZ/president,Михаил Кавелашвили/GE/president state - planned 2025-03 -/AZ AZ"
        ),
        Case(
            "Визит президента Грузии Михаила Кавелашвили в Баку может состояться к концу 2025 года.", on: "2025-03-03",
            "visit AZ,GE - head_of_state Михаил Кавелашвили/GE/president - - planned 2025 Баку/AZ AZ"
        ),
        Case(
            "Президент Грузии Михаил Кавелашвили прибыл в Астану с государственным визитом. В Астане он примет участие в "
                + "саммите ОТГ.",
            "visit GE,KZ - head_of_state Михаил Кавелашвили/GE/president state - held - Астана/KZ KZ",
            "summit GE,KZ ОТГ head_of_state Михаил Кавелашвили/GE/president - - planned - Астана/KZ KZ"
        ),
        Case(
            "Президент Грузии Михаил Кавелашвили прибыл в Астану с рабочим визитом. В Астане он примет участие в саммите ОТГ.",
            "summit GE,KZ ОТГ head_of_state Михаил Кавелашвили/GE/president working - planned - Астана/KZ KZ"
        ),
    ]

    /// Who is met on arriving has come there; a town that takes a session is where it will be.
    static let arrivals = [
        Case(
            "В аэропорту Баку президента Грузии Михаила Кавелашвили встретил премьер-министр Азербайджана Али Асадов. "
                + "Михаил Кавелашвили проведет переговоры с президентом Азербайджана Ильхамом Алиевым.",
            "talks AZ,GE - head_of_state Михаил Кавелашвили/GE/president,Ильхам Алиев/AZ/president - - planned - Баку/AZ AZ"
        ),
        Case(
            "В театре Баку президента Грузии Михаила Кавелашвили не было. Михаил Кавелашвили проведет переговоры с "
                + "президентом Азербайджана Ильхамом Алиевым.",
            "talks AZ,GE - head_of_state Михаил Кавелашвили/GE/president,Ильхам Алиев/AZ/president - - planned - - -"
        ),
        Case(
            "Рабочий визит в Грузию начал премьер-министр Азербайджана Али Асадов. Али Асадов проведет переговоры с "
                + "премьер-министром Грузии Ираклием Кобахидзе.",
            "talks AZ,GE - head_of_government Али Асадов/AZ/prime_minister,Ираклий Кобахидзе/GE/prime_minister working - planned - -/GE GE"
        ),
        Case(
            "Министр Беларуси Олег Макаров провел переговоры с министром Грузии Леваном Беридзе, прибывшим в Гомельскую область "
                + "с рабочим визитом.",
            "talks BY,GE - minister Олег Макаров/BY/minister,Леван Беридзе/GE/minister working - held - -/BY BY"
        ),
        Case(
            "Заседание грузино-азербайджанской комиссии намечено на осень, его примет Баку.", on: "2025-03-03",
            "session AZ,GE - - - - - planned 2025 Баку/AZ AZ"
        ),
    ]

    static let times = [
        Case(
            "Премьер-министр Грузии Леван Беридзе встречался с министром Азербайджана Рашадом Набиевым в Баку, когда приезжал туда "
                + "в мае 2024 года.", on: "2025-03-12",
            "talks AZ,GE - head_of_government Леван Беридзе/GE/prime_minister,Рашад Набиев/AZ/minister - - held 2024-05 Баку/AZ AZ"
        ),
        Case(
            "Премьер-министр Грузии Леван Беридзе встречался с министром Азербайджана Рашадом Набиевым в Баку, когда цены упали "
                + "в мае 2024 года.", on: "2025-03-12",
            "talks AZ,GE - head_of_government Леван Беридзе/GE/prime_minister,Рашад Набиев/AZ/minister - - held - Баку/AZ AZ"
        ),
        Case(
            "До конца года министр Грузии Леван Беридзе встретится с министром Азербайджана Рашадом Набиевым.",
            on: "2025-03-12",
            "talks AZ,GE - minister \(pair) - - planned 2025 - -"
        ),
        Case(
            "В первой половине 2026 года министр Грузии Леван Беридзе встретится с министром Азербайджана Рашадом Набиевым.",
            on: "2025-03-12",
            "talks AZ,GE - minister \(pair) - - planned 2026 - -"
        ),
    ]

    /// A ministry of no state is that of the other side, an ambassador's post no part of his name.
    static let homes = [
        Case(
            "Грузия и Азербайджан обсудили торговлю\n\nВ Министерстве торговли прошла встреча с Рашадом Набиевым, министром "
                + "Азербайджана. Грузия и Азербайджан наращивают обороты.",
            "talks AZ,GE - minister Рашад Набиев/AZ/minister - - held - -/GE GE"
        ),
        Case(
            "Президент Грузии Михаил Кавелашвили встретился с президентом Мадагаскара на переходный период Микаэлем Рандрианириной.",
            "talks GE,MG - head_of_state Михаил Кавелашвили/GE/president,Микаэль Рандрианирина/MG/president - - held - - -"
        ),
        Case(
            "15 апреля министр Азербайджана Рашад Набиев прибудет в Батуми для участия в заседании Межпарламентской ассамблеи СНГ.",
            on: "2025-04-10",
            "session AZ,GE СНГ minister Рашад Набиев/AZ/minister - - planned 2025-04-15 Батуми/GE GE"
        ),
    ]

    /// The day of the tale, told of something that nobody in particular took part in, and a day to come.
    static let days = [
        Case(
            "2 марта в столице Грузии открылся форум виноделов. Вечером премьер-министр Грузии Ираклий Кобахидзе принял "
                + "министра Азербайджана Рашада Набиева.", on: "2025-03-03",
            "talks AZ,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister,Рашад Набиев/AZ/minister - - held 2025-03-02 Тбилиси/GE GE"
        ),
        Case(
            "Премьер-министр Грузии Ираклий Кобахидзе принял министра Азербайджана Рашада Набиева. 2 марта в столице Грузии "
                + "открылся форум виноделов.", on: "2025-03-03",
            "talks AZ,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister,Рашад Набиев/AZ/minister - - held - -/GE GE"
        ),
        Case(
            "На четверг назначена встреча министра Грузии Левана Беридзе с министром Азербайджана Рашадом Набиевым.",
            on: "2025-03-03",
            "talks AZ,GE - minister \(pair) - - planned 2025-03-06 - -"
        ),
    ]

    static let people = [
        Case(
            "Делегация Грузии прибыла в Баку на заседание грузино-азербайджанской комиссии. Делегацию возглавляет министр "
                + "экономики Леван Беридзе, в ее составе также министр энергетики Грузии Давид Гелашвили.",
            "session AZ,GE - minister Леван Беридзе/GE/minister - - planned - Баку/AZ AZ"
        ),
        Case(
            "Министр Грузии Леван Беридзе встретился с послом Республики Корея в Грузии г-ном Ха Тэ Ёк.",
            "talks GE,KR - minister Леван Беридзе/GE/minister,Ха Тэ Ёк/KR/ambassador - - held - - -"
        ),
        Case(
            "Министр Грузии Леван Беридзе встретился с послом Кореи в Армении господином Ли Чжун Мином.",
            "talks GE,KR - minister Леван Беридзе/GE/minister,Ли Чжун Мин/KR/ambassador - - held - - -"
        ),
        Case(
            "Министр Молдовы Думитру Гонца встретился с послом Румынии Штефаном Раду Опрей. Посол Румынии Штефан Раду Опря "
                + "отметил рост торговли.",
            "talks MD,RO - minister Думитру Гонца/MD/minister,Штефан Раду Опря/RO/ambassador - - held - - -"
        ),
        // A Latin letter for the preposition that it shares its key with.
        Case(
            "«Рост очевиден», – сказал министр Грузии Леван Беридзе на встрече c министром Азербайджана Рашадом Набиевым.",
            "talks AZ,GE - minister \(pair) - - held - - -"
        ),
        Case(
            "Стр. 2025-03-03 Министр Грузии Леван Беридзе встретился с министром Азербайджана Рашадом Набиевым.",
            "talks AZ,GE - minister \(pair) - - held - - -"
        ),
    ]

    @Test(
        arguments: datelines + headlines + houses + names + towns + journeys + arrivals + times + homes + days + people)
    func aTextTellsWhereItWas(_ it: Case) throws {
        try it.check()
    }
}
