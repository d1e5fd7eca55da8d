#!/usr/bin/env python3
"""Takes the pictures that README.md shows: of the demonstration, one of its reports, and of a large outage on a phone;
`make pictures` runs it.

    pictures.py ALLCLEAR FOLDER NOW
"""

import sys
from pathlib import Path

from checks.browser import CHROMIUM, window
from checks.building import ROOT, Builder
from checks.built import BuiltSite
from checks.serving import served

PAGE = {"width": 900, "height": 1180}
PHONE = {"width": 390, "height": 844}


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: pictures.py ALLCLEAR FOLDER NOW")
    builder = Builder(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), sys.argv[3])
    demonstration, crowded = builder.demonstration(), builder.gallery() / "crowded"
    with served(demonstration) as url:
        site = BuiltSite("demonstration", demonstration, url)
        for scheme in ("light", "dark"):
            CHROMIUM.run(take(site, "index.html", PAGE, f"index-{scheme}", scheme))
        CHROMIUM.run(take(site, "reports/2026-Q3.html", PAGE, "report", "light"))
    with served(crowded) as url:
        CHROMIUM.run(take(BuiltSite("crowded", crowded, url), "index.html", PHONE, "outage-on-a-phone", "light"))


async def take(site, page, size, name, scheme):
    async with window(site) as browser:
        tab = await browser.new_page()
        await tab.set_viewport_size(size)
        await tab.emulate_media(color_scheme=scheme)
        await tab.goto(site.location(page))
        await tab.screenshot(path=ROOT / f"docs/{name}.png")


if __name__ == "__main__":
    main()
