"""The plugin as QGIS sees it: the provider of the tools, and the translation of their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .paths import TRANSLATIONS
from .processing.tools.provider import HeritageProvider

if TYPE_CHECKING:
    from .desktop.card_dock import CardDock
    from .desktop.panel import PanelDock
    from .desktop.profile_menu import ProfileMenu


class HeritagePlugin:
    """Registers the provider, and at the desktop the panel and the menu; every tool is a Processing algorithm."""

    def __init__(self) -> None:
        self.card: CardDock | None = None
        self.dock: PanelDock | None = None
        self.menu: ProfileMenu | None = None
        self.provider: HeritageProvider | None = None
        self.translator: QTranslator | None = None
        self._translate()

    def _translate(self) -> None:
        language = QgsApplication.locale() or QgsSettings().value("locale/userLocale", "") or QLocale.system().name()
        translator = QTranslator()
        if translator.load(str(TRANSLATIONS / f"lyngby_heritage_{language[:2]}.qm")):
            QCoreApplication.installTranslator(translator)
            self.translator = translator  # Qt keeps no reference of its own

    def initProcessing(self) -> None:
        self.provider = HeritageProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)
        self.provider.complete()

    def initGui(self) -> None:
        from .desktop.panel import PanelDock
        from .desktop.profile_menu import ProfileMenu

        self.initProcessing()
        self.menu = ProfileMenu()
        self.menu.add()
        self.dock = PanelDock()
        self.dock.add(self.menu.menu)
        self.add_card()

    def add_card(self) -> None:
        """Add what asks for a building, and the way to the thresholds, where the libraries for it are."""
        from .desktop.panel_sections import has_libraries

        if self.dock is None or not has_libraries():
            return  # the tools say what is missing, and how to get it
        from .desktop.card_dock import CardDock

        self.card = CardDock()
        self.card.add(self.dock.show_thresholds)

    def unload(self) -> None:
        if self.card is not None:
            self.card.remove()
            self.card = None
        if self.dock is not None:
            self.dock.remove()
            self.dock = None
        if self.menu is not None:
            self.menu.remove()
            self.menu = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None
