import Model
import Testing

struct CSVTests {
    @Test func readsQuotedCells() throws {
        let csv = try CSV("a,b\n1,\"x, \"\"y\"\"\nz\"\n2,\n", file: "t.csv")
        #expect(csv.header == ["a", "b"])
        #expect(csv.rows.map { $0["b"] } == ["x, \"y\"\nz", ""])
        #expect(csv.rows.map(\.line) == [2, 4])
    }

    @Test func readsWindowsLinesAndALastLineWithoutABreak() throws {
        let csv = try CSV("a,b\r\n1,2\r\n3,4", file: "t.csv")
        #expect(csv.rows.map { $0["a"] + $0["b"] } == ["12", "34"])
    }

    @Test func partsLists() throws {
        let csv = try CSV("names\n Астана | Нур-Султан ||\n", file: "t.csv")
        #expect(csv.rows[0].list("names") == ["Астана", "Нур-Султан"])
        #expect(csv.rows[0].list("absent") == [])
    }

    @Test(arguments: [
        ("a,b\n1\n", "t.csv:2: 1 cells where the header has 2"),
        ("a,b\n1,\"2\n", "t.csv:2: a quote is not closed"),
        ("", "t.csv:1: there is no header line"),
        ("a\n1\n", "t.csv:1: there is no column 'b'"),
    ])
    func namesTheFault(_ text: String, _ message: String) {
        #expect {
            try CSV(text, file: "t.csv", required: ["b"])
        } throws: {
            "\($0)" == message
        }
    }
}
