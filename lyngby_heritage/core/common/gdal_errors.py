"""GDAL's own bindings as this plugin calls them: failures are exceptions, for the length of a call and no longer.

Other plugins share the process, so the switch is put back as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def raising() -> Iterator[None]:
    """Within it GDAL and OGR raise RuntimeError instead of answering with a code that nobody looks at."""
    from osgeo import gdal, ogr

    switched = [library for library in (gdal, ogr) if not library.GetUseExceptions()]
    for library in switched:
        library.UseExceptions()
    try:
        yield
    finally:
        for library in reversed(switched):  # GDAL keeps a stack of its handlers
            library.DontUseExceptions()
