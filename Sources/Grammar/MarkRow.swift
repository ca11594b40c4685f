/// The marks of a text, by the token they begin at and by their class, in memory as unchecked as that of `TokenRow`.
@usableFromInline
struct MarkRow {
    /// By token, those of one token the longest first.
    @usableFromInline let marks: UnsafeMutablePointer<Mark>
    /// For each token, and the end, the place of its first mark.
    @usableFromInline let first: UnsafeMutablePointer<Int32>
    @usableFromInline let count: Int
    /// For each token a bit for each class of its marks, of which two may share one, and those of ``MarkRow/numberBit``.
    @usableFromInline let classes: UnsafeMutablePointer<UInt64>
    /// For each token the classes of its marks once more, by the last seven bits of their numbers, two words a token: whoever asks a
    /// token for a mark of one class is sent away by this, nearly always, where the rules' few bits are shared by too many.
    @usableFromInline let spread: UnsafeMutablePointer<UInt64>
    /// For each token the bits from it to the end of its sentence.
    let ahead: UnsafeMutablePointer<UInt64>
    /// For each sentence, and behind them for the whole text, a bit for each class of its marks, as ``MarkSet`` has them: most
    /// recognizers ask most sentences for what they have not, and are answered by this alone.
    @usableFromInline let present: UnsafeMutablePointer<UInt64>
    @usableFromInline let sentenceCount: Int
    /// The marks again, class by class, those of each class in order: a recognizer that asks a sentence for its own is shown a part
    /// of them and nothing is searched or copied.
    @usableFromInline let byClass: UnsafeMutablePointer<Mark>
    /// For each class that the text has, and for no other, its part of them.
    @usableFromInline let classParts: UnsafeMutablePointer<(first: Int32, end: Int32)>

    init(tokens: TokenRow, lexicon: Lexicon, sentences: [Range<Int>]) {
        count = tokens.count
        sentenceCount = sentences.count
        first = .allocate(capacity: count + 1)
        classes = .allocate(capacity: count)
        spread = .allocate(capacity: 2 * count)
        ahead = .allocate(capacity: count)
        marks = Self.marks(of: tokens, lexicon: lexicon, first: first, classes: classes, spread: spread)
        let presentCount = MarkSet.wordCount * (sentences.count + 1)
        present = .allocate(capacity: presentCount)
        present.initialize(repeating: 0, count: presentCount)
        byClass = .allocate(capacity: Int(first[count]))
        classParts = .allocate(capacity: lexicon.classCount)
        for (index, sentence) in sentences.enumerated() { summarize(sentence, index) }
        sortByClass(lexicon.classCount)
    }

    /// Marks every lexicon entry; of one class the longer covers the shorter, and equal ones all stay.
    private static func marks(
        of row: TokenRow, lexicon: Lexicon, first: UnsafeMutablePointer<Int32>,
        classes: UnsafeMutablePointer<UInt64>, spread: UnsafeMutablePointer<UInt64>
    ) -> UnsafeMutablePointer<Mark> {
        var writer = MarkWriter(capacity: row.count + 8)
        let classCount = lexicon.classCount
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: classCount) { reach in
            // By class: how far the marks of earlier tokens reach. One that is alone on its token covers nothing of a later one.
            reach.initialize(repeating: 0)
            var found: [Mark] = []
            for token in 0..<row.count {
                let start = writer.count
                first[token] = Int32(truncatingIfNeeded: start)
                classes[token] = numberBits(row.tokens[token])
                (spread[2 &* token], spread[2 &* token &+ 1]) = (0, 0)
                guard let word = row.entries[token], word.opensPhrases else { continue }
                let shape = row.tokens[token].shape
                if !word.phrases.isEmpty { lexicon.appendPhrases(in: row, at: token, to: &found) }
                var bits = ClassBits(rules: classes[token])
                if found.isEmpty {
                    for single in word.singles
                    where Int(reach[Int(single.kind.index)]) <= token && single.wanted.accepts(shape) {
                        writer.append(Mark(kind: single.kind, entry: single.entry, first: token, end: token + 1))
                        bits.insert(single.kind)
                    }
                } else {
                    for single in word.singles where single.wanted.accepts(shape) {
                        found.append(Mark(kind: single.kind, entry: single.entry, first: token, end: token + 1))
                    }
                    addLongest(&found, to: &writer, reach)
                    for place in start..<writer.count { bits.insert(writer.marks[place].kind) }
                }
                classes[token] = bits.rules
                (spread[2 &* token], spread[2 &* token &+ 1]) = bits.spread
            }
        }
        first[row.count] = Int32(truncatingIfNeeded: writer.count)
        return writer.marks
    }

    /// The bits of a token while its marks are found.
    private struct ClassBits {
        var rules: UInt64
        var spread: (UInt64, UInt64) = (0, 0)

        @inline(__always)
        mutating func insert(_ kind: MarkClass) {
            rules |= MarkRow.bit(of: kind)
            // Into the one word or the other, without a branch that nobody could foretell.
            let isSecond = UInt64(truncatingIfNeeded: kind.spreadWord)
            spread.0 |= kind.spreadBit & (isSecond &- 1)
            spread.1 |= kind.spreadBit & (0 &- isSecond)
        }
    }

    /// Adds of the marks found at a token the longest of each class that reach beyond those of earlier tokens.
    private static func addLongest(
        _ found: inout [Mark], to writer: inout MarkWriter, _ reach: UnsafeMutableBufferPointer<Int32>
    ) {
        sortLongestFirst(&found)
        let first = writer.count
        for mark in found where mark.endToken > reach[Int(mark.kind.index)] {
            // The first of its class here is the longest.
            var place = first
            while place < writer.count, writer.marks[place].kind != mark.kind { place += 1 }
            if place < writer.count, writer.marks[place].end > mark.end { continue }
            writer.append(mark)
        }
        for place in first..<writer.count {
            reach[Int(writer.marks[place].kind.index)] = writer.marks[place].endToken
        }
        found.removeAll(keepingCapacity: true)
    }

    /// Of equally long ones the earlier entry first. There are few.
    private static func sortLongestFirst(_ marks: inout [Mark]) {
        for place in 1..<marks.count {
            let mark = marks[place]
            var to = place
            while to > 0,
                marks[to - 1].end < mark.end || marks[to - 1].end == mark.end && marks[to - 1].entry > mark.entry
            {
                marks[to] = marks[to - 1]
                to -= 1
            }
            marks[to] = mark
        }
    }

    /// Writes down what a sentence has, and for each of its tokens what lies ahead.
    private func summarize(_ sentence: Range<Int>, _ index: Int) {
        let its = present + index * MarkSet.wordCount
        let whole = present + sentenceCount * MarkSet.wordCount
        for place in Int(first[sentence.lowerBound])..<Int(first[sentence.upperBound]) {
            let kind = Int(marks[place].kind.index)
            its[kind >> 6] |= 1 << UInt64(kind & 63)
        }
        for word in 0..<MarkSet.wordCount { whole[word] |= its[word] }
        var bits: UInt64 = 0
        var token = sentence.upperBound
        while token > sentence.lowerBound {
            token &-= 1
            bits |= classes[token]
            (ahead + token).initialize(to: bits)
        }
    }

    /// A counting sort, over the classes that the text has.
    private func sortByClass(_ classCount: Int) {
        let all = Int(first[count])
        let whole = present + sentenceCount * MarkSet.wordCount
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: classCount) { next in
            next.initialize(repeating: 0)
            for place in 0..<all { next[Int(marks[place].kind.index)] &+= 1 }
            var end: Int32 = 0
            for word in 0..<MarkSet.wordCount {
                var rest = whole[word]
                while rest != 0 {
                    let kind = word << 6 + rest.trailingZeroBitCount
                    rest &= rest &- 1
                    let start = end
                    end &+= next[kind]
                    (classParts + kind).initialize(to: (start, end))
                    next[kind] = start
                }
            }
            for place in 0..<all {
                let kind = Int(marks[place].kind.index)
                (byClass + Int(next[kind])).initialize(to: marks[place])
                next[kind] &+= 1
            }
        }
    }

    func free() {
        marks.deallocate()
        first.deallocate()
        classes.deallocate()
        spread.deallocate()
        ahead.deallocate()
        present.deallocate()
        byClass.deallocate()
        classParts.deallocate()
    }
}

// MARK: Looking marks up

extension MarkRow {
    /// The bits of the tokens from one to before another; of what lies beyond the text none.
    @inline(__always)
    func bits(from first: Int, to end: Int) -> UInt64 {
        var bits: UInt64 = 0
        var token = first
        let end = min(end, count)
        while token < end {
            bits |= classes[token]
            token &+= 1
        }
        return bits
    }

    /// Of a number, and of a word with a digit.
    static let numberBit: UInt64 = 1 << 63
    static let numberWordBit: UInt64 = 1 << 62
    static let digitBits = numberBit | numberWordBit

    @inline(__always)
    private static func numberBits(_ token: Token) -> UInt64 {
        guard token.shape.contains(.digits) else { return 0 }
        return token.kind == .number ? 1 << 63 : 1 << 62
    }

    @inlinable @inline(__always)
    static func bit(of kind: MarkClass) -> UInt64 { 1 << UInt64(kind.bit) }

    @inlinable @inline(__always)
    func mayHave(_ kind: MarkClass, at token: Int) -> Bool {
        token >= 0 && token < count && spread[2 &* token &+ kind.spreadWord] & kind.spreadBit != 0
            && classes[token] & Self.bit(of: kind) != 0
    }

    @inlinable @inline(__always)
    func mayHave(_ kinds: MarkClasses, at token: Int) -> Bool {
        token >= 0 && token < count
            && spread[2 &* token] & kinds.words.0 | spread[2 &* token &+ 1] & kinds.words.1 != 0
            && classes[token] & kinds.bits != 0
    }

    /// Whether a sentence has a mark of a class.
    @inlinable @inline(__always)
    func has(_ kind: MarkClass, inSentence sentence: Int) -> Bool {
        let word = Int(kind.index) >> 6
        return word < MarkSet.wordCount
            && present[sentence * MarkSet.wordCount + word] & 1 << UInt64(Int(kind.index) & 63) != 0
    }

    /// Whether a sentence has a mark of any of some classes.
    @inlinable @inline(__always)
    func has(_ kinds: MarkSet, inSentence sentence: Int) -> Bool {
        let its = present + sentence * MarkSet.wordCount
        return withUnsafeBytes(of: kinds.words) { wanted in
            var shared: UInt64 = 0
            for word in 0..<MarkSet.wordCount {
                shared |= its[word] & wanted.load(fromByteOffset: word &* 8, as: UInt64.self)
            }
            return shared != 0
        }
    }

    /// All marks of a class, in order.
    @inlinable
    func all(_ kind: MarkClass) -> MarkList {
        guard has(kind, inSentence: sentenceCount) else { return MarkList() }
        let part = classParts[Int(kind.index)]
        return MarkList(start: byClass + Int(part.first), count: Int(part.end - part.first))
    }

    /// The marks of a class that lie within a token range, in order.
    ///
    /// Of one class those that begin later end no sooner, since the longer covers the shorter: they lie side by side.
    @usableFromInline
    func within(_ range: Range<Int>, _ kind: MarkClass) -> MarkList {
        let all = all(kind)
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low &+ high) &>> 1
            if Int(all.start![middle].firstToken) < range.lowerBound { low = middle &+ 1 } else { high = middle }
        }
        var end = low
        while end < all.count, Int(all.start![end].endToken) <= range.upperBound { end &+= 1 }
        return end > low ? MarkList(start: all.start! + low, count: end - low) : MarkList()
    }

    /// The marks that begin at a token; none beyond the text.
    @inlinable @inline(__always)
    func at(_ token: Int) -> UnsafeBufferPointer<Mark> {
        guard token >= 0, token < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: marks + Int(first[token]), count: Int(first[token + 1] - first[token]))
    }
}

/// Marks of one class as they lie in their document. Valid as long as that.
public struct MarkList: RandomAccessCollection {
    @usableFromInline let start: UnsafePointer<Mark>?
    public let count: Int

    /// None.
    @inlinable public init() { self.init(start: nil, count: 0) }

    @inlinable @inline(__always)
    init(start: UnsafePointer<Mark>?, count: Int) {
        self.start = start
        self.count = count
    }

    @inlinable @inline(__always) public var startIndex: Int { 0 }
    @inlinable @inline(__always) public var endIndex: Int { count }
    @inlinable @inline(__always) public var isEmpty: Bool { count == 0 }

    @inlinable @inline(__always)
    public subscript(_ place: Int) -> Mark {
        precondition(place >= 0 && place < count, "a mark beyond the list")
        return start.unsafelyUnwrapped[place]
    }

    /// The marks of two lists, one list behind the other.
    public static func + (one: MarkList, other: MarkList) -> [Mark] { Array(one) + Array(other) }
}

/// Marks that are being written, in memory that grows with them.
private struct MarkWriter {
    private(set) var marks: UnsafeMutablePointer<Mark>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        marks = .allocate(capacity: capacity)
    }

    @inline(__always)
    mutating func append(_ mark: Mark) {
        if count == capacity { grow() }
        (marks + count).initialize(to: mark)
        count &+= 1
    }

    @inline(never)
    private mutating func grow() {
        capacity *= 2
        let larger = UnsafeMutablePointer<Mark>.allocate(capacity: capacity)
        larger.moveInitialize(from: marks, count: count)
        marks.deallocate()
        marks = larger
    }
}

/// Some classes of marks, asked for at once.
public struct MarkClasses: Sendable {
    /// As `MarkRow.spread` has them, and as `MarkRow.classes` has them.
    @usableFromInline let words: (UInt64, UInt64)
    @usableFromInline let bits: UInt64

    public init(_ classes: [MarkClass]) {
        func bits(_ word: Int) -> UInt64 { classes.reduce(0) { $1.spreadWord == word ? $0 | $1.spreadBit : $0 } }
        words = (bits(0), bits(1))
        self.bits = classes.reduce(0) { $0 | MarkRow.bit(of: $1) }
    }
}
