import Model
import TestLanguage
import Testing

@testable import Extract

/// Who comes on a visit and whom he sees there, told in other orders and by other parts of speech than usual.
@Suite struct VisitProgrammeTests {
    typealias Case = MeetingTests.Case

    static let texts = [
        Case(
            """
            По случаю праздника в Грузию приехали президент Латвии Эдгарс Ринкевичс, президент Финляндии Александр Стубб, президент Словакии Петер Пеллегрини, президент Польши Анджей Дуда и президент Литвы Гитанас Науседа.
            """, on: "2025-05-27",
            "visit GE,LV - head_of_state Эдгарс Ринкевичс/LV/president - - held - -/GE GE",
            "visit FI,GE - head_of_state Александр Стубб/FI/president - - held - -/GE GE",
            "visit GE,SK - head_of_state Петер Пеллегрини/SK/president - - held - -/GE GE",
            "visit GE,PL - head_of_state Анджей Дуда/PL/president - - held - -/GE GE",
            "visit GE,LT - head_of_state Гитанас Науседа/LT/president - - held - -/GE GE"
        ),
        Case(
            """
            Официальный визит в Россию с 9 по 12 февраля 2026 года совершит премьер-министр Грузии Ираклий Кобахидзе. В ходе визита премьер проведет встречу с председателем Госдумы Вячеславом Володиным.
            """, on: "2025-12-20",
            "talks GE,RU - head_of_government Ираклий Кобахидзе/GE/prime_minister,Вячеслав Володин/RU/speaker official - planned 2026-02 -/RU RU"
        ),
        Case(
            """
            Делегация российских парламентариев во главе со спикером Госдумы Вячеславом Володиным находится в Монголии с официальным визитом. В воскресенье, 24 сентября, состоялась встреча спикера с председателем Великого государственного хурала Монголии Гомбожавын Занданшатаром.
            """, on: "2023-09-25",
            "talks MN,RU - parliament Вячеслав Володин/RU/speaker,Гомбожавын Занданшатар/MN/speaker official - held 2023-09-24 -/MN MN"
        ),
        Case(
            """
            Премьер-министр Молдавии Наталья Гаврилица прилетела в Бухарест, где ее встретил премьер-министр Румынии Николае Чукэ. Главы правительств планируют обсудить торговлю.
            """, on: "2021-12-09",
            "talks MD,RO - head_of_government Наталья Гаврилица/MD/prime_minister,Николае Чукэ/RO/prime_minister - - planned - Бухарест/RO RO"
        ),
        Case(
            """
            Премьер-министр Молдавии Наталья Гаврилица прилетела в Бухарест, где ее встретил премьер-министр Румынии Николае Чукэ. Туда же прибыл премьер-министр Болгарии Кирил Петков. Главы правительств планируют обсудить торговлю.
            """, on: "2021-12-09",
            "visit MD,RO - head_of_government Наталья Гаврилица/MD/prime_minister - - held - Бухарест/RO RO",
            "visit BG,RO - head_of_government Кирил Петков/BG/prime_minister - - held - -/RO RO"
        ),
        Case(
            """
            Вопросы безопасности были рассмотрены сегодня в Душанбе президентом Таджикистана Эмомали Рахмоновым и генеральным секретарем ОДКБ Николаем Бордюжей.
            """, on: "2006-03-06",
            "talks TJ ОДКБ head_of_state Эмомали Рахмонов/TJ/president,Николай Бордюжа/-/secretary_general - - held 2006-03-06 Душанбе/TJ TJ"
        ),
        Case(
            """
            Премьер-министр Молдавии Майя Санду посетит Бухарест. «Сегодня состоялся телефонный разговор с президентом Румынии Клаусом Йоханнисом. Я поблагодарила его за поддержку», – сказала премьер-министр Молдавии.
            """, on: "2019-06-26",
            "visit MD,RO - head_of_government Майя Санду/MD/prime_minister - - planned - Бухарест/RO RO",
            "call MD,RO - head_of_state Майя Санду/MD/prime_minister,Клаус Йоханнис/RO/president - - held 2019-06-26 - -"
        ),
        Case(
            """
            Президент Узбекистана Шавкат Мирзиёев встретился с вице-президентом ОАЭ, правителем Дубая Мухаммедом бин Рашидом.
            """, on: "2024-05-20",
            "talks AE,UZ - head_of_state Шавкат Мирзиёев/UZ/president,Мухаммед бин Рашид/AE/vice_president - - held - - -"
        ),
    ]

    @Test(arguments: texts)
    func aTextTellsItsEncounters(_ it: Case) throws { try it.check() }
}
