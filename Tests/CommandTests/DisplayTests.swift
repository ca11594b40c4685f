import Testing

@testable import chancery

@Suite struct DisplayTests {
    @Test(arguments: [
        ("", 0), ("Астана", 6), ("й", 1), ("и\u{306}", 1), ("北京", 4), ("🤝", 2), ("a\u{301}b", 2),
    ])
    func textTakesColumns(text: String, columns: Int) {
        #expect(text.columns == columns)
    }

    @Test(arguments: [
        ("Товарооборот", 12, "Товарооборот"), ("Товарооборот", 11, "Товарообор…"), ("две\n строки", 20, "две строки"),
        ("北京北京", 6, "北京…"), ("да", 1, "…"),
    ])
    func textIsCutToColumns(text: String, width: Int, cut: String) {
        #expect(text.cut(to: width) == cut)
        #expect(text.cut(to: width).columns <= width)
    }

    @Test func aTableIsAlignedByWhatIsSeen() {
        let table = Table(headings: ["place", "n"], rows: [["Астана", "1"], ["北京", "12"], ["", ""]])
        #expect(table.text(width: 80) == "  place   n\n  Астана  1\n  北京    12\n")
    }

    @Test func theWidestColumnsGiveWay() {
        let table = Table(
            headings: ["a", "b", "c"],
            rows: [[String(repeating: "д", count: 30), String(repeating: "е", count: 60), "коротко"]])
        let lines = table.text(width: 60).split(separator: "\n").map(String.init)
        #expect(lines.map(\.columns).max() == 60)
        #expect(lines[1].hasSuffix("…  коротко"))
    }
}
