"""What can be seen of a page as it stands: axe, messages of the console, requests that are refused, and
whether it fits, in each view. Pictures of the kinds of pages are taken on the way."""

from zlib import crc32

from axe_playwright_python.base import AXE_SCRIPT

from .browser import View, each, window
from .failure import Failure

AXE_VIEWS = [View(1280), View(1280, "dark"), View(320)]
"""The views in which axe tests pages."""
ZOOMED = View(640)
"""What 200 % of zoom leaves of a window of 1280."""
PHOTOGRAPHED = [View(width, scheme) for width in (320, 390, 1280) for scheme in ("light", "dark")]

WIDEST = """() => {
  const page = document.scrollingElement, room = page.clientWidth;
  if (page.scrollWidth <= room) return null;
  const wide = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > room + 1);
  const last = wide.at(-1) || page;
  return `it scrolls sideways by ${page.scrollWidth - room} px, as of <${last.tagName.toLowerCase()} class="${
    last.getAttribute('class') || ''}"> "${(last.textContent || '').trim().slice(0, 40)}"`;
}"""


async def check(site, pictures=None):
    async with window(site) as browser:
        return await each(axe_views(site), lambda planned: look(browser, site, *planned, pictures))


async def look(browser, site, page, tested, pictures):
    """A page is loaded once, and then shown in each view. `tested` are those in which axe tests it."""
    tab = await browser.new_page()
    told = [(check, what, "") for check, what in await load(tab, site.location(page))]
    for view in [*AXE_VIEWS, ZOOMED]:
        await view.show(tab)
        told += [(check, what, str(view)) for check, what in await seen(tab, view in tested)]
    if pictures and page in site.examples.values():
        await photograph(tab, site, page, pictures)
    await tab.close()
    return [Failure(check, f"{site.name}/{page}", what, view) for check, what, view in told]


def axe_views(site):
    """The pages to look at, each with the views in which axe tests it.

    Pages of one kind have the same elements, so that the largest is tested in all views and each of the others in one,
    always the same. So is each page of a translation in which only the words differ.
    """
    in_all = [] if site.is_translated and not site.is_mirrored else site.examples_to_look_at

    def views(page):
        if page in in_all:
            return AXE_VIEWS
        return [AXE_VIEWS[crc32(f"{site.name}/{page}".encode()) % len(AXE_VIEWS)]]

    return [(page, views(page)) for page in site.pages_to_look_at]


async def load(tab, address):
    told = []
    tab.on("console", lambda message: told.append(("console", message.text)))
    tab.on("pageerror", lambda error: told.append(("console", str(error))))
    tab.on("requestfailed", lambda request: told.append(("requests", f"{request.url}: {request.failure}")))
    tab.on("response", lambda answer: told.append(("requests", f"{answer.url}: {answer.status}"))
           if answer.status >= 400 else None)
    await tab.goto(address)
    return list(told)


async def seen(tab, is_tested):
    wide = await tab.evaluate(WIDEST)
    told = [("overflow", wide)] if wide else []
    return told + await violations(tab) if is_tested else told


async def violations(tab):
    """All of axe's rules, those for good practice too."""
    if not await tab.evaluate("'axe' in window"):
        await tab.evaluate(AXE_SCRIPT)
    results = await tab.evaluate("axe.run({ resultTypes: ['violations'] })")
    return [
        ("axe", f"{rule['id']}: {node['html'][:120]}: {node['failureSummary']}")
        for rule in results["violations"] for node in rule["nodes"]
    ]


async def photograph(tab, site, page, folder):
    for view in PHOTOGRAPHED:
        await view.show(tab)
        name = f"{site.name}-{page.removesuffix('.html').replace('/', '-')}-{view.width}-{view.scheme}.png"
        await tab.screenshot(path=folder / name, full_page=True)
