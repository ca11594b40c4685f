extension MorphologicalAnalyzer {
    /// The form of the parse's lexeme that has all `required` grammemes and is otherwise most like the parse; its
    /// word, in lower case. Nil if the lexeme has no such form.
    public func inflect(_ parse: Parse, to required: Grammemes) -> String? { inflected(parse, to: required)?.word }

    /// As ``inflect(_:to:)``, with the grammemes of the form.
    ///
    /// If there is no form in a rare case such as the vocative, the common case that it stands under is taken.
    public func inflected(_ parse: Parse, to required: Grammemes) -> Parse? {
        // What is fixed before or behind a word takes no part in the choice; choosing by the tags of the bare paradigm
        // spares building its forms, of which a verb has a hundred and more.
        switch parse.derivation {
        case .paradigm(let id, let form):
            let tags = dictionary.tags(of: id)
            return choose(among: tags, for: parse, required).flatMap {
                dictionary.form(UInt16($0), of: parse.word, lemma: parse.lemma, paradigm: id, form: form)
            }
        case .prefixed(let prefix, let base):
            return inflected(parse.without(prefix: prefix, base), to: required)?.with(prefix: prefix)
        case .suffixed(let suffix, let base):
            return inflected(parse.without(suffix: suffix, base), to: required)?.with(suffix: suffix)
        case .invariable, .pair:
            let forms = lexeme(of: parse)
            return choose(among: forms.map(\.tag), for: parse, required).map { forms[$0] }
        }
    }

    /// The place of the tag that has all `required` grammemes and else is most like that of the parse. The first of
    /// equals, as in pymorphy.
    private func choose(among tags: [Tag], for parse: Parse, _ required: Grammemes) -> Int? {
        var required = required
        if !tags.contains(where: { $0.grammemes.contains(required) }) { required = required.withCommonCases }
        let wanted = parse.tag.grammemes.updated(with: required)
        var best: (place: Int, likeness: Int)?
        for (place, tag) in tags.enumerated() where tag.grammemes.contains(required) {
            // pymorphy's measure times ten: what is common, less a tenth of what is not.
            let likeness =
                10 * wanted.intersection(tag.grammemes).count - wanted.symmetricDifference(tag.grammemes).count
            if likeness > best?.likeness ?? .min { best = (place, likeness) }
        }
        return best?.place
    }

    /// All forms of the word that the parse reads, in the dictionary's order.
    ///
    /// The scores of these readings mean nothing.
    public func lexeme(of parse: Parse) -> [Parse] {
        switch parse.derivation {
        case .paradigm(let id, let form):
            return dictionary.lexeme(of: parse.word, lemma: parse.lemma, paradigm: id, form: form)

        case .invariable(let tags):
            if tags.isEmpty { return [parse] }
            return tags.map { parse.with(tag: $0) }

        case .prefixed(let prefix, let base):
            return lexeme(of: parse.without(prefix: prefix, base)).map { $0.with(prefix: prefix) }

        case .suffixed(let suffix, let base):
            return lexeme(of: parse.without(suffix: suffix, base)).map { $0.with(suffix: suffix) }

        case .pair(let left, let right):
            let words = parse.word.splitAtHyphen()
            let lemmas = parse.lemma.splitAtHyphen()
            let leftForms = lexeme(of: parse.with(word: words.0, lemma: lemmas.0, derivation: left))
            let rightForms = lexeme(of: parse.with(word: words.1, lemma: lemmas.1, derivation: right))
            return rightForms.compactMap { form in
                leftForms.closest(to: form).map { pair(of: $0, and: form) }
            }
        }
    }

    private func pair(of left: Parse, and right: Parse) -> Parse {
        Parse(
            word: left.word + "-" + right.word, lemma: left.lemma + "-" + right.lemma, tag: left.tag, score: left.score,
            derivation: .pair(left.derivation, right.derivation))
    }
}

extension Grammemes {
    /// With one of each pair of equivalents that the dictionary's paradigms may differ in (pymorphy's
    /// `_CONSIDER_THE_SAME`): забытою and забытой, снегу and снега.
    fileprivate var withoutVariants: Grammemes {
        var set = self
        let variants: [(Grammemes, Grammemes)] = [(.voy, .vey), (.gen1, .gent), (.loc1, .loct)]
        for (variant, usual) in variants where set.intersects(variant) {
            set = set.subtracting(variant).union(usual)
        }
        return set
    }
}

extension [Parse] {
    /// The form whose grammemes differ least.
    fileprivate func closest(to form: Parse) -> Parse? {
        let wanted = form.tag.grammemes.withoutVariants
        return self.min {
            $0.tag.grammemes.withoutVariants.symmetricDifference(wanted).count
                < $1.tag.grammemes.withoutVariants.symmetricDifference(wanted).count
        }
    }
}

extension Parse {
    fileprivate func with(tag: Tag) -> Parse {
        Parse(word: word, lemma: lemma, tag: tag, score: score, derivation: derivation)
    }

    fileprivate func with(word: String, lemma: String, derivation: Derivation) -> Parse {
        Parse(word: word, lemma: lemma, tag: tag, score: score, derivation: derivation)
    }

    // Affixes are cut off by their length and not compared: ё may have been restored in them.

    fileprivate func without(prefix: String, _ base: Derivation) -> Parse {
        let length = prefix.utf8.count
        return with(
            word: String(Substring(word.utf8.dropFirst(length))),
            lemma: String(Substring(lemma.utf8.dropFirst(length))), derivation: base)
    }

    fileprivate func without(suffix: String, _ base: Derivation) -> Parse {
        let length = suffix.utf8.count
        return with(
            word: String(Substring(word.utf8.dropLast(length))),
            lemma: String(Substring(lemma.utf8.dropLast(length))), derivation: base)
    }

    fileprivate func with(prefix: String) -> Parse {
        with(word: prefix + word, lemma: prefix + lemma, derivation: .prefixed(prefix, base: derivation))
    }

    fileprivate func with(suffix: String) -> Parse {
        with(word: word + suffix, lemma: lemma + suffix, derivation: .suffixed(suffix, base: derivation))
    }
}

extension String {
    fileprivate func splitAtHyphen() -> (String, String) {
        guard let hyphen = unicodeScalars.firstIndex(of: "-") else { return (self, "") }
        return (String(unicodeScalars[..<hyphen]), String(unicodeScalars[hyphen...].dropFirst()))
    }
}
