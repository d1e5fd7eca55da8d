"""A folder on loopback, with the headers that its own `_headers` asks for."""

import re
import threading
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

TYPES = {".atom": "application/atom+xml", ".rss": "application/rss+xml", ".ics": "text/calendar"}


@contextmanager
def served(folder, kind=None):
    """The address at which the folder is served, with a slash at its end. `kind` is a handler other than the usual."""
    handler = partial(kind or Handler, directory=str(folder), rules=rules_in(folder / "_headers"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class Handler(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}

    def __init__(self, *arguments, rules, **options):
        self.rules = rules
        super().__init__(*arguments, **options)

    def end_headers(self):
        for name, value in headers(self.path.partition("?")[0], self.rules):
            self.send_header(name, value)
        super().end_headers()

    def copyfile(self, source, target):
        # A browser that has closed its tab does not wait for the rest.
        with suppress(ConnectionError):
            super().copyfile(source, target)

    def log_message(self, *_):
        pass


def rules_in(path):
    """The rules of a `_headers`: patterns, each with its headers on indented lines below it."""
    rules = []
    for line in path.read_text("utf-8").splitlines() if path.exists() else []:
        if line.strip() and not line[0].isspace():
            rules.append((pattern(line.strip()), []))
        elif ":" in line:
            name, _, value = line.partition(":")
            rules[-1][1].append((name.strip(), value.strip()))
    return rules


def pattern(text):
    """`*` stands for the rest of a path, and `:name` for one part of it."""
    parts = re.split(r"(\*|:\w+)", text)
    return re.compile("".join(
        ".*" if part == "*" else "[^/]+" if part.startswith(":") else re.escape(part) for part in parts))


def headers(path, rules):
    return [header for matches, headers in rules if matches.fullmatch(path) for header in headers]
