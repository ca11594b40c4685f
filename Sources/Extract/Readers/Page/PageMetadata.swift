import Model

/// What a page says of its article: title, day, address, outlet.
struct PageMetadata {
    let title: String?
    /// The heading that is the title, when it is on the page.
    let heading: Int?
    let publishedOn: PartialDate?
    /// Where the day stood.
    let dateFrom: String?
    let url: String?
    let source: String?
    /// The elements that say they are an article's body.
    let bodies: [Int]
    /// The body as JSON-LD gives it, for pages that draw their text by script.
    let linkedBody: String?

    init(_ markup: Markup) {
        let metas = Metas(markup)
        let linked = LinkedData(markup)
        bodies = markup.nodes.indices.filter { node in
            markup.value(.itemprop, of: node)?.split(separator: " ").contains("articleBody") == true
                && markup.nodes[node].tag != .meta
        }
        linkedBody = linked.articleBody
        let site = metas["og:site_name"]
        source = site
        let written =
            metas["og:title"] ?? metas["twitter:title"] ?? linked.headline
            ?? markup.elements(.title).first.map { markup.text(of: $0) }
        heading = Self.heading(markup, written: written, site: site)
        let stated = heading.map { markup.text(of: $0) } ?? linked.headline ?? written
        title = stated.map { Self.without(site: site, $0) }.flatMap { $0.isBlank ? nil : $0 }
        (publishedOn, dateFrom) = Self.date(markup, metas, linked)
        url = Self.url(markup, metas)
    }

    /// The `h1` that is the title: the one that other metadata repeat, or the only one that is not the site's name.
    private static func heading(_ markup: Markup, written: String?, site: String?) -> Int? {
        let all = markup.nodes.indices.filter { markup.nodes[$0].tag == .h1 }
            .map { (node: $0, text: markup.text(of: $0)) }
            .filter { !$0.text.isBlank && $0.text != site }
        if let declared = markup.nodes.indices.first(where: {
            markup.value(.itemprop, of: $0) == "headline" && markup.nodes[$0].tag != .meta
                && !markup.text(of: $0).isBlank
        }) {
            return declared
        }
        if let written, let same = all.first(where: { written.contains($0.text) || $0.text.contains(written) }) {
            return same.node
        }
        return all.count == 1 ? all[0].node : nil
    }

    /// Without the name of the site at its end.
    private static func without(site: String?, _ title: String) -> String {
        guard let site, !site.isEmpty, title.hasSuffix(site) else { return title }
        let rest = title.dropLast(site.count).trimmed
        guard let last = rest.last, "|-–—:•/".contains(last) else { return title }
        return String(rest.dropLast()).trimmed
    }

    /// From the surest to the least sure; a value that is no date is passed over.
    private static func date(_ markup: Markup, _ metas: Metas, _ linked: LinkedData) -> (PartialDate?, String?) {
        func day(_ text: String?, _ name: String) -> (PartialDate?, String?)? {
            text.flatMap(PublicationDate.day(in:)).map { ($0, name) }
        }
        for name in ["article:published_time", "og:article:published_time", "og:published_time"] {
            if let found = day(metas[name], name) { return found }
        }
        if let found = day(linked.datePublished, "JSON-LD datePublished") { return found }
        for node in markup.nodes.indices
        where markup.value(.itemprop, of: node)?.split(separator: " ").contains("datePublished") == true {
            let text = markup.value(.content, of: node) ?? markup.value(.datetime, of: node) ?? markup.text(of: node)
            if let found = day(text, "itemprop datePublished") { return found }
        }
        for name in names {
            if let found = day(metas[name], "meta \(name)") { return found }
        }
        for node in markup.elements(.time) {
            if let found = day(markup.value(.datetime, of: node) ?? markup.text(of: node), "time") { return found }
        }
        return (nil, nil)
    }

    /// What `meta` calls the day of publication, here and there.
    private static let names = [
        "mediator_published_time", "datepublished", "publish_date", "publish-date", "publishdate", "pubdate",
        "published_time",
        "article_date_original", "originalpublicationdate", "parsely-pub-date", "sailthru.date", "dc.date.issued",
        "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date",
    ]

    /// Addresses of pages: the canonical one, the shared one, or the one that a browser noted when it saved the page.
    private static func url(_ markup: Markup, _ metas: Metas) -> String? {
        let canonical = markup.elements(.link).first { markup.value(.rel, of: $0)?.lowercased() == "canonical" }
            .flatMap { markup.value(.href, of: $0) }
        let saved = markup.comments.lazy.compactMap { comment -> String? in
            guard let mark = comment.firstRange(of: "saved from url=") else { return nil }
            return String(comment[mark.upperBound...].drop { $0 != ")" }.dropFirst().prefix { !$0.isWhitespace })
        }.first
        return [canonical, metas["og:url"], saved].lazy.compactMap(\.self).map(\.trimmed).first {
            ($0.hasPrefix("https://") || $0.hasPrefix("http://")) && $0.utf8.count <= 2048
        }
    }
}

/// The `meta` tags by name or property, in small letters; of several with one name the first that says something.
private struct Metas {
    private var values: [String: String] = [:]

    init(_ markup: Markup) {
        for node in markup.elements(.meta) {
            guard let name = markup.value(.property, of: node) ?? markup.value(.name, of: node),
                let content = markup.value(.content, of: node), !content.isBlank
            else { continue }
            values[name.lowercased()] = values[name.lowercased()] ?? content.trimmed
        }
    }

    subscript(_ name: String) -> String? { values[name] }
}
