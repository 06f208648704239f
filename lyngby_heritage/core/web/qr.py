"""QR codes of the links to the website: as squares, and as a drawing with a caption for a sign in the street.

The codes are made by segno, whose wheel lies unchanged in data/qr; Python reads it as it lies there.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np
import numpy.typing as npt

from ...paths import DATA

WHEEL = DATA / "qr" / "segno-1.6.6-py3-none-any.whl"
ERROR = "q"
"""Level of error correction: a quarter of the code may be dirty or torn, as on a sign outdoors."""
QUIET = 4
"""White squares round the code that a reader needs (ISO/IEC 18004)."""
SIDE = 1000.0
"""Of the code in a drawing, quiet zone included; letters are counted in the same unit."""
LETTERS, SMALL = 64.0, 34.0
PER_LETTER = 0.56
"""How wide a letter is at most on average, of its height."""

Squares = npt.NDArray[np.bool_]


def squares(link: str) -> Squares:
    """The code of a link without its quiet zone, (n, n), True for black. The same link always gives the same code."""
    made = _segno().make_qr(link, error=ERROR, boost_error=False)
    return np.array([[bool(one) for one in row] for row in made.matrix], dtype=bool)


@dataclass(frozen=True)
class Sign:
    """A code with what stands below it."""

    link: str
    lines: Sequence[str]
    """The large lines below the code; the link stands below them, small."""

    def fitted(self) -> list[tuple[str, float]]:
        """Each line with the height of its letters, so that it is no wider than the code."""
        told = [*((one, LETTERS) for one in self.lines), (self.link, SMALL)]
        return [(words, min(size, SIDE / max(PER_LETTER * len(words), 1))) for words, size in told]


def code_svg(link: str) -> str:
    """The code alone as an SVG, black on white with its quiet zone."""
    return _svg(SIDE, SIDE, _drawn(squares(link)))


def sign_svg(sign: Sign) -> str:
    """The code with its caption as an SVG."""
    y, lines = SIDE, []
    for words, size in sign.fitted():
        y += 1.35 * size
        lines.append(
            f'<text x="{SIDE / 2:g}" y="{y:.0f}" font-size="{size:.1f}" text-anchor="middle" '
            f'font-family="Segoe UI, Noto Sans, Liberation Sans, DejaVu Sans, Arial, sans-serif">{escape(words)}</text>'
        )
    return _svg(SIDE, y + LETTERS, _drawn(squares(sign.link)) + "".join(lines))


def _drawn(black: Squares) -> str:
    """The black squares as one path, each run of a row a bar."""
    step = SIDE / (len(black) + 2 * QUIET)
    bars = []
    for row, line in enumerate(black):
        edges = np.flatnonzero(np.diff(np.concatenate([[False], line, [False]]).astype(np.int8)))
        for begin, end in zip(edges[::2].tolist(), edges[1::2].tolist()):
            bars.append(f"M{begin + QUIET} {row + QUIET}h{end - begin}v1h-{end - begin}z")
    return f'<path transform="scale({step:.6f})" d="{"".join(bars)}" shape-rendering="crispEdges"/>'


def _svg(wide: float, tall: float, content: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {tall:.0f}" width="{wide:.0f}" '
        f'height="{tall:.0f}"><rect width="100%" height="100%" fill="#ffffff"/>{content}</svg>\n'
    )


def _segno() -> Any:
    """The library: the one that is bundled, unless the running Python has one loaded already."""
    if "segno" not in sys.modules:
        sys.path.insert(0, str(WHEEL))
        try:
            importlib.import_module("segno")
        finally:
            sys.path.remove(str(WHEEL))
    return sys.modules["segno"]
