"""The charts of reports against the numbers: lengths, lines and verdicts follow from the figures that stand beside them,
those from the reports of single months, and no budget rises, slopes, or is left and overspent at one instant."""

import csv
import io
import re
from decimal import ROUND_DOWN, Decimal

import html5lib

from .failure import Failure

SVG = "{http://www.w3.org/2000/svg}"
TOP, PLOT = 22, 132
"""Pixels above the line at 100 %, and from there to the axis' end."""


def check(site):
    for page in site.files_ending_in(".html"):
        if page.startswith("reports/"):
            root = html5lib.parse(site.read(page).decode("utf-8"), namespaceHTMLElements=False)
            for chart in root.iter("figure"):
                for what in flaws(site, chart.find(f"{SVG}svg")):
                    yield Failure("charts", f"{site.name}/{page}", what)


def flaws(site, svg):
    if svg.find(f"{SVG}line[@class='pace']") is not None:
        yield from flaws_of_budget(svg)
    elif any("turning" in text.get("class", "") for text in svg.iter(f"{SVG}text")):
        yield from flaws_of_bars(site, svg)


def flaws_of_bars(site, svg):
    axis = [text for text in svg.findall(f"{SVG}text") if text.get("x") == "0%"]
    reach = 100 - number(axis[0].text)
    bars = bars_by_middle(svg)
    gaps = {middle(rect) for rect in svg.findall(f"{SVG}rect") if rect.get("class") == "break"}
    objective = svg.find(f"{SVG}line[@class='objective']")
    target = number(axis[1].text) if objective is not None else None
    if number(axis[-1].text) != 100 or svg.find(f"{SVG}line[@class='zero']").get("y1") != str(TOP):
        yield "the axis does not begin at 100 %"
    if target and not is_near(int(objective.get("y1")) - TOP, (100 - target) * PLOT / reach):
        yield f"the objective of {target} % is not drawn where it stands on the axis"
    for label in svg.findall(f"{SVG}svg"):
        shown = number(label.find(f"{SVG}text").text)
        bar = next((rect for at, rect in bars.items() if abs(at - share(label.get("x"))) < Decimal("0.1")), None)
        lost = 100 - shown
        height = int(bar.get("height")) if bar is not None else 0
        if not is_near(height, max(min(lost, reach) * PLOT / reach, lost and 1)):
            yield f"the bar of {shown} % is {height} px long on an axis that reaches to {100 - reach} %"
        kinds = bar.get("class", "").split() if bar is not None else []
        if target and bar is not None and ("missed" in kinds) != (shown < target):
            yield f"{shown} % is drawn as {' '.join(kinds) or 'neither'} beside an objective of {target} %"
        if (bar is not None and any(abs(middle(bar) - gap) < Decimal("0.1") for gap in gaps)) != (lost > reach):
            yield f"the bar of {shown} % is broken, or should be"
    if svg.find(f"{SVG}title").text == "Uptime by month":
        yield from flaws_of_figures(site, svg)


def flaws_of_figures(site, svg):
    """Months of the site against the figures that their own reports have by the clock."""
    months = re.findall(r"(\w{3}) (\d{4}): ([\d.]+)%", svg.find(f"{SVG}desc").text)
    for name, year, shown in months:
        month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split().index(name) + 1
        rows = csv.reader(io.StringIO(site.read(f"reports/{year}-{month:02}.csv").decode("utf-8")))
        ratio = next(row[5] for row in rows if row[1:4] == ["by_the_clock", "", "uptime"])
        unit = Decimal(1).scaleb(Decimal(shown).as_tuple().exponent)
        exact = (Decimal(ratio) * 100).quantize(Decimal("1e-9")) if ratio else None
        if exact is None or Decimal(shown) != exact.quantize(min(unit, Decimal("0.01")), ROUND_DOWN):
            yield f"{name} {year} is shown as {shown} %, and its report has {ratio}"


def flaws_of_budget(svg):
    left, over = ([points(path.get("d")) for path in svg.iter(f"{SVG}path") if path.get("class") == kind]
                  for kind in ("left", "over"))
    for path in svg.iter(f"{SVG}path"):
        if re.search(r"[^MVHZ\d\s.]", path.get("d")):
            yield "a budget slopes"
    for one, other in zip(left, over):
        high = max(y for _, _, y in one)
        if any(start < other_end and other_start < end
               for start, end, y in one if y < high for other_start, other_end, depth in other if depth > 0):
            yield "a budget is left and overspent at one instant"
    for one in left:
        if any(y < before for (_, _, before), (_, _, y) in zip(one, one[1:])):
            yield "a budget rises"


def points(d):
    """The level parts of a path: from, to, and how far down."""
    x, y, parts = Decimal(0), Decimal(0), []
    for command, value in re.findall(r"([VH])(\d+)", d):
        if command == "V":
            y = Decimal(value)
        else:
            parts.append((x, Decimal(value), y))
            x = Decimal(value)
    return parts


def bars_by_middle(svg):
    return {middle(rect): rect for rect in svg.findall(f"{SVG}rect") if rect.get("class") != "break"}


def middle(rect):
    return share(rect.get("x")) + share(rect.get("width")) / 2


def share(text):
    return Decimal(text.rstrip("%"))


def number(text):
    """A number in any of the languages' forms."""
    return Decimal(re.sub(r"[^\d.]", "", text.replace(",", ".")))


def is_near(pixels, exact):
    return abs(pixels - exact) <= 1
