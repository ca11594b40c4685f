/// Some states, in the order of their codes. An article names a handful: to look through them costs less than to hash one.
public struct CountrySet: Hashable, Sendable, ExpressibleByArrayLiteral, RandomAccessCollection {
    @usableFromInline var codes: [CountryCode] = []

    @inlinable public init() {}

    @inlinable public init(arrayLiteral codes: CountryCode...) { self.init(codes) }

    @inlinable
    public init(_ codes: some Sequence<CountryCode>) {
        for code in codes { insert(code) }
    }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { codes.count }
    @inlinable public subscript(_ place: Int) -> CountryCode { codes[place] }

    /// Adds a state, where it is not there yet.
    @inlinable
    public mutating func insert(_ code: CountryCode) {
        var place = codes.count
        while place > 0, codes[place - 1] >= code {
            if codes[place - 1] == code { return }
            place -= 1
        }
        codes.insert(code, at: place)
    }

    @inlinable
    public mutating func formUnion(_ others: some Sequence<CountryCode>) {
        for code in others { insert(code) }
    }

    @inlinable
    public func union(_ others: some Sequence<CountryCode>) -> CountrySet {
        var all = self
        all.formUnion(others)
        return all
    }

    /// Those that are not among the others.
    @inlinable
    public func subtracting(_ others: CountrySet) -> CountrySet {
        var left = self
        left.codes.removeAll(where: others.contains)
        return left
    }

    @inlinable
    public func isDisjoint(with others: some Sequence<CountryCode>) -> Bool { !others.contains(where: contains) }

    @inlinable
    public func isSubset(of others: CountrySet) -> Bool { allSatisfy(others.contains) }

    /// They are in order already.
    @inlinable public func sorted() -> [CountryCode] { codes }
}

/// A number for each of some states, the ones counted first standing first.
public struct CountryTally: Sendable, RandomAccessCollection {
    @usableFromInline var counts: [(code: CountryCode, count: Int)] = []

    @inlinable public init() {}

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { counts.count }
    @inlinable public subscript(_ place: Int) -> (code: CountryCode, count: Int) { counts[place] }

    /// The number of a state; 0 where it was not counted.
    @inlinable
    public subscript(_ code: CountryCode) -> Int {
        for entry in counts where entry.code == code { return entry.count }
        return 0
    }

    /// Adds to the number of a state.
    @inlinable
    public mutating func add(_ more: Int = 1, to code: CountryCode) {
        for place in counts.indices where counts[place].code == code {
            counts[place].count += more
            return
        }
        counts.append((code, more))
    }
}
