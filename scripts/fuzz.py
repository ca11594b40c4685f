#!/usr/bin/env python3
"""Feeds damaged articles to `chancery annotate` or `extract` and watches that each line gets its line.

  fuzz.py PROGRAM COMMAND MINUTES FILE…   FILE: NDJSON articles, or texts

Bytes are flipped, dropped, doubled and moved, stretches repeated and texts spliced; every batch has a seed that is
printed with what went wrong. A batch that crashes, hangs or answers with fewer lines fails the run.
"""
import json, random, subprocess, sys, time


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


def texts(paths):
    for path in paths:
        with open(path, "rb") as file:
            if path.endswith(("json", "jsonl")):
                yield from (json.loads(line)["text"].encode() for line in file if line.strip())
            else:
                yield file.read()


def main():
    program, command, minutes, *paths = sys.argv[1:]
    articles = list(texts(paths))
    end, seed, lines = time.time() + 60 * float(minutes), 0, 0
    while time.time() < end:
        seed += 1
        chance = random.Random(seed)
        batch = []
        for number in range(60):
            text = damaged(chance.choice(articles), chance).decode(errors="replace" if chance.random() < 0.8 else "ignore")
            line = json.dumps({"id": str(number), "text": text, "published_on": "2024-11-27"}, ensure_ascii=False).encode()
            # Now and then the line itself is damaged: it must give its error and harm no other.
            batch.append((damaged(line, chance) if chance.random() < 0.05 else line).replace(b"\n", b" "))
        try:
            run = subprocess.run([program, command, "-"], input=b"\n".join(batch) + b"\n", capture_output=True, timeout=120)
        except subprocess.TimeoutExpired:
            sys.exit(f"seed {seed}: no answer in two minutes")
        answers = run.stdout.splitlines()
        if run.returncode or len(answers) != len(batch):
            sys.exit(f"seed {seed}: exit {run.returncode}, {len(answers)} of {len(batch)} lines\n{run.stderr.decode()}")
        for line, answer in zip(batch, answers):
            row = json.loads(answer)
            if row["error"] is None and command == "annotate":
                length = len(json.loads(line)["text"])
                for entity in row["entities"]:
                    assert 0 <= entity["start"] < entity["end"] <= length, (seed, entity)
        lines += len(batch)
    print(f"{seed} batches, {lines} lines, no failure")


if __name__ == "__main__":
    main()
