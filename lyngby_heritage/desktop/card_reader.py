"""Reads what the layers say of one building, for its card; nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ..core.common.cells import cell_id, cell_text
from ..core.common.errors import HeritageError
from ..core.common.plan_names import plan_called
from ..core.designation.certainty import thresholds_tried
from ..core.designation.decisions import DESIGNATE, Decision
from ..core.designation.outcome import Basis
from ..core.designation.reasons import words_of_pair
from ..core.designation.shown_classes import APART, LISTED
from ..core.designation.written import not_yet_run
from ..core.landscape.catalogue import built_in
from ..core.plan.card import ANSWERS, Answer
from ..core.plan.card_facts import Facts, HeldBy, Neighbour, PlanOver, Plot, counted_neighbours
from ..core.plan.content import read_flag
from ..core.plan.environments import proposal_called
from ..core.plan.neighbour_pairs import in_order
from ..core.plan.state import PlanState
from ..core.registers.codes import label
from ..core.registers.parcel_names import parcel_name
from ..core.registers.plandata import binds
from ..core.registers.registration import SUB_VALUES
from ..core.registers.rows import read_listed
from ..core.registers.values import date, normal_id, read_codes, read_number, read_save_values, read_years
from ..processing.decisions.file import read_written
from ..processing.decisions.place import DecisionsPlace, place_of
from ..processing.inputs.metadata import made_by_layer
from ..processing.inputs.plan_package import PlanPackage
from .companions import DECIDED, ENVIRONMENTS, PAIRS, PLANS, PLOTS, THEMES, Companions, cells, file_of, named, rows_with

FIELDS = (
    *("building_id", "address", "save_value", "designated", "designation_ground", "designation_reason", "year", "use"),
    *("property_id", "parcel_id", "district_code", "district_name", "story", "listed", "listing_code", "fbb_id"),
    *SUB_VALUES,
)
DECISIONS_ENTRY = ("lyngby_heritage", "/beslutninger")
"""Where a project keeps the file of decisions that a person chose for it."""


def _state_in(file: Path | None) -> PlanState | None:
    """How far the plan of the package in this file is; None for any other layer, whose buildings the rule decided."""
    try:
        return PlanPackage(str(file), QgsProcessingContext()).state if file else None
    except HeritageError:
        return None


@dataclass(frozen=True)
class Proposal:
    """A cultural environment that may be decided on: what it is called, and its outline as WKB in a CRS."""

    name: str
    outline: bytes
    crs: QgsCoordinateReferenceSystem


@dataclass(frozen=True)
class Shown:
    """A building as it is looked at: its facts, its place, and those of its neighbours by id."""

    facts: Facts
    feature: QgsFeature
    neighbours: dict[str, QgsGeometry]
    environment: Proposal | None
    """The proposed environment that it lies in."""
    problem: HeritageError | None = None
    """Why the decisions on it cannot be read."""


class CardReader:
    """Reads the facts of the buildings of one layer."""

    def __init__(self, buildings: QgsVectorLayer, project: QgsProject) -> None:
        self.buildings = buildings
        self.project = project
        self.beside = Companions(buildings, project)
        names = buildings.fields().names()
        self.field = {concept: named(names, concept) for concept in FIELDS}
        self.basis = dict(made_by_layer(buildings))
        self.state = _state_in(file_of(buildings))
        self.answer: Answer = ANSWERS.__getitem__ if self.state is None else self.state.answer
        """What stands for "designated?": in the package of a draft it is only proposed."""

    def shown(self, feature: QgsFeature) -> Shown:
        """What is known of a building."""
        row = cells(feature)
        id_ = cell_id(self._of(row, "building_id")) or ""
        neighbours, places = self._neighbours(id_ or str(feature.id()))
        ground, designated = self._text(row, "designation_ground"), read_flag(self._of(row, "designated")) is True
        reason = self._text(row, "designation_reason")
        plots = self._plots(row, feature)
        called, environment = self._environment(feature)
        decision, problem = self._waiting(id_, ground, designated, reason)
        facts = Facts(
            id=id_,
            address=self._text(row, "address"),
            save=_save(self._of(row, "save_value")),
            ground=ground,
            designated=designated,
            reason=reason,
            apart=self._apart(row),
            year=_whole(read_years([self._of(row, "year")]).values[0]),
            use=_use(self._of(row, "use")),
            parcels=_parcels(plots) or self._own_parcel(row),
            story=self._text(row, "story"),
            environment=called,
            standing=cell_text(row.get("gaeldende_udpegning")) or "",
            in_force=self.state is not None and self.state.in_force,
            certainty=_figure(row.get("sikkerhed")) if thresholds_tried(Basis.read(self.basis.items())) else None,
            placed=feature.hasGeometry(),
            themes=self._themes(id_),
            themes_layer=self.beside.layer(THEMES) is not None,
            unknown_themes=self._unknown_themes(id_),
            neighbours=neighbours,
            counted=counted_neighbours(row),
            alike_from=_figure(self.basis.get("SIMILARITY")),
            plots=None if plots is None else tuple(Plot.of_row(one) for one in plots),
            plans=self._plans(feature),
            sub_values={one: value for one in SUB_VALUES if (value := _save(self._of(row, one))) is not None},
            fbb_id=cell_id(self._of(row, "fbb_id")) or "",
            decision=decision,
        )
        return Shown(facts, feature, places, environment, problem)

    def feature_of(self, id_: str) -> QgsFeature | None:
        """The building of an id, None where the layer has none."""
        found = self._with_ids([id_])
        return found[0] if found else None

    # ---- decisions ---------------------------------------------------------------------------------------------------

    def place(self) -> DecisionsPlace:
        """Where decisions on these buildings are written: what the project says, else what their package says.

        HeritageError for a layer that lies in no file, where the project says nothing.
        """
        chosen, there = self.project.readEntry(*DECISIONS_ENTRY)
        if there and chosen:
            return DecisionsPlace(Path(self.project.readPath(chosen)))
        file = file_of(self.buildings)
        if file is None:
            raise HeritageError(
                "{layer} lies in no file, so no place for its decisions is known. Choose a file of decisions.",
                layer=self.buildings.name(),
            )
        return place_of(file)

    def written(self, id_: str) -> Decision | None:
        """What people wrote of a building, whether a run has used it or not."""
        return self._written(id_).get(normal_id(id_))

    def waiting(self) -> list[tuple[str, str]]:
        """The id and address of each building with a decision that no run has used yet, in the order of the layer.

        HeritageError where the file of decisions cannot be read.
        """
        decided = self._written()
        found = []
        for feature in self._with_ids_of(decided):
            row = cells(feature)
            id_ = cell_id(self._of(row, "building_id")) or ""
            designated = read_flag(self._of(row, "designated")) is True
            told = (self._text(row, "designation_ground"), designated, self._text(row, "designation_reason"))
            if not_yet_run(decided.get(normal_id(id_)), *told) is not None:
                found.append((id_, self._text(row, "address")))
        return found

    def _written(self, id_: str = "") -> dict[str, Decision]:
        """The decisions by compared id, on all buildings or on one; {} where no place for them is known."""
        chosen, there = self.project.readEntry(*DECISIONS_ENTRY)
        if file_of(self.buildings) is None and not (there and chosen):
            return {}
        return read_written(self.place().file, id_)

    def _with_ids_of(self, decided: dict[str, Decision]) -> list[QgsFeature]:
        """The buildings that decisions name; ids are compared whatever their case."""
        name = self.field["building_id"]
        if name is None or not decided:
            return []
        quoted = ", ".join("'" + one.replace("'", "''") + "'" for one in decided)
        request = QgsFeatureRequest().setFilterExpression(f'lower("{name}") IN ({quoted})')
        return list(self.buildings.getFeatures(request.setFlags(QgsFeatureRequest.Flag.NoGeometry)))

    def _waiting(
        self, id_: str, ground: str, designated: bool, reason: str
    ) -> tuple[Decision | None, HeritageError | None]:
        """The decision that no run has used yet, and why none can be read."""
        if not id_:
            return None, None
        try:
            return not_yet_run(self.written(id_), ground, designated, reason), None
        except HeritageError as error:  # the rest of the card is as true as before
            return None, error

    # ---- the parts ---------------------------------------------------------------------------------------------------

    def _of(self, row: dict[str, Any], concept: str) -> Any:
        name = self.field[concept]
        return None if name is None else row[name]

    def _text(self, row: dict[str, Any], concept: str) -> str:
        return cell_text(self._of(row, concept)) or ""

    def _own_parcel(self, row: dict[str, Any]) -> str:
        district = self._text(row, "district_name") or cell_id(self._of(row, "district_code")) or ""
        return parcel_name(cell_id(self._of(row, "parcel_id")) or "", district)

    def _neighbours(self, id_: str) -> tuple[tuple[Neighbour, ...] | None, dict[str, QgsGeometry]]:
        pairs = self.beside.rows(PAIRS, "fra_id", id_)
        if pairs is None:
            return None, {}
        rows = [cells(one) for one in pairs]
        ids = [cell_id(row["til_id"]) or "" for row in rows]
        there = {cell_id(self._of(cells(one), "building_id")) or "": one for one in self._with_ids(ids)}
        ends = {one: _end(pair.geometry()) for one, pair in zip(ids, pairs)}
        places = {one: there[one].geometry() if one in there else ends[one] for one in ids}
        found = [
            Neighbour(
                one,
                self._text(cells(there[one]), "address") if one in there else "",
                _figure(row["lighed"]),
                words_of_pair(cell_text(row["ens_paa"]) or ""),
                words_of_pair(cell_text(row["forskellig_paa"]) or ""),
            )
            for one, row in zip(ids, rows)
        ]
        return in_order(found), places

    def _with_ids(self, ids: Sequence[str]) -> list[QgsFeature]:
        name = self.field["building_id"]
        if name is None or not ids:
            return []
        quoted = ", ".join("'" + one.replace("'", "''") + "'" for one in ids)
        return list(self.buildings.getFeatures(QgsFeatureRequest().setFilterExpression(f'"{name}" IN ({quoted})')))

    def _plots(self, row: dict[str, Any], feature: QgsFeature) -> list[dict[str, Any]] | None:
        """The plot that the building stands on, or all of its property where it stands on none of them."""
        layer, key = self.beside.layer(PLOTS), cell_id(self._of(row, "property_id"))
        if layer is None:
            return None
        found = rows_with(layer, "ejendom_id", key) if key else []
        point = self._point(feature, layer)
        on = [one for one in found if point is not None and one.geometry().contains(point)]
        return [cells(one) for one in on or found]

    def _environment(self, feature: QgsFeature) -> tuple[str, Proposal | None]:
        """What the environment that holds the building is called, "" for none, and the environment.

        A decided one comes before what is only proposed.
        """
        for one in self._holding(DECIDED, feature) or ():
            row, outline = cells(one), one.geometry()
            name = cell_text(row.get("navn")) or ""
            if name and cell_text(row.get("beslutning")) == DESIGNATE:
                outline.convertToMultiType()
                crs = self.beside.layer(DECIDED).crs()  # type: ignore[union-attr]
                return name, Proposal(name, outline.asWkb().data(), crs)
        for one in self._holding(ENVIRONMENTS, feature) or ():
            row, outline = cells(one), one.geometry()
            id_, name = cell_id(row["ensemble_id"]) or "", cell_text(row.get("navn")) or ""
            called = proposal_called(id_, name)
            outline.convertToMultiType()
            crs = self.beside.layer(ENVIRONMENTS).crs()  # type: ignore[union-attr]
            return called, Proposal(name or f"Kulturmiljø {id_}", outline.asWkb().data(), crs)
        return "", None

    def _themes(self, id_: str) -> tuple[HeldBy, ...] | None:
        codes = self._codes(id_, "temaer")
        if codes is None:
            return None
        proposed = set(self._codes(id_, "temaer_forslag") or ())
        known = {one.code: one for one in built_in().themes}
        return tuple(
            HeldBy(known[code].name, code in proposed, known[code].legal_as_known or "")
            if code in known
            else HeldBy(code, code in proposed)
            for code in codes
        )

    def _unknown_themes(self, id_: str) -> tuple[str, ...]:
        known = {one.code: one.name for one in built_in().themes}
        return tuple(known.get(code, code) for code in self._codes(id_, "temaer_ukendt") or ())

    def _codes(self, id_: str, column: str) -> list[str] | None:
        """The codes in a column of the building's row of themes; None where nobody has told."""
        for one in self.beside.rows(THEMES, "bygning_id", id_) or ():
            value = cells(one).get(column)
            return None if value is None else [code for code in str(value).split(";") if code]
        return None

    def _apart(self, row: Any) -> str:
        """Of APART where the plan of the package names the building apart, or its registers say that it is listed."""
        group = cell_text(row.get("plangruppe")) or ""
        if group in APART:
            return group
        listed, _ = read_listed({one: [self._of(row, one)] for one in ("listed", "listing_code")}, 1)
        return LISTED if listed[0] == 1 else ""

    def _plans(self, feature: QgsFeature) -> tuple[PlanOver, ...] | None:
        found = self._holding(PLANS, feature)
        if found is None:
            return None
        names = self.beside.layer(PLANS).fields().names()  # type: ignore[union-attr]
        number, name, adopted = (named(names, one) for one in ("plan_number", "plan_name", "adopted"))
        life = [named(names, one) for one in ("plan_status", "plan_cancelled", "plan_in_force")]
        plans = []
        for one in found:
            row = cells(one)
            if not binds(*(None if field is None else row[field] for field in life)):
                continue
            called = plan_called("lokalplan", cell_id(row[number]) or "", cell_text(row[name]) or "")  # type: ignore[index]
            plans.append(PlanOver(called, _day(row[adopted]) if adopted else None))
        return tuple(sorted(plans, key=lambda one: (str(one.adopted or ""), one.called), reverse=True))

    def _holding(self, role: str, feature: QgsFeature) -> list[QgsFeature] | None:
        """The areas of a role's layer that hold the building; None without such a layer."""
        layer = self.beside.layer(role)
        if layer is None:
            return None
        point = self._point(feature, layer)
        if point is None:
            return []
        near = QgsRectangle(point.boundingBox()).buffered(0.01)
        return [one for one in layer.getFeatures(QgsFeatureRequest(near)) if one.geometry().contains(point)]

    def _point(self, feature: QgsFeature, layer: QgsVectorLayer) -> QgsGeometry | None:
        """A point on the building in the coordinates of another layer."""
        if not feature.hasGeometry():
            return None
        point = feature.geometry().pointOnSurface()
        point.transform(QgsCoordinateTransform(self.buildings.crs(), layer.crs(), self.project))
        return None if point.isEmpty() else point


def name_decisions(project: QgsProject, file: str) -> None:
    """Keep in a project which file its decisions are written into, as the project keeps its layers' files."""
    project.writeEntry(*DECISIONS_ENTRY, project.writePath(file))


def _end(line: QgsGeometry) -> QgsGeometry:
    """The last point of a line, which lies on the neighbour; nothing where there is no line."""
    points = list(line.vertices())
    return QgsGeometry(points[-1]) if points else QgsGeometry()


def _parcels(plots: list[dict[str, Any]] | None) -> str:
    return "; ".join(dict.fromkeys(one for row in plots or () if (one := cell_text(row.get("jordstykker")))))


def _save(raw: Any) -> int | None:
    read, _ = read_save_values([raw])
    value = int(read[0])
    return value if value >= 1 else None


def _use(raw: Any) -> str:
    code = _whole(read_codes([raw], "use").values[0])
    return "" if code is None else label("use", code)


def _whole(value: Any) -> int | None:
    return None if value is None or value != value else int(value)


def _figure(raw: Any) -> float | None:
    value = read_number(raw)
    return None if value is None or value != value else float(value)


def _day(raw: Any) -> Any:
    try:
        return date(raw.toPyDate() if hasattr(raw, "toPyDate") else raw)
    except ValueError:
        return None
