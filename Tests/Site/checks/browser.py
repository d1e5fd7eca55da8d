"""Debian's Chromium, and the ways in which it looks at pages."""

import asyncio
import atexit
import os
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import NamedTuple

from playwright.async_api import async_playwright

MINUTES_LATER = 5
"""Pages are looked at soon after the instant that their site is built for, whatever the day is."""
AT_ONCE = 4
"""Pages that are open at the same time."""


class View(NamedTuple):
    """A width in CSS pixels, a color scheme, and whatever else the reader's system asks for."""

    width: int
    scheme: str = "light"
    options: tuple = ()

    def __str__(self):
        return ", ".join([f"{self.width} px", self.scheme, *(f"{key}: {value}" for key, value in self.options)])

    async def show(self, tab):
        """Lets a tab look like that."""
        await tab.set_viewport_size({"width": self.width, "height": 800})
        await tab.emulate_media(color_scheme=self.scheme, **dict(self.options))


class Chromium:
    """The browser of all checks. It starts on first use, and stays open for all later checks."""

    def __init__(self):
        self.loop, self.playwright, self.browser = asyncio.Runner(), None, None
        atexit.register(self.close)

    def run(self, look):
        """The result of a coroutine. A browser can be used only in the event loop that it was started in."""
        return self.loop.run(look)

    async def window(self, **options):
        """A window that shares nothing with others, neither what it stores nor its cache."""
        if not self.browser:
            arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
            self.playwright = await async_playwright().start()
            self.browser = await self.playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        return await self.browser.new_context(**options)

    def close(self):
        if self.playwright:
            self.run(self.playwright.stop())
        self.loop.close()


CHROMIUM = Chromium()


@asynccontextmanager
async def window(site):
    """A window for a site's pages. What they ask of the site's own address comes from where the site is served."""
    made = await CHROMIUM.window(timezone_id="UTC", locale="en-GB")
    try:
        await made.clock.install(time=site.now + timedelta(minutes=MINUTES_LATER))
        await made.route(site.address + "**", from_where_it_is_served(site))
        yield made
    finally:
        await made.close()


def from_where_it_is_served(site):
    async def serve(route):
        await route.fulfill(response=await route.fetch(url=site.url + route.request.url[len(site.address):]))

    return serve


async def each(items, look):
    """The failures that `look` finds in the items, several at a time, in the items' order."""
    turn = asyncio.Semaphore(AT_ONCE)

    async def take(item):
        async with turn:
            return await look(item)

    return [failure for found in await asyncio.gather(*map(take, items)) for failure in found]
