"""Judges the tables of a folder with Polars and DuckDB, one line of JSON for each.

    engines.py FOLDER          FOLDER holds members.csv and cells.csv

A line tells the engine, the counts by district from not completed to excellent, and the median
time of judging alone: the tables stand in memory before the clock starts.
"""

import json
import statistics
import sys
import time
from pathlib import Path

import duckdb
import polars as pl

WEIGHTS = [20, 15, 10, 10, 10, 10, 10, 5, 5, 5]
ROUNDS = 9


def measured(judge):
    times = []
    judge()
    for _ in range(ROUNDS):
        start = time.perf_counter_ns()
        rows = judge()
        times.append(time.perf_counter_ns() - start)
    districts = {}
    for district, level, count in rows:
        districts.setdefault(str(district), [0, 0, 0, 0])[level] = count
    return districts, statistics.median_low(times)


def with_duckdb(folder):
    connection = duckdb.connect()
    for table in ("members", "cells"):
        connection.execute(f"create table {table} as select * from read_csv('{folder / table}.csv')")
    score = " + ".join(f"{weight} * c{number}" for number, weight in enumerate(WEIGHTS))
    question = f"""
        with own as (
            select id, cell, c0, {score} as score,
                case when cast(disciplined as boolean) then 0
                     when score >= 9000 then 3 when score >= 7000 then 2
                     when score >= 5000 then 1 else 0 end as level
            from members
        ), ranked as (
            select cell, level,
                count(*) filter (level = 2) over (partition by cell) // 5 as most,
                row_number() over (partition by cell, level order by score desc, c0 desc, id) as place
            from own
        ), judged as (
            select cell, case when level = 3 and place > most then 2 else level end as level
            from ranked
        ), by_commune as (
            select commune, district, level, count(*) as members
            from judged join cells using (cell) group by commune, district, level
        )
        select district, level, sum(members)::bigint from by_commune group by district, level
    """
    return measured(lambda: connection.execute(question).fetchall())


def with_polars(folder):
    members = pl.read_csv(folder / "members.csv")
    cells = pl.read_csv(folder / "cells.csv")
    if members["disciplined"].dtype != pl.Boolean:
        members = members.with_columns(pl.col("disciplined") != 0)
    score = sum(pl.col(f"c{number}").cast(pl.Int32) * weight for number, weight in enumerate(WEIGHTS))
    own = (
        pl.when("disciplined").then(0)
        .when(pl.col("score") >= 9000).then(3)
        .when(pl.col("score") >= 7000).then(2)
        .when(pl.col("score") >= 5000).then(1)
        .otherwise(0)
    )

    def judge():
        judged = (
            members.lazy()
            .select("id", "cell", "c0", "disciplined", score=score)
            .with_columns(level=own)
            .sort(["score", "c0", "id"], descending=[True, True, False])
            .with_columns(
                most=(pl.col("level") == 2).sum().over("cell") // 5,
                place=pl.int_range(pl.len()).over("cell", "level"),
            )
            .with_columns(
                level=pl.when((pl.col("level") == 3) & (pl.col("place") >= pl.col("most")))
                .then(2)
                .otherwise("level")
            )
            .join(cells.lazy(), on="cell")
            .group_by("commune", "district", "level").agg(members=pl.len())
            .group_by("district", "level").agg(pl.col("members").sum())
        )
        return judged.collect().rows()

    return measured(judge)


def main():
    folder = Path(sys.argv[1])
    for engine, judge in (
        (f"DuckDB {duckdb.__version__}", with_duckdb),
        (f"Polars {pl.__version__}", with_polars),
    ):
        districts, median = judge(folder)
        print(json.dumps({"engine": engine, "districts": districts, "medianNs": median}))


if __name__ == "__main__":
    main()
