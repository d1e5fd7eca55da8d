#!/usr/bin/env python3
"""Takes the pictures of the demonstration that README.md shows; `make pictures` runs it.

    pictures.py ALLCLEAR FOLDER NOW
"""

import asyncio
import sys
from pathlib import Path

from checks.browser import window
from checks.building import ROOT, Builder
from checks.built import BuiltSite
from checks.serving import served

SIZE = {"width": 900, "height": 1180}


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: pictures.py ALLCLEAR FOLDER NOW")
    output = Builder(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), sys.argv[3]).demonstration()
    with served(output) as url:
        asyncio.run(take(BuiltSite("demonstration", output, url)))


async def take(site):
    async with window(site) as browser:
        tab = await browser.new_page()
        await tab.set_viewport_size(SIZE)
        for scheme in ("light", "dark"):
            await tab.emulate_media(color_scheme=scheme)
            await tab.goto(site.location("index.html"))
            await tab.screenshot(path=ROOT / f"docs/index-{scheme}.png")


if __name__ == "__main__":
    main()
