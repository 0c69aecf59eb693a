#!/usr/bin/env python3
"""Writes a file of series again with its ends pulled back, for the cross-check of docs/decisions (forecast constants).

    hold_back.py FILE.csv QUARTERS all|odd|even > PULLED.csv

One series a row: the last 8 values of what is left become `test`. One quarter a row: the last rows of each ticker are left
out. odd and even take every other series; 0 quarters leave the ends where they are. Then: modelbuilder backtest PULLED.csv
"""
import csv
import sys

HORIZON = 8
FEWEST = 8


def main(path, quarters, which):
    rows = list(csv.DictReader(open(path, encoding="utf-8")))
    out = csv.DictWriter(sys.stdout, rows[0].keys(), lineterminator="\n")
    out.writeheader()
    if "train" in rows[0]:
        for i, row in enumerate(rows):
            values = row["train"].split(";") + row["test"].split(";")
            values = values[: len(values) - quarters]
            if is_taken(i, which) and len(values) >= FEWEST + HORIZON:
                out.writerow(row | {"h": HORIZON, "train": ";".join(values[:-HORIZON]), "test": ";".join(values[-HORIZON:])})
        return
    series = {}
    for row in rows:
        series.setdefault(row["ticker"], []).append(row)
    for i, quarterly in enumerate(series.values()):
        quarterly.sort(key=lambda r: (int(r["fiscal_year"]), int(r["fiscal_quarter"])))
        if is_taken(i, which):
            out.writerows(quarterly[: len(quarterly) - quarters])


def is_taken(i, which):
    return which == "all" or (i % 2 == 0) == (which == "even")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
