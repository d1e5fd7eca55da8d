"""That nothing of a hostile site acts: whatever reads what is built finds text where text was planted, and neither
markup nor an attribute, a header, a command or a formula. html5lib, lxml, json, csv, icalendar and email read it."""

import csv
import io
import json
import re
from email import message_from_bytes, policy
from urllib.parse import urlsplit

import html5lib
from icalendar import Calendar
from lxml import etree

from . import planting
from .browser import each, window
from .built import BuiltSite
from .failure import Failure
from .looks import load

SCHEMES = {"", "http", "https", "mailto", "webcal"}
LINKING = {"href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href"}
# The brand's own icon, within the one that wears the state as a dot: a picture in a picture runs nothing.
ICON = re.compile(r"data:image/(svg\+xml|png|jpeg|webp|gif);base64,[A-Za-z0-9+/]+=*")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
FORMULA = re.compile("[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"[-+]?[0-9.,%]+$")
COMMAND = re.compile(r"^\s*::|##\[|##vso\[", re.MULTILINE)
MARK = re.compile(r"::(error|warning) [a-z]+=[^:\n]*::")
HEADERS = {
    "from", "to", "date", "message-id", "in-reply-to", "references", "subject", "mime-version", "content-type",
    "content-transfer-encoding", "auto-submitted", "precedence", "list-id"}


def check(site):
    for path in site.files:
        data = site.read(path)
        if told := list(controls(path, data)):
            yield from (Failure("hostile", f"{site.name}/{path}", what) for what in told)
            continue
        for what in READERS.get(path.rpartition(".")[2], lambda data: ())(data):
            yield Failure("hostile", f"{site.name}/{path}", what)


def check_shown(site):
    """What was planted stands on the page as text: or else nothing would have been looked at."""
    if b"&lt;script&gt;window.planted=1&lt;/script&gt;" not in site.read("index.html"):
        yield Failure("hostile", f"{site.name}/index.html", "what was planted is not shown")


def check_commands(builder):
    """What commands say of the hostile site to a terminal, to a log, and to those who are told."""
    records = builder.emptied("hostile-commands")
    planting.plant(records)
    for command, look in COMMANDS:
        said = builder.say(records, *command)
        told = [f"it ended with {said.returncode}"] if said.returncode else []
        told += [*look(said.stdout), *(terminal(said.stderr) if look is not annotations else annotations(said.stderr))]
        yield from (Failure("hostile", " ".join(command)[:60], what) for what in told)


def check_controls(builder):
    """A name that would end a line, or command a terminal: it is refused, or loses what does that."""
    for number, text in enumerate(planting.CONTROLS):
        for place in ("title", "name", "record"):
            records = builder.emptied("hostile-controls")
            value = f'"{text}"'
            names = {} if place == "record" else {place: value}
            record = planting.record(value if place == "record" else "A")
            planting.plant(records, {"incidents/2026-11-19-a.md": record}, planting.status(**names))
            yield from controlled(builder, records, f"{text} as {place}")


def controlled(builder, records, what):
    output = builder.emptied("hostile-controls-site")
    said = builder.say(records, "build", "--output", output)
    for told in terminal(said.stdout + said.stderr):
        yield Failure("hostile", what, told)
    if said.returncode == 0:
        yield from check(BuiltSite(what, output, ""))
        for told in mail(builder.say(records, "announce", "2026-11-19-a", "--format", "email").stdout):
            yield Failure("hostile", what, told)


async def check_in_browser(site, pictures=None):
    """Whether a script ran on any page, or something was asked of another host."""
    async with window(site) as browser:
        return await each(site.pages_to_look_at, lambda page: look(browser, site, page, pictures))


async def look(browser, site, page, pictures):
    tab = await browser.new_page()
    told = [what for _, what in await load(tab, site.location(page))]
    if await tab.evaluate("'planted' in window || !!document.querySelector('planted, [planted]')"):
        told.append("what was planted ran, or became markup")
    if pictures and page in site.examples.values():
        await tab.screenshot(path=pictures / f"{site.name}-{page.replace('/', '-')}.png")
    await tab.close()
    return [Failure("hostile", f"{site.name}/{page}", what, "in Chromium") for what in told]


def html(data):
    return elements(html5lib.parse(data, namespaceHTMLElements=False).iter())


def fragment(text):
    return elements(html5lib.parseFragment(text, namespaceHTMLElements=False).iter())


def elements(found):
    for element in found:
        if not isinstance(element.tag, str):
            continue
        name = element.tag.rpartition("}")[2]
        names = {key.rpartition("}")[2].lower(): value for key, value in element.attrib.items()}
        if "planted" in name or any("planted" in key or key.startswith("on") for key in names):
            yield f"<{name} {' '.join(names)}> was planted"
        if name == "script" and not re.search(r"(^|/)assets/script-[0-9a-f]+\.js$", names.get("src", "")):
            yield "a script is not the site's own"
        if name in ("base", "form", "iframe", "object", "embed", "textarea"):
            yield f"<{name}> is on no page of ours"
        for key in LINKING & set(names):
            if name == "image" and ICON.fullmatch(names[key]):
                continue
            if urlsplit(names[key].strip()).scheme.lower() not in SCHEMES and not names[key].startswith("data:,"):
                yield f"`{key}` leads to `{names[key]}`"


def xml(data):
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        yield f"lxml refuses it: {error}"
        return
    yield from elements(root.iter())
    for element in root.iter():
        if element.tag in ("description", "{http://www.w3.org/2005/Atom}content", "{http://www.w3.org/2005/Atom}summary"):
            if element.get("type", "html") == "html":
                yield from fragment(element.text or "")


def of_json(data):
    for key, value in strings(json.loads(data)):
        if "html" in key:
            yield from fragment(value)
        if CONTROL.search(value):
            yield f"`{key}` has a control character"


def strings(value, key=""):
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from strings(inside, name)
    elif isinstance(value, list):
        for inside in value:
            yield from strings(inside, key)
    elif isinstance(value, str):
        yield key, value


def calendar(data):
    for part in Calendar.from_ical(data).walk():
        for name in part:
            if "PLANTED" in name.upper() or name.upper() == "ATTACH":
                yield f"`{name}` was planted in {part.name}"
        if part.name not in ("VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"):
            yield f"{part.name} was planted"


def table(data):
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        for cell in row:
            if FORMULA.match(cell.lstrip(" ")) and not NUMBER.match(cell):
                yield f"a cell begins a formula: {cell[:40]!r}"


READERS = {
    "html": html, "xml": xml, "rss": xml, "atom": xml, "svg": xml, "json": of_json, "ics": calendar, "csv": table}


def controls(path, data):
    if path.endswith((".png", ".ico", ".woff2")):
        return
    text = data.decode("utf-8").replace("\r\n", "\n") if path.endswith((".ics", ".csv", ".eml")) else data.decode("utf-8")
    if found := CONTROL.search(text):
        yield f"it has the control character {found.group()!r}"


def mail(text):
    """What a message to customers is to a mail program."""
    message = message_from_bytes(text.encode("utf-8"), policy=policy.default)
    for name in message.keys():
        if name.lower() not in HEADERS:
            yield f"the header `{name}` was planted"
    for part in message.walk():
        if part.get_content_type() == "text/html":
            yield from fragment(part.get_content())


def slack(text):
    for line in text.strip().split("\n"):
        for _, value in strings(json.loads(line)):
            if re.search(r"<[!@#]|<https://planted", value):
                yield "it calls people, or makes a link that was planted"


def terminal(text):
    """What a command says to a terminal, or to a log in which some lines are commands."""
    if found := CONTROL.search(text):
        yield f"it prints the control character {found.group()!r}"
    if found := COMMAND.search(text):
        yield f"it prints a line that is a command: {text[found.start():].strip()[:60]!r}"


def annotations(text):
    """What `check --format github` says is commands, each of ours."""
    for line in text.split("\n"):
        if line.lstrip().startswith("::") and not MARK.match(line) or "##[" in line or CONTROL.search(line):
            yield f"it prints a command that is not its own: {line[:60]!r}"


def program(text):
    """What is for programs: one JSON object a line."""
    for line in text.strip().split("\n"):
        yield from of_json(line)


RECORD = next(path.removeprefix("incidents/").removesuffix(".md") for path in planting.FILES if "script" in path)
COMMANDS = [
    (("check",), terminal), (("check", "--format", "github"), annotations), (("check", "--format", "json"), of_json),
    (("status",), terminal), (("status", "--json"), of_json), (("report", "2026-11"), terminal),
    (("report", "2026-11", "--format", "csv"), lambda text: table(text.encode("utf-8"))),
    (("announce", RECORD), terminal), (("announce", RECORD, "--format", "sms"), terminal),
    (("announce", RECORD, "--format", "email"), mail), (("announce", RECORD, "--format", "slack"), slack),
    (("announce", RECORD, "--format", "json"), program),
]
