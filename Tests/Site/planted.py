#!/usr/bin/env python3
"""Shows that the checks can fail: plants one fault at a time in a copy of a built site, and asks for the right
check to find it; `make check-site-faults` runs it.

    planted.py ALLCLEAR FOLDER NOW
"""

import hashlib
import json
import re
import shlex
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import messages
from check import run
from checks import (
    alertmanager, api, calendars, charts, feeds, hostile, keyboard, links, looks, markup, modes, paint, shared,
    stability, starter, worst_day)
from checks.alertmanager import LEDGER, RECORD
from checks.building import Builder
from checks.built import BuiltSite
from checks.serving import served

KEPT = ("index.html", "404.html", "subscribe.html", "incidents/2026-11-20-narration-stops.html")
# The page that is taken for one of a kind of which another is larger.
LIKE_OTHERS = "404.html"

# Nothing to compress.
NOISE = "".join(hashlib.sha256(number.to_bytes(2)).hexdigest() for number in range(512))


def edit(path, pattern, text):
    """Replaces the first match in a file, which must be there, or the fault would not be."""
    def plant(folder):
        found = next(iter(sorted(folder.glob(path))))
        old = found.read_bytes().decode("utf-8")
        new = re.sub(pattern, text, old, count=1)
        if new == old:
            sys.exit(f"`{pattern}` is not in {found.name}: the fault was not planted")
        found.write_bytes(new.encode("utf-8"))
    return plant


def without_a_key(folder):
    path = folder / "api/v2/summary.json"
    summary = json.loads(path.read_text("utf-8"))
    del summary["incidents"][0]["impact"]
    path.write_text(json.dumps(summary), "utf-8")


def edit_bytes(path, pattern, data):
    """The same in a file that is no text."""
    def plant(folder):
        found = next(iter(sorted(folder.glob(path))))
        found.write_bytes(re.sub(pattern, data, found.read_bytes(), count=1))
    return plant


def chained(count):
    """A style sheet that begins with another, which begins with another."""
    def plant(folder):
        sheet = next(iter((folder / "assets").glob("style-*.css")))
        for number in range(count):
            (sheet.with_name(f"{number}.css")).write_text(f'@import "{number + 1}.css";' if number < count - 1 else "", "utf-8")
        sheet.write_text('@import "0.css";' + sheet.read_text("utf-8"), "utf-8")
    return plant


def tally(*kinds):
    return f"""<ul class="tally">{"".join(f'<li><svg class="mark {kind}"></svg></li>' for kind in kinds)}</ul>"""


def style(rule):
    return edit("assets/style-*.css", r"\Z", rule)


FAULTS = [
    ("a contrast of 2:1", looks, "axe", style(".fact { color: #b4b4b4 }")),
    ("an image without alt", looks, "axe", edit("index.html", "<h1", r'<img src="logo.svg"><h1')),
    ("an image without alt on a page like others", looks, "axe", edit(LIKE_OTHERS, "<h1", r'<img src="logo.svg"><h1')),
    ("an inline script", looks, "console", edit("index.html", "</body>", "<script>document.title</script></body>")),
    ("an image of another site", looks, "requests",
     edit("index.html", "<h1", r'<img alt="" src="https://example.org/a.png"><h1')),
    ("something too wide", looks, "overflow", style("h2 { white-space: nowrap; min-inline-size: 42rem }")),
    ("a broken link", links, "links", edit("index.html", 'href="history.html"', 'href="histroy.html"')),
    ("a broken anchor", links, "links", edit("index.html", r'(href="incidents/[^"#]*)(#[^"]*)?"', r'\1#nowhere"')),
    ("a link from the host's root to nothing", links, "links", edit("404.html", r"history\.html", "histroy.html")),
    ("a duplicate id", links, "links", edit("index.html", "<h1", '<p id="twin">One</p><p id="twin">Two</p><h1')),
    ("a wrong element", markup, "html", edit("index.html", "</h1>", "</h1><tr>")),
    ("ill-formed XML", markup, "xml", edit("badges/web.svg", "</title>", "")),
    ("an ill-formed feed", feeds, "feeds", edit("feed.xml", "</item>", "")),
    ("a feed that lost an entry", feeds, "feeds", edit("atom.xml", r"(?s)<entry>.*?</entry>", "")),
    ("a JSON feed without a version", feeds, "feeds", edit("feed.json", '"version":', '"verison":')),
    ("a missing key of the API", api, "api", without_a_key),
    ("JSON that is none", api, "api", edit("badges/web.json", r"\}", "")),
    ("a calendar that ends early", calendars, "calendar", edit("calendar.ics", "END:VEVENT\r?\n", "")),
    ("an event without its UID", calendars, "calendar", edit("calendar.ics", "UID:[^\r\n]*\r?\n", "")),
    ("a script in a page", hostile, "hostile", edit("index.html", "</h1>", "</h1><script>window.planted=1</script>")),
    ("an attribute that runs", hostile, "hostile", edit("index.html", "<h1", "<h1 onclick='window.planted=1'")),
    ("a link to a script", hostile, "hostile", edit("index.html", 'href="history.html"', 'href="javascript:window.planted=1"')),
    ("a script in a feed's text", hostile, "hostile",
     edit("feed.xml", "</description></item>|</description>(?=[^/]*</item>)", "&lt;img src=x onerror=1&gt;\\g<0>")),
    ("a formula in a table", hostile, "hostile", edit("reports/*.csv", r"\Z", "=1+planted\r\n")),
    ("a property of a calendar", hostile, "hostile", edit("calendar.ics", "SUMMARY", "X-PLANTED:1\r\nSUMMARY")),
    ("a terminal's command", hostile, "hostile", edit("api/v2/status.json", '"page"', '"a": "\x1b[8m", "page"')),
    ("a focus that cannot be seen", keyboard, "keyboard", style(":focus-visible { outline: none }")),
    ("an order of its own", keyboard, "keyboard",
     edit("index.html", '<a class="name"', '<a tabindex="1" class="name"')),
    ("motion for all", modes, "modes", style("h1 { transition: color 1s }")),
    ("a mark that forced colors swallow", modes, "modes",
     style(".mark { forced-color-adjust: none !important; --status: transparent !important }")),
    ("a banner that fills a phone's screen", worst_day, "banner", style(".banner { min-block-size: 31rem }")),
    ("a headline that goes on and on", worst_day, "banner", edit("index.html", "</h1>", " and more" * 12 + "</h1>")),
    ("a harmless incident above the others", worst_day, "harm",
     edit("index.html", '<section class="open ', '<section class="open notice"></section>\\g<0>')),
    ("groups that are not in the order of their harm", worst_day, "harm",
     edit("index.html", '<div class="group">', '<div class="group"><b class="status operational"></b></div>\\g<0>')),
    ("a tally that begins with what works", worst_day, "harm",
     edit("index.html", "</h1>", "</h1>" + tally("operational", "major"))),
    ("a style sheet that waits for three others", paint, "paint", chained(3)),
    ("a style sheet that waits for another", paint, "weight", chained(1)),
    ("a page that takes long to arrive", paint, "weight", edit("index.html", "</h1>", f"</h1><p>{NOISE}</p>")),
    ("a picture for chats that is not there", shared, "shared", edit("index.html", "/share-[a-z]*-", "/share-other-")),
    ("a picture for chats that is too large", shared, "shared",
     edit_bytes("assets/share-major-*.png", rb"\Z", bytes(15 * 1024))),
    ("a picture for chats of another size", shared, "shared",
     edit_bytes("assets/share-major-*.png", rb"IHDR....", b"IHDR" + (600).to_bytes(4, "big"))),
    ("a page that says nothing of itself to chats", shared, "shared",
     edit("history.html", '<meta property="og:description"[^>]*>', "")),
    ("a bar that is longer than its figure", charts, "charts", edit("reports/2026.html", r'(<rect class="m[^>]*height=")\d+', r"\g<1>99")),
    ("a month that is drawn as the other verdict", charts, "charts",
     edit("reports/2026.html", r'<rect class="met', '<rect class="missed')),
    ("an objective at another height", charts, "charts",
     edit("reports/2026.html", r'(class="objective" x1="[^"]*" y1=")\d+', r"\g<1>150")),
    ("a budget that slopes", charts, "charts", edit("reports/2026.html", r'(class="left" d="M0 10000V\d+)H', r"\1L")),
    ("a banner that is not on paper", modes, "modes", style("@media print { .banner { display: none } }")),
]


STARTER_FAULTS = [
    ("an input within a script", "security",
     edit(".github/workflows/record.yml", r"gh workflow run", "echo ${{ inputs.title }}; gh workflow run")),
    ("a secret for a pull request's code", "security",
     edit(".github/workflows/check.yml", r"  pull_request:", "  pull_request_target:")),
    ("a token in the checkout", "security",
     edit(".github/workflows/record.yml", " *persist-credentials: false\n", "")),
    ("an action by its tag", "security",
     edit(".github/workflows/check.yml", "checkout@[0-9a-f]{40} # v5.0.0", "checkout@v5")),
    ("a misspelt key", "schema", edit(".github/workflows/publish.yml", "permissions:", "permisions:")),
    ("a pipeline that is none", "schema", edit(".gitlab-ci.yml", "resource_group:", "resource_grup:")),
    ("a variable without quotation marks", "shell",
     edit(".github/workflows/publish.yml", r'git cat-file -e "(\$BEFORE[^"]*)"', r"git cat-file -e \1")),
    ("YAML that is none", "yaml", edit(".github/workflows/comment.yml", "    steps:", "     steps:")),
]

# In a night's folder.
ALERT_FAULTS = [
    ("an end of another time", "ledger", edit(LEDGER, "01:05:16Z", "01:05:20Z")),
    ("an end that is lost", "ledger", edit(LEDGER, "2024-11-28T01:05:40Z", "")),
    ("a resolution that nobody stated", "record", edit(RECORD, r"\Z", "\n[RESOLVED 2024-11-28 01:25 UTC] Over.\n")),
    ("an alert's name in a record", "private", edit(RECORD, "looking into it", r"\g<0>: CheckoutErrorRatio")),
    ("a host in the ledger", "private", edit(LEDGER, "da72f9a3e88a0b90", "10.0.3.17:9100")),
]
FORGETFUL = """#!/bin/sh
for argument; do
    [ "$2 $before" != "- --site" ] || rm -rf "$argument/alerts"
    before=$argument
done
exec {} "$@"
"""

# What becomes of what the program writes for people, and of the script that sends it.
MESSAGE_FAULTS = [
    ("a mail that no reader can unsubscribe from", "email: List-Unsubscribe",
     """[ "$1" != announce ] || sed -i '/^List-Unsubscribe:/d' "$0.output\""""),
    ("a heading that Slack refuses", "slack: plain in en: blocks",
     f"""sed -i 's/"type":"header","text":{{[^}}]*"text":"/&{'x' * 151}/' "$0.output\""""),
    ("a mail with the ends of lines of a file", "email: a refusal", """[ "$1" != init ] || sed -i 's/ --crlf//' .allclear/tell.sh"""),
]
TALKATIVE = """#!/bin/sh
set -e
{} "$@" > "$0.output"
{}
cat "$0.output"
"""


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: planted.py ALLCLEAR FOLDER NOW")
    builder = Builder(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve() / "planted", sys.argv[3])
    whole, more = builder.demonstration(), builder.demonstration_with_one_more()
    results = [unplanted(check, whole) for check in dict.fromkeys(check for _, check, _, _ in FAULTS)]
    results += [planted(*fault, builder, whole) for fault in FAULTS]
    results += [planted_in_starter(None, None, lambda folder: None, builder)]
    results += [planted_in_starter(*fault, builder) for fault in STARTER_FAULTS]
    results += planted_in_alerts(builder)
    results += planted_in_messages(builder)
    results += [stable(whole, more, expected=False), changed_guid(builder, whole, more)]
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    sys.exit(0 if all(results) else 1)


def unplanted(check, whole):
    found = failures(check, whole)
    return say(f"nothing planted: {check.__name__} finds nothing", not found, found)


def planted(what, check, name, plant, builder, whole):
    """Whether the check finds the fault, under that name."""
    folder = copy(builder, whole)
    plant(folder)
    found = failures(check, folder)
    return say(what, any(failure.check == name for failure in found), found)


def planted_in_starter(what, name, plant, builder):
    """Whether the fault is found in a new repository, or nothing where none was planted."""
    folder = builder.starter()
    plant(folder)
    found = run(starter, folder)
    passed = any(failure.check == name for failure in found) if name else not found
    return say(what or "nothing planted: checks.starter finds nothing", passed, found)


def planted_in_alerts(builder):
    """Of one night, what it wrote is changed, and the program that wrote it."""
    night = alertmanager.of_group(builder)
    found = [*alertmanager.flaws(night), *alertmanager.out_of_order(night, builder)]
    yield say("nothing planted: checks.alertmanager finds nothing", not found, found)
    for what, name, plant in ALERT_FAULTS:
        site = replace(night.site, folder=copy(builder, night.site.folder))
        plant(site.folder)
        yield found_in(what, name, alertmanager.flaws(replace(night, site=site)))
    idle = [step._replace(written=set()) for step in night.steps]
    yield found_in("alerts of which nothing is written", "step", alertmanager.flaws(replace(night, steps=idle)))
    program = builder.emptied("forgetful") / "allclear"
    program.write_text(FORGETFUL.format(shlex.quote(str(builder.allclear))), "utf-8")
    program.chmod(0o755)
    forgetful = replace(night, site=replace(night.site, allclear=program))
    order = alertmanager.out_of_order(forgetful, builder)
    yield found_in("a program that knows the last delivery alone", "order", order)


def planted_in_messages(builder):
    """Messages are read in one language."""
    found = list(messages.failures(builder.allclear, ["en"]))
    yield say("nothing planted: messages finds nothing", not found, found)
    for what, name, plant in MESSAGE_FAULTS:
        program = builder.emptied("talkative") / "allclear"
        program.write_text(TALKATIVE.format(shlex.quote(str(builder.allclear)), plant), "utf-8")
        program.chmod(0o755)
        found = list(messages.failures(program, ["en"]))
        yield say(what, any(failure.startswith(name) for failure in found), found)


def found_in(what, name, failures):
    found = list(failures)
    return say(what, any(failure.check == name for failure in found), found)


def changed_guid(builder, whole, more):
    folder = copy(builder, more)
    edit("feed.xml", r"(?s)(</item>.*?)</guid>", r"\1-changed</guid>")(folder)
    return stable(whole, folder, expected=True)


def stable(before, after, expected):
    found = run(stability, BuiltSite("before", before, ""), BuiltSite("after", after, ""))
    what = "a changed guid" if expected else "nothing planted: checks.stability finds nothing"
    return say(what, bool(found) == expected, found)


def failures(check, folder):
    with served(folder) as url:
        return run(check, FewPages("demonstration", folder, url))


class FewPages(BuiltSite):
    """Of the demonstration as many pages as the faults need."""

    @property
    def pages_to_look_at(self):
        return [page for page in self.pages if page in KEPT]

    @property
    def examples_to_look_at(self):
        return [page for page in self.pages_to_look_at if page != LIKE_OTHERS]


def copy(builder, site):
    folder = builder.emptied("copy")
    shutil.copytree(site, folder, dirs_exist_ok=True)
    return folder


def say(what, passed, found):
    print(f"{'as it should be' if passed else 'NOT AS IT SHOULD BE'}: {what}: {found[0] if found else '–'}"[:220], flush=True)
    return passed


if __name__ == "__main__":
    main()
