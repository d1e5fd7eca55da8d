"""What a real Alertmanager delivers becomes a ledger and a record, whatever is repeated, cut, silenced or lost.

All instants are made up and past: Alertmanager sends starts and ends as they were posted. So what is expected below is
the same in every run, and nothing depends on how fast the machine is.
"""

import random
from pathlib import Path

from .alertnight import DAY, Night, Scratch
from .failure import Failure
from .loopback import NothingCame, alertmanager

LEDGER = "alerts/2024-11.csv"
RECORD = "incidents/2024/2024-11-28-payments-fail-for-some-customers.md"
LAST = "01:40:00"
ORDERS = 3

STATUS = """site: {title: Example Status, url: "https://status.example.com"}
components: [{id: checkout, name: Checkout}]
severities: {SEV-2: {component_status: partial_outage}}
texts:
  payments-fail:
    title: Payments fail for some customers
    text: Our monitoring reports that some payments fail. We are looking into it.
    MONITORING: Our monitoring reports that payments work again. We keep watching.
    RESOLVED: Payments work again.
alerts:
  - match: {source: alertmanager, service: shop-frontend, severity: critical}
    component: checkout
    severity: SEV-2
    text: payments-fail
    hold: 5m
    quiet: 15m
"""
RESOLVED_BY_ITSELF = STATUS + "    when_over: resolved\n"

# Alertmanager's fingerprints of the labels: 64-bit FNV-1a over the sorted names and values, a byte 0xFF after each.
FIRST, SECOND = "da72f9a3e88a0b90", "bba6225e5ae06cc9"
HEAD = "source,key,started,ended,detected,acknowledged,component,severity,record"
REST = f"checkout,SEV-2,{Path(RECORD).name}"
LEDGER_OF_GROUP = f"""{HEAD}
alertmanager,{SECOND},{DAY}T01:01:02Z,{DAY}T01:05:40Z,{DAY}T01:01:11Z,,{REST}
alertmanager,{FIRST},{DAY}T00:59:07Z,{DAY}T01:05:16Z,{DAY}T01:01:07Z,,{REST}
alertmanager,{FIRST},{DAY}T01:08:24Z,{DAY}T01:09:28Z,{DAY}T01:08:30Z,,{REST}
"""
LEDGER_OF_SILENCE = f"""{HEAD},evidence
alertmanager,{FIRST},{DAY}T00:59:07Z,{DAY}T01:17:00Z,{DAY}T01:01:07Z,,{REST},absent {DAY}T01:17:00Z/{DAY}T01:19:00Z
"""


def record(ended, said):
    """The whole record of an incident: when its alerts were over, and when that was said."""
    return f"""---
title: Payments fail for some customers
severity: SEV-2
components:
  checkout: partial_outage
started: {DAY} 00:59:07 UTC
detected: {DAY} 01:01:07 UTC
detected_by: alert
---

[INVESTIGATING] Our monitoring reports that some payments fail. We are looking into it.
Updated: {DAY} 01:04 UTC

[MONITORING] Our monitoring reports that payments work again. We keep watching.
Components: checkout operational since {DAY} {ended} UTC
Updated: {DAY} {said} UTC
"""


def check(builder):
    try:
        group, silence = of_group(builder), of_silence(builder)
    except NothingCame as why:
        return [Failure("alertmanager", "loopback", str(why))]
    return [*flaws(group), *out_of_order(group, builder), *flaws(silence)]


def of_group(builder):
    """Two alerts in one group, and one of them again."""
    site = Scratch(builder.allclear, builder.emptied("alertmanager-group"), STATUS)
    expected = {LEDGER: LEDGER_OF_GROUP, RECORD: record(ended="01:09:28", said="01:24")}
    with alertmanager() as monitoring:
        night = Night(site, expected, monitoring)
        night.fires("first", "00:59:07")
        night.takes("01:01:07", {"all firing: first firing"}, {LEDGER}, says="held until 01:04:07")
        night.fires("second", "01:01:02")
        both = {"all firing: first firing, second firing"}
        night.takes("01:01:11", both, {LEDGER})
        # A repetition.
        night.takes("01:01:15", both, set(), says="nothing new")
        night.waits("01:04:06", set())
        night.waits("01:04:07", {LEDGER, RECORD})
        night.fires("first", "00:59:07", "01:05:16")
        # Whoever gets one alert of each group is told that this one is over.
        cut = "cut resolved: first resolved, 1 hidden"
        group = "all firing: first resolved, second firing"
        night.takes("01:05:20", {group, cut}, {LEDGER}, says="`max_alerts` hides 1 alert")
        night.waits("01:05:30", set())
        night.fires("second", "01:01:02", "01:05:40")
        night.takes("01:05:45", {"all resolved: second resolved"}, {LEDGER})
        night.fires("first", "01:08:24")
        night.takes("01:08:30", {"all firing: first firing"}, {LEDGER})
        night.fires("first", "01:08:24", "01:09:28")
        night.takes("01:09:35", {"all resolved: first resolved"}, {LEDGER})
        night.waits("01:24:27", set())
        night.waits("01:24:28", {RECORD})
        night.waits(LAST, set())
    return night


def of_silence(builder):
    """A silence swallows the end of one alert and all of another. Snapshots end the first, and begin nothing."""
    site = Scratch(builder.allclear, builder.emptied("alertmanager-silence"), RESOLVED_BY_ITSELF)
    expected = {LEDGER: LEDGER_OF_SILENCE, RECORD: record(ended="01:17", said="01:32")}
    with alertmanager() as monitoring:
        night = Night(site, expected, monitoring)
        night.fires("first", "00:59:07")
        night.looks("01:01:07", {"first": "active"}, {LEDGER})
        night.takes("01:01:11", {"all firing: first firing"}, set(), says="nothing new")
        night.waits("01:04:07", {LEDGER, RECORD})
        night.silences()
        night.fires("second", "01:10:00")
        silenced = {"first": "suppressed", "second": "suppressed"}
        night.looks("01:12:00", silenced, set())
        night.looks("01:15:00", silenced, set())
        night.fires("first", "00:59:07", "01:16:00")
        night.fires("second", "01:10:00", "01:16:00")
        night.looks("01:17:00", {}, {LEDGER})
        night.waits("01:18:00", set())
        night.looks("01:19:00", {}, {LEDGER})
        night.waits("01:31:59", set())
        # Nobody knows that it is resolved, whatever the rule says.
        night.waits("01:32:00", {RECORD})
        night.waits(LAST, set())
    return night


def flaws(night):
    site, files = night.site.folder.name, night.site.files()
    for step in night.steps:
        if step.written != step.expected or step.says not in step.said:
            wrote = f"it wrote {sorted(step.written)} in place of {sorted(step.expected)}"
            yield Failure("step", f"{site} at {step.time}", f"{wrote}, and said `{step.said}`, not `{step.says}`")
    for path in sorted(files.keys() | night.expected.keys()):
        if files.get(path) != night.expected.get(path):
            kind = "ledger" if path == LEDGER else "record"
            yield Failure(kind, f"{site}/{path}", f"{files.get(path)!r} in place of {night.expected.get(path)!r}")
    for path, text in [*files.items(), *((f"stderr at {step.time}", step.said) for step in night.steps)]:
        for secret in secrets(night):
            if secret in text:
                yield Failure("private", f"{site}/{path}", f"it has `{secret}` of an alert")
    checked = night.site.run(LAST, "check")
    if checked.returncode:
        yield Failure("record", site, (checked.stdout + checked.stderr).decode("utf-8"))


def secrets(night):
    """What alerts say to their own team: all their values."""
    return sorted({value for alert in night.alerts for value in (
        alert["generatorURL"], *alert["labels"].values(), *alert["annotations"].values())})


def out_of_order(night, builder):
    """The same deliveries shuffled, some of them twice or three times, each at its own time."""
    expected = night.site.files().get(LEDGER)
    for seed in range(ORDERS):
        chance = random.Random(seed)
        deliveries = [one for one in night.deliveries for _ in range(chance.randint(1, 3))]
        chance.shuffle(deliveries)
        site = Scratch(night.site.allclear, builder.emptied(f"alertmanager-order-{seed}"), night.site.status)
        ran = [site.run(time, "alert", "-", payload=body) for time, body in deliveries]
        ran.append(site.run(LAST, "alert", "--due"))
        ledger = site.files().get(LEDGER)
        if ledger != expected or any(one.returncode for one in ran):
            said = "".join(one.stderr.decode("utf-8") for one in ran if one.returncode)
            yield Failure("order", f"{site.folder.name}/{LEDGER}", f"{ledger!r} in place of {expected!r}: {said}")
