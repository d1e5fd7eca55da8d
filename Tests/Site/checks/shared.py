"""What chats show of a link to a page: a title, a description, and a picture that they can fetch."""

import struct
from html.parser import HTMLParser

from .failure import Failure

SIZE = (1200, 630)
LARGEST = 15 * 1024
INDEXED = 3
"""The color type of PNG (third edition, 11.2.1) that names colors of a palette."""


class Head(HTMLParser):
    """What a page says of itself, by the names of Open Graph."""

    def __init__(self, data):
        super().__init__()
        self.said = {}
        self.feed(data.decode("utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "meta" and attributes.get("property", "").startswith("og:"):
            self.said[attributes["property"]] = attributes.get("content")


def check(site):
    pictures = {site.address + path for path in site.files if path.startswith("assets/share-")}
    for path in site.pages:
        if path == "embed.html":
            continue
        said = Head(site.read(path)).said
        for name in ("og:title", "og:description", "og:image"):
            if not said.get(name):
                yield Failure("shared", f"{site.name}/{path}", f"has no {name}")
            elif name == "og:image":
                pictures.add(said[name])
    for address in sorted(pictures):
        for what in flaws(site, address):
            yield Failure("shared", f"{site.name}/{address}", what)


def flaws(site, address):
    path = address.removeprefix(site.address)
    if path not in site.files:
        yield "is not there"
        return
    data = site.read(path)
    if len(data) > LARGEST:
        yield f"has {len(data)} bytes, at most {LARGEST} are allowed"
    if data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR":
        yield "is no PNG"
        return
    width, height, _, kind = struct.unpack(">IIBB", data[16:26])
    if (width, height) != SIZE:
        yield f"is {width} × {height} pixels"
    if kind != INDEXED:
        yield "does not have its colors in a palette"
