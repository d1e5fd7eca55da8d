"""How soon a reader with a bad connection sees the index, and what that takes: one page and one style sheet."""

import gzip
from pathlib import Path
from statistics import median

from .browser import CHROMIUM
from .failure import Failure
from .serving import Handler, served

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 1_600_000 / 8}
"""A round trip in milliseconds, and bytes in a second."""
LATEST = 700
"""Milliseconds. A machine that has other things to do paints late, so that the median of some loads is judged."""
LOADS = 5
LARGEST = 14 * 1024
"""Bytes, compressed: what a server sends at once, in ten packets (RFC 6928)."""

FIRST_PAINT = """() => new Promise(resolve => new PerformanceObserver(paints => {
  const paint = paints.getEntriesByName('first-contentful-paint')[0];
  if (!paint) return;
  const sheets = performance.getEntriesByType('resource').filter(one => one.renderBlockingStatus === 'blocking');
  resolve({
    time: paint.startTime,
    sheets: sheets.map(one => one.name),
    bytes: [...performance.getEntriesByType('navigation'), ...sheets].reduce((sum, one) => sum + one.encodedBodySize, 0),
  });
}).observe({ type: 'paint', buffered: true }))"""


class Compressing(Handler):
    """Sends files compressed and keeps connections open, as hosts do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


async def check(site):
    with served(site.folder, Compressing) as url:
        paints = [await first_paint(url + "index.html") for _ in range(LOADS)]
    time = median(paint["time"] for paint in paints)
    print(f"          {site.name}: first paint after {time:.0f} ms, of {paints[0]['bytes']} bytes", flush=True)
    return [Failure(name, f"{site.name}/index.html", what) for name, what in flaws(time, paints[0])]


async def first_paint(address):
    """In a window of its own, which has nothing in its cache."""
    made = await CHROMIUM.window()
    tab = await made.new_page()
    wire = await made.new_cdp_session(tab)
    await wire.send("Network.enable")
    await wire.send("Network.emulateNetworkConditions", SLOW)
    await tab.goto(address)
    paint = await tab.evaluate(FIRST_PAINT)
    await made.close()
    return paint


def flaws(time, paint):
    if time > LATEST:
        yield "paint", f"is first painted after {time:.0f} ms, at most {LATEST} are allowed"
    if len(paint["sheets"]) != 1:
        yield "weight", f"is painted after {len(paint['sheets'])} more files, and not one: {', '.join(paint['sheets'])}"
    if paint["bytes"] > LARGEST:
        yield "weight", f"needs {paint['bytes']} bytes to be painted, at most {LARGEST} are allowed"
