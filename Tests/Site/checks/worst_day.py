"""The two laws of the worst day: what does the most harm comes first, and nothing grows with the outage."""

from .browser import View, window
from .failure import Failure

PHONE = View(390)
TALLEST_BANNER = 480
"""Pixels of the banner on that phone. What is below has to begin on its screen."""
LONGEST_HEADLINE = 100
KINDS = ["major", "partial", "degraded", "maintenance", "notice", "operational"]

OF_THE_INDEX = """() => {
  const kinds = (css, of) => [...document.querySelectorAll(css)].map(of);
  const banner = document.querySelector('.banner'), headline = banner.querySelector('h1').cloneNode(true);
  headline.querySelector('.state')?.remove();
  return {
    height: banner.getBoundingClientRect().height,
    headline: headline.textContent.trim(),
    incidents: kinds('section.open', one => one.classList[1]),
    groups: kinds('div.group > .status, .group > summary > .status', one => one.classList[1]),
    tally: kinds('.tally .mark', one => one.classList[1]),
  };
}"""


async def check(site):
    async with window(site) as browser:
        tab = await browser.new_page()
        await PHONE.show(tab)
        await tab.goto(site.location("index.html"))
        index = await tab.evaluate(OF_THE_INDEX)
        return [Failure(name, f"{site.name}/index.html", what, str(PHONE)) for name, what in flaws(index)]


def flaws(index):
    if index["height"] > TALLEST_BANNER:
        yield "banner", f"the banner is {index['height']:.0f} px tall, at most {TALLEST_BANNER} are allowed"
    if len(index["headline"]) > LONGEST_HEADLINE:
        yield "banner", f"the headline has {len(index['headline'])} characters: {index['headline']}"
    for name in ("incidents", "groups", "tally"):
        if index[name] != sorted(index[name], key=KINDS.index):
            yield "harm", f"the {name} are in another order than that of their harm: {', '.join(index[name])}"
