"""What can be seen of a page as it stands: axe, messages of the console, requests that are refused, and
whether it fits, in each view. Pictures of the kinds of pages are taken on the way."""

from axe_playwright_python.base import AXE_SCRIPT

from .browser import View, each, window
from .failure import Failure

READ = [View(1280), View(1280, "dark"), View(320)]
"""Those in which axe reads a page."""
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
        pages = list(enumerate(site.pages_to_look_at))
        return await each(pages, lambda page: look(browser, site, *page, pictures))


async def look(browser, site, number, page, pictures):
    """A page is loaded once, and then shown in each view."""
    tab = await browser.new_page()
    told = [(check, what, "") for check, what in await load(tab, site.location(page))]
    read = views_for_axe(site, number, page)
    for view in [*READ, ZOOMED]:
        await view.show(tab)
        told += [(check, what, str(view)) for check, what in await seen(tab, view in read)]
    if pictures and page in site.examples.values():
        await photograph(tab, site, page, pictures)
    await tab.close()
    return [Failure(check, f"{site.name}/{page}", what, view) for check, what, view in told]


def views_for_axe(site, number, page):
    """Pages of one kind have the same elements: axe reads the largest in each view, and the others in one each, by
    turns. So it does all pages of a translation, in which the words alone are others."""
    if site.is_translated or page not in site.examples_to_look_at:
        return [READ[number % len(READ)]]
    return READ


async def load(tab, address):
    told = []
    tab.on("console", lambda message: told.append(("console", message.text)))
    tab.on("pageerror", lambda error: told.append(("console", str(error))))
    tab.on("requestfailed", lambda request: told.append(("requests", f"{request.url}: {request.failure}")))
    tab.on("response", lambda answer: told.append(("requests", f"{answer.url}: {answer.status}"))
           if answer.status >= 400 else None)
    await tab.goto(address)
    return list(told)


async def seen(tab, is_read):
    wide = await tab.evaluate(WIDEST)
    told = [("overflow", wide)] if wide else []
    return told + await violations(tab) if is_read else told


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
