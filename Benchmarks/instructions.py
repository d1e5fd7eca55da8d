#!/usr/bin/env python3
"""Guards what a build costs: counts the instructions that it executes, and compares with those that are kept.

    instructions.py ALLCLEAR         fails where a figure is more than 1 % off the kept one, up or down
    instructions.py ALLCLEAR --keep  keeps what is measured in instructions.json: the change that moved it says why

A count is the same at each run, whatever else the machine does, unlike a time. It depends on the compiler, on the
libraries, which choose their code by the processor, and on the processor: where one of them is not the one that the
figures were kept with, nothing is compared, and that is said.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEPT = HERE / "instructions.json"
FEW, MANY = 16, 516
TOLERANCE = 0.01


def said(*command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout


def machine():
    """What a count depends on beside the program's source."""
    with open("/proc/cpuinfo") as lines:
        facts = dict(line.split(":", 1) for line in lines.read().split("\n\n")[0].splitlines())
    facts = {name.strip(): value.strip() for name, value in facts.items()}
    return {
        "swift": re.search(r"Swift version (\S+)", said("swift", "--version"))[1],
        "glibc": re.search(r"[\d.]+$", said("ldd", "--version").splitlines()[0])[0],
        "libcmark": said("pkg-config", "--modversion", "libcmark").strip(),
        "processor": " ".join(facts.get(name, "?") for name in ["model name", "cpu family", "model"]),
    }


def instructions(program, count, work):
    """How many a build of so many records executes, in the program itself and in all of its threads."""
    site = work / f"site-{count}"
    said(sys.executable, HERE / "generate-records.py", count, site)
    command = [program, "build", "--site", site, "--output", work / f"public-{count}", "--now", "2026-11-20T12:00:00Z"]
    # Sets that are walked in another order at each run would cost another number.
    environment = os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1"}
    callgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    run = subprocess.run(
        [str(word) for word in callgrind + command], env=environment, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or not found:
        sys.exit(f"the build failed under valgrind:\n{run.stderr[-2000:]}")
    return int(found[1])


def measure(program):
    with tempfile.TemporaryDirectory(prefix="allclear-instructions-", dir=os.environ.get("BENCH_FOLDER")) as folder:
        work = Path(folder)
        # Valgrind reads the tables of symbols of what it runs, and does not come to an end with those of this one.
        stripped = work / "allclear"
        shutil.copy(program, stripped)
        subprocess.run(["strip", stripped], check=True)
        with ThreadPoolExecutor(2) as pool:
            few, many = pool.map(lambda count: instructions(stripped, count, work), (FEW, MANY))
    return {f"build of {FEW} records": few, "each further record": (many - few) // (MANY - FEW)}


def main():
    here, figures = machine(), measure(Path(sys.argv[1]).resolve())
    if sys.argv[2:] == ["--keep"]:
        KEPT.write_text(json.dumps({"instructions": figures, "with": here}, indent=2) + "\n")
    kept = json.loads(KEPT.read_text())
    is_comparable = kept["with"] == here
    failed = False
    for name, figure in figures.items():
        before = kept["instructions"][name]
        off = figure / before - 1
        is_off = is_comparable and abs(off) > TOLERANCE
        failed |= is_off
        told = f"{off:+.2%} of the {before:,} that are kept" if is_comparable else "not compared"
        print(f"{name}: {figure:,} instructions, {told}{' – more than 1 % off' if is_off else ''}")
    for name, value in kept["with"].items():
        if here[name] != value:
            print(f"not compared: the figures are kept with {name} {value}, and here is {here[name]}")
    if failed:
        sys.exit(f"if that is meant: python3 Benchmarks/instructions.py {sys.argv[1]} --keep, and say why in the commit")


if __name__ == "__main__":
    main()
