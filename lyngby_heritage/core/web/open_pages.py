"""Where the open data lie on the website, and the page about them in each language."""

OPEN_FOLDER = "aabne_data"
OPEN_PAGES = {"da": "index.html", "en": "english.html"}
OPEN_DATA = {language: f"{OPEN_FOLDER}/{page}" for language, page in OPEN_PAGES.items()}
"""The page about the open data in each language."""
SCHEMA = "datapackage.json"
_LAYERS = ("udpegede_bygninger", "bygninger", "kulturmiljoeer", "grunde")
OPEN_FILES = {*OPEN_PAGES.values(), SCHEMA, *(f"{one}.{kind}" for one in _LAYERS for kind in ("geojson", "csv"))}
"""Every file that may lie there."""
