"""The commands that write, each with the site that it is run on, and what may become of that."""

import json
import os
import re
import subprocess

NOW = "2026-01-10T12:00Z"
STATUS = """site: {title: Harbour, url: "https://status.example.com", since: 2026-01-01}
components: [{id: api, name: API}, {id: web, name: Website}]
severities: {SEV-1: {component_status: major_outage}}
"""
ALERTS = """texts:
  api-fails: {title: The API fails, text: We look into it., MONITORING: It works again.}
  web-slow: {title: The website is slow, text: We look into it., MONITORING: It is fast again.}
alerts:
  - {match: {service: api}, component: api, severity: SEV-1, text: api-fails, hold: 0s, quiet: 5m, then: publish}
  - {match: {service: web}, component: web, severity: SEV-1, text: web-slow, hold: 5m, quiet: 5m, then: publish}
"""


def record(day, text="It is over."):
    return f"""---
title: Outage of the {day}th
severity: SEV-1
components: [api]
started: 2026-01-{day:02}T10:00Z
---

[INVESTIGATING 10:05 UTC] We look into it.

[RESOLVED 11:00 UTC] {text}
"""


def put(folder, files):
    for path, text in files.items():
        place = os.path.join(folder, path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "w") as file:
            file.write(text)


def five_records(folder):
    put(folder, {"status.yml": STATUS} | {f"incidents/2026/2026-01-{day:02}-out.md": record(day) for day in range(1, 6)})


def snapshot(folder):
    """The files of a site by path, but for git's own."""
    files = {}
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != ".git"]
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                files[os.path.relpath(path, folder)] = file.read()
    return files


def without_leftovers(state):
    return {path: data for path, data in state.items() if not is_leftover(path)}


def is_leftover(path):
    name = os.path.basename(path)
    return name.startswith(".allclear-") and name.endswith(".tmp")


class Scenario:
    """A command that comes to the same however often it is run."""

    is_large = False

    def __init__(self, name, arguments, prepare):
        self.name, self.arguments, self.fill = name, arguments, prepare

    def prepare(self, folder, run):
        self.fill(folder)

    def arguments_after(self, state):
        """How it is called once more."""
        return self.arguments

    def wrong_status(self, status, state):
        """What is wrong with the exit status of a run that did not do its work."""
        return [] if status == 1 else [f"exit status {status}"]

    def torn(self, state, old, new, outcome):
        """What of the state is neither the old nor the new site: a killed run may have come half the way."""
        if outcome == "refused":
            return [] if state in (old, new) else self.differences(state, old, new)
        return self.differences(without_leftovers(state), old, new)

    def differences(self, state, old, new):
        """Each file is as it was or as it is to be, and none is gone that is in both."""
        wrong = [path for path, data in state.items() if data not in (old.get(path), new.get(path))]
        gone = [path for path in old if path in new and path not in state]
        return [f"torn: {', '.join(sorted(wrong))}"] * bool(wrong) + [f"gone: {', '.join(sorted(gone))}"] * bool(gone)

    def unhealed(self, folder, again, state, new, run):
        if again.returncode != 0:
            return [f"the next run ends with {again.returncode}: {again.stderr[:200]!r}"]
        return [] if snapshot(folder) == new else ["the next run does not heal it"]


class WholeOrNothing(Scenario):
    """What it writes comes together: where it was refused, nothing is there of it."""

    def torn(self, state, old, new, outcome):
        if outcome == "refused":
            return [] if state in (old, new) else ["a refused run left something behind"]
        return super().torn(state, old, new, outcome)


class Init(WholeOrNothing):
    """Once there is a `status.yml`, that says what the page is called."""

    def arguments_after(self, state):
        return ["init", "--host", "github", *PLACE] if "status.yml" in state else self.arguments


class Once(WholeOrNothing):
    """What it writes is there once: where it is, the next run says so."""

    def unhealed(self, folder, again, state, new, run):
        if without_leftovers(state) == new:
            left = without_leftovers(snapshot(folder))
            wrong = again.returncode != 1 or "already" not in again.stderr or left != new
            return [f"the next run ends with {again.returncode}: {again.stderr[:200]!r}"] * wrong
        return super().unhealed(folder, again, state, new, run)


class OneFile(WholeOrNothing):
    """A command that writes more at each run."""

    def unhealed(self, folder, again, state, new, run):
        leftovers = [path for path in snapshot(folder) if is_leftover(path)]
        check = run(["check", "--site", "SITE", "--now", NOW], folder)
        wrong = [f"the next run ends with {again.returncode}: {again.stderr[:200]!r}"] * (again.returncode != 0)
        wrong += [f"left behind: {', '.join(leftovers)}"] * bool(leftovers)
        return wrong + [f"check: {check.stdout[:200]!r}"] * (check.returncode != 0)


class Alert(Scenario):
    """A ledger of alerts, and the records that they make. The ledger is written although a record could not be: the row then
    names none, and the exit status says so."""

    LEDGER = "alerts/2026-01.csv"

    def __init__(self, name, payload, prepared=()):
        arguments = ["alert", f"SITE/{payload}" if payload else "--due", *SITE]
        super().__init__(name, arguments, lambda folder: put(folder, {"status.yml": STATUS + ALERTS} | PAYLOADS))
        self.prepared = prepared

    def prepare(self, folder, run):
        super().prepare(folder, run)
        for payload, time in self.prepared:
            done = run(["alert", f"SITE/{payload}", "--site", "SITE", "--now", f"2026-01-10T{time}Z"], folder)
            assert done.returncode == 0, done.stderr

    def wrong_status(self, status, state):
        return [] if status == 3 and self.LEDGER in state else super().wrong_status(status, state)

    def torn(self, state, old, new, outcome):
        rows, whole = state.get(self.LEDGER, b"").split(b"\n"), new[self.LEDGER].split(b"\n")
        unnamed = [re.sub(rb"[^,]*\.md$", b"", row) for row in whole]
        if len(rows) == len(whole) and all(row in pair for row, *pair in zip(rows, whole, unnamed)):
            state = state | {self.LEDGER: new[self.LEDGER]}
        return self.differences(without_leftovers(state) if outcome == "killed" else state, old, new)

    def unhealed(self, folder, again, state, new, run):
        """What a killed run left beside its files stays until something is written there."""
        healed = without_leftovers(snapshot(folder)) == new
        return [f"the next run ends with {again.returncode}: {again.stderr[:200]!r}"] * (again.returncode != 0) + [
            "the next run does not heal it"] * (not healed)


class Build(Scenario):
    """A site that has been built before, of which a record has come, one has gone, and one is another."""

    is_large = True

    def prepare(self, folder, run):
        five_records(folder)
        put(folder, {"static/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"})
        assert run(self.arguments, folder).returncode == 0
        os.remove(os.path.join(folder, "incidents/2026/2026-01-01-out.md"))
        put(
            folder,
            {
                "incidents/2026/2026-01-02-out.md": record(2, "It was the database."),
                "incidents/2026/2026-01-06-out.md": record(6),
            },
        )

    def torn(self, state, old, new, outcome):
        own = "public/.allclear-manifest"
        kept = {path: data for path, data in without_leftovers(state).items() if path != own}
        if outcome == "killed":
            # What is new is written in its place, where nothing leads yet: it may be half there.
            kept = {path: data for path, data in kept.items() if path in old or not new.get(path, b"").startswith(data)}
        wrong = self.differences(kept, old | {own: b""}, {path: data for path, data in new.items() if path != own})
        left = [path for path in state if is_leftover(path)] if outcome == "refused" else []
        return wrong + [f"left behind: {', '.join(left)}"] * bool(left)


class Stamp(Scenario):
    """Records without times, in a repository of their own, which git is asked about for each."""

    is_large = True

    def prepare(self, folder, run):
        put(folder, {"status.yml": STATUS})
        for day in range(1, 6):
            text = record(day).replace("[RESOLVED 11:00 UTC]", "[RESOLVED]")
            put(folder, {f"incidents/2026/2026-01-{day:02}-out.md": text})
        date = "2026-01-09T12:00:00Z"
        who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
               for key, value in [("NAME", "Ada"), ("EMAIL", "ada@example.com"), ("DATE", date)]}
        for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "Records"]):
            subprocess.run(["git", "-C", folder, *words], check=True, env=os.environ | who)


def old_tool(folder):
    issues = {
        f"old/content/issues/2026-01-{day:02}-out.md": f"---\ntitle: Outage {day}\ndate: 2026-01-{day:02} 10:00:00\n"
        f"resolved: true\nresolvedWhen: 2026-01-{day:02} 11:00:00\nseverity: down\naffected: [API]\n---\nIt is over.\n"
        for day in range(1, 6)
    }
    put(folder, issues | {"old/config.yml": "title: Harbour\nbaseURL: https://status.example.com\nparams:\n  systems: [{name: API}]\n"})


def nothing(folder):
    pass


def alert(service, status, *times):
    return {"source": "shop", "key": f"{service}000000", "status": status, "labels": {"service": service},
            **{name: f"2026-01-10T{time}Z" for name, time in zip(("started", "ended"), times)}}


# The API fails and works again; the website is slow for longer than the rule holds such an alert.
PAYLOADS = {
    "firing.json": json.dumps([alert("api", "firing", "11:50:00"), alert("web", "firing", "11:51:00")]),
    "over.json": json.dumps([alert("api", "resolved", "11:50:00", "11:53:00")]),
}
SITE = ["--site", "SITE", "--now", NOW]
PLACE = ["SITE", "--now", NOW]
SCENARIOS = [
    OneFile("new", ["new", "Slow answers", "We look into it.", "--severity", "SEV-1", *SITE], five_records),
    OneFile("update", ["update", "2026-01-05-out", "UPDATE", "One more word.", *SITE], five_records),
    Once("post-mortem", ["post-mortem", "2026-01-05-out", *SITE], five_records),
    Stamp("stamp", ["stamp", *SITE], nothing),
    Init("init", ["init", "--name", "Harbour", "--url", "https://status.example.com", "--host", "github", *PLACE], nothing),
    WholeOrNothing("import", ["import", "cstate", "SITE/old", "--into", "SITE"], old_tool),
    Alert("alert", "firing.json"),
    Alert("alert-due", None, [("firing.json", "11:52"), ("over.json", "11:54")]),
    Build("build", ["build", *SITE], nothing),
]
