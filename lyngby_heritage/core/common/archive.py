"""Files in a zip that are the same bytes whenever they are written."""

from __future__ import annotations

import zipfile

TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every file; ZIP knows no earlier one."""


def timeless_entry(name: str) -> zipfile.ZipInfo:
    """What a file is called and how it is packed, for `ZipFile.writestr`."""
    entry = zipfile.ZipInfo(name, TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
