import Model

/// The lines of a page: what stands between the beginnings and ends of blocks, without what is noise.
struct PageBlocks {
    struct Block {
        /// The first text node of it.
        let start: Int
        let line: String
        let isHeading: Bool
        /// Characters in all, and of them inside links.
        let length: Int
        let linked: Int

        /// Reads as prose: long, or a sentence. Its length then, else 0.
        var weight: Int {
            guard !isHeading, linked * 2 <= length else { return 0 }
            return length >= 60 || length >= 25 && line.endsSentence ? length - linked : 0
        }

        /// Nothing but links, or nothing with a letter that is no row of a table.
        var isIdle: Bool {
            linked * 10 >= length * 8
                || !line.unicodeScalars.contains { $0.properties.isAlphabetic || $0 == "\t" }
        }
    }

    private(set) var blocks: [Block] = []
    /// Lines that hold nothing but what is marked as a date.
    private(set) var dates: [(start: Int, line: String)] = []

    private let markup: Markup
    private var line = Line()
    private var start = 0
    private var linked = 0
    private var dated = 0
    private var isHeading = false

    /// - Parameter title: the heading that is the title, no line of the text.
    init(_ markup: Markup, noise: PageNoise, title: Int?) {
        self.markup = markup
        var open: [Int] = []
        var linkUntil = 0
        var dateUntil = 0
        var place = 0
        while place < markup.nodes.count {
            while let last = open.last, markup.nodes[last].end <= place {
                flush()
                open.removeLast()
            }
            let node = markup.nodes[place]
            if node.tag == .text {
                append(place, isLink: place < linkUntil, isDate: place < dateUntil)
            } else if place == title || noise.contains(place) {
                if node.tag.isBlock { flush() }
                place = node.end
                continue
            } else if node.tag == .br || node.tag == .hr {
                flush()
            } else if node.tag == .td || node.tag == .th {
                if holdsBlocks(place) { flush() } else { line.tabulate() }
                if holdsBlocks(place) { open.append(place) }
            } else if node.tag.isBlock {
                flush()
                isHeading = node.tag.isHeading
                open.append(place)
            }
            if node.tag == .a { linkUntil = max(linkUntil, node.end) }
            if isDate(place, node) { dateUntil = max(dateUntil, node.end) }
            place += 1
        }
        flush()
    }

    private mutating func append(_ place: Int, isLink: Bool, isDate: Bool) {
        if line.isEmpty { start = place }
        let text = markup.bytes[markup.nodes[place].text]
        line.append(text)
        let letters = text.count { !$0.isASCIISpace && $0 & 0xC0 != 0x80 }
        if isLink { linked += letters }
        if isDate { dated += letters }
    }

    private mutating func flush() {
        defer { (line, linked, dated, isHeading) = (Line(), 0, 0, false) }
        let text = line.finished
        guard !text.isBlank else { return }
        let length = text.unicodeScalars.count
        if dated * 2 >= length && length <= 80 {
            dates.append((start, text))
        } else {
            blocks.append(Block(start: start, line: text, isHeading: isHeading, length: length, linked: linked))
        }
    }

    /// A cell of a table that only lays out the page.
    private func holdsBlocks(_ node: Int) -> Bool {
        markup.range(of: node).dropFirst().contains { markup.nodes[$0].tag.isBlock || markup.nodes[$0].tag == .br }
    }

    private func isDate(_ place: Int, _ node: Markup.Node) -> Bool {
        if node.tag == .time { return true }
        return node.attributes.contains {
            let (name, value) = markup.attributes[$0]
            guard name == .class || name == .id else { return name == .itemprop && value.contains("datePublished") }
            return value.classWords.contains {
                ["date", "datetime", "time", "pubdate", "published", "posted"].contains($0)
            }
        }
    }
}

extension String {
    fileprivate var endsSentence: Bool {
        last.map { ".!?…»”\":;".contains($0) } ?? false
    }
}
