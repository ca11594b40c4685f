import Model

/// Tells what of a page is no part of an article: menus, counters, links to others, captions.
///
/// By what elements are (`nav`, `footer`), what they say of themselves (`role`, `hidden`) and the words of their classes,
/// which people name alike everywhere. No site is known here.
struct PageNoise {
    private let markup: Markup
    /// Bytes of prose in all nodes before each: long runs of text outside links.
    private let proseBefore: [Int]
    /// What stands in the article for sure.
    private let vital: [Int]
    /// What stands under a heading that says readers speak below.
    private let discussions: [Range<Int>]

    init(_ markup: Markup, vital: [Int]) {
        self.markup = markup
        self.vital = vital
        var before = [0]
        before.reserveCapacity(markup.nodes.count + 1)
        var quietUntil = 0
        for (place, node) in markup.nodes.enumerated() {
            if node.tag.isSilent || node.tag == .a { quietUntil = max(quietUntil, node.end) }
            let isProse = node.tag == .text && place >= quietUntil && node.text.count >= 80
            before.append(before[place] + (isProse ? node.text.count : 0))
        }
        proseBefore = before
        discussions = Self.discussions(markup, vital, before)
    }

    /// From each heading "Комментарии (12)" behind the first prose to the end of what it heads.
    private static func discussions(_ markup: Markup, _ vital: [Int], _ proseBefore: [Int]) -> [Range<Int>] {
        markup.nodes.indices.compactMap { place in
            guard markup.nodes[place].tag.isHeading, proseBefore[place] > 0 else { return nil }
            let heading = markup.text(of: place)
            let words = heading.lowercased().split { !$0.isLetter }
            guard words.count == 1, let word = words.first, discussionHeadings.contains(word) else { return nil }
            var anchor = place
            while case let parent = markup.nodes[anchor].parent, parent >= 0, markup.text(of: parent) == heading {
                anchor = parent
            }
            let parent = markup.nodes[anchor].parent
            guard parent >= 0 else { return nil }
            let range = anchor..<markup.nodes[parent].end
            return vital.contains(where: range.contains) ? nil : range
        }
    }

    private static let discussionHeadings: Set<Substring> = ["комментарии", "комментариев", "обсуждение", "comments"]

    func contains(_ node: Int) -> Bool {
        if discussions.contains(where: { $0.contains(node) }) { return true }
        let tag = markup.nodes[node].tag
        guard tag != .text && tag != .br else { return false }
        if tag.isSilent { return true }
        guard tag != .html && tag != .body && tag != .main else { return false }
        guard let kind = suspicion(node, tag) else { return false }
        if kind == .talk { return true }
        let range = markup.range(of: node)
        return !vital.contains(where: range.contains) && prose(range) * 5 <= prose(markup.nodes.indices) * 3
    }

    private func prose(_ range: Range<Int>) -> Int { proseBefore[range.upperBound] - proseBefore[range.lowerBound] }

    private enum Suspicion {
        /// Beside the article, unless most of the page is in it.
        case furniture
        /// What readers say, however much.
        case talk
    }

    private func suspicion(_ node: Int, _ tag: Markup.Tag) -> Suspicion? {
        switch tag {
        case .nav, .footer, .aside, .header, .figure, .form: return .furniture
        default: break
        }
        var found: Suspicion?
        for place in markup.nodes[node].attributes {
            let (name, value) = markup.attributes[place]
            switch name {
            case .hidden: found = .furniture
            case .ariaHidden where value == "true": found = .furniture
            case .role where Self.roles.contains(value): found = .furniture
            case .style where value.filter({ $0 != " " }).contains("display:none"): found = .furniture
            case .class, .id:
                let words = value.classWords
                if words.contains(where: Self.talk.contains) { return .talk }
                if words.contains(where: Self.furniture.contains) { found = .furniture }
            default: break
            }
        }
        return found
    }

    private static let roles: Set = [
        "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alert",
        "toolbar",
        "tablist",
    ]

    private static let talk: Set = [
        "comment", "comments", "disqus", "commentlist", "commentslist", "usercomments", "hypercomments", "cackle",
    ]

    private static let furniture: Set = [
        "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "crumbs", "pagination", "pager",
        "share", "shares", "sharing", "sharer", "social", "socials", "soc", "related", "recommend", "recommended",
        "recommendations", "similar", "also", "promo", "promotion", "banner", "banners", "ad", "ads", "adv", "advert",
        "adverts", "advertisement", "adfox", "adsense", "sponsor", "sponsored", "footer", "sidebar", "aside", "tags",
        "taglist",
        "subscribe", "subscription", "newsletter", "popup", "modal", "cookie", "cookies", "copyright", "copyrights",
        "caption", "captions", "credit", "credits", "gallery", "slider", "slideshow", "carousel", "swiper", "counter",
        "counters", "rating", "votes", "print", "toolbar", "login", "teaser", "teasers", "newsfeed", "partners",
        "informer",
        "author", "authors", "byline", "tooltip", "photodesc", "photographer",
    ]
}

extension String {
    /// The words of a class or id: `readAlso-block_2` is read, also, block.
    var classWords: [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var wasSmall = false
        func flush() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                word.append(byte)
                wasSmall = true
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if wasSmall { flush() }
                word.append(byte | 0x20)
                wasSmall = false
            default:
                flush()
                wasSmall = false
            }
        }
        flush()
        return words
    }
}
