"""What subscribers have seen stays what it was: two builds that differ by one added update."""

import json

import feedparser

from . import calendars
from .failure import Failure
from .feeds import feeds

LIMIT = 50
"""How many entries a feed keeps."""


def check(before, after):
    told_by = {path: added(entries(before, path), entries(after, path)) for path in feeds(before)}
    for path, new in told_by.items():
        if new is None:
            yield Failure("stability", f"{after.name}/{path}", "an entry has another id, title or link than before")
        elif "/" not in path and new != 1:
            yield Failure("stability", f"{after.name}/{path}", f"{new} entries came with one update")
    old, new = (json.loads(site.read("feed.json"))["items"] for site in (before, after))
    if new[1:] != old[:LIMIT - 1]:
        yield Failure("stability", f"{after.name}/feed.json", "an item differs from what it was")
    if uids(before) != uids(after):
        yield Failure("stability", f"{after.name}/calendar.ics", "UIDs differ though no maintenance does")


def entries(site, path):
    found = feedparser.parse(site.read(path)).entries
    return [(entry.get("id"), entry.get("title"), entry.get("link")) for entry in found]


def added(old, new):
    """How many entries came, all of them before the old ones; nothing where an old one differs."""
    for count in range(len(new) + 1):
        if new[count:] == old[:LIMIT - count]:
            return count
    return None


def uids(site):
    return sorted(str(event.get("UID")) for event in calendars.events(site))
