#!/usr/bin/env python3
"""Turns a cState site into an Allclear site, so that tests can build from text that real teams wrote.

    convert-cstate.py SOURCE TARGET

SOURCE holds `config.yml` and `content/issues/*.md`; TARGET gets `status.yml` and `incidents/*.md`. Every
file of SOURCE has one line on standard error that says what became of it; the last line is the count.
Only what is certain is mapped:

- A severity becomes a level of the same name: `down` gives its components a major outage, `disrupted` a
  partial one, `notice` degraded performance (which weighs nothing in uptime). The misspellings in
  MISSPELLINGS are read as what they can only mean; any other is refused.
- A time without a zone is in UTC, as Hugo reads it, and so is `-00:00`. One-digit hours get their zero. A
  date alone, an impossible time and an end before the start are refused: they would be guesses.
- Each name under `affected` is a component, as each has a page in cState. Those that `config.yml` does not
  list stand in a group of their own. Names that differ in case or punctuation alone are one component.
- A body is kept byte for byte, but for brackets that would be read as a phase, which get a backslash, and
  `{{< track "time" >}}`, which becomes its time.
"""

import datetime
import json
import pathlib
import re
import sys

STATUSES = {"down": "major_outage", "disrupted": "partial_outage", "notice": "degraded_performance"}
MISSPELLINGS = {"distrupted": "disrupted", "dissrupted": "disrupted"}
MEANING_NONE = {"nothing", "none"}
KEYS = {"title", "date", "resolved", "resolvedWhen", "severity", "affected", "section"}
UNLISTED = "Not in config.yml"
PHASES = [
    "INVESTIGATING", "IDENTIFIED", "MONITORING", "RESOLVED", "MITIGATING", "MITIGATED", "UPDATE",
    "SCHEDULED", "IN PROGRESS", "VERIFYING", "COMPLETED", "CANCELLED",
]


class Refused(Exception):
    """A file that cannot be carried over, with the reason."""


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: convert-cstate.py SOURCE TARGET")
    source, target = map(pathlib.Path, sys.argv[1:])
    site = Site((source / "config.yml").read_text("utf-8"))
    records, counts = {}, {"whole": 0, "changed": 0, "refused": 0}
    for path in sorted((source / "content" / "issues").rglob("*.md")):
        try:
            record, notes = convert(path.read_bytes(), site)
            claim(path.stem, records)
            records[path.stem] = record
            tell(path, "; ".join(notes) or "carried over whole")
            counts["changed" if notes else "whole"] += 1
        except Refused as reason:
            tell(path, f"refused: {reason}")
            counts["refused"] += 1
    write(target, site, records)
    total = sum(counts.values())
    print(
        f"{total} files: {counts['whole']} carried over whole, {counts['changed']} with changes, "
        f"{counts['refused']} refused", file=sys.stderr)


def tell(path, what):
    print(f"{path.name}: {what}", file=sys.stderr)


def claim(stem, records):
    """Two names that differ in case or punctuation alone would be one page."""
    for other in records:
        if slug(other) == slug(stem):
            raise Refused(f"its page would be that of `{other}.md`")


def write(target, site, records):
    (target / "incidents").mkdir(parents=True, exist_ok=True)
    (target / "status.yml").write_text(site.yaml(), "utf-8")
    for stem, record in records.items():
        (target / "incidents" / f"{stem}.md").write_bytes(record.encode("utf-8"))


# One record


def convert(data, site):
    """The record as Allclear's text, and what was not carried over as it stood."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"not UTF-8 at byte {error.start}") from None
    values, body = split_front_matter(text.replace("\r\n", "\n"))
    notes = [f"key `{key}` left out" for key in values if key not in KEYS]
    start = instant(values, "date", notes)
    lines = [
        f"title: {quoted(required(values, 'title'))}",
        f"severity: {severity(values, notes)}",
        *component_lines(values, site, notes),
        f"started: {written(start)}",
        *ending_lines(values, start, notes),
    ]
    return "---\n" + "\n".join(lines) + "\n---\n" + escaped(body, notes), notes


def split_front_matter(text):
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise Refused("it does not begin with `---`")
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return front_matter(lines[1:number]), "\n".join(lines[number + 1:])
    raise Refused("its front matter has no end")


def front_matter(lines):
    """The keys and values of cState's front matter: texts, and lists of texts."""
    values, key = {}, None
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if "\t" in line[: len(line) - len(line.lstrip())]:
            raise Refused("its front matter is indented with tabs")
        item = re.fullmatch(r"\s*-\s+(.*)", line)
        pair = re.fullmatch(r"([A-Za-z_]+)\s*:(?:\s+(.*)|\s*)", line)
        if item and key:
            if not isinstance(values[key], list):
                values[key] = [values[key]] if values[key] else []
            values[key].append(scalar(item.group(1)))
        elif pair:
            key = pair.group(1)
            if key in values:
                raise Refused(f"it has two keys `{key}`")
            values[key] = value(pair.group(2) or "")
        else:
            raise Refused(f"`{line.strip()}` in its front matter is no key and value")
    return values


def value(text):
    inside = re.fullmatch(r"\[(.*)\]", text.strip())
    return [scalar(part) for part in inside.group(1).split(",") if part.strip()] if inside else scalar(text)


def scalar(text):
    text = text.strip()
    for quote, doubled in (('"', '\\"'), ("'", "''")):
        if len(text) > 1 and text[0] == quote == text[-1]:
            return text[1:-1].replace(doubled, quote)
    return re.split(r"(?:^|\s)#", text, maxsplit=1)[0].strip()


def required(values, key):
    if not values.get(key):
        raise Refused(f"it has no `{key}`")
    return values[key]


def severity(values, notes):
    word = required(values, "severity").lower()
    if word in STATUSES:
        return word
    if word in MISSPELLINGS:
        notes.append(f"severity `{word}` read as `{MISSPELLINGS[word]}`")
        return MISSPELLINGS[word]
    raise Refused(f"there is no severity `{word}`")


def component_lines(values, site, notes):
    names = values.get("affected") or []
    names = names if isinstance(names, list) else [names]
    word = required(values, "severity").lower()
    status = STATUSES.get(MISSPELLINGS.get(word, word))
    ids = []
    for name in names:
        if name.lower() in MEANING_NONE:
            notes.append(f"component `{name}` left out: it names none")
            continue
        identifier = site.component(name)
        if identifier in ids:
            notes.append(f"component `{name}` named twice")
        else:
            ids.append(identifier)
    return ["components:"] + [f"  {quoted(one)}: {status}" for one in ids] if ids else []


def ending_lines(values, start, notes):
    resolved = str(values.get("resolved", "false")).lower()
    if resolved not in ("true", "yes"):
        return []
    end = instant(values, "resolvedWhen", notes)
    if end < start:
        raise Refused(f"it was resolved at {written(end)}, before its start at {written(start)}")
    return [f"ended: {written(end)}"]


# Times


def instant(values, key, notes):
    text = required(values, key)
    pattern = r"(\d{4}-\d\d-\d\d)[T ](\d{1,2})(:\d\d(?::\d\d)?)\s*(Z|UTC|GMT|[+-]\d\d:\d\d)?"
    found = re.fullmatch(pattern, text)
    if not found:
        alone = re.fullmatch(r"\d{4}-\d\d-\d\d", text)
        raise Refused(f"`{key}: {text}` is " + ("a day without a time" if alone else "no time"))
    day, hour, rest, zone = found.groups()
    if len(hour) == 1:
        notes.append(f"hour of `{key}: {text}` written with two digits")
    zone = "+00:00" if zone in (None, "Z", "UTC", "GMT", "-00:00") else zone
    try:
        return datetime.datetime.fromisoformat(f"{day}T{hour:0>2}{rest}{zone}")
    except ValueError as error:
        raise Refused(f"`{key}: {text}` is no time: {error}") from None


def written(moment):
    return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


# Bodies


def escaped(body, notes):
    """The body with nothing in it that would be read as an update."""
    lines, fence = [], None
    for line in body.split("\n"):
        mark = re.match(r" {0,3}(```+|~~~+)", line)
        if mark and (fence is None or line.strip().startswith(fence)):
            fence = None if fence else mark.group(1)
        lines.append(line if fence or mark else escaped_line(line, notes))
    return "\n".join(lines)


def escaped_line(line, notes):
    track = re.sub(r'\{\{[<%]\s*track\s+"([^"]*)"\s*[>%]\}\}', r"\1", line)
    if track != line:
        notes.append("`track` shortcode replaced by its time")
    found = re.match(r"( {0,3}(?:#{1,6} +)?(?:\*\*|__|\*|_)?)\[([^\]]*)\](?!\()", track)
    if not found or not reads_as_phase(found.group(2)):
        return track
    notes.append(f"`[{found.group(2)}]` escaped")
    return found.group(1) + "\\" + track[found.end(1):]


def reads_as_phase(text):
    """Whether a bracket is one of capitals, or begins with a phase or with a slip of one."""
    word = re.split(r"[^A-Za-z ]", text, maxsplit=1)[0].strip().upper()
    starts = {word, word.split(" ")[0]}
    return (text == text.upper() and text != text.lower()) or any(
        distance(start, phase) <= 2 for start in starts if start for phase in PHASES)


def distance(one, other):
    """How many letters have to be changed, added or taken away (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, row[0] = row[0], i
        for j, counterpart in enumerate(other, start=1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (letter != counterpart))
    return row[-1]


# The site


class Site:
    """What `config.yml` says, and the components that records add to it."""

    def __init__(self, config):
        self.title = top_level(config, "title")
        self.url = top_level(config, "baseURL")
        self.language = top_level(config, "languageCode") or "en"
        self.components = {}
        for system in systems(config):
            self.component(system["name"], system.get("category"), system.get("description"))

    def component(self, name, group=UNLISTED, description=None):
        """The id of the component of that name, which is added where it is new."""
        identifier = re.sub(r"[^a-z0-9._-]+", "-", name.lower()).strip("._-")
        known = self.components.setdefault(
            identifier, {"names": [], "group": group, "description": description})
        if name.lower() not in [other.lower() for other in known["names"]]:
            known["names"].append(name)
        return identifier

    def yaml(self):
        lines = [
            "site:", f"  title: {quoted(self.title)}", f"  url: {quoted(self.url)}",
            f"  language: {quoted(self.language)}", *self.component_lines(), "severities:",
        ]
        for level, status in STATUSES.items():
            lines += [f"  {level}:", f"    component_status: {status}"]
        return "\n".join(lines) + "\n"

    def component_lines(self):
        lines = ["components:"] if self.components else []
        for identifier, component in self.components.items():
            name, *aliases = component["names"]
            lines += [f"  - id: {quoted(identifier)}", f"    name: {quoted(name)}"]
            if aliases:
                lines.append("    aliases: [" + ", ".join(map(quoted, aliases)) + "]")
            for key in ("group", "description"):
                if component[key]:
                    lines.append(f"    {key}: {quoted(component[key])}")
        return lines


def top_level(config, key):
    found = re.search(rf"^{key}:[ \t]+(.+)$", config, re.MULTILINE)
    return scalar(found.group(1)) if found else None


def systems(config):
    """The maps under `systems:`, each with its texts on one line."""
    found, inside, depth, key = [], False, 0, None
    for line in config.split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        if not inside:
            inside, depth = re.fullmatch(r"\s+systems:\s*", line) is not None, indent
            continue
        item = re.fullmatch(r"\s*- +(.*)", line)
        pair = re.fullmatch(r"\s*(?:- +)?([a-z]+):(?: +(.*))?", line)
        if indent < depth or (indent == depth and not item):
            break
        if item:
            found.append({})
        if pair:
            key = pair.group(1)
            text = pair.group(2) or ""
            found[-1][key] = "" if text in ("|", ">") else scalar(text)
        elif key:
            found[-1][key] = f"{found[-1][key]} {line.strip()}".strip()
    return found


def slug(stem):
    return re.sub(r"[^\w.-]+", "-", stem.lower())


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    main()
