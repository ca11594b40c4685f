extension MorphologicalAnalyzer {
    /// The form of the parse's lexeme that has all `required` grammemes and is otherwise most like the parse; its
    /// word, in lower case. Nil if the lexeme has no such form.
    public func inflect(_ parse: Parse, to required: Grammemes) -> String? { inflected(parse, to: required)?.word }

    /// As ``inflect(_:to:)``, with the grammemes of the form.
    ///
    /// If there is no form in a rare case such as the vocative, the common case that it stands under is taken.
    public func inflected(_ parse: Parse, to required: Grammemes) -> Parse? {
        let lexeme = lexeme(of: parse)
        var required = required
        var candidates = lexeme.filter { $0.tag.grammemes.contains(required) }
        if candidates.isEmpty {
            required = required.withCommonCases
            candidates = lexeme.filter { $0.tag.grammemes.contains(required) }
        }
        let wanted = parse.tag.grammemes.updated(with: required)
        var best: (parse: Parse, likeness: Int)?
        for candidate in candidates {
            let grammemes = candidate.tag.grammemes
            // pymorphy's measure times ten: what is common, less a tenth of what is not.
            let likeness =
                10 * wanted.intersection(grammemes).count - wanted.symmetricDifference(grammemes).count
            if likeness > best?.likeness ?? .min { best = (candidate, likeness) }
        }
        return best?.parse
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
            let stripped = parse.with(
                word: parse.word.dropFirst(scalars: prefix), lemma: parse.lemma.dropFirst(scalars: prefix),
                derivation: base)
            return lexeme(of: stripped).map {
                $0.with(
                    word: prefix + $0.word, lemma: prefix + $0.lemma,
                    derivation: .prefixed(prefix, base: $0.derivation))
            }

        case .suffixed(let suffix, let base):
            let stripped = parse.with(
                word: parse.word.dropLast(scalars: suffix), lemma: parse.lemma.dropLast(scalars: suffix),
                derivation: base)
            return lexeme(of: stripped).map {
                $0.with(
                    word: $0.word + suffix, lemma: $0.lemma + suffix,
                    derivation: .suffixed(suffix, base: $0.derivation))
            }

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
}

extension String {
    // Affixes are cut by their length and not compared: ё may have been restored in them.

    fileprivate func dropFirst(scalars affix: String) -> String {
        String(unicodeScalars.dropFirst(affix.unicodeScalars.count))
    }

    fileprivate func dropLast(scalars affix: String) -> String {
        String(unicodeScalars.dropLast(affix.unicodeScalars.count))
    }

    fileprivate func splitAtHyphen() -> (String, String) {
        guard let hyphen = unicodeScalars.firstIndex(of: "-") else { return (self, "") }
        return (String(unicodeScalars[..<hyphen]), String(unicodeScalars[hyphen...].dropFirst()))
    }
}
