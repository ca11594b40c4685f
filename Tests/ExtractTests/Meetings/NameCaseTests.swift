import TestLanguage
import Testing

@testable import Extract

/// Names in the cases that the verb, the office or the comma beside them tells.
@Suite struct NameCaseTests {
    typealias Case = MeetingTests.Case

    static let cases = [
        Case(
            "Министр экономики Грузии Леван Беридзе принял министра торговли Кении Жуана Перейру.",
            "talks GE,KE - minister Леван Беридзе/GE/minister,Жуан Перейра/KE/minister - - held - - GE"
        ),
        Case(
            "Встреча министра торговли Молдовы Сергея Гросу и министра экономики Грузии Левана Беридзе прошла в Батуми.",
            "talks GE,MD - minister Сергей Гросу/MD/minister,Леван Беридзе/GE/minister - - held - Батуми/GE GE"
        ),
        Case(
            "Министр экономики Грузии Леван Беридзе принял министра торговли Румынии Траяна Антонеску.",
            "talks GE,RO - minister Леван Беридзе/GE/minister,Траян Антонеску/RO/minister - - held - - GE"
        ),
        Case(
            "Министр экономики Грузии Леван Беридзе встретился с министром торговли Вьетнама Нгуен Ван Тханем.",
            "talks GE,VN - minister Леван Беридзе/GE/minister,Нгуен Ван Тхань/VN/minister - - held - - -"
        ),
        Case(
            "Министр экономики Грузии Леван Беридзе принял министра торговли Вьетнама Нгуен Ван Тханя.",
            "talks GE,VN - minister Леван Беридзе/GE/minister,Нгуен Ван Тхань/VN/minister - - held - - GE"
        ),
        Case(
            "Министр экономики Грузии Леван Беридзе принял министра торговли КНР Ли Вэя.",
            "talks CN,GE - minister Леван Беридзе/GE/minister,Ли Вэй/CN/minister - - held - - GE"
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
            "talks GE,KR - minister Леван Беридзе/GE/minister,Ким Чон Ук/KR/minister - - held - - GE"
        ),
    ]

    @Test(arguments: cases) func standsInTheNominative(_ it: Case) throws {
        try it.check()
    }
}
