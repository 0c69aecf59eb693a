#!/usr/bin/python3
"""Count what ran, from the .trx files of a folder, and fail where a test failed, vanished or was skipped without need.

usage: count_tests.py RESULTS_FOLDER FLOOR_FILE

FLOOR_FILE holds the fewest tests that have to run. A test may be skipped only for want of ../shared, where that is really not
there; LibreOffice is always there, .ci/run installs it. The last line is "N passed, N failed, N skipped".
"""
import collections
import pathlib
import sys
import xml.etree.ElementTree as tree

TRX = "{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}"


def main():
    results, floor = pathlib.Path(sys.argv[1]), int(pathlib.Path(sys.argv[2]).read_text().split()[0])
    shared = pathlib.Path(__file__).resolve().parent.parent.parent / "shared"
    counts, faults = collections.Counter(), []
    for file in sorted(results.rglob("*.trx")):
        for result in tree.parse(file).getroot().iter(TRX + "UnitTestResult"):
            outcome = {"Passed": "passed", "NotExecuted": "skipped"}.get(result.get("outcome"), "failed")
            counts[outcome] += 1
            said = " ".join("".join(result.itertext()).split())
            if outcome == "failed":
                faults.append("failed: %s" % result.get("testName"))
            elif outcome == "skipped" and (shared.is_dir() or "needs ../shared" not in said):
                faults.append("skipped though it can run: %s (%s)" % (result.get("testName"), said[:200] or "no reason given"))
    ran = counts["passed"] + counts["failed"]
    if ran < floor:
        faults.append("%d tests ran and %s asks for %d: tests have vanished" % (ran, sys.argv[2], floor))
    elif ran > floor * 1.25:
        print("%d tests ran; raise the floor in %s" % (ran, sys.argv[2]))
    for fault in faults:
        print(fault)
    print("%d passed, %d failed, %d skipped" % (counts["passed"], counts["failed"], counts["skipped"]))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
