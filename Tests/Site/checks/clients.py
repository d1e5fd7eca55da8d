"""Programs that nobody here wrote read the site's API, each unmodified and in an environment of its own.

github-status-checker 1.0.2 is not among them: it fails on `start_date` even with a summary of GitHub's own.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from .failure import Failure

ENVIRONMENTS = Path(sys.prefix).with_name("clients")

DISCORD = """
import json, sys
from discordstatus.discordstatus import DiscordStatus
client = DiscordStatus()
client.base_target = sys.argv[1] + "api/v2"
names = ["summary", "status", "components", "unresolved_incidents", "all_incidents", "upcoming_maintenances",
         "active_maintenances", "all_maintenances"]
print(json.dumps([getattr(client, name) for name in names]))
"""

WHADUP = """
import json, sys, whadup
whadup.API_BASE_URL = sys.argv[1] + "api/"
client = whadup.GithubStatus()
print(json.dumps([
    client.summary(), client.status(), client.components(), client.Incidents.unresolved(), client.Incidents(),
    client.Maintenances.upcoming(), client.Maintenances.active(), client.Maintenances()]))
"""

FILES = ["summary", "status", "components", "incidents/unresolved", "incidents", "scheduled-maintenances/upcoming",
         "scheduled-maintenances/active", "scheduled-maintenances"]


def check(site):
    yield from by_wrapper(site, "DiscordStatus", DISCORD)
    yield from by_wrapper(site, "whadup", WHADUP)
    yield from by_exporter(site)


def by_wrapper(site, client, script):
    """A wrapper gives the very values that stand in the files."""
    told = subprocess.run(
        [ENVIRONMENTS / client / "bin/python", "-c", script, site.url], capture_output=True, text=True, timeout=60)
    if told.returncode:
        yield Failure(client, site.name, told.stderr.strip().splitlines()[-1])
        return
    for name, value in zip(FILES, json.loads(told.stdout)):
        if value != json.loads(site.read(f"api/v2/{name}.json")):
            yield Failure(client, f"{site.name}/api/v2/{name}.json", "it got something else")


def by_exporter(site):
    """statuspage-prometheus-exporter's metrics say the same as the site's own statistics."""
    metrics = exported(site)
    if not metrics:
        yield Failure("exporter", site.name, "statuspage-prometheus-exporter wrote no metrics")
        return
    for what, got, expected in compared(site.statistics, metrics):
        if got != expected:
            yield Failure("exporter", site.name, f"{what}: {got} in the metrics, {expected} in the statistics")


def compared(statistics, metrics):
    """What is compared: its name, the exporter's value, and what it has to be. Components that were not observed
    in the last 24 hours have been retired, and are not in the API."""
    components = [one for one in statistics["components"] if one["uptime"]["24h"]["observed_seconds"]]
    works = {one["name"]: float(one["status"] == "operational") for one in components}
    exported = {labels["component_name"]: value for labels, value in metrics["statuspage_component_status"]}
    yield from ((f"component {name}", exported.get(name), value) for name, value in works.items())
    yield "components", len(exported), len(works) + len({one["group"] for one in components if one["group"]})
    yield "the site works", single(metrics, "statuspage_service_status"), float(set(works.values()) == {1.0})
    yield "all was read", single(metrics, "statuspage_probe_check"), 1.0
    yield "open incidents", names(metrics, "incident"), sorted(
        one["title"] for one in statistics["incidents"] if not one["resolved_at"])
    yield "maintenance", names(metrics, "maintenance"), sorted(
        one["title"] for one in statistics["maintenance"]
        if one["phase"] not in ("completed", "cancelled") and one["until"] > statistics["now"])


def single(metrics, name):
    return metrics.get(name, [({}, None)])[0][1]


def names(metrics, kind):
    """The names of what is going on; the exporter has a metric that says so where there is nothing."""
    labels = [labels for labels, _ in metrics.get(f"statuspage_{kind}_info", [])]
    return sorted(one[f"{kind}_name"] for one in labels if one[f"{kind}_id"] != "none")


def exported(site):
    """The metrics of one run, by name: labels and value of each."""
    with tempfile.TemporaryDirectory() as folder:
        services, textfile = Path(folder, "services.json"), Path(folder, "metrics.prom")
        services.write_text(json.dumps({"site": {"url": site.url + "api/v2/summary.json", "name": site.name}}))
        environment = {**os.environ, "RUN_MODE": "once", "SERVICES_JSON_PATH": str(services),
                       "METRICS_TEXTFILE_PATH": str(textfile), "SLACK_WEBHOOK_URL": ""}
        subprocess.run(
            [ENVIRONMENTS / "statuspage-prometheus-exporter/bin/statuspage-prometheus-exporter"], cwd=folder,
            env=environment, capture_output=True, timeout=120)
        return parsed(textfile.read_text()) if textfile.exists() else {}


def parsed(text):
    metrics = {}
    for name, labels, value in re.findall(r"^(statuspage_\w+)\{(.*)\} (\S+)$", text, re.MULTILINE):
        pairs = re.findall(r'(\w+)="((?:[^"\\]|\\.)*)"', labels)
        plain = {key: re.sub(r"\\(.)", lambda one: "\n" if one[1] == "n" else one[1], said) for key, said in pairs}
        metrics.setdefault(name, []).append((plain, float(value)))
    return metrics
