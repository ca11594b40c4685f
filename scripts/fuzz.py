#!/usr/bin/env python3
"""Feeds damaged articles to `chancery annotate`, `extract` or `explain` and watches that each line gets its line.

  fuzz.py PROGRAM COMMAND MINUTES FILE…   FILE: NDJSON articles, or texts

Bytes are flipped, dropped, doubled and moved and stretches repeated; articles are cut behind any of their words; words of all
the texts and of the lexicon are shuffled, so that names, offices, dates and numbers meet as no author would let them. Every
batch has a seed that is printed with what went wrong. A batch that crashes, hangs or answers with fewer lines fails the run. FUZZ_SEED sets the
first seed. `explain` writes no lines, so of it only the end is watched.
"""
import glob, json, os, random, subprocess, sys, time

LEXICON = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../seeds/lexicon/ru/*.txt")
DATES = ["2024-11-27", "2024-02-29", "0001-01-01", "9999-12-31", None]
REJECTED = 65


def damaged(data, chance):
    data = bytearray(data)
    for _ in range(chance.randint(1, 40)):
        if not data:
            break
        at, kind = chance.randrange(len(data)), chance.randrange(7)
        end = min(len(data), at + chance.randint(1, 60))
        if kind == 0:
            data[at] = chance.randrange(256)
        elif kind == 1:
            del data[at:end]
        elif kind == 2:
            data[at:at] = data[at:end] * chance.randint(1, 30)
        elif kind == 3:
            data[at:at] = chance.choice(["«", "»", "\"", "–", "1", ",", ".", "%", "\n", "\u0301", "А.", "$", "-"]).encode() * chance.randint(1, 20)
        elif kind == 4:
            data[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 8)))
        elif kind == 5:
            to = chance.randrange(len(data))
            data[to:to] = data[at:end]
        else:
            data[at:end] = data[at:end][::-1]
    return bytes(data)


def shuffled(words, phrases, chance):
    """A text of stretches of real words with some of them dropped, swapped, doubled or replaced by a lexicon's."""
    text = []
    for _ in range(chance.randint(1, 60)):
        at = chance.randrange(len(words))
        stretch = words[at:at + chance.randint(1, 12)]
        for _ in range(chance.randint(0, 3)):
            place = chance.randrange(len(stretch))
            kind = chance.randrange(4)
            if kind == 0 and len(stretch) > 1:
                del stretch[place]
            elif kind == 1:
                stretch.insert(place, chance.choice(stretch))
            elif kind == 2:
                stretch.insert(place, chance.choice(phrases))
            else:
                chance.shuffle(stretch)
        text += stretch
        if chance.random() < 0.3:
            text.append(chance.choice(phrases))
    return "".join(word + chance.choice([" "] * 12 + ["\n", ", ", " – ", ". ", "-", ""]) for word in text).encode()


def cut(data, chance):
    """A stretch of an article that ends behind one of its words, with a mark or without."""
    words = data.split()
    end = chance.randint(1, max(1, len(words)))
    stretch = words[max(0, end - chance.randint(1, 80)):end]
    return b" ".join(stretch) + chance.choice(["", "", ",", " –", "(", ":"]).encode()


def lexicon():
    for path in glob.glob(LEXICON):
        with open(path, encoding="utf-8") as file:
            for line in file:
                fields = line.rstrip("\n").split("|")
                if fields[0].strip() and not line.startswith(("#", "[")):
                    yield fields[0].strip().lstrip("=")


def texts(paths):
    for path in paths:
        with open(path, "rb") as file:
            if path.endswith(("json", "jsonl")):
                yield from (json.loads(line)["text"].encode() for line in file if line.strip())
            else:
                yield file.read()


def not_json(constant):
    raise ValueError(f"{constant} is no JSON")


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__.strip())
    program, command, minutes, *paths = sys.argv[1:]
    articles = list(texts(paths))
    words = [word for article in articles for word in article.decode(errors="replace").split()]
    phrases = list(lexicon())
    end, seed, lines = time.time() + 60 * float(minutes), int(os.environ.get("FUZZ_SEED", 0)), 0
    first = seed
    while time.time() < end:
        seed += 1
        chance = random.Random(seed)
        batch = []
        for number in range(60):
            source = (
                shuffled(words, phrases, chance) if number % 3 == 0
                else (damaged if number % 3 == 1 else cut)(chance.choice(articles), chance))
            text = source.decode(errors="replace" if chance.random() < 0.8 else "ignore")
            row = {"id": str(number), "text": text, "published_on": chance.choice(DATES)}
            line = json.dumps(row, ensure_ascii=False).encode()
            # Now and then the line itself is damaged: it must give its error and harm no other.
            batch.append((damaged(line, chance) if chance.random() < 0.05 else line).replace(b"\n", b" "))
        try:
            run = subprocess.run([program, command, "-"], input=b"\n".join(batch) + b"\n", capture_output=True, timeout=120)
        except subprocess.TimeoutExpired:
            sys.exit(f"seed {seed}: no answer in two minutes")
        lines += len(batch)
        if command == "explain":
            if run.returncode not in (0, REJECTED) or not run.stdout:
                sys.exit(f"seed {seed}: exit {run.returncode}\n{run.stderr.decode()}")
            continue
        answers = run.stdout.splitlines()
        if run.returncode or len(answers) != len(batch):
            sys.exit(f"seed {seed}: exit {run.returncode}, {len(answers)} of {len(batch)} lines\n{run.stderr.decode()}")
        for line, answer in zip(batch, answers):
            row = json.loads(answer, parse_constant=not_json)
            if row["error"] is None and command == "annotate":
                length = len(json.loads(line)["text"])
                for entity in row["entities"]:
                    assert 0 <= entity["start"] < entity["end"] <= length, (seed, entity)
    print(f"{seed - first} batches, {lines} lines, no failure")


if __name__ == "__main__":
    main()
