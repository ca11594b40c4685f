import Model

/// The article among what a page holds: the element that says it is one, or else the one with most of the prose.
struct MainText {
    let lines: [String]
    /// The element that was taken, as a stylesheet would name it.
    let part: String
    /// A date that stands beside the article as text.
    let dateLine: String?

    private let markup: Markup
    private let blocks: [PageBlocks.Block]
    /// Weight of the blocks that begin before each node.
    private let weightBefore: [Int]

    /// - Parameters:
    ///   - title: the heading that is the title.
    ///   - bodies: the elements that say they are the body of an article.
    /// - Returns: nil when nothing reads as prose.
    init?(_ markup: Markup, title: Int?, bodies: [Int]) {
        let noise = PageNoise(markup, vital: (title.map { [$0] } ?? []) + bodies)
        let page = PageBlocks(markup, noise: noise, title: title)
        var before = [Int](repeating: 0, count: markup.nodes.count + 1)
        for block in page.blocks { before[block.start + 1] = block.weight }
        for place in before.indices.dropFirst() { before[place] += before[place - 1] }
        (self.markup, blocks, weightBefore) = (markup, page.blocks, before)

        let chosen = Self.choice(markup, title, bodies, before)
        guard let chosen, Self.weight(markup.range(of: chosen), before) > 0 else { return nil }
        part = Self.name(of: chosen, in: markup)
        let range = markup.range(of: chosen)
        var taken = page.blocks.filter { range.contains($0.start) && !$0.isIdle }
        if let title, range.contains(title) {
            taken.removeAll { $0.start < title && $0.weight == 0 }
        } else if let title, title < chosen {
            let lead = page.blocks.filter { (title..<chosen).contains($0.start) && $0.weight >= 40 }
            if lead.count <= 3 { taken = lead + taken }
        }
        while taken.last?.isHeading == true { taken.removeLast() }
        let heading = title.map { markup.text(of: $0) }
        lines = taken.enumerated().filter { $0.offset > 0 || $0.element.line != heading }.map(\.element.line)
        let begin = min(title ?? chosen, chosen)
        dateLine =
            page.dates.last { $0.start < begin && begin - $0.start < 60 }?.line ?? nil
            ?? page.dates.first { (begin..<range.upperBound).contains($0.start) }?.line
    }

    private static func weight(_ range: Range<Int>, _ before: [Int]) -> Int {
        before[range.upperBound] - before[range.lowerBound]
    }

    /// What markup says comes first, if it holds enough to be believed; then where the prose is.
    private static func choice(_ markup: Markup, _ title: Int?, _ bodies: [Int], _ before: [Int]) -> Int? {
        func weight(_ node: Int) -> Int { Self.weight(markup.range(of: node), before) }
        func first(of candidates: [Int]) -> Int? {
            // On an endless page the next articles follow the first; on a page with teasers the article is the longest.
            let heaviest = candidates.map(weight).max() ?? 0
            if let title, let around = candidates.last(where: { markup.range(of: $0).contains(title) }),
                weight(around) * 3 >= heaviest
            {
                return around
            }
            return candidates.first { weight($0) * 2 >= heaviest }
        }
        let root = markup.elements(.body).first ?? (markup.nodes.isEmpty ? nil : 0)
        guard let root else { return nil }
        let all = Self.weight(markup.nodes.indices, before)
        if let body = first(of: bodies), weight(body) * 5 >= all { return body }
        let articles = markup.elements(.article)
        if let article = first(of: articles),
            weight(article) * 2 >= all || articles.count == 1 && weight(article) * 5 >= all
        {
            return descend(from: article, markup, before)
        }
        if let main = first(of: markup.elements(.main)), weight(main) * 2 >= all {
            return descend(from: main, markup, before)
        }
        return descend(from: weight(root) > 0 ? root : 0, markup, before)
    }

    /// From an element down to the one in which the paragraphs stand.
    private static func descend(from node: Int, _ markup: Markup, _ before: [Int]) -> Int {
        var node = node
        while true {
            let whole = weight(markup.range(of: node), before)
            var children: [(node: Int, weight: Int)] = []
            var leaves = 0
            var place = node + 1
            while place < markup.nodes[node].end {
                let weight = weight(markup.range(of: place), before)
                if weight > 0 {
                    if isLeaf(place, markup) { leaves += weight } else { children.append((place, weight)) }
                }
                place = markup.nodes[place].end
            }
            guard let best = children.max(by: { $0.weight < $1.weight }), leaves * 10 < whole, best.weight * 2 >= whole
            else {
                return node
            }
            // Several of one kind: the text is laid out in pieces.
            let kind = markup.value(.class, of: best.node)
            let alike = children.count { kind != nil && markup.value(.class, of: $0.node) == kind }
            if alike > 1 { return node }
            node = best.node
        }
    }

    /// Holds text itself rather than other blocks.
    private static func isLeaf(_ node: Int, _ markup: Markup) -> Bool {
        switch markup.nodes[node].tag {
        case .text, .p, .ul, .ol, .dl, .li, .dt, .dd, .blockquote, .pre, .h1, .h2, .h3, .h4, .h5, .h6: return true
        case .td, .th: return false
        case let tag where tag.isBlock: return false
        default:
            return !markup.range(of: node).dropFirst().contains {
                markup.nodes[$0].tag.isBlock || markup.nodes[$0].tag == .br
            }
        }
    }

    private static func name(of node: Int, in markup: Markup) -> String {
        let tag = markup.nodes[node].tag.rawValue
        func first(_ name: Markup.Attribute) -> Substring? {
            markup.value(name, of: node)?.split(whereSeparator: \.isWhitespace).first?.prefix(64)
        }
        if let property = first(.itemprop) { return "\(tag)[itemprop=\(property)]" }
        if let name = first(.class) { return "\(tag).\(name)" }
        return first(.id).map { "\(tag)#\($0)" } ?? tag
    }
}
