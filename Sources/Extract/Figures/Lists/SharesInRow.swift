import Grammar
import Model
import Morphology

/// Parts that several states have of what one sells, buys or gets.
extension FigureReader {
    /// What a word tells of the states that stand behind it in a row: on which side, and of what trade.
    private struct Capacity {
        let isOrigin: Bool
        let indicator: Indicator
        /// The token behind which a genitive tells whose it is.
        let end: Int
    }

    /// "крупнейшие объемы экспорта Кении пришлись на Чили – 20%, Перу – 16%", "крупнейшие инвесторы: Чили – 20%, Перу – 16%": each
    /// stands on the other side of the trade. Of a list of lines the sentence that opens it tells in what they share.
    func shareOfTrade(
        _ place: PlaceMention, _ items: Set<CountryCode>, _ sentence: Range<Int>, _ index: Int
    ) -> Parties? {
        let before = sentence.lowerBound..<place.range.lowerBound
        let head = bullet == nil ? nil : reading.listHead(of: index).map { document.sentences[$0] }
        let range = head ?? before
        guard
            let capacity = capacity(in: range, of: place, index) ?? capacityBehind(place, sentence)
                ?? (head == nil ? nil : capacityTold(range, of: place, index))
        else { return nil }
        let owners = reading.states(in: range).filter {
            !items.contains($0.country)
                && !isAttribution($0, document.sentence(of: range.lowerBound))
                && !isOutrun($0, in: sentence)
        }
        let lines = index - Int(document.sentenceOf[range.lowerBound])
        let told = lastTold(4 + lines, before: index) { figure in
            capacity.indicator == Indicator("investment")
                ? figure.figure.indicator == capacity.indicator : Self.isGoods(figure.figure.indicator)
        }?.figure
        // "доли Чили и Перу в экспорте Кении"
        let whose = reading.places(in: capacity.end..<min(capacity.end + 2, sentence.upperBound)).first {
            $0.kind == .name && !items.contains($0.country) && stands($0, in: .gent)
        }
        let owner =
            owners.first?.country ?? whose?.country ?? (capacity.isOrigin ? told?.destination : told?.origin)
            ?? ownerTold(before: index, of: Array(items)) ?? reading.discourse.home
        guard let owner, owner != place.country else { return nil }
        return capacity.isOrigin
            ? Parties(from: place.country, to: owner) : Parties(from: owner, to: place.country)
    }

    /// The last word of trade, of traders or of investment before a row.
    private func capacity(in range: Range<Int>, of place: PlaceMention, _ index: Int) -> Capacity? {
        for mark in document.marks(marks.indicator, in: range).reversed() {
            let isOrigin: Bool?
            if document.mark(at: mark.first, marks.seller) != nil {
                isOrigin = true
            } else if document.mark(at: mark.first, marks.buyer) != nil {
                // "страны-импортеры чая в Кению" are whence it comes.
                isOrigin = reading.places(in: mark.end..<max(mark.end, range.upperBound)).contains {
                    $0.kind == .name && governor(of: $0.range.lowerBound, in: range) == "to"
                }
            } else if document.mark(at: mark.first, marks.opposite) != nil {
                isOrigin = document.mark(at: mark.first, marks.receive) != nil
            } else if marks.indicatorUses[mark.entry]?.contains(where: { $0.indicator == Indicator("investment") })
                == true
            {
                let isOfInvestors = document.mark(at: mark.first, marks.partner) != nil
                isOrigin = isOfInvestors ? true : investsIn(place.country, index)
                if let isOrigin {
                    return Capacity(
                        isOrigin: isOrigin, indicator: Indicator("investment"), end: mark.end)
                }
                continue
            } else {
                continue
            }
            if let isOrigin {
                return Capacity(
                    isOrigin: isOrigin, indicator: Indicator(isOrigin ? "imports" : "exports"), end: mark.end)
            }
        }
        return nil
    }

    /// "на Чили пришлось 4%, на Перу – 24% всего экспорта"
    private func capacityBehind(_ place: PlaceMention, _ sentence: Range<Int>) -> Capacity? {
        document.marks(marks.indicator, in: place.range.upperBound..<sentence.upperBound)
            .first { document.mark(at: $0.first, marks.opposite) != nil }
            .map {
                let isImport = document.mark(at: $0.first, marks.receive) != nil
                return Capacity(
                    isOrigin: isImport, indicator: Indicator(isImport ? "imports" : "exports"), end: $0.end)
            }
    }

    /// "Наибольшую долю в оттоке занимают:": of the flow that was told last, on its open side.
    private func capacityTold(_ head: Range<Int>, of place: PlaceMention, _ index: Int) -> Capacity? {
        guard !document.marks(marks.share, in: head).isEmpty,
            case let lines = index - Int(document.sentenceOf[head.lowerBound]),
            let last = lastTold(
                4 + lines, before: index, where: { ($0.figure.origin == nil) != ($0.figure.destination == nil) }),
            Self.isGoods(last.figure.indicator) || last.figure.indicator == Indicator("investment"),
            !last.figure.countries.contains(place.country)
        else { return nil }
        return Capacity(
            isOrigin: last.figure.destination != nil, indicator: last.figure.indicator, end: head.upperBound)
    }

    /// Whether a state is one of those who invest, by the open end of the investment that was told last.
    private func investsIn(_ state: CountryCode, _ index: Int) -> Bool? {
        let last = lastTold(24, before: index) {
            $0.figure.indicator == Indicator("investment") && ($0.figure.origin != nil || $0.figure.destination != nil)
        }?.figure
        guard let last else { return nil }
        if last.destination != nil, last.destination != state, last.origin == nil { return true }
        if last.origin != nil, last.origin != state, last.destination == nil { return false }
        return nil
    }
}
