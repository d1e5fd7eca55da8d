#!/usr/bin/env python3
"""Writes a status site of N incident records, the same for the same N and SEED on any machine.

    generate-records.py N FOLDER            status.yml and incidents/YYYY/*.md
    generate-records.py N FOLDER --hugo     the same records as content/ for the theme in hugo/
    generate-records.py N FOLDER --seed S   other records; those without it are of seed 0

Records are of about 1.7 KB, with four updates, on ten components, over the three years that end with NOW.
"""

import argparse
import random
from datetime import datetime, timedelta, timezone
from pathlib import Path

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=timezone.utc)
DAYS = 3 * 365

COMPONENTS = [
    ("story-api", "Story API", "Core"),
    ("narration", "Narration", "Core"),
    ("library", "Library", "Core"),
    ("accounts", "Accounts", "Core"),
    ("web", "Website", "Apps"),
    ("ios", "iOS app", "Apps"),
    ("android", "Android app", "Apps"),
    ("payments", "Payments", "Partners"),
    ("email", "Email", "Partners"),
    ("cdn", "CDN provider", "Partners"),
]

# Level, name, status of its components, its share of the incidents.
SEVERITIES = [
    ("SEV-1", "Critical", "major_outage", 0.08),
    ("SEV-2", "High", "partial_outage", 0.27),
    ("SEV-3", "Medium", "degraded_performance", 0.45),
    ("SEV-4", "Low", "degraded_performance", 0.20),
]

SYMPTOMS = [
    "answers slowly", "returns errors", "is unreachable for some readers", "drops connections",
    "shows old data", "refuses sign-ins", "loses queued work", "times out under load",
]

CAUSES = [
    "the connection pool of the primary database was exhausted by a query without a limit",
    "a certificate of an internal service had run out during the night",
    "a new release held a lock for the length of a request instead of one statement",
    "a full disk on two of the six queue workers kept jobs from being taken",
    "a route to one data centre was withdrawn by the network provider",
    "the cache was emptied by a change of its key and every read went to storage",
]

CHANGES = [
    "raised the pool's limit and ended the sessions that held it",
    "put the release of the day before back in place",
    "moved traffic to the second data centre",
    "renewed the certificate and restarted the services that had read the old one",
    "added two workers and gave the full disks more room",
    "filled the cache from a copy before opening it to readers again",
]

DETAILS = [
    "Requests that were accepted before are kept, and will be finished in their order.",
    "Reading is not affected; what fails can be tried again without doing it twice.",
    "About one request in seven fails, most of them from mobile networks.",
    "The error rate fell from 14 % to 0.3 % within ten minutes, and keeps falling.",
    "Our own checks saw it first; the first report by a reader came four minutes later.",
    "We compare what was written in that time with the copies, and tell those it concerns.",
]


class Choices:
    """Choices that depend on the seed alone. Only `random()` is promised to stay the same."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def of(self, things):
        return things[int(self.random() * len(things))]

    def between(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def one_in(self, count):
        return self.random() * count < 1

    def severity(self):
        point = self.random()
        for severity in SEVERITIES:
            point -= severity[3]
            if point < 0:
                return severity
        return SEVERITIES[-1]


def full(time):
    return time.strftime("%Y-%m-%dT%H:%MZ")


def clock(time):
    return time.strftime("%H:%M UTC")


class Record:
    """One incident: what happened, and how it is written down."""

    def __init__(self, index, count, seed):
        pick = self.pick = Choices(index + seed * 10_000_000)
        # Evenly over the three years, each with its own hour; the last ends well before NOW.
        self.started = NOW - timedelta(
            minutes=int((count - index) * (DAYS * 1440 - 2880) / count) + 600 + pick.between(0, 600))
        self.level, _, self.status, _ = pick.severity()
        first = pick.between(0, len(COMPONENTS) - 1)
        step = pick.between(1, len(COMPONENTS) - 1)
        self.components = [
            COMPONENTS[(first + step * k) % len(COMPONENTS)] for k in range(pick.between(1, 2))]
        self.title = f"{self.components[0][1]} {pick.of(SYMPTOMS)}"
        self.cause = pick.of(CAUSES)
        self.change = pick.of(CHANGES)
        self.is_newest_first = pick.one_in(8)
        self.has_post_mortem = pick.one_in(6)
        minutes = [pick.between(2, 20)]
        for _ in range(3):
            minutes.append(minutes[-1] + pick.between(5, 75))
        self.times = [self.started + timedelta(minutes=m) for m in minutes]
        self.id = f"{self.started:%Y-%m-%d}-{self.components[0][0]}-{index:06d}"

    def front_matter(self):
        pick = self.pick
        yield f"title: {self.title}"
        yield f"severity: {self.level}"
        if pick.one_in(2):
            yield f"components: [{', '.join(id for id, _, _ in self.components)}]"
        else:
            yield "components:"
            for id, _, _ in self.components:
                yield f"  {id}: {self.status}"
        yield f"started: {full(self.started)}"
        yield f"detected: {full(self.started + timedelta(minutes=1))}"
        yield f"acknowledged: {full(self.started + timedelta(minutes=2))}"
        yield "impact:"
        yield f"  users: about {pick.between(2, 90) * 50}"
        yield f"  requests_failed: {pick.between(1, 40)} % at the worst"
        yield f"tags: [{pick.of(['database', 'network', 'release', 'capacity'])}]"
        yield "internal:"
        yield f"  lead: {pick.of(['Ada', 'Grace', 'Edsger', 'Barbara'])}"
        yield f"  ticket: OPS-{pick.between(1000, 9999)}"

    def updates(self):
        """The four updates, oldest first, each a list of blocks."""
        pick = self.pick
        name = self.components[0][1]
        lost, bold = pick.of(DETAILS), pick.of(DETAILS)
        first = [
            f"We are looking into reports that {name} {self.title[len(name) + 1:]}. {lost}",
            f"What you may see:\n\n- pages of *{name}* that stay empty or load for a long time\n"
            f"- an error with the number `{pick.between(500, 504)}` and a reference\n"
            "- notifications that arrive later than they should",
        ]
        second = [
            f"We found that {self.cause}. The team of **{name}** is at work on it, "
            f"and others are held back until it is done. {bold}",
        ]
        if pick.one_in(3):
            second.append(
                f"```\nerror rate      {pick.between(3, 40)}.{pick.between(0, 9)} %\n"
                f"waiting jobs    {pick.between(100, 9000)}\n```")
        third = [
            f"We {self.change}. {pick.of(DETAILS)} See [what each state means]"
            "(https://status.example.com/help/states) for how we decide when this is over.",
        ]
        fourth = [
            f"{name} has worked as it should for half an hour, and all that waited is done. "
            "We are sorry for the time this cost you, and will write down here what we change.",
        ]
        return [first, second, third, fourth]

    def trailers(self, number):
        pick = self.pick
        if number < 2:
            yield f"Next update: {pick.of(['15m', '30m', '1h'])}"
        if number == 1 and pick.one_in(2):
            yield f"Root cause: {self.cause}"
        if number == 2:
            yield f"Fix: {self.change}"
            if len(self.components) > 1:
                yield f"Components: {self.components[1][0]} operational"

    def body(self):
        pick = self.pick
        phases = ["INVESTIGATING", "IDENTIFIED", "MONITORING", "RESOLVED"]
        written = []
        for number, (phase, blocks, time) in enumerate(zip(phases, self.updates(), self.times)):
            trailers = list(self.trailers(number))
            # A time of day is read from the update before, which newest first does not give.
            stamp = full(time) if self.is_newest_first or pick.one_in(2) else clock(time)
            if pick.one_in(2):
                head = f"[{phase} {stamp}] "
            else:
                head = f"[{phase}] "
                trailers.append(f"Updated: {stamp}")
            parts = [head + blocks[0]] + blocks[1:]
            if trailers:
                parts.append("\n".join(trailers))
            written.append("\n\n".join(parts))
        return "\n\n".join(reversed(written) if self.is_newest_first else written)

    def post_mortem(self):
        pick = self.pick
        due = self.started + timedelta(days=pick.between(7, 30))
        return (
            f"# Post-mortem\n\nPublished: {self.started + timedelta(days=2):%Y-%m-%d}\n\n"
            f"## Summary\n\n{self.cause[0].upper()}{self.cause[1:]}.\n\n"
            "## Timeline\n\n"
            f"- {clock(self.times[0])}: Investigation began\n- {clock(self.times[1])}: Cause found\n"
            f"- {clock(self.times[2])}: Change in place\n\n"
            "## Action items\n\n"
            f"- [{pick.of(' x')}] Watch it with an alarm of its own "
            f"(Owner: Platform team, Due: {due:%Y-%m-%d}, Ticket: OPS-{pick.between(1000, 9999)})\n"
            f"- [ ] Practise the way back once a quarter (Owner: {pick.of(['Ada', 'Grace'])}, "
            f"Due: {due + timedelta(days=14):%Y-%m-%d})")

    def text(self, front_matter):
        sections = [self.body()] + ([self.post_mortem()] if self.has_post_mortem else [])
        return "---\n" + "\n".join(front_matter) + "\n---\n\n" + "\n\n".join(sections) + "\n"

    def as_record(self):
        return self.text(self.front_matter())

    def for_hugo(self):
        """The same text under front matter that Hugo reads: its date, and its month as a term."""
        matter = list(self.front_matter())
        matter.append(f"date: {self.started:%Y-%m-%dT%H:%M:%SZ}")
        matter.append(f'months: ["{self.started:%Y-%m}"]')
        return self.text(matter)


def configuration():
    since = (NOW - timedelta(days=DAYS)).date()
    lines = [
        "site:", "  title: Example Status", "  url: https://status.example.com", "  time_zone: Europe/Berlin",
        f"  since: {since}", "  target: 99.9", "components:",
    ]
    lines += [f"  - {{id: {id}, name: {name}, group: {group}}}" for id, name, group in COMPONENTS]
    lines.append("severities:")
    for level, name, status, _ in SEVERITIES:
        lines += [f"  {level}:", f"    name: {name}", f"    component_status: {status}"]
    return "\n".join(lines) + "\n"


def write(text, path, known):
    if path.parent not in known:
        path.parent.mkdir(parents=True, exist_ok=True)
        known.add(path.parent)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--hugo", action="store_true")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()

    known = set()
    if not options.hugo:
        write(configuration(), options.folder / "status.yml", known)
    for index in range(options.count):
        record = Record(index, options.count, options.seed)
        if options.hugo:
            write(record.for_hugo(), options.folder / "content/incidents" / f"{record.id}.md", known)
        else:
            place = options.folder / "incidents" / f"{record.started:%Y}" / f"{record.id}.md"
            write(record.as_record(), place, known)


if __name__ == "__main__":
    main()
