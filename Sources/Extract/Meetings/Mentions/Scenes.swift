import Grammar

/// The scenes of an article's sentences, and everybody in it, found when they are asked for: most sentences have no word of an
/// encounter or a journey, and whole articles have none.
final class Scenes {
    private let reading: Reading
    /// Everybody in the article, in order.
    private(set) lazy var actors = reading.actors()
    /// For each sentence the place of the first of them behind it.
    private lazy var ends = {
        let actors = actors
        var end = 0
        return reading.document.sentences.map { sentence in
            while end < actors.count, actors[end].range.lowerBound < sentence.upperBound { end += 1 }
            return end
        }
    }()
    /// Those made so far, and for each sentence the place of its own among them; negative for none yet.
    private var made: [[EncounterScene]] = []
    private var places: [Int32]

    init(_ reading: Reading) {
        self.reading = reading
        places = Array(repeating: -1, count: reading.document.sentences.count)
    }

    /// Those of a sentence, by its number; none of what is noise.
    func of(_ sentence: Int) -> [EncounterScene] {
        if places[sentence] >= 0 { return made[Int(places[sentence])] }
        let tokens = reading.document.sentences[sentence]
        let scenes = reading.frame.isNoise[tokens.lowerBound] ? [] : reading.scenes(of: tokens, actors(in: sentence))
        places[sentence] = Int32(made.count)
        made.append(scenes)
        return scenes
    }

    /// Everybody in a sentence, by its number; nobody in what is noise.
    func actors(in sentence: Int) -> [Actor] {
        if reading.frame.isNoise[reading.document.sentences[sentence].lowerBound] { return [] }
        let ends = ends
        let first = sentence > 0 ? ends[sentence - 1] : 0
        return first < ends[sentence] ? Array(actors[first..<ends[sentence]]) : []
    }

    /// What a recognizer finds in each sentence that has a mark of some class, in order: in others there is nothing for it.
    ///
    /// - Parameters:
    ///   - openers: the classes of which a sentence must have one. That none is missing is seen to where a debug build asks the
    ///     recognizer all the same, as every test does.
    ///   - find: the recognizer, which gets the sentence's number.
    func found<Found>(by openers: MarkSet, _ find: (Int) -> [Found]) -> [Found] {
        var found: [Found] = []
        for (sentence, tokens) in reading.document.sentences.enumerated()
        where !reading.frame.isNoise[tokens.lowerBound] {
            guard reading.document.has(openers, inSentence: sentence) else {
                assert(
                    find(sentence).isEmpty,
                    "the openers lack a class: \(reading.document.text(reading.document.sentences[sentence]))")
                continue
            }
            found += find(sentence)
        }
        return found
    }
}
