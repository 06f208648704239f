"""The plugin as QGIS sees it: the provider of the tools, and the translation of their texts."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .paths import TRANSLATIONS
from .processing.tools.provider import HeritageProvider


class HeritagePlugin:
    """Registers the provider; there is no other interface: every tool is a Processing algorithm."""

    def __init__(self) -> None:
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

    def initGui(self) -> None:
        self.initProcessing()

    def unload(self) -> None:
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None
