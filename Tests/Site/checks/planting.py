"""A site whose every text is hostile: markup, formulas, headers, commands and what hides them.

Nothing of it may act anywhere. What is planted names itself: elements and attributes are called `planted`, scripts set
`window.planted`, headers and properties are called `X-Planted`, and commands and formulas hold `planted`.
"""

import re

MARKUP = (
    "</title></textarea></style></script><script>window.planted=1</script>"
    "<img src=x onerror=window.planted=1><planted planted=1>]]>--><b planted=1>&lt;i planted=1&gt;")
# A combining mark behind `<` makes another Character of it, and the same bytes for a browser.
COMBINED = "<\u0600script>window.planted=1</script> \"\u0300onmouseover=window.planted=1 '\u20dd>"
QUOTED = "\" onmouseover=\"window.planted=1\" planted=\"' onfocus='window.planted=1' autofocus x='"
TEMPLATE = "{{title}} {{{header}}} {planted} ${planted} ${{ secrets.PLANTED }} %0Aplanted"
MARKDOWN = "![a](javascript:window.planted=1) [a](javascript:window.planted=1) <javascript:window.planted=1> **b**"
CHAT = "<!channel> <@U0PLANTED> @everyone @planted <https://planted.example|a> :tada:"
HIDDEN = "\u202egnp.exe\u2066 \u200b\ufeff"
# They end lines, which a name may not hold.
SEPARATORS = "planted\u2028planted\u2029planted"
TEXT = " ".join([MARKUP, COMBINED, QUOTED, TEMPLATE, CHAT, HIDDEN])
FORMULAS = ["=1+planted", "+1+planted", "-1+planted", "@planted", "\uff1d1+planted", "\uff0b1", "\uff0d1", "\uff20planted"]
COMMANDS = ["::set-output name=planted::1", "::error::planted", "##[error]planted", "##vso[task.setvariable planted]"]
# What a name may not hold, or may only lose: a line that becomes a header, a terminal's commands.
CONTROLS = [
    r"a\r\nBcc: planted@planted.example\r\n\r\n<planted>", r"a\nX-Planted: 1", r"a\rX-Planted: 1", r"\e]52;c;planted\a",
    r"\e[8mplanted\e[0m", r"\x9b8mplanted", r"a\0planted", r"a\x7f\b\b\bplanted", r"a\u0085::error::planted",
]


LEVEL = '"=S1+planted"'


def quoted(text):
    """A text as YAML in double quotation marks, in which what ends lines or cannot be seen is written as an escape."""
    hidden = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub("[\u200b-\u206f\ufeff]", lambda found: f"\\u{ord(found.group()):04x}", hidden) + '"'


def status(title=quoted(TEXT), name=quoted("=1+planted " + TEXT)):
    components = "\n".join(
        f"  - {{id: c{number}, name: {quoted(formula + ' ' + str(number))}}}" for number, formula in enumerate(FORMULAS))
    text = quoted(TEXT)
    address = """"https://a.example/?q=<planted>&x='\\"planted\""""
    return f"""site:
  title: {title}
  url: https://hostile.example.com/a'b
  time_zone: Europe/Berlin
  since: 2026-08-01
  target: 99.9
  links: [{{text: {text}, url: "https://a.example/?q=<planted>&x='\\"planted"}}]
components:
  - {{id: web, name: {name}, group: {text}, description: {text}, aliases: [{quoted(CHAT)}], runbook: {address}}}
{components}
phases: {{identified: {quoted(MARKUP)}, resolved: {quoted(QUOTED)}}}
severities:
  {LEVEL}:
    name: {text}
    definition: [{text}, {quoted("=1+planted")}]
    examples: [{text}]
    responders: {text}
    component_status: major_outage
    notify: [{text}, {{email: {text}}}]
    post_mortem: {{required: true, within: 1w}}
    escalate: [{{after: 15m, to: {text}}}]
    checklist: [{text}, {quoted(MARKDOWN)}]
    runbook: {address}
    update_every: 90d
  S2: {{name: {quoted(COMBINED)}, component_status: degraded_performance, visibility: internal}}
team:
  links: [{{text: {text}, url: {address}}}]
  roles: {{{text}: {{contact: {quoted(MARKDOWN + TEXT)}, does: {text}}}}}
tickets: "https://a.example/{{}}?q=<planted>&x='\\"planted"
"""


def record(title=quoted(TEXT), level=LEVEL):
    text = quoted(TEXT)
    lines = "\n\n".join([TEXT, MARKDOWN, SEPARATORS, *COMMANDS, *FORMULAS, f"`{TEXT}`", f"    {TEXT}", f"> {TEXT}"])
    return f"""---
title: {title}
severity: {level}
components: {{web: major_outage, c0: degraded_performance}}
started: 2026-11-19T10:00Z
detected: 2026-11-19T10:01Z
impact: {{users: {text}, {quoted(MARKUP)}: {quoted("=1+planted")}}}
ticket: {text}
tags: [{text}, {", ".join(map(quoted, FORMULAS))}]
links: ["https://a.example/?q=<planted>&x='\\"planted"]
internal: {{lead: {text}, {quoted(MARKUP)}: {quoted(MARKDOWN + TEXT)}, checklist: [{text}]}}
---

{lines}

[INVESTIGATING 2026-11-19T10:05Z] {lines}

| {MARKUP} | {FORMULAS[0]} |
| --- | --- |
| {COMBINED} | <planted> |

Root cause: {TEXT}

[IDENTIFIED 2026-11-19T10:15Z] {TEXT}

Escalated: {TEXT}

[RESOLVED 2026-11-19T11:00Z] {lines}

Fix: {TEXT}

# Post-mortem: {MARKUP}
Published: 2026-11-19

{lines}

## Timeline

- 10:05 UTC: {TEXT}

## {MARKUP}

{TEXT}

## Action items

- [ ] {MARKUP} (Owner: planted, Due: 2026-12-09, Ticket: P-1)
"""


MAINTENANCE = f"""---
title: {quoted(FORMULAS[4] + TEXT)}
components: [web]
maintenance: {{from: 2026-11-25T22:00Z, until: 2026-11-25T23:00Z}}
---

[SCHEDULED 2026-11-10T10:00Z] {TEXT}
"""
NOTICE = f"""---
title: {quoted(FORMULAS[3] + TEXT)}
notice: {{from: 2026-11-18T10:00Z}}
---

{TEXT}
"""
FILES = {
    "incidents/2026-11-19-<script>window.planted=1<\u2215script>\u202e'&;$(planted).md": record(),
    "incidents/2026-11-19-inside.md": record(quoted("=1+planted"), "S2"),
    "incidents/2026-11-18-once.md": record(quoted(FORMULAS[5])).replace("2026-11-19T1", "2026-11-18T1"),
    "incidents/2026-11-25-move.md": MAINTENANCE,
    "incidents/2026-11-18-notice.md": NOTICE,
    "static/\"><planted>.txt": "planted",
}


def plant(folder, files=None, settings=None):
    """Writes the site, or one with these files and settings."""
    for path, text in {**(FILES if files is None else files), "status.yml": settings or status()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def hostile_words(text):
    """The phrases of a language, each with something hostile behind it."""
    lines = []
    for line in text.splitlines():
        key, equals, _ = line.partition(" = ")
        plain = not equals or line.startswith("#") or key.startswith("language.")
        lines.append(line if plain else line + MARKUP + "\" planted='1' <\u0600b planted=1>")
    return "\n".join(lines) + "\n"
