import Model
import TestLanguage
import Testing

@testable import Extract

/// How encounters of ministers, speakers, ambassadors and delegations are told beyond "встретился": crossed with offices and names as
/// ``CrossedWordingTests``, and in short texts of our own.
@Suite struct OfficialWordingTests {
    @Test(arguments: [
        ("{A.nomn} вел[|а] переговоры с {B.ablt} два часа.", "talks held"),
        ("{A.nomn} принял[|а] {B.accs}, прибывшего в страну с визитом.", "talks held"),
        ("Решение принято во время встречи {A.gent} с {B.ablt}.", "talks held"),
        ("У {A.gent} побывал {B.nomn}.", "talks held"),
        ("{A.nomn} нанес[|ла] визит вежливости {B.datv}.", "talks held"),
        ("Собеседником {A.gent} стал {B.nomn}.", "talks held"),
        ("{A.nomn} встретил[ся|ась] с делегацией, которую возглавляет {B.nomn}.", "talks held"),
        ("{A.nomn} и {B.nomn} встретились в кулуарах форума.", "talks held"),
        ("Прошла встреча, в которой участвовали {A.nomn} и {B.nomn}.", "talks held"),
        ("В ходе состоявшейся встречи {A.nomn} и {B.nomn} рассмотрели ход проектов.", "talks held"),
        ("{A.nomn} провел[|а] переговоры с {B.ablt}, затем состоялся обед.", "talks held"),
        ("{A.nomn} провел[|а] диалог с {B.ablt}.", "talks held"),
        ("{A.nomn} рассказал[|а] {B.datv} о реформах на встрече в среду.", "talks held"),
        ("{B.nomn} прибыл в страну, его принял[|а] {A.nomn}.", "talks held"),
        ("На встрече {A.nomn} и {B.nomn} должны обсудить торговлю.", "talks planned"),
        ("В программе визита – переговоры {A.gent} с {B.ablt}.", "talks planned"),
        ("{A.datv} предстоят переговоры с {B.ablt}.", "talks planned"),
    ])
    func tellsOneRow(_ wording: String, _ row: String) throws {
        for a in CrossedWordingTests.sides {
            for b in CrossedWordingTests.sides where b.code != a.code {
                let text = CrossedWordingTests.fill(wording, a, b)
                let meetings = try TestLanguage.facts(text, on: "2025-05-05").meetings
                #expect(meetings.map { "\($0.kind.rawValue) \($0.status.rawValue)" } == [row], "\(text)")
                #expect(meetings.first?.countries.map(\.rawValue) == [a.code, b.code].sorted(), "\(text)")
            }
        }
    }

    /// What is only wished for, thought possible, denied or refused.
    @Test(arguments: [
        "{A.nomn} выразил[|а] надежду на встречу с {B.ablt}.",
        "Обсуждается возможность встречи {A.gent} с {B.ablt}.",
        "Возможна встреча {A.gent} с {B.ablt}.",
        "{A.nomn} высказал[ся|ась] за встречу с {B.ablt}.",
        "{A.nomn} исключил[|а] переговоры с {B.ablt}.",
        "Сообщения о встрече {A.gent} с {B.ablt} не подтвердились.",
        "Встречи {A.gent} с {B.ablt} не планируется.",
        "Если встреча {A.gent} с {B.ablt} состоится, цены вырастут.",
        "{A.nomn} призвал[|а] к встрече с {B.ablt}.",
        "{A.nomn} добивается встречи с {B.ablt}.",
        "{A.nomn} отказал[ся|ась] от переговоров с {B.ablt}.",
        "{A.nomn} открыт к переговорам с {B.ablt}.",
        "{A.nomn} обсудил[|а] с журналистами возможность встречи с {B.ablt}.",
    ])
    func tellsNoRow(_ wording: String) throws {
        for a in CrossedWordingTests.sides {
            for b in CrossedWordingTests.sides where b.code != a.code {
                let text = CrossedWordingTests.fill(wording, a, b)
                #expect(try TestLanguage.facts(text, on: "2025-05-05").meetings.isEmpty, "\(text)")
            }
        }
    }

    typealias Case = MeetingTests.Case

    static let visits = [
        Case(
            "Министр Грузии Леван Беридзе 17 мая посетит Кению, 18-го – Чили и 20 мая – Турцию.", on: "2025-05-05",
            "visit GE,KE - minister Леван Беридзе/GE/minister - - planned 2025-05-17 -/KE KE",
            "visit CL,GE - minister Леван Беридзе/GE/minister - - planned 2025-05-18 -/CL CL",
            "visit GE,TR - minister Леван Беридзе/GE/minister - - planned 2025-05-20 -/TR TR"
        ),
        Case(
            "Эксперт назвал поездку министра Грузии Левана Беридзе в Кению, Чили и на Кубу успешной.",
            "visit GE,KE - minister Леван Беридзе/GE/minister - - held - -/KE KE",
            "visit CL,GE - minister Леван Беридзе/GE/minister - - held - -/CL CL",
            "visit CU,GE - minister Леван Беридзе/GE/minister - - held - -/CU CU"
        ),
        Case(
            "Президент Кении Джон Руто высоко оценил итоги своего государственного визита в Турцию.",
            "visit KE,TR - head_of_state Джон Руто/KE/president state - held - -/TR TR"
        ),
        Case(
            "Президент Кении Джон Руто находился в Анкаре с визитом и провел с министром Турции Али Йылмазом переговоры в узком составе.",
            "talks KE,TR - head_of_state Джон Руто/KE/president,Али Йылмаз/TR/minister - narrow held - Анкара/TR TR"
        ),
    ]

    /// Talks that an article goes through one by one, and who they are with told by what stands around.
    static let rounds = [
        Case(
            """
            Министр иностранных дел Грузии Леван Беридзе провел ряд двусторонних встреч в Вене.

            Первым собеседником стал министр иностранных дел Кении Джон Руто. Речь шла о торговле.

            С главой МИД Турции Али Йылмазом обсудили транспорт.

            Министр иностранных дел Чили Пабло Рохас пригласил грузинского коллегу в Сантьяго. На встрече говорили о туризме.
            """,
            "talks GE,KE - minister Леван Беридзе/GE/foreign_minister,Джон Руто/KE/foreign_minister - - held - Вена/AT -",
            "talks GE,TR - minister Леван Беридзе/GE/foreign_minister,Али Йылмаз/TR/foreign_minister - - held - Вена/AT -",
            "talks CL,GE - minister Леван Беридзе/GE/foreign_minister,Пабло Рохас/CL/foreign_minister - - held - Вена/AT -"
        ),
        Case(
            "Министр Грузии Леван Беридзе обсудил на саммите ШОС с министром Кении Джоном Руто торговлю.",
            "talks GE,KE - minister Леван Беридзе/GE/minister,Джон Руто/KE/minister - - held - - -"
        ),
        Case(
            "Министры обороны Грузии и Кении собрались в Анкаре.",
            "talks GE,KE - minister - - - held - Анкара/TR -"
        ),
        Case(
            "Министр Грузии Леван Беридзе прибыл в Анкару. В рамках визита состоялся бизнес-форум.",
            "visit GE,TR - minister Леван Беридзе/GE/minister - - held - Анкара/TR TR",
            "forum GE,TR - business - - - held - Анкара/TR TR"
        ),
        Case(
            "В пятницу министр Грузии Леван Беридзе встретился с министром Кении Джоном Руто.", on: "2025-04-10",
            "talks GE,KE - minister Леван Беридзе/GE/minister,Джон Руто/KE/minister - - held 2025-04-04 - -"
        ),
        Case(
            "Министр Грузии Леван Беридзе 14 мая прилетит в Анкару. Затем он посетит Найроби.", on: "2025-05-05",
            "visit GE,TR - minister Леван Беридзе/GE/minister - - planned 2025-05-14 Анкара/TR TR",
            "visit GE,KE - minister Леван Беридзе/GE/minister - - planned - Найроби/KE KE"
        ),
        Case(
            "Договор подписан в сентябре 2019 года, когда президент Кении Джон Руто приезжал в Грузию.",
            "visit GE,KE - head_of_state Джон Руто/KE/president - - held 2019-09 -/GE GE"
        ),
    ]

    static let sides = [
        Case(
            "Делегация Грузии во главе с вице-премьером Леваном Беридзе посетила Анкару. Состоялись переговоры с министром торговли Али Йылмазом.",
            "talks GE,TR - minister Али Йылмаз/TR/minister,Леван Беридзе/GE/deputy_prime_minister - - held - Анкара/TR TR"
        ),
        Case(
            "В Тбилиси с визитом прибыл министр иностранных дел Кении. Он встретится с главой МИД Грузии Леваном Беридзе 6 мая.",
            on: "2025-05-05",
            "talks GE,KE - minister Леван Беридзе/GE/foreign_minister - - planned 2025-05-06 Тбилиси/GE GE"
        ),
        Case(
            "В МИД Грузии прошли консультации с делегацией Кении.",
            "talks GE,KE - - - - - held - -/GE GE"
        ),
        Case(
            "Министр Грузии Леван Беридзе встретился с руководством Кении.",
            "talks GE,KE - minister Леван Беридзе/GE/minister - - held - - -"
        ),
        Case(
            "Главы МИД Грузии и Кении встретятся в Анкаре.",
            "talks GE,KE - minister - - - planned - Анкара/TR -"
        ),
        Case(
            "Премьер поговорил с коллегой\n\nПремьер-министр Грузии Леван Беридзе поговорил по телефону с премьер-министром Кении Джоном Руто.",
            "call GE,KE - head_of_government Леван Беридзе/GE/prime_minister,Джон Руто/KE/prime_minister - - held - - -"
        ),
        Case(
            "«Завтра встречусь с кенийским коллегой Джоном Руто», – сказал министр иностранных дел Грузии Леван Беридзе.",
            on: "2025-05-05",
            "talks GE,KE - minister Леван Беридзе/GE/foreign_minister,Джон Руто/KE/- - - planned 2025-05-06 - -"
        ),
    ]

    @Test(arguments: visits + rounds + sides)
    func aTextTellsItsEncounters(_ it: Case) throws {
        #expect(try TestLanguage.facts(it.text, on: it.published).meetings.map(MeetingTests.line) == it.meetings)
    }
}
