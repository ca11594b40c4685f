import Model
import TestLanguage
import Testing

@testable import Extract

/// Countries as analysts count them: names, adjectives, peoples, capitals and seats of power.
struct PlacesTests {
    @Test(arguments: [
        ("Казахстан и Узбекистан растут.", "KZ UZ"),
        ("Казахско-таджикский форум прошел.", "KZ TJ"),
        ("Азербайджано-турецкий совет заседал.", "AZ TR"),
        ("Казахстанцы посетили КНР.", "CN KZ"),
        ("В Акорде приняли гостя из Тегерана.", "IR KZ"),
        ("Кремль сообщил о визите в РК.", "KZ RU"),
        ("Исламская Республика Иран и Туркменистан торгуют.", "IR TM"),
        ("Саммит ШОС и ЕАЭС обсудили в ООН.", ""),
        ("Контракт на 5 млн долларов США подписан.", ""),
        ("Соединенные Штаты Америки и ОАЭ.", "AE US"),
        ("Латинская Америка ждет.", ""),
        ("Самолет вылетел из Боготы в Банжул, затем из Банжула в Сараеве сел.", "BA CO GM"),
        ("Оборот составил 20 миллиардов кубинских песо.", ""),
        ("Министр Грузии встретился с директором института Багдадом Сериковым.", "GE"),
        ("Гости прибыли из Нидерландов и Филиппин.", "NL PH"),
    ])
    func findsCountries(_ text: String, _ codes: String) throws {
        #expect(try TestLanguage.facts(text).countries.map(\.code.rawValue).joined(separator: " ") == codes)
    }

    @Test func countsMentions() throws {
        let facts = try TestLanguage.facts("Казахстан ждет. Казахстанский бизнес готов. Астана подтвердила визит.")
        #expect(facts.countries == [CountryMention(code: CountryCode("KZ")!, mentions: 3)])
    }
}
