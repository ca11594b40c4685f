import CLibXML2
import Model

/// Reads HTML into `Markup` with libxml2, which mends what is broken as browsers do. Nothing is fetched: there is no
/// document to include into, and the network is off.
enum MarkupParser {
    /// Deeper nesting than any page that people wrote.
    static let deepest = 1024

    /// Told by libxml2 what it reads.
    private final class Builder {
        var markup = Markup()
        var tags: [UnsafePointer<xmlChar>: Markup.Tag] = [:]
        var context: htmlParserCtxtPtr?
        var tooDeepAt: Int?

        /// libxml2 keeps one copy of each name, so its address stands for it.
        func tag(_ name: UnsafePointer<xmlChar>) -> Markup.Tag {
            if let known = tags[name] { return known }
            let tag = Markup.Tag(rawValue: String(cString: name)) ?? .other
            tags[name] = tag == .text ? .other : tag
            return tags[name]!
        }
    }

    /// More attributes than any element that people wrote. libxml2 compares each with all before it.
    static let mostAttributes = 10_000

    /// Markup that would take time or memory without bound.
    struct Excess: Error {
        let line: Int
        let detail: String
    }

    /// - Parameter html: UTF-8.
    static func parse(_ html: [UInt8]) throws(Excess) -> Markup {
        if let line = lineOfCrowdedTag(in: html) {
            throw Excess(line: line, detail: "has a tag with more than \(mostAttributes) attributes; take it out")
        }
        xmlInitParser()
        let builder = Builder()
        html.withUnsafeBufferPointer { buffer in
            guard !buffer.isEmpty, buffer.count < Int32.max,
                let context = buffer.withMemoryRebound(
                    to: CChar.self, { htmlCreateMemoryParserCtxt($0.baseAddress, Int32($0.count)) })
            else { return }
            defer { htmlFreeParserCtxt(context) }
            builder.context = context
            context.pointee.sax.pointee = handler
            context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
            let options =
                HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
            htmlCtxtUseOptions(context, Int32(options))
            xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
            htmlParseDocument(context)
        }
        if let line = builder.tooDeepAt {
            throw Excess(line: line, detail: "is nested more than \(deepest) deep; close its elements or take it out")
        }
        builder.markup.close()
        return builder.markup
    }

    /// The line of the first tag with too many words outside quotes; nil when there is none.
    private static func lineOfCrowdedTag(in html: [UInt8]) -> Int? {
        var line = 1
        var words = 0
        var isTag = false
        var quote: UInt8?
        var previous: UInt8 = 0
        for byte in html {
            if byte == 0x0A { line += 1 }
            if !isTag {
                (isTag, words, quote) = (
                    previous == UInt8(ascii: "<") && byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A, 0, nil
                )
            } else if byte == UInt8(ascii: ">") {
                isTag = false
            } else if quote != nil {
                if byte == quote { quote = nil }
            } else if (byte == 0x22 || byte == 0x27) && previous == UInt8(ascii: "=") {
                quote = byte
            } else if previous.isASCIISpace && !byte.isASCIISpace {
                words += 1
                if words > mostAttributes { return line }
            }
            previous = byte
        }
        return nil
    }

    private static func builder(_ context: UnsafeMutableRawPointer?) -> Builder {
        Unmanaged<Builder>.fromOpaque(context!).takeUnretainedValue()
    }

    nonisolated(unsafe) private static let handler: htmlSAXHandler = {
        var handler = htmlSAXHandler()
        handler.startElement = { context, name, attributes in
            guard let name else { return }
            let builder = builder(context)
            builder.markup.begin(builder.tag(name), given(attributes))
            if builder.markup.depth > deepest {
                builder.tooDeepAt = builder.tooDeepAt ?? Int(builder.context!.pointee.input?.pointee.line ?? 0)
                xmlStopParser(builder.context)
            }
        }
        handler.endElement = { context, name in
            guard let name else { return }
            let builder = builder(context)
            builder.markup.end(builder.tag(name))
        }
        let text: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<xmlChar>?, Int32) -> Void = {
            context, text, count in
            guard let text, count > 0 else { return }
            builder(context).markup.append(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        handler.characters = text
        handler.ignorableWhitespace = text
        handler.cdataBlock = text
        handler.comment = { context, text in
            guard let text else { return }
            let builder = builder(context)
            if builder.markup.comments.count < 8 { builder.markup.comment(String(String(cString: text).prefix(512))) }
        }
        return handler
    }()

    /// The names and values of the attributes that tell something.
    private static func given(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> [(
        Markup.Attribute, String
    )] {
        guard var pointer = pointers else { return [] }
        var given: [(Markup.Attribute, String)] = []
        while let name = pointer.pointee {
            if let attribute = Markup.Attribute(rawValue: String(cString: name)) {
                given.append((attribute, (pointer + 1).pointee.map { String(cString: $0) } ?? ""))
            }
            pointer += 2
        }
        return given
    }
}
