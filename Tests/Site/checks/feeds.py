"""Feeds as readers' programs understand them: feedparser, newsboat, and what JSON Feed asks for."""

import json
import os
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

import feedparser

from .failure import Failure


def check(site):
    read = {path: feedparser.parse(site.read(path)) for path in feeds(site)}
    for path, feed in read.items():
        yield from by_feedparser(site, path, feed)
    yield from by_json_feed(site)
    for path in ("atom.xml", "history.rss", "history.atom"):
        if ids(read[path]) != ids(read["feed.xml"]):
            yield Failure("feeds", f"{site.name}/{path}", "it has other entries than feed.xml")
    yield from by_newsboat(site, {path: len(feed.entries) for path, feed in read.items()})


def feeds(site):
    return [path for path in site.files_ending_in(".xml", ".rss", ".atom") if path != "sitemap.xml"]


def ids(feed):
    return [entry.get("id") for entry in feed.entries]


def by_feedparser(site, path, feed):
    page = f"{site.name}/{path}"
    if feed.bozo:
        yield Failure("feeds", page, f"feedparser finds it ill formed: {feed.bozo_exception}")
    if not feed.version or not feed.feed.get("title"):
        yield Failure("feeds", page, "feedparser knows neither its version nor its title")
    for key in ("id", "title", "link", "summary"):
        for entry in feed.entries:
            if not entry.get(key):
                yield Failure("feeds", page, f"the entry `{entry.get('title')}` has no {key}")
    for one in {one for one in ids(feed) if ids(feed).count(one) > 1}:
        yield Failure("feeds", page, f"the id `{one}` is there more than once")


def by_json_feed(site):
    """What https://jsonfeed.org/version/1.1 requires, and the same entries as the others have."""
    page, feed = f"{site.name}/feed.json", json.loads(site.read("feed.json"))
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield Failure("feeds", page, f"its version is `{feed.get('version')}`")
    for key in ("title", "items"):
        if key not in feed:
            yield Failure("feeds", page, f"it has no `{key}`")
    for item in feed.get("items", []):
        if not isinstance(item.get("id"), str) or not (item.get("content_html") or item.get("content_text")):
            yield Failure("feeds", page, f"the item `{item.get('title')}` has no id or no content")
    if [item.get("id") for item in feed.get("items", [])] != ids(feedparser.parse(site.read("feed.xml"))):
        yield Failure("feeds", page, "it has other entries than feed.xml")


def by_newsboat(site, expected):
    """Newsboat loads feeds from where they are served, and keeps each entry: of a sampled site those in the root
    and the longest of the others. Each has a cache of its own, as newsboat keeps an id once in a cache."""
    others = sorted((path for path in expected if "/" in path), key=expected.get)
    paths = [path for path in expected if "/" not in path] + (others[-1:] if site.is_sampled else others)
    for path in paths:
        if (loaded := newsboat(site.url + path)) != expected[path]:
            yield Failure("newsboat", f"{site.name}/{path}", f"{loaded} articles of {expected[path]} were loaded")


def newsboat(address):
    """How many articles newsboat has after it loaded the feed."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        (folder / "urls").write_text(address + "\n")
        (folder / "config").touch()
        subprocess.run(
            ["newsboat", "-u", folder / "urls", "-c", folder / "cache.db", "-C", folder / "config", "-x", "reload"],
            capture_output=True, timeout=120, env={"HOME": str(folder), "PATH": os.environ["PATH"], "TERM": "dumb"})
        with closing(sqlite3.connect(folder / "cache.db")) as cache:
            return cache.execute("select count(*) from rss_item").fetchone()[0]
