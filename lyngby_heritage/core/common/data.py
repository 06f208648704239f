"""Reads the files under data/: what a municipality changes without touching code."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from ...paths import DATA


@cache
def load(name: str) -> Any:
    """The content of `data/<name>`, a JSON file; keys that begin with an underscore are remarks for people."""
    return json.loads((DATA / name).read_text(encoding="utf-8"))
