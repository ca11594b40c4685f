#!/usr/bin/env python3
"""What pymorphy3 says of words, for the tests to compare with.

    oracle-morphology.py DICTIONARY < words > answers.ndjson

DICTIONARY is the folder with words.dawg. Words come one a line. Each answer is a line of JSON: the word, all its
readings as a sorted set of [lemma, tag], the best one, its score, and its form in the nominative, if any.
Wants pymorphy3 2.0.6: pip install pymorphy3==2.0.6
"""

import json
import sys

import pymorphy3


def answer(morph, word):
    parses = morph.parse(word)
    best = parses[0]
    nominative = best.inflect({"nomn"})
    return {
        "word": word,
        "parses": sorted({(parse.normal_form, str(parse.tag)) for parse in parses}),
        "best": (best.normal_form, str(best.tag)),
        "score": best.score,
        "nominative": nominative and nominative.word,
    }


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdin.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.reconfigure(encoding="utf-8")
    morph = pymorphy3.MorphAnalyzer(path=sys.argv[1])
    for line in sys.stdin:
        print(json.dumps(answer(morph, line.rstrip("\n")), ensure_ascii=False))


if __name__ == "__main__":
    main()
