import TestLanguage
import Testing

@testable import Extract

/// Encounters that are named and said not to be.
@Suite struct DenialTests {
    @Test(arguments: [
        "Как отметил дипломат, очная встреча президентов Турции и Греции пока не намечена.",
        "Переговоры президентов Турции и Греции пока не согласованы.",
        "Визит президента Турции в Грецию пока не намечен.",
        "Встреча президентов Турции и Греции на саммите не исключена.",
        "Встречи президентов Турции и Греции на саммите не будет.",
        "Планов встречи президентов Турции и Греции нет.",
        "Планов выступления президента Турции на греко-турецком форуме в Афинах нет.",
    ])
    func whatIsDeniedIsNone(_ text: String) throws {
        #expect(try TestLanguage.facts(text, on: "2022-03-14").meetings.map(MeetingTests.line) == [])
    }

    /// The verb denies something else.
    @Test(arguments: [
        "Встреча президентов Турции и Греции не была долгой.",
        "Переговоры президентов Турции и Греции не дали результата.",
        "Встреча президентов Турции и Греции прошла хорошо, еще одна не планируется.",
    ])
    func whatHadNoResultWasHeld(_ text: String) throws {
        let found = try TestLanguage.facts(text, on: "2022-03-14").meetings
        #expect(found.map(\.status) == [.held])
    }

    @Test func aConversationByTelephoneIsACall() throws {
        let text = "Министр Турции Али Демир и министр Греции Никос Дендиас проведут разговор по телефону 15 марта."
        let found = try TestLanguage.facts(text, on: "2022-03-14").meetings
        #expect(found.map(\.kind) == [.call])
        #expect(found.map { $0.date?.description } == ["2022-03-15"])
    }
}
