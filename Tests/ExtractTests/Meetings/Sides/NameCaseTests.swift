import TestLanguage
import Testing

@testable import Extract

/// Names in the cases that the verb, the office or the comma beside them tells.
@Suite struct NameCaseTests {
    typealias Case = MeetingTests.Case

    static let cases = [
        Case(
            "Министр экономики Грузии Леван Беридзе принял министра торговли Кении Жуана Перейру.",
            "talks GE,KE - minister Леван Беридзе/GE/minister,Жуан Перейра/KE/minister - - held - -/GE GE"
        ),
        Case(
            "Встреча министра торговли Молдовы Сергея Гросу и министра экономики Грузии Левана Беридзе прошла в Батуми.",
            "talks GE,MD - minister Сергей Гросу/MD/minister,Леван Беридзе/GE/minister - - held - Батуми/GE GE"
        ),
        Case(
            "Министр экономики Грузии Леван Беридзе принял министра торговли Румынии Траяна Антонеску.",
            "talks GE,RO - minister Леван Беридзе/GE/minister,Траян Антонеску/RO/minister - - held - -/GE GE"
        ),
        Case(
            "Министр экономики Грузии Леван Беридзе встретился с министром торговли Вьетнама Нгуен Ван Тханем.",
            "talks GE,VN - minister Леван Беридзе/GE/minister,Нгуен Ван Тхань/VN/minister - - held - - -"
        ),
        Case(
            "Министр экономики Грузии Леван Беридзе принял министра торговли Вьетнама Нгуен Ван Тханя.",
            "talks GE,VN - minister Леван Беридзе/GE/minister,Нгуен Ван Тхань/VN/minister - - held - -/GE GE"
        ),
        Case(
            "Министр экономики Грузии Леван Беридзе принял министра торговли КНР Ли Вэя.",
            "talks CN,GE - minister Леван Беридзе/GE/minister,Ли Вэй/CN/minister - - held - -/GE GE"
        ),
        Case(
            "Министр экономики Грузии Леван Беридзе встретился с Ван Сяомином, министром торговли КНР.",
            "talks CN,GE - minister Леван Беридзе/GE/minister,Ван Сяомин/CN/minister - - held - - -"
        ),
        Case(
            "Такеши Ямамото, министр торговли Японии, встретился с министром экономики Грузии Леваном Беридзе.",
            "talks GE,JP - minister Такеши Ямамото/JP/minister,Леван Беридзе/GE/minister - - held - - -"
        ),
        Case(
            "Министр экономики Грузии Леван Беридзе принял министра торговли Кореи Ким Чон Ука.",
            "talks GE,KR - minister Леван Беридзе/GE/minister,Ким Чон Ук/KR/minister - - held - -/GE GE"
        ),
        // The office behind the comma is in the genitive.
        Case(
            "Батуми. Состоялся визит Каспара Ромейна, министра торговли Нидерландов, в Грузию.",
            "visit GE,NL - minister Каспар Ромейн/NL/minister - - held - -/GE GE"
        ),
        // What stands as in the nominative tells no case, though the dictionary has it as the accusative of another.
        Case(
            "В Батуми прошла встреча министра экономики Грузии Левана Беридзе и министра торговли Португалии Паулу Сарамеша.",
            "talks GE,PT - minister Леван Беридзе/GE/minister,Паулу Сарамеш/PT/minister - - held - Батуми/GE GE"
        ),
        // Of two adjectives before the holder either may be a noun.
        Case(
            "Министр экономики Грузии Леван Беридзе принял главного исполнительного директора Siemens Курта Ромейна.",
            "talks DE,GE - minister Леван Беридзе/GE/minister,Курт Ромейн/DE/executive - - held - -/GE GE"
        ),
        // "главой" has an adjective behind it, and is none.
        Case(
            "Министр экономики Грузии Леван Беридзе встретился с главой Торгово-промышленной палаты Кореи Че Тхэ Воном.",
            "talks GE,KR - minister Леван Беридзе/GE/minister,Че Тхэ Вон/KR/executive - - held - - -"
        ),
        // "Хана" is also a given name, and opens no other's.
        Case(
            "Министр экономики Грузии Леван Беридзе принял министра торговли Пакистана Абдула Рашида Хана.",
            "talks GE,PK - minister Леван Беридзе/GE/minister,Абдул Рашид Хан/PK/minister - - held - -/GE GE"
        ),
    ]

    @Test(arguments: cases) func standsInTheNominative(_ it: Case) throws {
        try it.check()
    }
}
