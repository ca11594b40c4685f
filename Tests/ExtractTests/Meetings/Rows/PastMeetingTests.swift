import Model
import TestLanguage
import Testing

@testable import Extract

/// What the same people have had before, told in a row, and assemblies that are no more than where two met.
@Suite struct PastMeetingTests {
    typealias Case = MeetingTests.Case

    static let texts = [
        Case(
            """
            Премьер-министр Армении Никол Пашинян и президент Турции Реджеп Эрдоган встретились в Стамбуле. Это третья встреча лидеров: первая состоялась 6 октября 2022 года в Праге на саммите Европейского политического сообщества, вторая – в Нью-Йорке в 2024-м.
            """, on: "2025-08-10",
            "talks AM,TR - head_of_state Никол Пашинян/AM/prime_minister,Реджеп Эрдоган/TR/president - - held - Стамбул/TR TR",
            "talks AM,TR - head_of_state Никол Пашинян/AM/prime_minister,Реджеп Эрдоган/TR/president - - held 2022-10-06 Прага/CZ -",
            "talks AM,TR - head_of_state Никол Пашинян/AM/prime_minister,Реджеп Эрдоган/TR/president - - held 2024 Нью-Йорк/US -"
        ),
        Case(
            """
            Президенты Чили и Перу Габриэль Борич и Дина Болуарте пообщались на саммите АТЭС в Лиме 15 ноября 2024 года.
            """, on: "2025-08-10",
            "talks CL,PE - head_of_state Габриэль Борич/CL/president,Дина Болуарте/PE/president - - held 2024-11-15 Лима/PE PE"
        ),
        Case(
            """
            Президент Казахстана Касым-Жомарт Токаев провел 9 августа переговоры с президентом Финляндии Александром Стуббом в Астане. Президенты познакомились в Баку на конференции ООН по климату в ноябре 2024 года.
            """, on: "2025-08-10",
            "talks FI,KZ - head_of_state Касым-Жомарт Токаев/KZ/president,Александр Стубб/FI/president - - held 2025-08-09 Астана/KZ KZ",
            "talks FI,KZ - head_of_state Касым-Жомарт Токаев/KZ/president,Александр Стубб/FI/president - - held 2024-11 Баку/AZ -"
        ),
        Case(
            """
            Предыдущие встречи президента Грузии Михаила Кавелашвили и президента Литвы Гитанаса Науседы прошли в марте 2024 года в Вильнюсе и в мае 2025 года в Баку.
            """, on: "2025-08-10",
            "talks GE,LT - head_of_state Михаил Кавелашвили/GE/president,Гитанас Науседа/LT/president - - held 2024-03 Вильнюс/LT LT",
            "talks GE,LT - head_of_state Михаил Кавелашвили/GE/president,Гитанас Науседа/LT/president - - held 2025-05 Баку/AZ -"
        ),
        Case(
            """
            Президенты Узбекистана и Китая встречались в Пекине 20 марта 2023 года, в Сиане 18 мая 2023 года и в Астане 3 июля 2024 года.
            """, on: "2025-08-10",
            "talks CN,UZ - head_of_state - - - held 2023-03-20 Пекин/CN CN",
            "talks CN,UZ - head_of_state - - - held 2023-05-18 Сиань/CN CN",
            "talks CN,UZ - head_of_state - - - held 2024-07-03 Астана/KZ -"
        ),
        Case(
            """
            Президент Сербии Александр Вучич был в Пекине в мае 2018 года, апреле 2019 года и феврале 2022 года.
            """, on: "2025-08-10",
            "visit CN,RS - head_of_state Александр Вучич/RS/president - - held 2018-05 Пекин/CN CN",
            "visit CN,RS - head_of_state Александр Вучич/RS/president - - held 2019-04 Пекин/CN CN",
            "visit CN,RS - head_of_state Александр Вучич/RS/president - - held 2022-02 Пекин/CN CN"
        ),
        Case(
            """
            В Казани завершился саммит БРИКС. Лидеры встретились на саммите 23 октября 2024 года.
            """, on: "2024-10-24",
            "summit RU БРИКС head_of_state - - - held 2024-10-23 Казань/RU RU"
        ),
        Case(
            """
            Президент Туркменистана Сердар Бердымухамедов провел пять встреч с президентом Ирана Масудом Пезешкианом. С 2001 года состоялось девять визитов короля Иордании Абдаллы Второго в Россию. Президенты Китая и Сербии Си Цзиньпин и Александр Вучич встречались не раз.
            """, on: "2025-08-10"
        ),
    ]

    @Test(arguments: texts)
    func everyTimeIsARow(_ it: Case) throws { try it.check() }
}
