#!/usr/bin/env python3
"""Random histories of a ledger against a model in memory.

    scripts/property.py [--sequences N] [--seed S] [--program PATH] [--database URI]

A sequence adds, changes, repeats, withdraws, prunes and loads articles again, in any order and batch size, read by `run` or as facts
that `extract` printed by `load`, and kills the program with SIGKILL: at a random moment, or at a named point, the moment
a row reaches a table. After each sequence a whole run completes the work, and the fact tables are compared, byte for byte,
with those of a fresh load of the articles that survive. A sequence is a function of its seed, which is printed when it fails; the exit code is then 1. Needs psql.
The database is the program's own when none is given; two more are made beside it and dropped again.
"""
import argparse
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

TABLES = {
    "articles": "id", "article_files": "article_id", "article_countries": "article_id, country", "meeting_reports": "id", "figure_reports": "id",
    "agreement_reports": "id", "meetings": "id", "meeting_countries": "meeting_id, country",
    "meeting_participants": "meeting_id, position", "people": "name", "figures": "id",
    "figure_countries": "figure_id, country", "agreements": "id", "agreement_countries": "agreement_id, country",
}  # fmt: skip
# Where a run can be caught: between its stages (its row is opened, an article arrives), between statements (a row
# reaches a table, or leaves it), and between batches (the batch is counted, its commit still to come).
POINTS = [(table, event) for table in [*TABLES, "loads", "load_batches"] for event in ("insert", "delete", "update")]
POINTS = [p for p in POINTS if p not in {("load_batches", "update"), ("load_batches", "delete"), ("loads", "delete")}]
# The two differ only in how they come by facts, which is what takes most of the time of run.
COMMANDS = ["run", *5 * ["load"]]
# What holds a caught run until it is killed.
LATCH = 7_201_904

SIDES = [
    ("Казахстана", "Касым-Жомарт Токаев", "Касым-Жомартом Токаевым"),
    ("Узбекистана", "Шавкат Мирзиёев", "Шавкатом Мирзиёевым"),
    ("Таджикистана", "Эмомали Рахмон", "Эмомали Рахмоном"),
    ("Азербайджана", "Ильхам Алиев", "Ильхамом Алиевым"),
]


def article(number, rng):
    """An article out of few parts, so that many tell of the same."""
    host, guest = rng.sample(SIDES, 2)
    year, month, of, day = rng.choice([(2025, 3, "марта", rng.randint(10, 14)), (2024, 12, "декабря", 31), (2025, 1, "января", 1)])
    during = {3: "марте", 12: "декабре", 1: "январе"}[month]
    when = rng.choice([f"{day} {of} {year} года ", f"В {during} {year} года ", f"В {year} году ", "Сегодня ", ""])
    place = rng.choice([" в Астане", " в Баку", ""])
    sentences = [
        f"{when}Президент {host[0]} {host[1]} провел переговоры с президентом {guest[0]} {guest[2]}{place}.",
        f"Товарооборот {host[0]} и {guest[0]} в 2024 году достиг {rng.choice([2, 3])},{rng.randint(1, 2)} млрд долларов.",
        rng.choice(["Подписана Декларация о дружбе.", "Подписан Меморандум о торговле.", "Подписано 12 документов."]),
        f"Экспорт вырос на {rng.randint(1, 4)} процента.",
    ]
    kept = [sentence for sentence in sentences if rng.random() < 0.7] or sentences[:1]
    return {
        "id": f"a{number}", "source": rng.choice(["Вестник", "Листок"]),
        "published_on": rng.choice([f"{year}-{month:02}-{day:02}", "2025-03-15", None]), "text": " ".join(kept),
    }  # fmt: skip


class Session:
    """A psql that stays: starting one for every statement would take most of the time."""

    END = "-- end of the answer"

    def __init__(self, uri, name="property"):
        self.psql = subprocess.Popen(
            ["psql", "-XqAt", "-d", uri], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, env={**os.environ, "PGAPPNAME": name, "PGOPTIONS": "-c client_min_messages=warning"},
        )  # fmt: skip

    def sql(self, text):
        self.psql.stdin.write(f"{text};\n\\echo {self.END}\n")
        self.psql.stdin.flush()
        answer = []
        while (line := self.psql.stdout.readline()) != self.END + "\n":
            if not line or line.startswith("ERROR:"):
                raise RuntimeError(line + text)
            answer.append(line)
        return "".join(answer)

    def close(self):
        self.psql.stdin.close()
        self.psql.wait()


class Facts:
    """What extract prints of articles, asked of one that stays: to start it takes longer than to load what it gives."""

    def __init__(self, program):
        self.extract = subprocess.Popen(
            [program, "extract", "--with-text"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def of(self, line):
        self.extract.stdin.write(line)
        self.extract.stdin.flush()
        return self.extract.stdout.readline()

    def close(self):
        self.extract.stdin.close()
        self.extract.wait()


class Ledger:
    """A database, and the program on it."""

    def __init__(self, uri, program, facts):
        self.uri, self.program, self.facts = uri, program, facts
        self.session, self.latch = Session(uri), Session(uri, "latch")
        self.sql = self.session.sql

    def close(self):
        self.session.close()
        self.latch.close()

    def start(self, command, records, *options):
        lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
        if command == "load":
            lines = [self.facts.of(line) for line in lines]
        process = subprocess.Popen(
            [self.program, command, "--quiet", "--database", self.uri, *options, "-"], stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        try:
            process.stdin.write("".join(lines).encode())
            process.stdin.close()
        except BrokenPipeError:
            pass
        return process

    def run(self, command, records, *options):
        process = self.start(command, records, *options)
        errors = process.stderr.read().decode()
        if process.wait():
            raise RuntimeError(f"exit code {process.returncode}: {errors}")

    def dump(self):
        copies = [f"copy (select * from chancery.{table} order by {order}) to stdout" for table, order in TABLES.items()]
        return self.sql(";".join(copies))

    def empty(self):
        # There is little in them: new files for each table and index would take longer.
        deletes = [f"delete from chancery.{table}" for table in [*reversed(TABLES), "loads", "rejects"]]
        self.sql("; ".join(["begin", *deletes, "commit"]))

    def settle(self):
        """Waits for sessions of killed programs to end."""
        while self.sql(
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
            " and application_name <> 'latch' and backend_type = 'client backend'"
        ).strip() != "0":
            time.sleep(0.005)

    def crash_at_random(self, rng, command, records, *options):
        process = self.start(command, records, *options)
        time.sleep(rng.random() * 0.5)
        process.send_signal(signal.SIGKILL)
        process.wait()
        self.settle()
        return "at a random moment"

    def crash_at(self, point, passing, command, records, *options):
        """Kills the program while a statement of its own waits at the point, some rows having passed it: so it is caught with
        batches committed before, and with another under way. Tells whether it came by there."""
        table, event = point
        self.sql(
            f"""create sequence public.passed;
            create function public.caught() returns trigger language plpgsql as $$
            begin
                if nextval('public.passed') > {passing} then
                    perform pg_advisory_xact_lock({LATCH});
                end if;
                return null;
            end $$;
            create trigger caught after {event} on chancery.{table} for each row execute function public.caught()"""
        )
        self.latch.sql(f"select pg_advisory_lock({LATCH})")
        process = self.start(command, records, *options)
        waiting = f"select count(*) from pg_locks where locktype = 'advisory' and objid = {LATCH} and not granted"
        came_by = False
        while process.poll() is None and not came_by:
            came_by = self.sql(waiting).strip() != "0"
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.wait()
        self.latch.sql(f"select pg_advisory_unlock({LATCH})")
        self.settle()
        self.sql(f"drop trigger caught on chancery.{table}; drop function public.caught(); drop sequence public.passed")
        return f"at {event} {passing + 1} of {table}" + ("" if came_by else ", never reached")


def sequence(seed, ledger, fresh):
    """Plays one history; tells what differs, or nothing."""
    rng = random.Random(seed)
    ledger.empty()
    model, told = {}, []
    for _ in range(rng.randint(2, 5)):
        act = rng.choice(["add", "add", "withdraw", "prune", "again"])
        options = ["--batch-size", str(rng.choice([1, 3, 1000]))]
        if act == "prune" and model:
            for number in rng.sample(sorted(model), rng.randint(0, len(model) - 1)):
                del model[number]
            records = list(model.values())
            options.append("--prune")
        elif act == "withdraw":
            gone = rng.sample(range(12), rng.randint(1, 4))
            records = [{"id": f"a{number}", "withdrawn": True} for number in gone]
            for number in gone:
                model.pop(number, None)
        elif act == "again" and model:
            records = list(model.values())
            options += rng.choice([[], ["--again"], ["--extract-workers", "4"]])
        else:
            numbers = rng.sample(range(12), rng.randint(1, 8))
            model.update((number, article(number, rng)) for number in numbers)
            records = [model[number] for number in numbers]
            # Told twice, or taken back wherever in the run.
            records += rng.sample(records, rng.choice([0, 0, 1]))
            for number in rng.sample(numbers, rng.choice([0, 0, 1])):
                del model[number]
                records.append({"id": f"a{number}", "withdrawn": True})
        rng.shuffle(records)
        command = rng.choice(COMMANDS)
        how = rng.choice(["whole", "whole", "random", "point", "overlap"])
        if how == "random":
            told.append(f"{command}: {act}, killed {ledger.crash_at_random(rng, command, records, *options)}")
        elif how == "point":
            passing = rng.choice([0, 0, 1, 2, 5])
            told.append(f"{command}: {act}, killed {ledger.crash_at(rng.choice(POINTS), passing, command, records, *options)}")
        elif how == "overlap":
            both = [ledger.start(command, records, *options) for _ in range(2)]
            codes = sorted(process.wait() for process in both)
            if codes not in ([0, 0], [0, 75]):
                return f"two runs at once ended with {codes}: {[p.stderr.read().decode() for p in both]}"
            told.append(f"{command}: {act}, by two at once")
        else:
            told.append(f"{command}: {act}")
        if how != "overlap":
            # The next run completes what was broken off; that a whole one has nothing to add is seen by it, too.
            ledger.run(rng.choice([command, command, *COMMANDS]), records, *options)
    survivors = list(model.values())
    rng.shuffle(survivors)
    fresh.empty()
    if survivors:
        fresh.run(rng.choice(COMMANDS), survivors)
    if ledger.dump() != fresh.dump():
        return "; ".join(told)
    if ledger.sql("select count(*) from chancery.misjoined").strip() != "0":
        return "; ".join(told) + "; reports lead to other rows than they should"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sequences", type=int, default=500)
    parser.add_argument("--seed", type=int, help="play this one alone")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--program", default=str(ROOT / ".build/release/chancery"))
    parser.add_argument("--database", required=True, help="a connection string that may create databases")
    options = parser.parse_args()
    maintenance = Session(options.database)
    names = [f"property_{os.getpid()}_{which}" for which in ("a", "b")]
    seeds = [options.seed] if options.seed is not None else range(options.first, options.first + options.sequences)
    failed, ledgers = [], []
    try:
        for name in names:
            maintenance.sql(f"create database {name} template template0 encoding 'UTF8'")
            # The program is killed, the server is not: it need not wait for the disk.
            maintenance.sql(f"alter database {name} set synchronous_commit = off")
        facts = Facts(options.program)
        ledgers = [Ledger(f"{options.database} dbname={name}", options.program, facts) for name in names]
        for ledger in ledgers:
            subprocess.run([options.program, "migrate", "--database", ledger.uri], check=True, stdout=subprocess.DEVNULL)
        for count, seed in enumerate(seeds, 1):
            wrong = sequence(seed, *ledgers)
            if wrong:
                failed.append(seed)
                print(f"seed {seed}: {wrong}", flush=True)
            elif sys.stderr.isatty() or count % 10 == 0:
                print(f"{count} sequences, {len(failed)} failed", file=sys.stderr, flush=True)
        facts.close()
    finally:
        for ledger in ledgers:
            ledger.close()
        for name in names:
            maintenance.sql(f"drop database if exists {name} with (force)")
    print(f"{len(seeds)} sequences from seed {seeds[0]}, {len(failed)} failed{': ' if failed else ''}{' '.join(map(str, failed))}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
