"""A night at a scratch site: what Alertmanager delivers is handed to `allclear alert`, and what it writes is noted."""

import json
import subprocess
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from .loopback import Alertmanager, until

DAY = "2024-11-28"
INSTANCES = {"first": "10.0.3.17:9100", "second": "10.0.3.18:9100"}


class Step(NamedTuple):
    """One step of a night: which files it was to write and what to say, and what it did."""

    time: str
    expected: set
    says: str
    written: set
    said: str


@dataclass
class Scratch:
    """A site that alerts come to."""

    allclear: Path
    folder: Path
    status: str

    def __post_init__(self):
        (self.folder / "status.yml").write_text(self.status, "utf-8")

    def run(self, time, *command, payload=b""):
        return subprocess.run(
            [self.allclear, *command, "--site", self.folder, "--now", f"{DAY}T{time}Z"], input=payload,
            capture_output=True)

    def files(self):
        """All but `status.yml`, by their paths."""
        paths = (path for path in self.folder.rglob("*") if path.is_file() and path.name != "status.yml")
        return {str(path.relative_to(self.folder)): path.read_text("utf-8") for path in paths}


@dataclass
class Night:
    """What Alertmanager said to a site, and what came of it. `expected` has the files that are there in the end."""

    site: Scratch
    expected: dict
    monitoring: Alertmanager
    steps: list = field(default_factory=list)
    deliveries: list = field(default_factory=list)
    lists: list = field(default_factory=list)

    def fires(self, instance, start, end=None):
        """Posts an alert, or its end."""
        times = {"startsAt": f"{DAY}T{start}Z", **({"endsAt": f"{DAY}T{end}Z"} if end else {})}
        self.monitoring.post("api/v2/alerts", [{
            "labels": {"alertname": "CheckoutErrorRatio", "cluster": "eu-1", "instance": INSTANCES[instance],
                       "service": "shop-frontend", "severity": "critical"},
            "annotations": {"summary": "[RESOLVED] 5xx ratio 41%", "runbook_url": "https://wiki.corp.example/checkout"},
            "generatorURL": "http://prometheus.corp.example:9090/graph", **times}])

    def silences(self):
        """All alerts from now on. Alertmanager takes no silence that is past, so this alone is by the clock."""
        now = datetime.now(timezone.utc)
        self.monitoring.post("api/v2/silences", {
            "matchers": [{"name": "service", "value": "shop-frontend", "isRegex": False}], "comment": "We know",
            "createdBy": "Rosa Example", "startsAt": now.isoformat(), "endsAt": (now + timedelta(hours=1)).isoformat()})

    def takes(self, time, those, expected, says=""):
        """Hands on all deliveries until those that are awaited have come. Others come between them: repetitions, and
        what the other receiver gets."""
        lacking, ran = set(those), []
        awaited = self.monitoring.deliveries_until(
            lambda: not lacking, lambda: f"Alertmanager does not deliver {lacking}")
        for receiver, body in awaited:
            lacking.discard(sentence(receiver, json.loads(body)))
            self.deliveries.append((time, body))
            ran.append(self.site.run(time, "alert", "-", payload=body))
        self.note(time, expected, says, *ran)

    def looks(self, time, states, expected):
        """Hands on the list of what fires, once that is those alerts."""
        body = b""

        def is_there():
            nonlocal body
            body = self.monitoring.alerts()
            return {name(one): one["status"]["state"] for one in json.loads(body)} == states

        until(is_there, lambda: f"Alertmanager lists {body.decode('utf-8')}, and not {states}")
        self.lists.append(body)
        self.note(time, expected, "", self.site.run(time, "alert", "-", "--snapshot", payload=body))

    def waits(self, time, expected):
        """Nothing comes, and the clock goes on."""
        self.note(time, expected, "" if expected else "nothing is due", self.site.run(time, "alert", "--due"))

    def note(self, time, expected, says, *ran):
        written = {path for one in ran for path in one.stdout.decode("utf-8").splitlines()}
        written |= {f"exit status {one.returncode}" for one in ran if one.returncode}
        said = "".join(one.stderr.decode("utf-8") for one in ran)
        self.steps.append(Step(time, expected, says, written, said))

    @property
    def alerts(self):
        """All alerts that Alertmanager told of, as often as it did."""
        for _, body in self.deliveries:
            yield from json.loads(body)["alerts"]
        for body in self.lists:
            yield from json.loads(body)


def sentence(receiver, delivery):
    """What a delivery says, such as `all firing: first resolved, second firing`."""
    parts = [f"{name(one)} {one['status']}" for one in delivery["alerts"]]
    if hidden := delivery["truncatedAlerts"]:
        parts.append(f"{hidden} hidden")
    return f"{receiver} {delivery['status']}: {', '.join(parts)}"


def name(alert):
    return next(name for name, instance in INSTANCES.items() if instance == alert["labels"]["instance"])
