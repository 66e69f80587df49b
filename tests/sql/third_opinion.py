"""Levels, caps and sums once more, in SQL: SQLite's answers against the library's.

Arguments: the program that prints random districts with the library's answers, and the vectors of
caps. HANDBOOK_NIGHTLY=1 takes 100,000 districts instead of 3,000; HANDBOOK_SEED others.
"""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

PROGRAM, VECTORS = sys.argv[1], Path(sys.argv[2])
DISTRICTS = 100_000 if os.environ.get("HANDBOOK_NIGHTLY") == "1" else 3_000
SEED = os.environ.get("HANDBOOK_SEED", "1")
# Districts that are in the tables at a time.
BATCH = 500
LEVELS = ["notCompleted", "completed", "good", "excellent"]
SQL = (Path(__file__).parent / "levels.sql").read_text(encoding="utf-8")
TABLES = """
CREATE TABLE district(district INTEGER PRIMARY KEY, reading, rounding,
                      numerator INTEGER, denominator INTEGER);
CREATE TABLE criterion(district INTEGER, criterion INTEGER, weight INTEGER,
                       PRIMARY KEY (district, criterion)) WITHOUT ROWID;
CREATE TABLE member(district INTEGER, cell, id, total INTEGER, done INTEGER, on_time INTEGER,
                    beyond INTEGER, late INTEGER, disciplined INTEGER,
                    PRIMARY KEY (district, id)) WITHOUT ROWID;
CREATE TABLE mark(district INTEGER, id, criterion INTEGER, mark INTEGER,
                  PRIMARY KEY (district, id, criterion)) WITHOUT ROWID;
"""

passed = failed = 0


def check(place, found, wanted):
    global passed, failed
    if found == wanted:
        passed += 1
        return
    failed += 1
    if failed <= 20:
        print(f"{place}: SQL {found!r}, library {wanted!r}")


def judged(districts):
    """The answers of SQL for districts, in the form of the library's answers."""
    base = sqlite3.connect(":memory:")
    base.executescript(TABLES)
    for number, district in enumerate(districts):
        numerator, denominator = map(int, district["share"].split("/"))
        policy = (number, district["reading"], district["rounding"], numerator, denominator)
        base.execute("INSERT INTO district VALUES (?,?,?,?,?)", policy)
        weights = [(number, *weight) for weight in enumerate(district["weights"])]
        base.executemany("INSERT INTO criterion VALUES (?,?,?)", weights)
        for member in district["members"]:
            tasks = member["tasks"]
            counts = [tasks[name] for name in ("total", "done", "onTime", "beyond", "late")]
            facts = (number, member["cell"], member["id"], *counts, member["disciplined"])
            base.execute("INSERT INTO member VALUES (?,?,?,?,?,?,?,?,?)", facts)
            marks = [(number, member["id"], *mark) for mark in enumerate(member["marks"])]
            base.executemany("INSERT INTO mark VALUES (?,?,?,?)", marks)
    base.executescript(SQL)
    answers = [{"members": {}, "cells": {}, "totals": {}, "ordered": {}} for _ in districts]
    query = "SELECT district, id, score, own, level FROM final_level"
    for number, id, score, own, level in base.execute(query):
        final = None if level is None else LEVELS[level]
        answers[number]["members"][id] = [score, LEVELS[own], final]
    query = "SELECT district, cell, max(allowed), max(seats) FROM final_level GROUP BY 1, 2"
    for number, cell, allowed, seats in base.execute(query):
        answers[number]["cells"][cell] = [allowed, seats]
    query = """
        SELECT district, sum(level IS 0), sum(level IS 1), sum(level IS 2), sum(level IS 3),
               sum(level IS NULL),
               (SELECT sum(seats) FROM (SELECT max(seats) AS seats FROM final_level inside
                 WHERE inside.district = outside.district GROUP BY inside.cell)),
               sum(ordered IS 2), sum(ordered IS 3)
        FROM final_level outside GROUP BY district"""
    names = LEVELS + ["voteNeeded", "seats"]
    for number, *sums, good, excellent in base.execute(query):
        answers[number]["totals"] = dict(zip(names, sums))
        answers[number]["ordered"] = {"good": good, "excellent": excellent}
    base.close()
    return answers


def compare(districts, first):
    for number, (district, found) in enumerate(zip(districts, judged(districts))):
        wanted = dict(district["answers"])
        # Where ties are ordered, whoever wins: the seats are excellent, the others good.
        totals = wanted["totals"]
        wanted["ordered"] = {
            "good": totals["good"] + totals["voteNeeded"] - totals["seats"],
            "excellent": totals["excellent"] + totals["seats"],
        }
        for part in wanted:
            check(f"district {first + number} {part}", found[part], wanted[part])


def capped(case):
    """A vector of the cap as the only cell of a district whose levels are given."""
    asked, answer = case["input"], case["answer"]
    chosen = {policy["parameter"]: policy["choice"] for policy in answer["policies"]}
    share = "1/4" if asked["outstanding"] else "1/5"
    for parameter in case.get("overlay", {}).get("parameters", []):
        if parameter["id"] == "capShare":
            share = parameter["values"][0]["value"]
    if asked.get("share"):
        share = f"{asked['share']['numerator']}/{asked['share']['denominator']}"
    candidates = asked.get("candidates")
    if candidates is None:
        candidates = [{"id": str(n), "marks": 9_000} for n in range(asked["eligible"])]
    good = asked["good"]
    rest = asked["rated"] - good - len(candidates)
    members = [(c["id"], c["marks"], 3) for c in candidates]
    members += [(f"good {n}", 8_000, 2) for n in range(good)]
    members += [(f"rest {n}", 6_000, 1) for n in range(rest)]
    base = sqlite3.connect(":memory:")
    base.executescript(TABLES)
    top, bottom = map(int, share.split("/"))
    policy = (0, chosen["capReading"], chosen["capRounding"], top, bottom)
    base.execute("INSERT INTO district VALUES (?,?,?,?,?)", policy)
    for id, marks, _ in members:
        base.execute("INSERT INTO mark VALUES (0,?,0,?)", (id, marks))
    # The vector gives the levels: they stand where SQL would reckon them from facts.
    base.execute("CREATE TEMP TABLE own_level(district, cell, id, score, own)")
    rows = [(0, "cell", *member) for member in members]
    base.executemany("INSERT INTO own_level VALUES (?,?,?,?,?)", rows)
    reckoned = SQL.index("-- What the cap is a share of")
    base.executescript(SQL[reckoned:])
    found = {"allowed": 0, "excellent": [], "demoted": [], "voteNeeded": [], "seats": 0}
    query = "SELECT id, own, level, seats, allowed FROM final_level"
    for id, own, level, seats, allowed in base.execute(query):
        found["allowed"] = allowed
        if own == 3:
            found["seats"] = max(found["seats"], seats)
            found[{2: "demoted", 3: "excellent", None: "voteNeeded"}[level]].append(id)
    base.close()
    if "candidates" not in asked:
        return {"allowed": found["allowed"]}, answer["value"]
    if found["voteNeeded"] and asked.get("chosen") is not None:
        # People have voted: those they chose stay, the others of the tie do not.
        for id in found["voteNeeded"]:
            found["excellent" if id in asked["chosen"] else "demoted"].append(id)
        found |= {"voteNeeded": [], "seats": 0}
    for name in ("excellent", "demoted", "voteNeeded"):
        found[name].sort(key=str.encode)
    return found | {"group": asked["group"]}, answer["value"]


caps = 0
for case in json.loads(VECTORS.read_text(encoding="utf-8"))["cases"]:
    if "answer" in case and case["door"] in ("excellentCap", "applyCap"):
        caps += 1
        check(f"cap: {case['name']}", *capped(case))

ran = voted = 0
batch = []
program = subprocess.Popen([PROGRAM, str(DISTRICTS), SEED], stdout=subprocess.PIPE)
for line in program.stdout:
    batch.append(json.loads(line))
    voted += batch[-1]["answers"]["totals"]["voteNeeded"] > 0
    ran += 1
    if len(batch) == BATCH:
        compare(batch, ran - len(batch))
        batch = []
compare(batch, ran - len(batch))
check("the program's exit code", program.wait(), 0)
check("districts", ran, DISTRICTS)

# A comparison that notices nothing would pass everything above.
sample = subprocess.run([PROGRAM, "20", SEED], capture_output=True, check=True).stdout
sample = [json.loads(line) for line in sample.splitlines()]
for part, change in [
    ("members", lambda it: it["members"][0].update(disciplined=not it["members"][0]["disciplined"])),
    ("members", lambda it: it["weights"].__setitem__(0, it["weights"][0] + 1)),
    ("cells", lambda it: it.update(share="0/1" if it["share"] == "1/1" else "1/1")),
    ("totals", lambda it: it["members"].pop()),
]:
    changed = json.loads(json.dumps(sample))
    for district in changed:
        change(district)
    found = [answer[part] for answer in judged(changed)]
    same = found == [district["answers"][part] for district in sample]
    check(f"SQL notices a change of {part}", not same, True)

print(f"measured: {ran} districts ({voted} of them with a vote at a line), {caps} vectors of caps")
print(f"sql: {passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
