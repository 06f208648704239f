"""Where the plugin keeps what is not code. The one place that knows how deep its own files lie."""

from pathlib import Path

PLUGIN = Path(__file__).parent
DATA = PLUGIN / "data"
ICON = PLUGIN / "icons" / "lyngby_heritage.svg"
METADATA = PLUGIN / "metadata.txt"
STYLES = PLUGIN / "styles"
TRANSLATIONS = PLUGIN / "i18n"
