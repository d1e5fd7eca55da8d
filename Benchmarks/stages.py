#!/usr/bin/env python3
"""Tells how a command's processor time divides among the stages of a build.

    stages.py COMMAND …

It also tells how much of all that is for reports, which no option leaves out: the samples with any frame of
report code. The writing of their files is not in it.

Samples the command with Linux's `perf`, the kernel's work included. A sample belongs to the innermost frame
that is of a module with a stage of its own: memory that a template asks for counts as rendering, a page
rendered from within Publishing too, the kernel's copying of it to a file as writing.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter

# The first that matches a frame's symbol or library. A mangled symbol names modules by length and name.
STAGES = [
    ("cmark", re.compile(r"libcmark|\bcmark_|7Records\d+Markdown(Document|Node)")),
    ("front matter", re.compile(r"4Yams|\byaml_|7Records\d+(FrontMatter|YAML|MappingReader|ComponentsField)")),
    ("records: updates, checks, assembly", re.compile(r"7Records")),
    ("statistics", re.compile(r"11Reliability")),
    ("render", re.compile(r"10StatusSite|8Mustache")),
    ("write", re.compile(r"10Publishing")),
    ("read", re.compile(r"8allclear")),
]
# What only reports call, whatever it calls in turn.
REPORTS = re.compile(
    r"\d(PeriodReport|Report(Plan|Text|Page|Content|SectionContext|Table|Cell|CSV)|ReportsPage|IncidentLedger)")
START = "start and end of the process"
FRAME = re.compile(r"^\s+[0-9a-f]+ (.*)$")


def samples(report):
    """Each sample's frames, innermost first."""
    for sample in report.split("\n\n"):
        frames = [match.group(1) for match in map(FRAME.match, sample.splitlines()) if match]
        if frames:
            yield frames


def stage(frames):
    for frame in frames:
        for name, pattern in STAGES:
            if pattern.search(frame):
                return name
    return START


def record(command, place):
    sampling = ["-e", "cpu-clock", "-F", "1000", "--call-graph", "dwarf,16384"]
    subprocess.run(
        ["perf", "record", "--quiet", *sampling, "-o", place, *command],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    report = subprocess.run(
        ["perf", "script", "-i", place, "--no-inline", "--no-demangle", "-F", "ip,sym,dso"],
        check=True, capture_output=True, text=True, errors="replace")
    return report.stdout


def main():
    if not shutil.which("perf"):
        print("No shares of the stages: they are measured with Linux's `perf`, which is not here.")
        return
    with tempfile.NamedTemporaryFile(prefix="allclear-perf-") as place:
        taken = list(samples(record(sys.argv[1:], place.name)))
    counts = Counter(map(stage, taken))
    total = len(taken)
    reports = sum(1 for frames in taken if any(map(REPORTS.search, frames)))
    print("| stage | share of the processor time |\n| --- | ---: |")
    for name in [name for name, _ in STAGES] + [START]:
        if counts[name]:
            print(f"| {name} | {100 * counts[name] / total:.0f} % |")
    print(f"\n{total:,} samples; {100 * reports / total:.1f} % of them are for reports, with which a build takes "
          f"{total / (total - reports):.2f} times the processor time of one without them")


if __name__ == "__main__":
    main()
