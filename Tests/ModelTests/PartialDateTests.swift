import Model
import Testing

struct PartialDateTests {
    @Test(arguments: ["2024", "2024-11", "2024-11-27", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29"])
    func readsAndWritesIso(_ text: String) {
        #expect(PartialDate(iso: text)?.description == text)
    }

    @Test(arguments: [
        "", "24", "2024-1", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "1900-02-29", "2024-11-31",
        "2024-11-27T10",
        "2024/11/27", " 2024", "+024", "0000", "2024-", "2024-11-27-01",
    ])
    func refusesDatesThatDoNotExist(_ text: String) {
        #expect(PartialDate(iso: text) == nil)
    }

    @Test func knowsWhatItCovers() throws {
        let february = try #require(PartialDate(iso: "2024-02"))
        #expect(february.firstDay.description == "2024-02-01")
        #expect(february.lastDay.description == "2024-02-29")
        #expect(try #require(PartialDate(iso: "2025")).lastDay.description == "2025-12-31")
    }

    @Test(arguments: [
        ("1970-01-01", 0, 4), ("2000-03-01", 11_017, 3), ("1969-12-31", -1, 3), ("2024-11-27", 20_054, 3),
    ])
    func countsDays(_ text: String, _ number: Int, _ weekday: Int) throws {
        let date = try #require(PartialDate(iso: text))
        #expect(date.dayNumber == number)
        #expect(PartialDate(dayNumber: number) == date)
        #expect(date.weekday == weekday)
    }

    @Test func walksEveryDayOfFourCenturies() throws {
        var day = try #require(PartialDate(iso: "1800-01-01"))
        let end = try #require(PartialDate(iso: "2200-01-01"))
        var steps = 0
        while day < end {
            let next = try #require(PartialDate(dayNumber: day.dayNumber + 1))
            #expect(day < next)
            day = next
            steps += 1
        }
        #expect(day == end)
        #expect(steps == 146_097)
    }

    @Test func ordersByFirstDayAndThenByPrecision() throws {
        let sorted = ["2025", "2024-11-01", "2024", "2024-11", "2024-01-01"].compactMap { PartialDate(iso: $0) }
            .sorted()
        #expect(sorted.map(\.description) == ["2024", "2024-01-01", "2024-11", "2024-11-01", "2025"])
    }
}

struct PeriodTests {
    @Test func refusesWhatIsNoInterval() {
        let early = PartialDate(iso: "2022")
        let late = PartialDate(iso: "2026-03")
        #expect(Period(from: early, to: late) != nil)
        #expect(Period(from: late, to: early) == nil)
        #expect(Period(from: nil, to: nil) == nil)
        #expect(Period(from: nil, to: late) != nil)
        #expect(Period(from: PartialDate(iso: "2022-12-31"), to: early) != nil)
    }
}
