#!/usr/bin/env python3
"""Holds the schemas that `allclear schema` prints against the files of this project; `make check-site` runs it.

    schemas.py ALLCLEAR

Each schema is valid itself, takes every file that `allclear check` takes, and refuses the mistakes below, as `check`
does. Each failure is one line; any of them makes this fail.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema
import yaml

PROJECT = Path(__file__).resolve().parents[2]
# Folders whose `status.yml` has places to fill in.
TEMPLATES = {"starter"}
# Records that are wrong on purpose.
WRONG = {"2026-01-02-twelve-mistakes.md", "2026-01-01-old.md", "2026-01-01-hidden.md"}

STATUS = """
site: {title: A, url: "https://a.example", since: 2026-01-01}
components: [{id: api, name: API}]
severities: {SEV-1: {component_status: major}}
"""
RECORD = """title: Slow
severity: SEV-1
components: {api: major}
started: 2026-01-02T17:00Z
ended: 2026-01-02T17:30Z
"""

SITE = "site: {title: A, url: 'https://a.example', since: 2026-01-01%s}"
# What stands in `status.yml` in place of the same keys above.
STATUS_MISTAKES = [
    "sites: {}", "site: A", "site: {title: A}", "site: {title: [A], url: 'https://a.example'}",
    "site: {title: '', url: 'https://a.example'}", "site: {title: A, url: a.example}",
    SITE % ", nmae: B", "site: {title: A, url: 'https://a.example', since: January}", SITE % ", target: 101", SITE % ", target: high",
    SITE % ", brand: {color: red}", SITE % ", brand: {logo: logo.svg}", SITE % ", brand: {icon: static/icon.gif}",
    SITE % ", language: e_n", SITE % ", language: a1", SITE % ", language: x-foo",
    SITE % ", links: [{text: A, url: 'javascript:alert(1)'}]", SITE % ", links: [{text: A}]",
    SITE % ", business_hours: {days: mon-fri, from: '09:00'}",
    SITE % ", business_hours: {days: mon-fri, from: nine, until: '17:00'}",
    SITE % ", policy_review: {last: 2026-01-02, every: sometimes/never}",
    "components: {api: API}", "components: []", "components: [{name: API}]", "components: [{id: A B}]",
    "components: [{id: api, uptime: maybe}]", "components: [{id: api, nmae: API}]",
    "severities: [SEV-1]", "severities: {SEV-1: {component_status: bad}}",
    "severities: {SEV-1: {update_every: soon}}", "severities: {SEV-1: {visibility: secret}}",
    "severities: {SEV-1: {hours: sometimes}}", "severities: {SEV-1: {post_mortem: yes}}",
    "severities: {SEV-1: {escalate: [{after: 5m, when: fire, to: CTO}]}}",
    "severities: {SEV-1: {escalate: [{to: CTO}]}}", "severities: {SEV-1: {escalate: [{after: 5m}]}}",
    "severities: {SEV-1: {notfy: slack}}", "uptime: {weights: {partial: 2}}", "uptime: {weights: {partly: 0.3}}",
    "phases: {rsolved: Done}",
]
STATUS_RIGHT = [
    "severities: {SEV-1: , SEV-2: {}, SEV-3: null}", "severities: {SEV-1: {name: 1, notify: [slack, {email: all}]}, 2: }",
    "components: [{id: api, name: 4711, target: '99.9%', uptime: 'false'}]",
    "severities: {SEV-1: {component_status: Partial Outage, update_every: in 30 Minutes, escalate: {after: 1h, to: A}}}",
    "uptime: {weights: {Partial-Outage: 0.5, major: '1'}}", "phases: {IN PROGRESS: Under way, resolved: Done}",
    SITE % ", business_hours: {days: [mon, Tue-Thursday], from: 09:00, until: 17:00}",
    SITE % ", links: {text: A, url: 'MAILTO:a@b.c'}",
]
RECORD_MISTAKES = [
    "titel: Slow", "title: [a]", "title: ''", "title:", "severity: {a: b}", "components: {api: partly}",
    "components: {api: }", "components: []", "started: yesterday", "started: 2026-01-02", "links: 'javascript:alert(1)'",
    "draft: maybe", "visibility: secret", "visibilty: internal", "impact: [a]", "tags: {a: b}", "internal: secret",
    "maintenance: {from: 2026-01-02T17:00Z, until: 2026-01-02T18:00Z}", "notice: {from: 2026-01-02T17:00Z}",
]
WINDOW = "title: Move\nmaintenance: {from: 2026-01-02T17:00Z, until: 2026-01-02T18:00Z}\n"
# Whole front matters.
RECORDS_WRONG = [
    "severity: SEV-1", "title: A", "title: A\nmaintenance: {from: 2026-01-02T17:00Z}",
    WINDOW + "severity: SEV-1", WINDOW + "notice: {from: 2026-01-02T17:00Z}",
    "title: A\nnotice: {from: 2026-01-02T17:00Z}\ncomponents: [api]", "title: A\nnotice: {until: 2026-01-02T17:00Z}",
]
RECORD_RIGHT = [
    "title: 4711", "components: api", "components: [{api: Partial outage}]", "components: {api: under-maintenance}",
    "started: 2026-01-02 17:00 UTC", "started: 2026-01-02 18:00:30 +01:00", "impact: {users: 500, data: [a, b]}",
    "impact: 500 users", "tags: database", "links: https://a.example", "draft: 'true'", "internal: {lead: Ada, n: 3}",
]


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema, by which editors read: times and `yes` are texts."""

    yaml_implicit_resolvers = {}


for tag, pattern, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def read(text):
    return yaml.load(text, CoreLoader)


def front_matter(path):
    return path.read_text(encoding="utf-8-sig").split("---\n")[1]


def replaced(base, keys):
    """The keys of the base with those in place of their own."""
    return {**read(base), **read(keys)}


class Schemas:
    def __init__(self, allclear):
        self.allclear = Path(allclear).resolve()
        self.validators = {name: self.validator(name) for name in ("status", "front-matter")}

    def validator(self, name):
        schema = json.loads(subprocess.run([self.allclear, "schema", name], check=True, capture_output=True).stdout)
        jsonschema.Draft7Validator.check_schema(schema)
        return jsonschema.Draft7Validator(schema)

    def takes(self, name, value):
        return self.validators[name].is_valid(value)

    def check_takes(self, status, record):
        """Whether `allclear check --strict` takes a site; JSON is YAML."""
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            (site / "incidents").mkdir()
            (site / "status.yml").write_text(status)
            (site / "incidents" / "a.md").write_text(f"---\n{record}\n---\n\nText.\n")
            told = subprocess.run([self.allclear, "check", "--strict", "--site", folder, "--now", "2026-01-03T12:00Z"],
                                  capture_output=True, text=True)
        return told.returncode == 0, told.stdout


def failures(schemas):
    for path in sorted(PROJECT.glob("**/status.yml")):
        if not {".build", *TEMPLATES} & set(path.parts):
            yield from (f"{path}: {error.json_path}: {error.message}" for error in
                        schemas.validators["status"].iter_errors(read(path.read_text())))
    folders = [PROJECT / "incidents", *(PROJECT / "Tests/EndToEndTests/Sites").glob("*/incidents")]
    for path in sorted(path for folder in folders for path in folder.glob("**/*.md")):
        if path.name not in WRONG:
            yield from (f"{path}: {error.json_path}: {error.message}" for error in
                        schemas.validators["front-matter"].iter_errors(read(front_matter(path))))
    for keys in STATUS_MISTAKES + STATUS_RIGHT:
        yield from both(schemas, "status", replaced(STATUS, keys), keys, keys in STATUS_RIGHT)
    for keys in RECORD_MISTAKES + RECORD_RIGHT:
        yield from both(schemas, "front-matter", replaced(RECORD, keys), keys, keys in RECORD_RIGHT)
    for text in RECORDS_WRONG:
        yield from both(schemas, "front-matter", read(text), text, False)


def both(schemas, name, value, keys, is_right):
    """What is wrong with how a value is taken: by the schema, and by the reader."""
    if schemas.takes(name, value) != is_right:
        yield f"{name}: the schema {'refuses' if is_right else 'takes'} {keys!r}"
    text = yaml.safe_dump(value, default_flow_style=False, sort_keys=False)
    is_taken, told = schemas.check_takes(*(text, RECORD) if name == "status" else (STATUS, text))
    if is_taken != is_right:
        yield f"{name}: the reader {'refuses' if is_right else 'takes'} {keys!r}\n{told}"


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: schemas.py ALLCLEAR")
    found = list(failures(Schemas(sys.argv[1])))
    print("\n".join(found) if found else "the schemas and the reader agree")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
