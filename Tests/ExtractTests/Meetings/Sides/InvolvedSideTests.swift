import Model
import TestLanguage
import Testing

@testable import Extract

/// Who takes part in an encounter, and who only has to do with it: hosts, guests, inviters, spokesmen, colleagues, in our own wording.
@Suite struct InvolvedSideTests {
    typealias Case = MeetingTests.Case

    static let cases = [
        // A guest behind a day of the week, and a delegation of a province.
        Case(
            """
            Министр иностранных дел Сербии Марко Джурич принял в понедельник посла Катара в Сербии Фарука Наджи.
            """, on: "2025-04-03",
            "talks QA,RS - minister Марко Джурич/RS/foreign_minister,Фарук Наджи/QA/ambassador - - held 2025-03-31 -/RS RS"
        ),
        Case(
            """
            Губернатор Рязанской области Иван Лужин провел 2 апреля встречу с делегацией провинции Хунань.
            """, on: "2025-04-03",
            "talks CN,RU - official Иван Лужин/RU/governor - - held 2025-04-02 - -"
        ),
        // Whoever invites, or announces, or is quoted, takes no part.
        Case(
            """
            Премьер-министр Армении Никол Пашинян провел встречу в Вене. Президент Чили по просьбе Пашиняна провел 2 \
            апреля в Осло переговоры с президентом Кении Уильямом Руто.
            """, on: "2025-04-03",
            "talks CL,KE - head_of_state Уильям Руто/KE/president - - held 2025-04-02 Осло/NO -"
        ),
        Case(
            """
            Пресс-секретарь президента Сербии Милан Ивич анонсировал телефонный разговор Александра Вучича с \
            президентом Кении Уильямом Руто.
            """, on: "2025-04-03",
            "call KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - planned - - -"
        ),
        Case(
            """
            Президент Сербии Александр Вучич готовится к предстоящей встрече с президентом Кении Уильямом Руто. "В \
            связи с запланированной на 7 апреля встречей в Вене с президентом Кении Уильямом Руто президент Сербии \
            Александр Вучич остается дома", – сказала пресс-секретарь правительства Кении Мэри Оди.
            """, on: "2025-04-03",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - planned 2025-04-07 Вена/AT -"
        ),
        Case(
            """
            На саммите ШОС подпишут около 20 документов, заявил помощник президента Казахстана Ерлан Карин.
            """, on: "2025-08-29"
        ),
        // What is not planned is none.
        Case(
            """
            Президент Сербии Александр Вучич и президент Кении Уильям Руто не планируют проводить переговоры 7 \
            апреля.
            """, on: "2025-04-03"
        ),
        Case(
            """
            Встреча президента Сербии Александра Вучича с президентом Кении Уильямом Руто в ходе форума не намечена.
            """, on: "2025-04-03"
        ),
        // Whoever the participle is said of takes part.
        Case(
            """
            Президент Узбекистана Шавкат Мирзиёев принял министра торговли Турции Омера Болата, находящегося в \
            Ташкенте для участия в заседании узбекско-турецкой комиссии.
            """, on: "2025-04-03",
            "talks TR,UZ - head_of_state Шавкат Мирзиёев/UZ/president,Омер Болат/TR/minister - - held - Ташкент/UZ UZ",
            "session TR,UZ - minister Омер Болат/TR/minister - - held - Ташкент/UZ UZ"
        ),
        Case(
            """
            Президент Узбекистана Шавкат Мирзиёев принял находящегося в Ташкенте для участия в заседании \
            узбекско-турецкой комиссии министра торговли Турции Омера Болата.
            """, on: "2025-04-03",
            "talks TR,UZ - head_of_state Шавкат Мирзиёев/UZ/president,Омер Болат/TR/minister - - held - Ташкент/UZ UZ",
            "session TR,UZ - minister Омер Болат/TR/minister - - held - Ташкент/UZ UZ"
        ),
        // A list whose first member a participle describes.
        Case(
            """
            Президент Сербии Александр Вучич, находящийся в Азербайджане с визитом, и президент Азербайджана Ильхам \
            Алиев 2 апреля провели переговоры.
            """, on: "2025-04-03",
            "talks AZ,RS - head_of_state Александр Вучич/RS/president,Ильхам Алиев/AZ/president - - held 2025-04-02 -/AZ AZ"
        ),
        Case(
            """
            Документ подписан по завершении встречи между премьер-министром Кении Джоном Одой, прибывшим в Осло для \
            участия в форуме, и президентом Чили Габриэлем Боричем.
            """, on: "2025-04-03",
            "forum KE,NO - head_of_government Джон Ода/KE/prime_minister - - planned - Осло/NO NO",
            "talks CL,KE - head_of_state Джон Ода/KE/prime_minister,Габриэль Борич/CL/president - - held - Осло/NO -"
        ),
        // Each of two hosts by himself.
        Case(
            """
            Министра иностранных дел Армении Арарата Мирзояна 2 апреля в Никосии приняли президент Кипра Никос \
            Христодулидис и спикер парламента Аннита Димитриу.
            """, on: "2025-04-03",
            "talks AM,CY - head_of_state Никос Христодулидис/CY/president,Арарат Мирзоян/AM/foreign_minister - - held 2025-04-02 Никосия/CY CY",
            "talks AM,CY - parliament Аннита Димитриу/CY/speaker,Арарат Мирзоян/AM/foreign_minister - - held 2025-04-02 Никосия/CY CY"
        ),
        // A colleague is of another state, and has the office of whoever acts.
        Case(
            """
            Под председательством министра торговли Кении Джона Оды и его коллеги Ахмеда Самира 2 апреля прошло \
            заседание кенийско-египетской комиссии.
            """, on: "2025-04-03",
            "session EG,KE - minister Джон Ода/KE/minister,Ахмед Самир/EG/minister - - held 2025-04-02 - -"
        ),
        Case(
            """
            Министр иностранных дел Кении Мусалия Мудавади, сопровождавший главу государства, 2 апреля встретился в \
            Осло с эмиратским коллегой Абдаллой бен Рашидом.
            """, on: "2025-04-03",
            "talks AE,KE - minister Мусалия Мудавади/KE/foreign_minister,Абдалла бен Рашид/AE/foreign_minister - - held 2025-04-02 Осло/NO -"
        ),
        // Behind a dash for the verb another may act.
        Case(
            """
            Президент Сербии Александр Вучич 2 апреля встретился с премьером Албании Эди Рамой, а премьер-министр \
            Милош Вучевич – с президентом Черногории Яковом Милатовичем.
            """, on: "2025-04-03",
            "talks AL,RS - head_of_state Александр Вучич/RS/president,Эди Рама/AL/prime_minister - - held 2025-04-02 - -",
            "talks ME,RS - head_of_state Милош Вучевич/RS/prime_minister,Яков Милатович/ME/president - - held 2025-04-02 - -"
        ),
        // Talks of the highest level are of the two leaders whom the article names; told to have met, they do so once.
        Case(
            """
            В рамках визита президента Турции Реджепа Тайипа Эрдогана в Узбекистан 2 апреля в Ташкенте прошли \
            переговоры на высшем уровне. Президент Узбекистана Шавкат Мирзиёев поблагодарил гостя.
            """, on: "2025-04-03",
            "talks TR,UZ - head_of_state Реджеп Тайип Эрдоган/TR/president,Шавкат Мирзиёев/UZ/president - - held 2025-04-02 Ташкент/UZ UZ"
        ),
        Case(
            """
            Президент Узбекистана Шавкат Мирзиёев 2 апреля в Ташкенте провел переговоры с президентом Турции \
            Реджепом Тайипом Эрдоганом. Прошли переговоры на высшем уровне.
            """, on: "2025-04-03",
            "talks TR,UZ - head_of_state Шавкат Мирзиёев/UZ/president,Реджеп Тайип Эрдоган/TR/president - - held 2025-04-02 Ташкент/UZ UZ"
        ),
        // A pronoun some words before the verb, a leader of a party, and the head of a city in Vietnam.
        Case(
            """
            Министр иностранных дел Сербии Марко Джурич 2 апреля прибыл в Баку. Его за ужином принял президент \
            Азербайджана Ильхам Алиев.
            """, on: "2025-04-03",
            "talks AZ,RS - head_of_state Ильхам Алиев/AZ/president,Марко Джурич/RS/foreign_minister - - held 2025-04-02 Баку/AZ AZ"
        ),
        Case(
            """
            Генеральный секретарь Коммунистической партии Вьетнама То Лам и президент Чили Габриэль Борич 2 апреля \
            провели в Осло саммит.
            """, on: "2025-04-03",
            "talks CL,VN - head_of_state То Лам/VN/other,Габриэль Борич/CL/president - - held 2025-04-02 Осло/NO -"
        ),
        Case(
            """
            Президент Чили Габриэль Борич 2 апреля встретился с председателем народного комитета Ханоя Фам Ван \
            Нганом.
            """, on: "2025-04-03",
            "talks CL,VN - head_of_state Габриэль Борич/CL/president,Фам Ван Нган/VN/mayor - - held 2025-04-02 - -"
        ),
        // Leaders who confer.
        Case(
            """
            Президент Чили Габриэль Борич и президент Кении Уильям Руто 2 апреля совещались в Осло.
            """, on: "2025-04-03",
            "talks CL,KE - head_of_state Габриэль Борич/CL/president,Уильям Руто/KE/president - - held 2025-04-02 Осло/NO -"
        ),
    ]

    @Test(arguments: cases)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }
}
