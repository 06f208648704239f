"""The static website of a heritage plan: a map, a search by address, and a card per building and environment.

`write_site(folder, site)` writes it; `Site` says what it shows. Nothing here knows of QGIS.
"""

from .content import Site
from .writing import write_site

__all__ = ["Site", "write_site"]
