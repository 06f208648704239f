"""What the project and the layers of the package say of themselves, as QGIS keeps metadata."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsAbstractMetadataBase
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from ...core.plan.about import About, about
from ..outputs.report_parts import versions

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from ...core.plan.content import Plan

VOCABULARY = "emneord"


def about_package(plan: Plan) -> About:
    """What is said of the package of a plan, by this version of the plugin."""
    return about(plan, dict(versions())["Lyngby Heritage"])


def describe_project(project: QgsProject, said: About) -> None:
    """Say what the project is, and who stands behind it; nothing of the person and the machine that made it."""
    metadata = project.metadata()
    metadata.setAuthor("")
    metadata.setTitle(said.title)
    metadata.setIdentifier("")
    put_common(metadata, said)
    project.setMetadata(metadata)


def put_common(metadata: QgsAbstractMetadataBase, said: About) -> None:
    """What the project and each of its layers say alike."""
    metadata.setLanguage(said.language)
    if not metadata.abstract():
        metadata.setAbstract(said.abstract)
    metadata.setKeywords({VOCABULARY: list(said.keywords)})
    metadata.setHistory([one for one in (said.source, said.licence, said.rights) if one])
    if said.owner or said.contact:
        metadata.setContacts([_contact(said)])
    if said.contact.startswith("https:"):
        link = QgsAbstractMetadataBase.Link(said.owner or "Kontakt", "WWW:LINK", said.contact)
        metadata.setLinks([link])
    metadata.setDateTime(Qgis.MetadataDateType.Created, QDateTime.currentDateTimeUtc())
    if said.published is not None:
        metadata.setDateTime(Qgis.MetadataDateType.Published, _day(said.published))


def _contact(said: About) -> Any:
    contact = QgsAbstractMetadataBase.Contact(said.owner)
    contact.organization = said.owner
    contact.role = "pointOfContact"
    way, _, address = said.contact.partition(":")
    if way == "mailto":
        contact.email = address
    elif way == "tel":
        contact.voice = address
    return contact


def _day(day: date) -> QDateTime:
    return QDateTime(QDate(day.year, day.month, day.day), QTime(0, 0))
