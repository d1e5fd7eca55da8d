"""Every JSON file is JSON, and each file of Statuspage's API has all keys that its clients may read.

`statuspage-keys.txt` lists them: a line for each kind of object, and one for each file.
"""

import json
import re
from pathlib import Path

from .failure import Failure

KEYS = Path(__file__).with_name("statuspage-keys.txt")


def check(site):
    kinds, files = schema()
    for path in site.files_ending_in(".json"):
        try:
            value = json.loads(site.read(path))
        except ValueError as error:
            yield Failure("api", f"{site.name}/{path}", f"it is no JSON: {error}")
            continue
        for keys in (keys for shape, keys in files if shape.fullmatch(path)):
            for lost in missing(value, keys, kinds, ""):
                yield Failure("api", f"{site.name}/{path}", f"`{lost}` is missing")
    for shape, _ in files:
        if not any(map(shape.fullmatch, site.files)):
            yield Failure("api", site.name, f"there is no file `{shape.pattern}`")


def schema():
    """The keys of each kind of object, and those of each file, which the first line that fits a path gives."""
    kinds, files = {}, []
    for line in KEYS.read_text().splitlines():
        name, _, keys = line.partition(":")
        if line.startswith("api/"):
            files.append((re.compile(name.replace(".", r"\.").replace("<id>", "[a-z0-9]{12}")), keys.split()))
        elif line and not line.startswith("#"):
            kinds[name] = keys.split()
    return kinds, files


def missing(value, keys, kinds, path):
    """`key` is anything, `key=kind` an object, `key=kind[]` an array of them, and `?` allows null."""
    for key in keys:
        name, _, kind = key.partition("=")
        inside = path + name
        if name not in value:
            yield inside
        elif kind.endswith("[]"):
            for one in value[name]:
                yield from missing(one, kinds[kind[:-2]], kinds, inside + "[].")
        elif kind.endswith("[]?"):
            for one in value[name] or []:
                yield from missing(one, kinds[kind[:-3]], kinds, inside + "[].")
        elif kind:
            yield from missing(value[name], kinds[kind], kinds, inside + ".")
