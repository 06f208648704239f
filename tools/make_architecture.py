#!/usr/bin/env python3
"""Draws docs/img/arkitektur.svg from the code: the rooms of core/ on their floors, and what they import.

    make docs                                draws it, with the pages of the tools
    tools/make_architecture.py --check       draws nothing; fails when the picture is not what it would draw

An area is lines of code, a line between rooms is imports. The same code always gives the same picture, and a small
change of it mostly does too: lines are counted in hundreds, and imports as one, some or many.
"""

import argparse
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import structure

PICTURE = structure.ROOT / "docs" / "img" / "arkitektur.svg"

ROOMS = {
    "common": ("errors, geometry", ""),
    "registers": ("how registers write; which row stands", ""),
    "neighbourhood": ("buildings, plots; who is alike", "M2"),
    "valley": ("floor, sides and side valleys from a terrain model", "M9"),
    "tables": ("for Excel", "M7"),
    "documents": ("for Word", "M7"),
    "designation": ("which buildings, and why", "M1 M2 M5 M11"),
    "landscape": ("themes, what lies in them, what is new or gone", "M9 M10"),
    "preparation": ("one building layer from the registers", ""),
    "validation": ("whether the data are fit for it: one rule, one function", ""),
    "plot_ratio": ("bebyggelsesprocent and storeys of each plot, against the limit that holds there", "M3 M4 M6"),
    "ensembles": ("proposals for cultural environments", "M5"),
    "comparison": ("what changed", "M5 M11"),
    "plan": ("sheets, annexes, provisions", "M6 M7"),
    "delivery": ("what GeoFA and Plandata take", "M7 M12"),
    "sheet": ("what applies to one property", "M11"),
    "report": ("what each tool's report says and shows", "M11"),
    "hearing": ("whom to hear, by when, and that all were", "M12"),
    "web": ("the website", "M8 M12"),
    "white_book": ("what became of each answer", "M12"),
}
"""Room of core/ → what lives there in a few words, and which of the municipality's decisions it carries out."""

AREAS = {
    "processing.tools": ("tools", "one file per tool, its report beside it"),
    "processing.export": ("export", "the plan package"),
    "processing.inputs": ("inputs", "layers, tables, rasters"),
    "processing.outputs": ("outputs", "layers, reports, maps"),
    "processing.job": ("job", ""),
}
"""The folders of processing/ that are drawn: name and words."""

WIDTH, MARGIN = 1920, 40
ROW, LOW_ROW, BETWEEN, GAP = 112, 72, 70, 24
"""Height of a floor, of the lowest, of the air between two, and the least between two boxes; pixels as all here."""
SCALES = range(24, 4, -1)
"""Square pixels per line of code: the first with which every floor fits is taken."""
TOWER = 620
"""Width of the upper floors, which hold one room each: beside them is place for the key and for sample/."""
COLOURS = {
    1: "#5b6770",
    2: "#0b7a75",
    3: "#7a3b8f",
    4: "#1f5fa8",
    5: "#a85a00",
    6: "#3f7d20",
    7: "#8a6d00",
    8: "#9c2f5b",
    9: "#2f6f8f",
}
"""Of each floor: the frame of its rooms, and the arrows to them."""
FILLS = {
    1: "#eceff1",
    2: "#e0f2f1",
    3: "#f3e6f7",
    4: "#e3eefa",
    5: "#fdf0dd",
    6: "#e8f4de",
    7: "#f7f0d4",
    8: "#f9e3ec",
    9: "#e0eff5",
}
WRONG = "#c62828"
FONT = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif"


@dataclass
class Box:
    """A rectangle with a title; `lines` of code are its area."""

    title: str
    words: str
    decisions: str
    lines: int
    floor: int
    left: float = 0
    top: float = 0
    width: float = 0
    height: float = 0

    @property
    def middle(self):
        """The x of its middle."""
        return self.left + self.width / 2

    @property
    def bottom(self):
        """The y of its lower edge."""
        return self.top + self.height


def picture():
    """The SVG as text."""
    read = structure.modules()
    rooms = _rooms(read)
    scale = next(one for one in SCALES if _fits(rooms, one))
    arrows = structure.between_rooms(read)
    stairs = _asked_by_all(rooms, arrows)
    shown = {pair: len(found) for pair, found in arrows.items() if pair[1] not in stairs}
    top = _place(rooms)
    height = top + 50
    parts = [
        *_head(height),
        *_processing(read, scale),
        *_house(rooms, top),
        *_arrows(rooms, shown),
        *(part for box in rooms.values() for part in _drawn(box)),
        *_sample(read, scale),
        *_key(rooms, shown, scale),
        *_stairs(rooms, stairs),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _rooms(read):
    modules = structure.rooms(read)
    return {
        name: Box(name, *ROOMS[name], _hundreds(one.lines for one in modules[name]), floor)
        for floor, names in structure.FLOORS.items()
        for name in names
    }


def _hundreds(lines):
    return max(100, round(sum(lines), -2))


def _asked_by_all(rooms, arrows):
    """The rooms that every room on a higher floor asks: their arrows would say nothing."""
    return [
        name
        for name, box in rooms.items()
        if box.floor == 1 and all((other, name) in arrows for other in rooms if rooms[other].floor > 1)
    ]


# Places ---------------------------------------------------------------------------------------------------------------

HOUSE_TOP = 300


def _fits(rooms, scale):
    """Give every room its size by a scale; whether its floor is wide enough."""
    for box in rooms.values():
        area = box.lines * scale
        # As high as its floor, unless its title would not fit.
        box.width = max(area / (LOW_ROW if box.floor == 1 else ROW), _wide(box.title, 19, bold=True) + 16)
        box.height = area / box.width
    return all(_free(_on(rooms, floor)) >= (len(names) + 1) * GAP for floor, names in structure.FLOORS.items())


def _on(rooms, floor):
    return [box for box in rooms.values() if box.floor == floor]


def _free(boxes):
    """What a floor has left beside its boxes, inside the walls."""
    return (TOWER if boxes[0].floor > 4 else WIDTH - 2 * MARGIN) - 60 - sum(box.width for box in boxes)


def _place(rooms):
    """Give every room its place, floor by floor from the top; returns the y below the lowest."""
    top = HOUSE_TOP + 30
    for floor in sorted(structure.FLOORS, reverse=True):
        boxes = _on(rooms, floor)
        # Few rooms stand apart, so that arrows find their way between them.
        gap = max(GAP, min(150, _free(boxes) / (len(boxes) + 1)))
        left = (WIDTH - sum(box.width for box in boxes) - gap * (len(boxes) - 1)) / 2
        tallest = max(box.height for box in boxes)
        for box in boxes:
            box.left, box.top = left, top + (tallest - box.height) / 2
            left += box.width + gap
        top += tallest + BETWEEN
    return top - BETWEEN


def _wide(text, size, bold=False):
    """About how wide a text is, generously: fonts differ."""
    return len(text) * size * (0.68 if bold else 0.57)


def _wrapped(text, size, width):
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _wide(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


# Arrows ---------------------------------------------------------------------------------------------------------------


def _arrows(rooms, shown):
    """One curve per pair of rooms, from edge to edge, and through the gaps of the floors between."""
    starts, ends = _ports(rooms, shown)
    used = {}
    for (asker, asked), count in sorted(shown.items(), key=lambda one: (structure.may_ask(*one[0]), one)):
        source, target = rooms[asker], rooms[asked]
        down = source.floor > target.floor
        x0, x1 = starts[asker, asked], ends[asker, asked]
        if source.floor == target.floor:
            y0, y1 = source.bottom, target.bottom
            path = f"M{x0:.1f},{y0:.1f} C{x0:.1f},{y0 + 40:.1f} {x1:.1f},{y1 + 40:.1f} {x1:.1f},{y1 + 6:.1f}"
        else:
            y0, y1 = (source.bottom, target.top - 6) if down else (source.top, target.bottom + 6)
            points = [(x0, y0, y0), *_ways(rooms, source, target, x0, x1, used), (x1, y1, y1)]
            path = _curve(points)
        ok = structure.may_ask(asker, asked)
        colour = COLOURS[target.floor] if ok else WRONG
        dash = "" if ok else ' stroke-dasharray="9 6"'
        marker = target.floor if ok else "x"
        width = 1.5 if count == 1 else 2.5 if count < 5 else 4
        yield (
            f'<path class="arrow" d="{path}" stroke="{colour}" stroke-width="{width}"{dash} '
            f'marker-end="url(#to{marker})"><title>{asker} asks {asked}</title></path>'
        )


def _ports(rooms, shown):
    """Where along the edges each arrow starts and ends: spread out, in the order of the other ends."""
    starts, ends = {}, {}
    for name, box in rooms.items():
        for downwards in (True, False):
            edge = []
            for pair in shown:
                asker, asked = pair
                if asker == name and (rooms[asked].floor <= box.floor) == downwards:
                    edge.append((rooms[asked].middle, pair, starts))
                if asked == name and (rooms[asker].floor <= box.floor) == downwards:
                    edge.append((rooms[asker].middle, pair, ends))
            edge.sort(key=lambda one: one[:2])
            for number, (_, pair, side) in enumerate(edge, 1):
                side[pair] = box.left + box.width * number / (len(edge) + 1)
    return starts, ends


def _ways(rooms, source, target, x0, x1, used):
    """(x, y in, y out) on each floor between the two: the nearest gap to the straight line."""
    step = 1 if target.floor > source.floor else -1
    floors = list(range(source.floor + step, target.floor, step))
    for number, floor in enumerate(floors, 1):
        boxes = _on(rooms, floor)
        straight = x0 + (x1 - x0) * number / (len(floors) + 1)
        edges = [
            MARGIN + 10,
            *(edge for box in boxes for edge in (box.left, box.left + box.width)),
            WIDTH - MARGIN - 10,
        ]
        gaps = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
        nearest = min(gaps, key=lambda gap: abs(min(max(straight, gap[0] + 8), gap[1] - 8) - straight))
        wish = min(max(straight, nearest[0] + 8), nearest[1] - 8)
        beside = [wish + sign * 7 * number for number in range(12) for sign in (1, -1)]
        inside = [x for x in beside if nearest[0] + 4 < x < nearest[1] - 4]
        x = next((x for x in inside if all(abs(x - other) >= 6 for other in used.get(floor, ()))), wish)
        used.setdefault(floor, []).append(x)
        upper, lower = min(box.top for box in boxes), max(box.bottom for box in boxes)
        yield (x, lower, upper) if step > 0 else (x, upper, lower)


def _curve(points):
    """A smooth line through (x, y in, y out), upright where it passes each."""
    path = f"M{points[0][0]:.1f},{points[0][1]:.1f}"
    for (xa, _, ya), (xb, yb, out) in zip(points, points[1:]):
        half = (yb - ya) * 0.55
        path += f" C{xa:.1f},{ya + half:.1f} {xb:.1f},{yb - half:.1f} {xb:.1f},{yb:.1f}"
        if out != yb:
            path += f" L{xb:.1f},{out:.1f}"
    return path


# Drawing --------------------------------------------------------------------------------------------------------------


def _head(height):
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" font-family="{FONT}" role="img">'
    yield "<title>The rooms of lyngby_heritage on their floors, and which asks which</title>"
    yield "<defs><style>.arrow { fill: none; stroke-opacity: .75 }</style>"
    for name, colour in [*COLOURS.items(), ("x", WRONG)]:
        yield (
            f'<marker id="to{name}" viewBox="0 0 10 10" refX="3" refY="5" markerWidth="13" markerHeight="13" '
            f'markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0 L10,5 L0,10 z" fill="{colour}"/></marker>'
        )
    yield "</defs>"
    yield f'<rect width="{WIDTH}" height="{height:.0f}" fill="#ffffff"/>'


def _text(x, y, text, size, **style):
    given = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in style.items())
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}"{given}>{escape(text)}</text>'


def _drawn(box, fill=None, colour=None):
    """The rectangle with its title, decisions and number of lines, and its words where there is room for them."""
    colour = colour or COLOURS[box.floor]
    yield (
        f'<rect x="{box.left:.1f}" y="{box.top:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="5" '
        f'fill="{fill or FILLS[box.floor]}" stroke="{colour}" stroke-width="2"/>'
    )
    yield _text(box.left + 9, box.top + 23, box.title, 19, font_weight="bold", fill=colour)
    words = _wrapped(box.words, 15, box.width - 16)
    if 43 + 17 * (len(words) - 1) < box.height - 22:
        for number, line in enumerate(words):
            yield _text(box.left + 9, box.top + 42 + 17 * number, line, 15, fill="#263238")
    yield _text(box.left + 9, box.bottom - 7, f"{box.lines:,}".replace(",", " "), 13, fill="#607d8b")
    if box.decisions:
        yield _text(
            box.left + box.width - 8,
            box.bottom - 7,
            box.decisions,
            13,
            fill=colour,
            font_weight="bold",
            text_anchor="end",
        )


def _processing(read, scale):
    """The band above the house: the folders of processing/, by the same measure."""
    left, top = MARGIN, 92
    yield _text(left, 46, "lyngby_heritage", 30, font_weight="bold", fill="#1c2b33")
    yield _text(
        left, 78, "processing/ reads layers, asks the core, writes layers; it decides nothing", 19, fill="#37474f"
    )
    lines = {name: _hundreds(one.lines for one in read.values() if _in(one.name, name)) for name in AREAS}
    row = sum(lines.values()) * scale / (WIDTH - 2 * MARGIN - 14 * (len(AREAS) - 1))
    for name, (title, words) in AREAS.items():
        box = Box(title, words, "", lines[name], 0, left, top, lines[name] * scale / row, row)
        yield from _drawn(box, "#fafafa", "#78909c")
        left += box.width + 14
    asked = {structure.room(one.imported) for m in read.values() if _in(m.name, "processing") for one in m.imports}
    yield _text(
        WIDTH / 2 + 22, top + row + 40, f"asks {len(asked - {None})} of the {len(ROOMS)} rooms", 16, fill="#546e7a"
    )
    yield _fat(WIDTH / 2, top + row + 8, HOUSE_TOP - 6)


def _in(module, area):
    return f"{module}.".startswith(f"{structure.PLUGIN}.{area}.")


def _fat(x, y0, y1):
    tip = y1 - 16
    return (
        f'<path d="M{x - 7:.1f},{y0:.1f} V{tip:.1f} H{x - 17:.1f} L{x:.1f},{y1:.1f} L{x + 17:.1f},{tip:.1f} '
        f'H{x + 7:.1f} V{y0:.1f} z" fill="#90a4ae"/>'
    )


def _house(rooms, bottom):
    """The outline of core/, narrow where one room is alone on its floor, and the numbers of the floors."""
    left, right = MARGIN, WIDTH - MARGIN
    a, b = (WIDTH - TOWER) / 2, (WIDTH + TOWER) / 2
    eaves = min(box.top for box in rooms.values() if box.floor == 4) - BETWEEN / 2
    low = bottom + 24
    yield (
        f'<path d="M{a:.1f},{HOUSE_TOP} H{b:.1f} V{eaves:.1f} H{right} V{low:.1f} H{left} V{eaves:.1f} H{a:.1f} z" '
        'fill="#fcfdfd" stroke="#b0bec5" stroke-width="3" stroke-linejoin="round"/>'
    )
    yield _text(a + 14, HOUSE_TOP + 28, "core/", 22, font_weight="bold", fill="#37474f")
    for floor in structure.FLOORS:
        boxes = _on(rooms, floor)
        y = (min(box.top for box in boxes) + max(box.bottom for box in boxes)) / 2
        x = left + 20 if floor <= 4 else a + 24
        yield _text(x, y + 9, str(floor), 26, fill="#b0bec5", font_weight="bold", text_anchor="middle")


def _sample(read, scale):
    """sample/ beside the house: it asks the core, and the core does not know of it."""
    lines = _hundreds(one.lines for one in read.values() if _in(one.name, "sample"))
    width = 400
    left, top = (WIDTH + TOWER) / 2 + 90, HOUSE_TOP
    box = Box("sample/", "the invented municipality, to try it all on; asks the core", "", lines, 0, left, top, width)
    box.height = lines * scale / width
    yield from _drawn(box, "#fafafa", "#78909c")
    y = top + box.height / 2
    edge = (WIDTH + TOWER) / 2
    yield (
        f'<path d="M{left - 6:.1f},{y - 7:.1f} H{edge + 22:.1f} V{y - 17:.1f} L{edge + 6:.1f},{y:.1f} '
        f'L{edge + 22:.1f},{y + 17:.1f} V{y + 7:.1f} H{left - 6:.1f} z" fill="#90a4ae"/>'
    )


def _key(rooms, shown, scale):
    """What the signs mean, in the place left of the upper floors."""
    x, y = MARGIN, HOUSE_TOP + 18
    yield _text(x, y, "How to read it", 19, font_weight="bold", fill="#37474f")
    square = 1000**0.5 * scale**0.5
    yield f'<rect x="{x}" y="{y + 16}" width="{square:.1f}" height="{square:.1f}" rx="5" fill="#fff" stroke="#78909c"/>'
    yield _text(x + 9, y + 16 + square - 8, "1 000", 13, fill="#607d8b")
    yield _text(x + square + 14, y + 46, "an area is lines of code, with their", 16, fill="#37474f")
    yield _text(x + square + 14, y + 66, "number in the corner, in hundreds", 16, fill="#37474f")
    yield _text(x + square + 14, y + 98, "M1–M12: which decision of the", 16, fill="#37474f")
    yield _text(x + square + 14, y + 118, "municipality it carries out", 16, fill="#37474f")
    y += square + 40
    yield _sign(x, y, COLOURS[2], 2, "", 2.5, "asks; the wider, the more imports.")
    yield _text(x + 90, y + 26, "The colour is that of the floor asked", 16, fill="#37474f")
    wrong = [pair for pair in shown if not structure.may_ask(*pair)]
    if wrong:
        yield _sign(x, y + 56, WRONG, "x", ' stroke-dasharray="9 6"', 2.5, f"climbs ({len(wrong)}): to be mended")


def _sign(x, y, colour, marker, dash, width, words):
    return (
        f'<path class="arrow" d="M{x},{y} H{x + 66}" stroke="{colour}" stroke-width="{width}"{dash} '
        f'marker-end="url(#to{marker})"/>' + _text(x + 90, y + 5, words, 16, fill="#37474f")
    )


def _stairs(rooms, stairs):
    for name in stairs:
        box = rooms[name]
        x, y = box.left + box.width + 18, box.top + box.height / 2
        yield _text(x, y - 4, "every room above asks it:", 16, fill="#546e7a")
        yield _text(x, y + 17, "those arrows are left out", 16, fill="#546e7a")


def main():
    """Draw, or say whether the picture is up to date."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail when it would change")
    arguments = parser.parse_args()
    name = PICTURE.relative_to(structure.ROOT)
    text = picture()
    if PICTURE.exists() and PICTURE.read_text(encoding="utf-8") == text:
        print(f"{name} is up to date")
        return 0
    if arguments.check:
        print(f"{name} is not what the code looks like: run 'make docs'")
        return 1
    PICTURE.write_text(text, encoding="utf-8")
    print(f"{name} is drawn anew")
    return 0


if __name__ == "__main__":
    sys.exit(main())
