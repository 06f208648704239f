"""A text from the data as it stands within a text that is written in Markdown."""

from __future__ import annotations

import re

from ..common.shapes import UNPRINTABLE

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def markdown(text: object) -> str:
    """A text from the data on one line, with Markdown's own signs made harmless and none that cannot be seen."""
    return _MARKDOWN.sub(r"\\\1", " ".join(UNPRINTABLE.sub("", str(text)).split()))
