import Model

/// A page as a tree, flat: elements and text in the order of the document, each element with the place where it ends.
///
/// Nothing here calls itself: a page nested a thousand deep takes no more stack than another.
struct Markup {
    struct Node {
        let tag: Tag
        /// The element around it; -1 for the outermost.
        let parent: Int
        /// Just after its last descendant.
        var end: Int
        /// For text, where in `bytes`; empty for an element.
        var text: Range<Int>
        /// Where in `attributes`.
        var attributes: Range<Int>
    }

    private(set) var nodes: [Node] = []
    /// All text, UTF-8, entities resolved.
    private(set) var bytes: [UInt8] = []
    private(set) var attributes: [(name: Attribute, value: String)] = []
    /// What comments say; browsers write there where they saved a page from.
    private(set) var comments: [String] = []
    private var open: [Int] = []

    var depth: Int { open.count }

    mutating func begin(_ tag: Tag, _ given: [(Attribute, String)]) {
        let start = attributes.count
        attributes += given.map { (name: $0.0, value: $0.1) }
        nodes.append(
            Node(tag: tag, parent: open.last ?? -1, end: 0, text: 0..<0, attributes: start..<attributes.count))
        open.append(nodes.count - 1)
    }

    mutating func end(_ tag: Tag) {
        guard let depth = open.lastIndex(where: { nodes[$0].tag == tag }) else { return }
        while open.count > depth { nodes[open.removeLast()].end = nodes.count }
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: text)
        if let last = nodes.indices.last, nodes[last].tag == .text, nodes[last].parent == open.last ?? -1 {
            nodes[last].text = nodes[last].text.lowerBound..<bytes.count
        } else {
            nodes.append(
                Node(
                    tag: .text, parent: open.last ?? -1, end: nodes.count + 1, text: start..<bytes.count,
                    attributes: 0..<0))
        }
    }

    mutating func comment(_ text: String) { comments.append(text) }

    mutating func close() {
        while let last = open.popLast() { nodes[last].end = nodes.count }
    }

    func value(_ name: Attribute, of node: Int) -> String? {
        for place in nodes[node].attributes where attributes[place].name == name { return attributes[place].value }
        return nil
    }

    func has(_ tag: Tag, _ node: Int) -> Bool { nodes[node].tag == tag }

    /// The elements with that tag within a node, in order.
    func elements(_ tag: Tag, in range: Range<Int>? = nil) -> [Int] {
        (range ?? nodes.indices).filter { nodes[$0].tag == tag }
    }

    /// A node and all that is in it.
    func range(of node: Int) -> Range<Int> { node..<nodes[node].end }

    /// All text within a node, white space as one space each.
    func text(of node: Int) -> String {
        var text = Line()
        for place in range(of: node) where nodes[place].tag == .text { text.append(bytes[nodes[place].text]) }
        return text.finished
    }

    /// The attributes that tell something.
    enum Attribute: String, CaseIterable {
        case id, `class`, itemprop, itemtype, property, name, content, datetime, role, hidden, style, href, rel, type
        case ariaHidden = "aria-hidden"
    }

    /// The elements that tell something; `other` is any other.
    enum Tag: String, CaseIterable {
        case text, other
        case html, head, body, title, meta, link, script, style, noscript, template, iframe, svg, object
        case article, main, section, div, p, h1, h2, h3, h4, h5, h6, header, footer, nav, aside, figure, figcaption
        case ul, ol, li, dl, dt, dd, table, caption, thead, tbody, tfoot, tr, td, th, blockquote, pre, hr, br, address
        case form, fieldset, button, select, input, textarea, label, dialog, menu, details, summary, center
        case a, span, time, img, b, strong, i, em, font, video, audio, canvas

        /// Begins and ends a line.
        var isBlock: Bool {
            switch self {
            case .html, .body, .article, .main, .section, .div, .p, .h1, .h2, .h3, .h4, .h5, .h6, .header, .footer,
                .nav,
                .aside, .figure, .figcaption, .ul, .ol, .li, .dl, .dt, .dd, .table, .caption, .thead, .tbody, .tfoot,
                .tr,
                .blockquote, .pre, .hr, .address, .form, .fieldset, .dialog, .menu, .details, .summary, .center, .title:
                true
            default: false
            }
        }

        var isHeading: Bool {
            switch self {
            case .h2, .h3, .h4, .h5, .h6: true
            default: false
            }
        }

        /// Never part of what is read.
        var isSilent: Bool {
            switch self {
            case .script, .style, .noscript, .template, .iframe, .svg, .object, .button, .select, .input, .textarea,
                .video,
                .audio, .canvas, .dialog, .menu, .head, .figcaption, .caption:
                true
            default: false
            }
        }
    }
}

/// A line that grows: white space becomes one space, invisible marks inside words go.
struct Line {
    private var bytes: [UInt8] = []
    private(set) var isSpacePending = false

    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ text: some Sequence<UInt8>) {
        for byte in text {
            if byte.isASCIISpace {
                isSpacePending = !bytes.isEmpty
            } else if byte >= 0x20 && byte != 0x7F {
                if isSpacePending { bytes.append(0x20) }
                isSpacePending = false
                bytes.append(byte)
                dropInvisible()
            }
        }
    }

    /// Parts the cells of a row.
    mutating func tabulate() {
        guard !bytes.isEmpty else { return }
        bytes.append(0x09)
        isSpacePending = false
    }

    var finished: String {
        var end = bytes.endIndex
        while end > 0, bytes[end - 1] == 0x09 || bytes[end - 1] == 0x20 { end -= 1 }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// Soft hyphens (U+00AD) and spaces without width (U+200B, U+FEFF) would part words for the dictionary.
    private mutating func dropInvisible() {
        guard let last = bytes.last else { return }
        if last == 0xAD, bytes.count >= 2, bytes[bytes.count - 2] == 0xC2 { bytes.removeLast(2) }
        if last == 0x8B, bytes.hasSuffix([0xE2, 0x80, 0x8B]) { bytes.removeLast(3) }
        if last == 0xBF, bytes.hasSuffix([0xEF, 0xBB, 0xBF]) { bytes.removeLast(3) }
    }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
        count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
    }
}
