import Model
import TestLanguage
import Testing

@testable import Extract

/// Who a side is where offices, charges and kin stand in a row, in our own wording.
@Suite struct OfficesInRowTests {
    typealias Case = MeetingTests.Case

    /// Two offices of one holder.
    static let apposed = [
        Case(
            """
            Премьер-министр Казахстана Марат Осмонов встретился в Абу-Даби с министром промышленности ОАЭ, главой компании Masdar Султаном Аль Джабером.
            """,
            "talks AE,KZ - head_of_government Марат Осмонов/KZ/prime_minister,Султан Аль Джабер/AE/minister - - held - Абу-Даби/AE AE"
        ),
        Case(
            """
            Председатель Кабинета Министров Кыргызской Республики – Руководитель Администрации Президента Марат Осмонов встретился в Анкаре с вице-президентом Турции Мехметом Йылмазом.
            """,
            "talks KG,TR - head_of_government Марат Осмонов/KG/prime_minister,Мехмет Йылмаз/TR/vice_president - - held - Анкара/TR TR"
        ),
    ]

    /// A charge of several things, and what opens a list of those who took part.
    static let charged = [
        Case(
            """
            29 мая в Ташкенте прошло заседание узбекско-словацкой межправительственной комиссии. Его провели министр инвестиций, промышленности и торговли Лазиз Кудратов и вице-премьер Словакии Петер Кмец.
            """, on: "2024-05-30",
            "session SK,UZ - minister Лазиз Кудратов/UZ/minister,Петер Кмец/SK/deputy_prime_minister - - held 2024-05-29 Ташкент/UZ UZ"
        ),
        Case(
            """
            29 мая в Ташкенте прошло заседание узбекско-словацкой межправительственной комиссии. Участие приняли министр торговли Узбекистана Лазиз Кудратов и вице-премьер Словакии Петер Кмец.
            """, on: "2024-05-30",
            "session SK,UZ - minister Лазиз Кудратов/UZ/minister,Петер Кмец/SK/deputy_prime_minister - - held 2024-05-29 Ташкент/UZ UZ"
        ),
        Case(
            """
            29 мая в Ташкенте прошло заседание узбекско-словацкой межправительственной комиссии. Лазиз Кудратов принимал участие в перевороте.
            """, on: "2024-05-30",
            "session SK,UZ - - - - - held 2024-05-29 Ташкент/UZ UZ"
        ),
    ]

    /// Wives and children are no side beside officials, and hold no office by that.
    static let kin = [
        Case(
            """
            Президент Сербии Марко Петрович встретился в Риме с президентом Италии Марио Росси и его супругой Лаурой Росси.
            """,
            "talks IT,RS - head_of_state Марко Петрович/RS/president,Марио Росси/IT/president - - held - Рим/IT IT"
        ),
        Case(
            """
            Президент Сербии Марко Петрович прибыл в Рим. Состоялась встреча главы государства и его супруги Анны Петрович с президентом Италии Марио Росси.
            """,
            "talks IT,RS - head_of_state Марко Петрович/RS/president,Марио Росси/IT/president - - held - Рим/IT IT"
        ),
    ]

    @Test(arguments: apposed + charged + kin)
    func tellsTheSides(_ it: Case) throws { try it.check() }
}
