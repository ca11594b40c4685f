import TestLanguage
import Testing

@testable import Extract

/// How it is told that a document came about, came to nothing or goes on, and whose it then is.
@Suite struct AgreementOutcomeTests {
    typealias Case = AgreementTests.Case

    static let came = [
        Case(
            "Подписи под соглашением о пастбищах поставили министры Армении и Грузии.",
            "agreement signed AM,GE - - - - соглашение о пастбищах"),
        Case(
            "Лидеры Армении и Грузии выступили с совместным заявлением.",
            "statement signed AM,GE - - - - совместное заявление"),
        Case(
            "Президенты Армении и Грузии обнародовали совместную декларацию.",
            "declaration signed AM,GE - - - - совместная декларация"),
        Case(
            "Встреча министров Армении и Грузии увенчалась договором о дружбе.",
            "treaty signed AM,GE - - - - договор о дружбе"),
        Case(
            "Срок договора о дружбе Армении и Грузии завершился.",
            "treaty existing AM,GE - - - - договор о дружбе Армении и Грузии"),
        Case(
            "Армения и Грузия подписали десять соглашений, в том числе о горных тропах.",
            "package signed AM,GE - 10 - - соглашения",
            "agreement signed AM,GE - - - - соглашение о горных тропах"),
        Case(
            "Армения и Грузия намерены подписать восемь меморандумов на 20 млн долларов.",
            "package planned AM,GE - 8 - - меморандумы"),
        Case(
            "Армения и Грузия подписали 11 межведомственных документов.",
            "package signed AM,GE - 11 - - межведомственные документы"),
    ]

    static let failed = [
        Case("Армения отказалась подписать соглашение с Грузией."),
        Case("Саммит Армении и Грузии завершился без принятия декларации."),
        Case("Договор о ненападении между Арменией и Грузией подписан не был."),
        Case("У Армении нет планов подписывать соглашение с Грузией."),
        Case("Подписание соглашения о пастбищах между Арменией и Грузией сорвалось."),
        Case(
            "Меморандум о музеях между Арменией и Грузией подписан без участия прессы.",
            "memorandum signed AM,GE - - - - Меморандум о музеях между Арменией и Грузией"),
    ]

    static let awaited = [
        Case(
            "В повестке дня визита президента Армении в Грузию – подписание соглашения о музеях.",
            "agreement planned AM,GE - - - - соглашение о музеях"),
        Case(
            "Армения и Грузия парафировали программу обменов.",
            "program planned AM,GE - - - - программа обменов"),
        Case(
            "Соглашение о музеях между Арменией и Грузией, о котором говорили министры, отправили на доработку.",
            "agreement planned AM,GE - - - - Соглашение о музеях между Арменией и Грузией"),
        Case(
            "Соглашение Армении с Грузией о музеях почти готово.",
            "agreement planned AM,GE - - - - Соглашение Армении с Грузией о музеях"),
        Case(
            "Армении и Грузии осталось подписать контракты на поставку чая.",
            "contract planned AM,GE - - - - контракты на поставку чая"),
    ]

    static let goes = [
        Case(
            "Министры Армении и Грузии обсудили ход реализации программы культурных обменов.",
            "program existing AM,GE - - - - программа культурных обменов"),
        Case(
            "Армения и Грузия пересмотрят договор о поставках чая.",
            "contract existing AM,GE - - - - договор о поставках чая"),
        Case(
            "Армения присоединилась к Женевской конвенции о беженцах.",
            "treaty existing AM - - - - Женевская конвенция о беженцах"),
        Case(
            "Министры Армении и Грузии вспомнили Киотский протокол.",
            "protocol existing - - - - - Киотский протокол"),
        Case(
            "Армения требует разорвать мирный договор с Грузией. Мирное соглашение с Грузией держится десять лет.",
            "agreement existing AM,GE - - - - Мирное соглашение с Грузией"),
    ]

    /// Papers of one state, of a firm, of a player.
    static let others = [
        Case("Полузащитник сборной Армении продлил договор с грузинским «Казбеком»."),
        Case("Стороны обсудили с Грузией и Ираном ядерную программу."),
        Case("Парламенты Армении и Грузии приняли декларацию о независимости."),
        Case("Министры Армении и Грузии приняли решение о встрече."),
        Case("Гостя из Грузии в Армении встретил шеф протокола."),
        Case("Совет Безопасности ООН принял резолюцию по Армении и Грузии."),
    ]

    static let sides = [
        Case(
            "Президенты Армении, Грузии и Ирана прибыли в Ереван. Президент Грузии встретился с президентом Ирана. Подписан "
                + "меморандум между музеями трех стран.",
            "memorandum signed AM,GE,IR - - - - меморандум между музеями трех стран"),
        Case(
            "Армения и Грузия подписали соглашение о музеях, а Иран и Ирак – меморандум о театрах.",
            "agreement signed AM,GE - - - - соглашение о музеях", "memorandum signed IQ,IR - - - - меморандум о театрах"
        ),
        Case(
            "Спор Армении с Ираном вызвал меморандум между Грузией и непризнанным Сомалилендом.",
            "memorandum existing GE - - - - меморандум между Грузией и непризнанным Сомалилендом"),
        Case(
            "Бенин и Того строят дорогу. Соглашение между Бенином и Того действует.",
            "agreement existing BJ,TG - - - - Соглашение между Бенином и Того"),
    ]

    static let days = [
        // The year that ends, not the one to come.
        Case(
            "Поводом для спора стал меморандум между Арменией и Грузией, заключенный 1 января.", on: "2031-12-13",
            "memorandum existing AM,GE 2031-01-01 - - - меморандум между Арменией и Грузией"),
        Case(
            "Соглашение о музеях между Арменией и Грузией действует. Документ, подписанный в сентябре 2024 года, не меняли.",
            on: "2031-12-13", "agreement existing AM,GE 2024-09 - - - Соглашение о музеях между Арменией и Грузией"),
        Case(
            "Протокол к соглашению о музеях, подписанный Арменией и Грузией в 2024 году, не действует.",
            on: "2031-12-13",
            "protocol existing AM,GE 2024 - - - Протокол к соглашению о музеях",
            "agreement existing AM,GE - - - - соглашение о музеях"),
    ]

    @Test(arguments: came) func tellsWhatCame(_ it: Case) throws { try AgreementTests.check(it) }

    @Test(arguments: failed) func leavesOutWhatFailed(_ it: Case) throws { try AgreementTests.check(it) }

    @Test(arguments: awaited) func tellsWhatIsAwaited(_ it: Case) throws { try AgreementTests.check(it) }

    @Test(arguments: goes) func tellsWhatGoesOn(_ it: Case) throws { try AgreementTests.check(it) }

    @Test(arguments: others) func leavesOutPapersOfOthers(_ it: Case) throws { try AgreementTests.check(it) }

    @Test(arguments: sides) func tellsTheSides(_ it: Case) throws { try AgreementTests.check(it) }

    @Test(arguments: days) func tellsTheDay(_ it: Case) throws { try AgreementTests.check(it) }
}
