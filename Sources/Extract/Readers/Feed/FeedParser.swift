import CLibXML2
import Foundation
import Model

/// Reads RSS and Atom with libxml2 as the bytes come, an item at a time.
///
/// Nothing outside the file is ever opened, and no entity that the file declares is known: it can neither read other
/// files nor swell. The entities of HTML are known, since feeds use them undeclared. What is not well-formed is a fault
/// of the item it stands in; the next item is read on.
final class FeedParser {
    private(set) var head = FeedHead()
    /// Items that are complete, to be taken from the front.
    var items: [FeedItem] = []
    /// The first fault outside items.
    private(set) var fault: (line: Int, detail: String)?
    /// The outermost element.
    private(set) var root: String?

    private var context: xmlParserCtxtPtr?
    private let longestItem: Int
    private var depth = 0
    private var item: FeedItem?
    private var itemDepth = 0
    private var capture: Capture?
    private var seen = 0
    private var hasBegun = false
    /// Before the first element: many a site sends them before its XML declaration.
    private var blankLines = 0

    /// The content of the element that is being read.
    private struct Capture {
        let name: String
        let depth: Int
        let kind: String?
        var text: [UInt8] = []
        /// The same with the elements inside it and its text escaped.
        var markup: [UInt8] = []
        var holdsElements = false
    }

    init(longestItem: Int) {
        self.longestItem = longestItem
        xmlInitParser()
        var handler = Self.handler
        context = xmlCreatePushParserCtxt(&handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
        let options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
            | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        xmlCtxtUseOptions(context, Int32(options))
        // Options put back what tells of errors.
        context?.pointee.sax.pointee.serror = handler.serror
    }

    deinit { xmlFreeParserCtxt(context) }

    /// True when nothing more will come: the parser has given up.
    var hasStopped: Bool { context.map { $0.pointee.disableSAX != 0 } ?? true }

    var line: Int { blankLines + (context?.pointee.input.map { Int($0.pointee.line) } ?? 0) }

    /// - Parameter bytes: UTF-8, the next of the feed.
    func feed(_ bytes: [UInt8]) {
        let blank = hasBegun ? 0 : bytes.prefix(while: \.isASCIISpace).count
        blankLines += bytes[..<blank].count { $0 == UInt8(ascii: "\n") }
        hasBegun = hasBegun || blank < bytes.count
        bytes[blank...].withUnsafeBytes { buffer in
            _ = xmlParseChunk(context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 0)
        }
    }

    func finish() {
        if item != nil { blame(.malformed, "breaks off inside an item; fetch the feed again") }
        xmlParseChunk(context, nil, 0, 1)
        guard let item else { return }
        items.append(item)
        self.item = nil
    }

    /// Marks the item at hand, or the feed.
    func blame(_ reason: Rejection.Reason, _ detail: String, line: Int? = nil) {
        let line = line ?? self.line
        if item != nil {
            item!.fault = item!.fault ?? (line, reason, detail)
        } else {
            fault = fault ?? (line, detail)
        }
    }

    // MARK: What libxml2 tells

    fileprivate func begin(_ name: String, _ attributes: [String: String]) {
        depth += 1
        if root == nil {
            root = name
            if name == "feed" { head.format = .atom }
        }
        if name == "item" || name == "entry" {
            if var broken = item {
                broken.fault = broken.fault ?? (line, .malformed, "is not closed before the next item; mend the feed")
                items.append(broken)
            }
            // What was wrong before is told already; libxml2 would drop entities from now on.
            context?.pointee.wellFormed = 1
            item = FeedItem(line: line)
            itemDepth = depth
            capture = nil
            seen += 1
        } else if capture != nil {
            capture!.holdsElements = true
            append(markup: "<\(name)>")
        } else if depth == (item == nil ? (root == "feed" ? 2 : 3) : itemDepth + 1) {
            capture = Capture(name: name, depth: depth, kind: attributes["type"])
            if name == "link", let href = attributes["href"] {
                if ["", "alternate"].contains(attributes["rel"] ?? "") { take(link: href) }
            }
        }
    }

    fileprivate func end(_ name: String) {
        if let capture, capture.depth == depth {
            take(capture)
            self.capture = nil
        } else if capture != nil {
            append(markup: "</\(name)>")
        } else if item != nil, depth <= itemDepth {
            items.append(item!)
            item = nil
        }
        depth -= 1
    }

    fileprivate func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard capture != nil else { return }
        guard capture!.text.count + text.count <= longestItem else {
            return blame(.tooLarge, "is longer than \(longestItem) bytes, which no article is; take it out")
        }
        capture!.text += text
        for byte in text {
            switch byte {
            case UInt8(ascii: "<"): capture!.markup += "&lt;".utf8
            case UInt8(ascii: "&"): capture!.markup += "&amp;".utf8
            default: capture!.markup.append(byte)
            }
        }
    }

    private func append(markup: String) {
        if capture!.markup.count < 2 * longestItem { capture!.markup += markup.utf8 }
    }

    private func take(_ capture: Capture) {
        let isMarkup = capture.holdsElements
        let text = String(decoding: isMarkup ? capture.markup : capture.text, as: UTF8.self)
        guard !text.isBlank else { return }
        if item != nil {
            if capture.name == "link" { take(link: text.trimmed) }
            if item!.fields[capture.name] == nil {
                item!.fields[capture.name] = FeedItem.Content(text: text, kind: isMarkup ? "html" : capture.kind)
            }
        } else if seen == 0 {
            if capture.name == "title" { head.title = head.title ?? MarkupText.line(of: text) }
            if capture.name == "link" { take(link: text.trimmed) }
        }
    }

    private func take(link: String) {
        guard link.hasPrefix("http://") || link.hasPrefix("https://") else { return }
        if item != nil { item!.link = item!.link ?? link } else if seen == 0 { head.link = head.link ?? link }
    }

    fileprivate func error(_ message: String, line: Int) {
        var mend = "mend the feed"
        if message.contains("EntityRef") { mend = "write & as &amp;" }
        if message.contains("Entity '") { mend = "no entities but those of XML and HTML are read" }
        blame(.malformed, "is not well-formed XML (\(message)); \(mend)", line: blankLines + line)
    }
}

extension FeedParser {
    fileprivate static func parser(_ context: UnsafeMutableRawPointer?) -> FeedParser {
        Unmanaged<FeedParser>.fromOpaque(context!).takeUnretainedValue()
    }

    nonisolated(unsafe) fileprivate static let handler: xmlSAXHandler = {
        var handler = xmlSAXHandler()
        handler.initialized = 0xDEED_BEAF
        handler.startElementNs = { context, local, prefix, uri, _, _, count, _, attributes in
            parser(context).begin(
                name(local, prefix, uri), values(attributes, Int(count)))
        }
        handler.endElementNs = { context, local, prefix, uri in parser(context).end(name(local, prefix, uri)) }
        let text: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<xmlChar>?, Int32) -> Void = {
            context, text, count in
            guard let text, count > 0 else { return }
            parser(context).append(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        handler.characters = text
        handler.ignorableWhitespace = text
        handler.cdataBlock = text
        handler.getEntity = { _, name in name.flatMap { entities[String(cString: $0)] } }
        handler.reference = { context, name in
            parser(context).error(
                "Entity '\(name.map { String(cString: $0) } ?? "")' not defined", line: parser(context).line)
        }
        handler.serror = { context, error in
            // Prefixes that are not declared do no harm.
            guard let context, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue,
                error.pointee.domain != XML_FROM_NAMESPACE.rawValue
            else { return }
            let message = error.pointee.message.map { String(cString: $0) } ?? "no message"
            let firstLine = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? message
            parser(context).error(firstLine, line: Int(error.pointee.line))
        }
        return handler
    }()

    /// The name with the prefix that is usual for its namespace; elements of RSS and Atom have none.
    private static func name(
        _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?
    ) -> String {
        let local = local.map { String(cString: $0) } ?? ""
        guard let prefix else { return local }
        switch uri.map({ String(cString: $0) }) {
        case "http://www.w3.org/2005/Atom": return local == "feed" || local == "entry" ? local : "atom:\(local)"
        case "http://purl.org/rss/1.0/modules/content/": return "content:\(local)"
        case "http://purl.org/dc/elements/1.1/": return "dc:\(local)"
        case "http://news.yandex.ru", "http://news.yandex.ru/": return "yandex:\(local)"
        case "http://turbo.yandex.ru", "http://turbo.yandex.ru/": return "turbo:\(local)"
        default: return "\(String(cString: prefix)):\(local)"
        }
    }

    /// libxml2 gives each attribute as five pointers: name, prefix, namespace, begin and end of the value.
    private static func values(
        _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
    ) -> [String: String] {
        guard let pointers, count > 0 else { return [:] }
        var values: [String: String] = [:]
        for place in stride(from: 0, to: 5 * count, by: 5) {
            guard let name = pointers[place], let start = pointers[place + 3], let end = pointers[place + 4] else {
                continue
            }
            values[String(cString: name)] = String(
                decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        }
        return values
    }

    /// The named characters of HTML 4, which libxml2 has for HTML alone. They live as long as the program.
    nonisolated(unsafe) private static let entities: [String: xmlEntityPtr] = {
        var entities: [String: xmlEntityPtr] = [:]
        for value in 34...9830 as ClosedRange<UInt32> {
            guard let found = htmlEntityValueLookup(value), let name = found.pointee.name else { continue }
            let text = String(UnicodeScalar(value)!)
            let entity = xmlEntityPtr.allocate(capacity: 1)
            entity.initialize(to: xmlEntity())
            entity.pointee.type = XML_ENTITY_DECL
            entity.pointee.etype = XML_INTERNAL_PREDEFINED_ENTITY
            entity.pointee.name = UnsafeRawPointer(strdup(name)).map { $0.assumingMemoryBound(to: xmlChar.self) }
            entity.pointee.content = UnsafeMutableRawPointer(strdup(text))?.assumingMemoryBound(to: xmlChar.self)
            entity.pointee.length = Int32(text.utf8.count)
            entities[String(cString: name)] = entity
        }
        return entities
    }()
}
