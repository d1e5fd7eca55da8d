"""A built site: its files, its pages, and which of those are of one kind."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

REDIRECT = b'http-equiv="refresh"'


@dataclass(frozen=True)
class BuiltSite:
    """A folder that `allclear build` wrote, and where it is served.

    `is_sampled` says that of each kind of page only some are looked at in a browser, and `is_translated` that its pages
    are also looked at in English.
    """

    name: str
    folder: Path
    url: str
    is_sampled: bool = False
    is_translated: bool = False

    @cached_property
    def statistics(self):
        return json.loads((self.folder / "api/statistics.json").read_bytes())

    @cached_property
    def is_mirrored(self):
        """Whether its language is written from right to left."""
        return b'dir="rtl"' in self.read("index.html")

    @cached_property
    def address(self):
        """`site.url`, with a slash at its end."""
        return self.statistics["site"]["url"].rstrip("/") + "/"

    @cached_property
    def now(self):
        """The instant that it is built for."""
        return datetime.fromisoformat(self.statistics["now"])

    @cached_property
    def files(self):
        """All files but those that only hosts and Allclear read, as paths from the root."""
        paths = (path.relative_to(self.folder) for path in self.folder.rglob("*") if path.is_file())
        return sorted(str(path) for path in paths if not path.name.startswith((".", "_")))

    def files_ending_in(self, *ends):
        return [path for path in self.files if path.endswith(ends)]

    @cached_property
    def pages(self):
        return self.files_ending_in(".html")

    @cached_property
    def pages_by_kind(self):
        kinds = {}
        for page in self.pages:
            kinds.setdefault(kind_of(page), []).append(page)
        return kinds

    @cached_property
    def examples(self):
        """The largest page of each kind."""
        return {kind: max(pages, key=self.size) for kind, pages in self.pages_by_kind.items()}

    @cached_property
    def pages_to_look_at(self):
        """All pages, or of each kind the first, the last and the largest. Those that lead to others at once
        are left out: a browser does not stay on them."""
        pages = self.pages
        if self.is_sampled:
            pages = sorted({page for kind in self.pages_by_kind.values() for page in (kind[0], kind[-1])}
                           | set(self.examples.values()))
        return [page for page in pages if REDIRECT not in self.read(page)]

    @property
    def examples_to_look_at(self):
        return [page for page in self.examples.values() if page in self.pages_to_look_at]

    def read(self, path):
        return (self.folder / path).read_bytes()

    def size(self, path):
        return (self.folder / path).stat().st_size

    def location(self, page):
        """Where a browser finds a page. 404.html is served at any depth, so that its links begin at the root of
        the site's own host, and it has to be looked at there."""
        return (self.address if page == "404.html" else self.url) + page


def kind_of(page):
    """Pages of one kind have the same pattern: a page in the root is alone, those in a folder are told apart
    by how dates and periods are written (`history/0000-00`), and all others in it are one kind."""
    folder, _, name = page.removesuffix(".html").rpartition("/")
    if not folder:
        return name
    return folder + "/" + (re.sub(r"\d", "0", name) if re.fullmatch(r"[\dQWH-]+", name) else "*")
