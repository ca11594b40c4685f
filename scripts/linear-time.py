#!/usr/bin/env python3
"""How the time of `chancery annotate` and `extract` grows with texts that are nothing but repetition.

  linear-time.py PROGRAM [NAME…]

Each text is made so long that it takes half a second, or two million scalars, and then twice as long, as far as a line of
NDJSON may be. The last column is the
second time by the first, in seconds of the processor, less what a short article takes. It should be 2: what is much above
has a search in it that looks further the longer the text is.
"""
import json, resource, subprocess, sys

PIECES = {
    "digits": "1", "digits apart": "1 ", "numbers": "1,5 ", "groups": "100 ", "one word": "слово", "capitals": "АБВ", "words": "слово ",
    "opening quotes": "«", "straight quotes": '"', "closing quotes": "»", "quoted words": "«слово ", "brackets": "(", "hyphens": "-",
    "dashes": " – ", "dots": ".", "commas": ", ", "semicolons": "; ", "initials": "А. ", "initials glued": "А.", "newlines": "\n",
    "short lines": "да\n", "spaces": " ", "accents": "а\u0301", "emoji": "\U0001f600", "latin": "Word ", "hyphenated": "слово-",
    "scales": "млн ", "currencies": "долларов ", "amounts": "5 млн долларов ", "percents": "5 % ", "ranges": "3–5 ", "number words": "двадцать ",
    "offices": "президент ", "surnames": "Иванов ", "names": "Иван Петров ", "full names": "президент России Иван Петров ", "and": "и ",
    "of": "по ", "countries": "Казахстан ", "country list": "Казахстан, ", "pairs": "казахско-таджикский ", "cities": "Астана ",
    "organisations": "ООН ", "dates": "5 мая ", "years": "2024 ", "periods": "в 2024 году ", "months": "май ", "meetings": "встретился с ",
    "talks": "переговоры в Астане ", "documents": "соглашение о ", "signed": "подписали соглашение ", "documents quoted": "соглашение «О ",
    "said": "сказал ", "that": ", что ", "which": ", который ", "quote lines": "– Да, – сказал он.\n", "trade": "товарооборот вырос ",
    "exports": "экспорт в Казахстан ", "institutions": "министерство ", "genitives": "развития ", "adjectives": "новый ",
    "capital words": "Слово ", "sentences": "Президент России Иван Петров 5 мая 2024 года провёл в Астане переговоры. ",
    "facts": "Товарооборот Казахстана и Китая вырос на 5 % и достиг 5 млрд долларов. ",
    "one sentence": "президент Казахстана встретился с президентом Китая и подписал соглашение на 5 млн долларов, ",
    "packages": "Подписаны 4 протокола. ", "rankings": "Кения заняла второе место с 5 млн тонн. ",
    "joined states": "форум Грузия-Кения ", "page dates": "27.11.2024 14:25\n",
    "paragraphs": "Президент Казахстана принял премьер-министра Китая. Подписано соглашение.\n\n",
}


# The longest line that is read has 16 MiB; the id and the date take some of it.
LONGEST = (16 << 20) - 1000


def seconds(program, command, text):
    line = json.dumps({"id": "1", "text": text, "published_on": "2024-11-27"}, ensure_ascii=False)
    start = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    try:
        run = subprocess.run([program, command, "-"], input=line.encode() + b"\n", capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return None
    if run.returncode or json.loads(run.stdout)["error"]:
        sys.exit(f"{command} of {text[:20]!r}: exit {run.returncode} {run.stdout[:200]} {run.stderr[:200]}")
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - start


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__.strip())
    program, *names = sys.argv[1:]
    for command in ("annotate", "extract"):
        idle = min(seconds(program, command, "Да.") for _ in range(3))
        for name in names or PIECES:
            print(f"{command:9}{name:18}{growth(program, command, PIECES[name], idle)}", flush=True)


def growth(program, command, piece, idle):
    # Half of the longest text that there can be of this piece.
    most = LONGEST // len(json.dumps(piece, ensure_ascii=False)[1:-1].encode()) * len(piece) // 2
    scalars = min(50_000, most)
    while True:
        once = seconds(program, command, "Да. " + piece * (scalars // len(piece)))
        if once is None:
            return f"{scalars:10} over a minute  <--"
        if once - idle > 0.5 or scalars > 2_000_000 or scalars == most:
            break
        scalars = min(4 * scalars, most)
    twice = seconds(program, command, "Да. " + piece * (2 * scalars // len(piece)))
    if twice is None:
        return f"{2 * scalars:10} over a minute  <--"
    ratio = (twice - idle) / max(once - idle, 0.01)
    return f"{scalars:10}{once - idle:8.2f}{twice - idle:8.2f}{ratio:7.1f}{'  <--' if ratio > 2.8 else ''}"


if __name__ == "__main__":
    main()
