"""Files that are there and cannot be opened, as a download that broke off: told apart from what is not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from qgis.core import QgsProviderRegistry

from .parameters import is_blank


def cannot_be_opened(value: Any) -> str:
    """The file that a parameter's value names, where it is there and holds nothing that QGIS opens; else ""."""
    path = value.split("|")[0] if isinstance(value, str) else ""
    if not path or not os.path.isfile(path):
        return ""
    return "" if QgsProviderRegistry.instance().querySublayers(path) else path


def apart(parameters: dict[str, Any], names: Iterable[str]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """The parameters without the layers of `names` that cannot be opened, and these: (parameter, file)."""
    readable, unopened = dict(parameters), []
    for name in names:
        value = parameters.get(name)
        if is_blank(value):
            continue
        every = value if isinstance(value, (list, tuple)) else [value]
        files = [cannot_be_opened(one) for one in every]
        unopened += [(name, file) for file in files if file]
        left = [one for one, file in zip(every, files) if not file]
        if not left:
            del readable[name]
        elif len(left) < len(every):
            readable[name] = left
    return readable, unopened
