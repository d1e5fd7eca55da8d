"""Tab reaches every link and control in the page's order, each with an outline that can be seen."""

from .browser import View, each, window
from .failure import Failure

VIEWS = [View(1280), View(320, "dark")]

STOPS = """() => {
  const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]');
  window.stops = [...all].filter(one => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }));
  return window.stops.map(one => one.textContent.trim().slice(0, 40) || one.outerHTML.slice(0, 80));
}"""

FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const cut = hider => {
    const edge = hider.getBoundingClientRect();
    return getComputedStyle(hider).overflowX !== 'visible' && (box.right <= edge.left || box.left >= edge.right);
  };
  const hiders = [];
  for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) hiders.push(up);
  return {
    place: window.stops.indexOf(one),
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    inSight: box.width > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
      && !hiders.some(cut),
    box: { x: box.x, y: box.y, width: box.width, height: box.height },
  };
}"""

COMPARED = 4
"""How many of a page's stops are compared as pictures, with the focus and without it."""


async def check(site):
    async with window(site) as browser:
        pages = [(page, view) for page in site.examples_to_look_at for view in VIEWS]
        return await each(pages, lambda page: walk(browser, site, *page))


async def walk(browser, site, page, view):
    tab = await browser.new_page()
    await view.show(tab)
    await tab.goto(site.location(page))
    stops = await tab.evaluate(STOPS)
    told = []
    for place, stop in enumerate(stops):
        await tab.keyboard.press("Tab")
        focused = await tab.evaluate(FOCUSED)
        if focused["place"] != place:
            told.append(f"Tab {place + 1} does not reach `{stop}`: the focus is on stop {focused['place'] + 1}")
            break
        if focused["outline"] < 2:
            told.append(f"`{stop}` has no outline when it has the focus")
        if not focused["inSight"]:
            told.append(f"`{stop}` has the focus out of sight")
        elif place < COMPARED and not await changes(tab, focused["box"]):
            told.append(f"`{stop}` looks the same with the focus as without it")
    await tab.close()
    return [Failure("keyboard", f"{site.name}/{page}", what, str(view)) for what in told]


async def changes(tab, box):
    """Whether the place of the element that has the focus looks different without it."""
    clip = {"x": max(0, box["x"] - 8), "y": max(0, box["y"] - 8), "width": box["width"] + 16,
            "height": box["height"] + 16}
    before = await tab.screenshot(clip=clip)
    await tab.evaluate("window.last = document.activeElement, window.last.blur()")
    after = await tab.screenshot(clip=clip)
    await tab.evaluate("window.last.focus({ preventScroll: true })")
    return before != after
