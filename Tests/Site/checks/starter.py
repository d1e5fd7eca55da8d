"""The CI files of a new repository, as those who run them will read them: YAML, both hosts' schemas, security, shell."""

import json
import subprocess
import sys
from pathlib import Path

import yaml

from .failure import Failure

TOOLS = Path(sys.executable).parent
SETTINGS = Path(__file__).resolve().parents[1]


def check(folder):
    workflows = sorted(folder.glob(".github/workflows/*.yml"))
    pipeline = folder / ".gitlab-ci.yml"
    settings = SETTINGS / "yamllint.yml"
    yield from said_by("yaml", ["yamllint", "--strict", "--format=parsable", "--config-file", settings,
                                *workflows, pipeline, folder / "status.yml"])
    yield from said_by("schema", ["check-jsonschema", "--builtin-schema=vendor.github-workflows", *workflows])
    yield from said_by("schema", ["check-jsonschema", "--builtin-schema=vendor.gitlab-ci",
                                  "--data-transform=gitlab-ci", pipeline])
    yield from audited(folder)
    yield from said_by("shell", ["shellcheck", "--format=gcc", *sorted(folder.glob(".allclear/*.sh"))])
    for path in [*workflows, pipeline]:
        for script in scripts(path):
            yield from said_by("shell", ["shellcheck", "--shell=bash", "--format=gcc", "-"], script, path.name)


def said_by(name, command, text=None, page=".github"):
    ran = subprocess.run([TOOLS / command[0], *command[1:]], input=text, capture_output=True, text=True)
    if ran.returncode:
        yield Failure(name, page, ran.stdout + ran.stderr)


def audited(folder):
    command = [TOOLS / "zizmor", "--offline", "--no-progress", "--quiet", "--format=json",
               "--config", SETTINGS / "zizmor.yml", folder / ".github"]
    ran = subprocess.run(command, capture_output=True, text=True)
    try:
        found = json.loads(ran.stdout)
    except json.JSONDecodeError:
        found = [{"ident": "zizmor", "desc": ran.stderr}]
    for finding in found:
        yield Failure("security", ".github", f"{finding['ident']}: {finding['desc']}")


def scripts(path):
    """Every script of a workflow or of a pipeline; none of what is no YAML, which is told elsewhere."""
    try:
        document = yaml.safe_load(path.read_text("utf-8"))
    except yaml.YAMLError:
        return []
    if "jobs" in document:
        return [step["run"] for job in document["jobs"].values() for step in job["steps"] if "run" in step]
    return ["\n".join(job["script"]) for job in document.values() if isinstance(job, dict) and "script" in job]
