"""Where the plugin keeps what is not code. The one place that knows how deep its own files lie."""

from pathlib import Path

PLUGIN = Path(__file__).parent
DATA = PLUGIN / "data"
HELP = PLUGIN / "help"
ICONS = PLUGIN / "icons"
ICON = ICONS / "lyngby_heritage.svg"
METADATA = PLUGIN / "metadata.txt"
MODELS = DATA / "models"
STYLES = PLUGIN / "styles"
TRANSLATIONS = PLUGIN / "i18n"


def icon_of(tool: str) -> Path:
    """The icon of a tool, the plugin's own for one that has none."""
    own = ICONS / f"{tool}.svg"
    return own if own.is_file() else ICON
