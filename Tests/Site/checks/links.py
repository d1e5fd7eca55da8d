"""Links, of all pages: to files and anchors that are there, ids that are one each, and addresses of the site
itself, wherever a file names one, that lead to a file."""

import html
import re
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from .failure import Failure

LINKING = {"href", "src", "data", "poster", "action", "cite"}
TEXTS = (".html", ".xml", ".rss", ".atom", ".json", ".ics", ".txt", ".svg", ".csv")


class Page(HTMLParser):
    """What a page links to, and the ids in it."""

    def __init__(self, data):
        super().__init__()
        self.links, self.ids = [], []
        self.feed(data.decode("utf-8"))

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            elif name in LINKING and value:
                self.links.append(value)
            elif name == "srcset":
                self.links += [part.split()[0] for part in value.split(",") if part.strip()]
            elif name == "content" and ("http-equiv", "refresh") in attributes:
                self.links.append(value.partition("url=")[2])


def check(site):
    pages = {path: Page(site.read(path)) for path in site.pages}
    for path, page in pages.items():
        for twice in sorted({one for one in page.ids if page.ids.count(one) > 1} if has_twins(page.ids) else []):
            yield Failure("links", f"{site.name}/{path}", f"the id `{twice}` is there more than once")
        for link in sorted(set(page.links)):
            yield from broken(site, pages, path, link)
    for path in site.files_ending_in(".css"):
        for link in re.findall(rb"url\(\s*[\"']?([^\"')]+)", site.read(path)):
            yield from broken(site, pages, path, link.decode())
    yield from own_addresses(site, pages)


def has_twins(ids):
    return len(set(ids)) < len(ids)


def broken(site, pages, path, link):
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return
    root, place = urlsplit(site.address).path, unquote(parts.path)
    if path == "404.html" and place.startswith(root):
        # It is served at any depth, and leads on from its host's root.
        target = place.removeprefix(root)
    else:
        target = normpath(join(dirname(path), place)) if place else path
    yield from missing(site, pages, path, link, target, parts.fragment)


def own_addresses(site, pages):
    """Feeds, the API, the calendar, sitemap and canonical links name pages by their whole address."""
    address = re.compile(re.escape(site.address.rstrip("/")) + r"(/[^\s\"'<>()\\,;]*)?")
    for path in site.files_ending_in(*TEXTS):
        text = site.read(path).decode("utf-8").replace("\r\n ", "").replace("\\n", " ")
        for link in sorted({found.group(0) for found in address.finditer(html.unescape(html.unescape(text)))}):
            parts = urlsplit(link)
            target = unquote(parts.path).lstrip("/")
            target = target[len(urlsplit(site.address).path.lstrip("/")):].rstrip(".")
            yield from missing(site, pages, path, link, target, parts.fragment)


def missing(site, pages, path, link, target, anchor):
    target = "index.html" if target in ("", ".") else target
    if target.startswith("..") or not (site.folder / target).is_file():
        yield Failure("links", f"{site.name}/{path}", f"`{link}` leads to no file")
    elif anchor and target in pages and unquote(anchor) not in pages[target].ids:
        yield Failure("links", f"{site.name}/{path}", f"`{link}` leads to no id in {target}")
