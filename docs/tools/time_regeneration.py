"""Times what an analyst waits for when a quarter more comes into a workbook of 44 quarters: whole processes, from cold.

usage: time_regeneration.py MODELBUILDER [RUNS]
  MODELBUILDER  the published program, or modelbuilder.dll
  RUNS          how many runs of each kind, taken in turn (7)

Prints the medians of a fresh build and of a regeneration, and what the second adds to the first. Processor time (user and
system) hardly depends on what else the machine does; the clock does.
"""
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

QUARTERS = 44
COMPANY = """name: Northwind Ferries plc
ticker: NWF
currency: EUR
units: millions
fiscal_year_end: December 31
segments: [{ key: passengers }, { key: freight }]
cost_lines: [{ key: fuel }, { key: crew }]
expense_lines: [{ key: selling_general_administrative }]
"""
HEADINGS = "period,metric,basis,measure,value,unit,currency,kind,source,source_type,note"


def figures(quarters):
    lines = [HEADINGS]
    for q in range(quarters):
        passengers, freight, fuel, crew = 100 + 2 * q + 5 * (q % 4), 50 + q, 40 + q + q % 3, 30 + q // 2
        values = {"revenue.passengers": passengers, "revenue.freight": freight, "revenue.total": passengers + freight, "cost.fuel": fuel, "cost.crew": crew,
                  "gross_profit": passengers + freight - fuel - crew, "selling_general_administrative": 20 + q // 3, "ebitda": 40 + q,
                  "operating_cash_flow": 30 + q, "capex": 15 + q // 2}
        lines += [f"{2014 + q // 4}Q{q % 4 + 1},{line},,level,{value}000000,money,EUR,reported,release,press release," for line, value in values.items()]
    return "\n".join(lines) + "\n"


def spent(command):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    result = subprocess.run(command, capture_output=True, text=True)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode != 0:
        sys.exit(result.stdout + result.stderr)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def main():
    program = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory() as folder:
        company = os.path.join(folder, "ferries")
        os.mkdir(company)

        def write(name, text):
            with open(os.path.join(company, name), "w", encoding="utf-8") as file:
                file.write(text)

        def build(output):
            return spent((["dotnet"] if program.endswith(".dll") else []) + [program, "build", company, "--output", output])

        write("company.yaml", COMPANY)
        write("figures.csv", figures(QUARTERS - 1))
        build(os.path.join(folder, "before"))
        write("figures.csv", figures(QUARTERS))
        fresh, again = [], []
        for run in range(runs):
            fresh.append(build(os.path.join(folder, f"fresh{run}")))
            there = os.path.join(folder, f"again{run}")
            shutil.copytree(os.path.join(folder, "before"), there)
            again.append(build(there))
        for what, which in (("processor", 0), ("clock", 1)):
            f, a = statistics.median(x[which] for x in fresh), statistics.median(x[which] for x in again)
            print(f"{what:>9}: fresh build {f:.2f} s, regeneration with a quarter more {a:.2f} s, adds {100 * (a / f - 1):.0f}% (median of {runs})")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main()
