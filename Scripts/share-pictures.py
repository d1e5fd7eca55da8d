#!/usr/bin/env python3
"""Draws the pictures that chats and phones show of a site, from the marks and colors that its pages have.

    share-pictures.py [FOLDER]

FOLDER takes the pictures, `site-templates` without it. Run it after a change of `symbols.mustache`, `icon.svg` or
the colors in `style.css`, of which it takes those of the dark scheme: they stand out from light chats and dark ones.
The same input makes the same pictures; it needs Python alone.
"""

import math
import re
import struct
import sys
import xml.etree.ElementTree as XML
import zlib
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parent.parent / "site-templates"
STATES = ["degraded", "partial", "major", "maintenance"]
SHARED = (1200, 630)
MARK = 400
"""Pixels of a mark's side on a shared picture: still to be told apart in a thumbnail of 80 pixels."""
TOUCH_ICON = 180
SHADES = 16
"""Steps from the ground to the ink, for smooth edges: as many as four bits can name."""
STROKE = 1.8
STEPS_OF_ARC = 32


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TEMPLATES
    marks = XML.parse(TEMPLATES / "symbols.mustache")
    dark = (TEMPLATES / "style.css").read_text("utf-8").split("@media")[1]
    colors = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark))
    for state in STATES:
        mark = marks.find(f"symbol[@id='m-{state}']")
        shapes = [shape(element, STROKE) for element in mark]
        write(folder / f"share-{state}.png", SHARED, MARK / 16, (8, 8), shapes, colors[state], colors[f"{state}-tint"])
    ground, bars = XML.parse(TEMPLATES / "icon.svg").getroot()
    bars = [shape(bars, float(bars.get("stroke-width")))]
    write(folder / "share-neutral.png", SHARED, MARK / 16, (16, 16), bars, colors["soft"], colors["tint"])
    touch = (TOUCH_ICON, TOUCH_ICON)
    write(folder / "touch-icon.png", touch, TOUCH_ICON / 32, (16, 16), bars, "#ffffff", ground.get("fill"))


def shape(element, stroke):
    """An element as lines, the width of its outline, whether it is filled, and whether it cuts into what lies below."""
    kinds = element.get("class", "").split()
    if element.tag == "circle":
        x, y, r = (float(element.get(name)) for name in ("cx", "cy", "r"))
        lines = lines_of(f"M{x} {y - r}a{r} {r} 0 0 1 0 {2 * r}a{r} {r} 0 0 1 0 {-2 * r}z")
    else:
        lines = lines_of(element.get("d"))
    return lines, 0 if element.get("stroke") == "none" else stroke, "solid" in kinds, "cut" in kinds


def lines_of(path):
    """The path's pieces between two points, its arcs in short ones."""
    lines, here, start = [], (0.0, 0.0), (0.0, 0.0)
    for command, text in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", path):
        numbers = [float(one) for one in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", text)]
        size = {"m": 2, "l": 2, "h": 1, "v": 1, "a": 7, "z": 0}[command.lower()]
        groups = [numbers[at:at + size] for at in range(0, len(numbers), size)] if size else [[]]
        for group in groups:
            there = end_of(command, group, here, start)
            if command in "mM":
                start = there
            elif command in "aA":
                points = arc(here, there, group[0], large=group[3] != 0, clockwise=group[4] != 0)
                lines += zip([here] + points, points)
            elif here != there:
                lines.append((here, there))
            here = there
    return lines


def end_of(command, group, here, start):
    x, y = here if command.islower() else (0, 0)
    match command.lower():
        case "z": return start
        case "h": return (x + group[0], here[1])
        case "v": return (here[0], y + group[0])
        case _: return (x + group[-2], y + group[-1])


def arc(start, end, radius, large, clockwise):
    """Points on the arc, its end last (SVG 2, appendix B.2.4, for a circle)."""
    (x1, y1), (x2, y2) = start, end
    half = math.dist(start, end) / 2
    height = math.sqrt(max(0, radius * radius - half * half)) * (1 if large != clockwise else -1)
    x = (x1 + x2) / 2 - (y2 - y1) / (2 * half) * height
    y = (y1 + y2) / 2 + (x2 - x1) / (2 * half) * height
    first, last = math.atan2(y1 - y, x1 - x), math.atan2(y2 - y, x2 - x)
    turn = (last - first) % math.tau if clockwise else -((first - last) % math.tau)
    angles = [first + turn * step / STEPS_OF_ARC for step in range(1, STEPS_OF_ARC + 1)]
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


def write(path, size, scale, middle, shapes, ink, ground):
    """Writes the shapes in the middle of a picture, `scale` pixels a unit."""
    width, height = size
    rows = []
    for row in range(height):
        y = (row + 0.5 - height / 2) / scale + middle[1]
        shades = [shade((column + 0.5 - width / 2) / scale + middle[0], y, scale, shapes, middle)
                  for column in range(width)]
        rows.append(bytes(shades))
    path.write_bytes(png(size, rows, palette(ground, ink)))
    print(f"{path.name}: {path.stat().st_size} bytes")


def shade(x, y, scale, shapes, middle):
    """How much ink a point has, from 0 to 15."""
    if abs(x - middle[0]) > middle[0] or abs(y - middle[1]) > middle[1]:
        return 0
    covered = 0
    for lines, stroke, is_filled, is_cut in shapes:
        far = min(distance(x, y, *line) for line in lines)
        inside = -far if is_filled and is_within(x, y, lines) else far
        part = min(1, max(0, 0.5 - (inside - stroke / 2) * scale))
        covered = covered * (1 - part) if is_cut else max(covered, part)
    return round(covered * (SHADES - 1))


def distance(x, y, start, end):
    (x1, y1), (x2, y2) = start, end
    dx, dy = x2 - x1, y2 - y1
    along = min(1, max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)))
    return math.hypot(x - x1 - along * dx, y - y1 - along * dy)


def is_within(x, y, lines):
    return sum((y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
               for (x1, y1), (x2, y2) in lines) % 2 == 1


def palette(ground, ink):
    one, other = (bytes.fromhex(color[1:]) for color in (ground, ink))
    last = SHADES - 1
    return b"".join(bytes((a * (last - step) + b * step + last // 2) // last for a, b in zip(one, other))
                    for step in range(SHADES))


def png(size, rows, colors):
    """A picture of four bits a pixel, each of which names a color (PNG, third edition)."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    lines = b"".join(b"\0" + bytes(one << 4 | other for one, other in zip(row[::2], row[1::2])) for row in rows)
    header = struct.pack(">IIBBBBB", *size, 4, 3, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"PLTE", colors)
            + chunk(b"IDAT", zlib.compress(lines, 9)) + chunk(b"IEND", b""))


if __name__ == "__main__":
    main()
