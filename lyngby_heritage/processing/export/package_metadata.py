"""What the project and the layers of the package say of themselves, as QGIS keeps metadata."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsAbstractMetadataBase
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from ...core.plan.about import About

VOCABULARY = "emneord"


def describe_project(project: QgsProject, about: About) -> None:
    """Say what the project is, and who stands behind it; nothing of the person and the machine that made it."""
    metadata = project.metadata()
    metadata.setAuthor("")
    metadata.setTitle(about.title)
    metadata.setIdentifier("")
    put_common(metadata, about)
    project.setMetadata(metadata)


def put_common(metadata: QgsAbstractMetadataBase, about: About) -> None:
    """What the project and each of its layers say alike."""
    metadata.setLanguage(about.language)
    if not metadata.abstract():
        metadata.setAbstract(about.abstract)
    metadata.setKeywords({VOCABULARY: list(about.keywords)})
    metadata.setHistory([one for one in (about.source, about.licence, about.rights) if one])
    if about.owner or about.contact:
        metadata.setContacts([_contact(about)])
    if about.contact.startswith("https:"):
        link = QgsAbstractMetadataBase.Link(about.owner or "Kontakt", "WWW:LINK", about.contact)
        metadata.setLinks([link])
    metadata.setDateTime(Qgis.MetadataDateType.Created, QDateTime.currentDateTimeUtc())
    if about.published is not None:
        metadata.setDateTime(Qgis.MetadataDateType.Published, _day(about.published))


def _contact(about: About) -> Any:
    contact = QgsAbstractMetadataBase.Contact(about.owner)
    contact.organization = about.owner
    contact.role = "pointOfContact"
    way, _, address = about.contact.partition(":")
    if way == "mailto":
        contact.email = address
    elif way == "tel":
        contact.voice = address
    return contact


def _day(day: date) -> QDateTime:
    return QDateTime(QDate(day.year, day.month, day.day), QTime(0, 0))
