import Foundation
import TestLanguage
import Testing

@testable import Extract

/// Numbers, scales, units and how sure they are.
@Suite struct AmountTests {
    @Test(arguments: [
        ("собрали 5,3млн тонн", "5300000 tonne"),
        ("выручили 1.844.036.360,12 тенге", "1844036360.12 KZT"),
        ("перевезли 2 млн 492 тыс. тонн", "2492000 tonne"),
        ("мощность 6 тыс. МВт", "6000000000 watt"),
        ("площадь 3 тыс. кв. км", "3000000000 square_metre"),
        ("доля менее одного процента", "lt 1 percent"),
        ("взяли 1 860 000 тонн", "1860000 tonne"),
        ("взяли 3 млн 3 тыс. 836 тонн", "3003836 tonne"),
        ("дорога длиной 2,000км", "2000 kilometre"),
        ("порт принял 432,216 TEU", "432216 teu"),
        ("порт принял 1,5 млн TEU", "1500000 teu"),
        ("прошло 77 тысяч контейнеров (ДФЭ)", "77000 teu"),
        ("продана за $635,000", "635000 USD"),
        ("выросла на 2,125%", "2.13 percent"),
        ("длиной 2,125 км", "2.13 kilometre"),
        ("собрали 1,860 миллиарда тонн", "1860000000 tonne"),
        ("от 3 до 5 млрд долларов", "3000000000–5000000000 USD"),
        ("вложат 3–5 млрд долларов", "3000000000–5000000000 USD"),
        ("вложат $1,2–1,5 млрд", "1200000000–1500000000 USD"),
        ("вложат $3–$5 млрд", "3000000000–5000000000 USD"),
        ("вложат от $3 до $5 млрд", "3000000000–5000000000 USD"),
        ("вложат €900–€950 млн", "900000000–950000000 EUR"),
        ("вырос на 3%-4%", "3–4 percent"),
        ("вложат две-три тысячи рублей", "2000–3000 RUB"),
        ("полтора миллиона тонн", "1500000 tonne"),
        ("два с половиной миллиарда евро", "2500000000 EUR"),
        ("четверть миллиарда долларов", "250000000 USD"),
        ("на 20 с лишним процентов", "gt 20 percent"),
        ("более чем на 40%", "gt 40 percent"),
        ("почти в три раза", "approx 3 times"),
        ("вырос вдвое", "2 times"),
        ("вырос в полтора раза", "1.5 times"),
        ("вырос на четверть", "25 percent"),
        ("две трети", "66.67 percent"),
        ("мощностью 700 МВт", "700000000 watt"),
        ("выработают 30 ГВтч", "30000000 kilowatt_hour"),
        ("кредит в размере до 25 млн долларов", "lt 25000000 USD"),
        ("73-километровый участок", "73 kilometre"),
        ("6,1-процентная доля", "6.1 percent"),
        ("бюджет Кении – 3 трлн шиллингов", "3000000000000 KES"),
        ("выделят 3 млн угандийских шиллингов", "3000000 UGX"),
        ("Норвегия выделит 3 млн крон", "3000000 NOK"),
        ("экспорт (+9,4%)", "up 9.4 percent"),
        ("импорт (-16,8%)", "down 16.8 percent"),
    ])
    func reads(_ text: String, _ expected: String) throws {
        let found = try TestLanguage.reading(text) { $0.amounts.map(Self.shown) }
        #expect(found == [expected])
    }

    /// What other readers of Russian leave out.
    @Test(arguments: [
        ("тенге", "KZT"), ("сумов", "UZS"), ("сум", "UZS"), ("сомов", "KGS"), ("юаней", "CNY"), ("лир", "TRY"),
        ("манатов", "AZN"), ("драмов", "AMD"), ("лари", "GEL"), ("дирхамов", "AED"), ("рупий", "INR"),
        ("белорусских рублей", "BYN"), ("евро", "EUR"), ("руб.", "RUB"), ("долл.", "USD"),
    ])
    func knowsTheCurrency(_ name: String, _ code: String) throws {
        for (scale, zeros) in [("", ""), ("тыс. ", "000"), ("млн ", "000000"), ("млрд ", "000000000")] {
            let found = try TestLanguage.reading("выделили 7 \(scale)\(name) на мост") { $0.amounts.map(Self.shown) }
            #expect(found == ["7\(zeros) \(code)"])
        }
        let most = try TestLanguage.reading("выделили 7 трлн \(name) на мост") { $0.amounts.map(Self.shown) }
        #expect(most == ["7000000000000 \(code)"])
    }

    @Test(arguments: [
        "в 14:25 по местному времени", "27.11.2024", "телефон 8 (7172) 76-90-76", "30-летие независимости",
        "в 1970-е годы", "в первой половине февраля", "три раза встречались", "за 10 лет", "АИ-92", "№ 5",
        "на 4-м заседании", "выделят 3 млн крон", "в третьем квартале", "сотни миллионов лет",
        "прошли десятки километров",
    ])
    func passesOver(_ text: String) throws {
        let found = try TestLanguage.reading(text) { $0.amounts.filter { $0.unit != nil }.map(Self.shown) }
        #expect(found.isEmpty)
    }

    private static func shown(_ amount: Amount) -> String {
        let number = rounded(amount.value) + (amount.valueMax.map { "–" + rounded($0) } ?? "")
        let words = [
            amount.direction?.rawValue, amount.comparator == .eq ? nil : amount.comparator.rawValue, number,
            amount.unit?.description,
        ]
        return words.compactMap { $0 }.joined(separator: " ")
    }

    private static func rounded(_ value: Decimal) -> String {
        var value = value
        var short = Decimal()
        NSDecimalRound(&short, &value, 2, .plain)
        return "\(short)"
    }
}
