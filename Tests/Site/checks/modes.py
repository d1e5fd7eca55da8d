"""What readers ask of their systems: less motion, colors of their own, and paper."""

from .browser import View, each, window
from .failure import Failure

LESS_MOTION = View(1280, options=(("reduced_motion", "reduce"),))
OWN_COLORS = [View(1280, scheme, options=(("forced_colors", "active"),)) for scheme in ("light", "dark")]
PAPER = View(1280, options=(("media", "print"),))
EVERYDAY = {"media": "screen", "reduced_motion": "no-preference", "forced_colors": "none"}

MOVING = """() => [...document.querySelectorAll('*')].filter(one => {
  const style = getComputedStyle(one);
  const lasts = times => times.split(',').some(time => parseFloat(time) > 0.01);
  return style.animationName !== 'none' && lasts(style.animationDuration) || lasts(style.transitionDuration)
    || style.scrollBehavior === 'smooth';
}).map(one => one.outerHTML.slice(0, 80))"""

# Marks and what is drawn have to stand out from the page with the colors that the reader's system forces on it.
FAINT = """() => {
  const channels = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = rgb => {
    const [r, g, b] = rgb.map(one => one / 255).map(one => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const back = channels(getComputedStyle(document.body).backgroundColor).slice(0, 3);
  const contrast = (color, opacity) => {
    const [r, g, b, alpha = 1] = channels(color);
    const seen = [r, g, b].map((one, at) => one * alpha * opacity + back[at] * (1 - alpha * opacity));
    const [more, less] = [light(seen), light(back)].sort((one, other) => other - one);
    return (more + .05) / (less + .05);
  };
  const faint = one => {
    const style = getComputedStyle(one);
    const inks = [style.stroke, style.fill].filter(ink => ink.startsWith('rgb'));
    return !inks.some(ink => contrast(ink, Number(style.opacity)) >= 3);
  };
  return [...document.querySelectorAll('svg.mark, .bars path:not(.unknown), .lane [class]')].filter(faint)
    .map(one => one.outerHTML.slice(0, 80));
}"""

HIDDEN_ON_PAPER = """() => ['h1', '.banner', 'main p:not([hidden])', 'table', '.bars'].filter(selector => {
  const one = document.querySelector(selector);
  return one && !one.closest('nav, details, .hidden') && !one.checkVisibility({ visibilityProperty: true });
})"""


LOOKS = [
    (LESS_MOTION, MOVING, "moves though the reader asked for less motion"),
    *((view, FAINT, "has less than 3:1 in forced colors") for view in OWN_COLORS),
    (PAPER, HIDDEN_ON_PAPER, "is not on paper"),
]


async def check(site):
    async with window(site) as browser:
        return await each(site.examples_to_look_at, lambda page: look(browser, site, page))


async def look(browser, site, page):
    tab = await browser.new_page()
    await tab.goto(site.location(page))
    told = []
    for view, script, what in LOOKS:
        await tab.emulate_media(**EVERYDAY)
        await view.show(tab)
        elements = sorted(set(await tab.evaluate(script)))
        told += [Failure("modes", f"{site.name}/{page}", f"{one} {what}", str(view)) for one in elements]
    await tab.close()
    return told
