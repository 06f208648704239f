"""What the tools share that ask who is whose neighbour: their parameters, and reading the layers behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from ...core.common.addresses import by_name
from ...core.common.cells import cell_text
from ...core.common.data import load
from ...core.common.errors import HeritageError, Note
from ..run import Run
from ..translation import mark, tr
from .flags import saying_yes
from .kinds import need_buildings
from .parameters import choice, optional_field
from .parts import rest_of_selection
from .sources import measuring_crs, read

if TYPE_CHECKING:
    from ...core.common.arrays import Booleans
    from ...core.common.errors import Check
    from ...core.neighbourhood.buildings import Buildings, Rows
    from ...core.neighbourhood.holders import Holders
    from ...core.neighbourhood.properties import Parcels
    from ..base import HeritageAlgorithm
    from .sources import Table

FIELD_PARAMETERS = (
    ("SAVE_FIELD", "save_value", mark("SAVE value")),
    ("ID_FIELD", "building_id", mark("Building id")),
    ("USE_FIELD", "use", mark("Use (BBR code)")),
    ("YEAR_FIELD", "year", mark("Year of construction")),
    ("STOREYS_FIELD", "storeys", mark("Storeys")),
    ("WALL_FIELD", "wall", mark("Outer wall (BBR code)")),
    ("ROOF_FIELD", "roof", mark("Roofing (BBR code)")),
    ("AREA_FIELD", "footprint_area", mark("Footprint in m²")),
    ("PROPERTY_ID_FIELD", "property_id", mark("Property id")),
)
# Name, label, smallest, largest, whole number. The defaults stand in data/rules/designation.json.
NUMBER_PARAMETERS = (
    ("NEIGHBOUR_DISTANCE", mark("Distance between neighbouring buildings, m (method 3)"), 0.0, 1000.0, False),
    ("OPPOSITE_DISTANCE", mark("Distance to properties opposite, m (method 2)"), 0.0, 1000.0, False),
    ("MIN_NEIGHBOURS", mark("Neighbours that must be assessed"), 1, 100, True),
    ("MIN_ATTRIBUTES", mark("Attributes that must be known on both"), 1, 6, True),
    ("SIMILARITY", mark("Similarity from which a pair is alike (0-1)"), 0.0, 1.0, False),
    ("UNIFORM_SHARE", mark("Share of alike neighbours that makes a building uniform (0-1)"), 0.0, 1.0, False),
    ("YEAR_TOLERANCE", mark("Difference in years that counts as alike"), 0, 1000, True),
    ("AREA_TOLERANCE", mark("Difference in footprint that counts as alike, % of the larger"), 0.0, 100.0, False),
)


def add_buildings(algorithm: HeritageAlgorithm, label: str) -> None:
    """Declare BUILDINGS and the fields that are read from it."""
    source = QgsProcessingParameterFeatureSource("BUILDINGS", label, _building_types())
    algorithm.addParameter(source)
    for name, _, words in FIELD_PARAMETERS:
        algorithm.addParameter(optional_field(name, tr("Field: ") + tr(words), "BUILDINGS"))


def add_surroundings(algorithm: HeritageAlgorithm) -> None:
    """Declare the parcels and the further buildings."""
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.addParameter(QgsProcessingParameterFeatureSource("PARCELS", tr("Parcels"), polygons, optional=True))
    algorithm.addParameter(optional_field("PARCEL_PROPERTY_FIELD", tr("Field of the parcels: property"), "PARCELS"))
    algorithm.addParameter(
        QgsProcessingParameterFeatureSource(
            "CONTEXT_BUILDINGS", tr("Further buildings that count as neighbours"), _building_types(), optional=True
        )
    )


def add_neighbours(algorithm: HeritageAlgorithm, numbers: Iterable[tuple[Any, ...]]) -> None:
    """Declare who is a neighbour and from when a pair is alike; `numbers` are rows of NUMBER_PARAMETERS."""
    add_surroundings(algorithm)
    methods = (
        tr("Automatic: adjoining properties when there are parcels, else distance"),
        tr("Adjoining properties"),
        tr("Adjoining and opposite properties"),
        tr("Distance between buildings"),
    )
    algorithm.addParameter(choice("NEIGHBOUR_METHOD", tr("Who is a neighbour"), methods))
    defaults = load("rules/designation.json")["thresholds"]
    for name, label, smallest, largest, whole in numbers:
        kind = QgsProcessingParameterNumber.Type.Integer if whole else QgsProcessingParameterNumber.Type.Double
        algorithm.addParameter(
            QgsProcessingParameterNumber(name, tr(label), kind, defaults[name], minValue=smallest, maxValue=largest)
        )


class NeighbourhoodRun(Run):
    """A run that reads buildings, parcels and further buildings, and knows who is a neighbour by its parameters."""

    algorithm: Any
    """The tool, whose module asks for this one."""

    SURROUNDED = frozenset({"BUILDINGS"})

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.table: Any = None
        self.parcel_table: Any = None
        self.context_table: Any = None
        self.surroundings: Any = None
        """Of a run on selected buildings, the other Rows of their layer."""
        self.address_of: dict[str, str] = {}
        """The address of each building that has one, by its id as it is compared and as it is written (`by_name`)."""
        self.withheld: Any = None
        """Which rows of the buildings the register keeps from the public, (n,)."""
        self.surroundings_save: Any = None

    def open_layers(self) -> None:
        """Open the layers and find the fields of the buildings, before anything is read."""
        from ...core.registers.registration import PUBLIC_CONCEPTS

        self.buildings = self.source("BUILDINGS")
        need_buildings(self.buildings)
        self.crs = measuring_crs(self.buildings, self.feedback)
        self.positions = {
            concept: self.buildings.find(concept, self.text(name)) for name, concept, _ in FIELD_PARAMETERS
        }
        for concept in ("bbr_number", "address", *PUBLIC_CONCEPTS):
            self.positions[concept] = self.buildings.find(concept)
        self.parcels: Any = self.optional("PARCELS")
        self.further: Any = self.optional("CONTEXT_BUILDINGS")
        if self.further is not None:
            need_buildings(self.further)

    def numbers(self) -> dict[str, Any]:
        """The numbers that the tool declares, by name."""
        return {name: self.number(name, whole) for name, _, _, _, whole in self.algorithm.NUMBER_PARAMETERS}

    def neighbour_rule(self, number: dict[str, Any]) -> dict[str, Any]:
        """Who is a neighbour, as the fields of a NeighbourRule. HeritageError for a method that lacks its parcels."""
        method = self.choice("NEIGHBOUR_METHOD")
        if method in (1, 2) and self.parcels is None:
            raise HeritageError(
                "NEIGHBOUR_METHOD {method} looks for neighbouring properties, so it needs PARCELS. Give the parcels, "
                "or choose method 3 (distance between buildings).",
                method=method,
            )
        return {
            "method": method,
            "neighbour_distance": number["NEIGHBOUR_DISTANCE"],
            "opposite_distance": number["OPPOSITE_DISTANCE"],
        }

    @staticmethod
    def pair_thresholds(number: dict[str, Any]) -> dict[str, Any]:
        """From when two neighbours are alike, as the fields of PairThresholds."""
        return {
            "min_attributes": number["MIN_ATTRIBUTES"],
            "similarity": number["SIMILARITY"],
            "year_tolerance": number["YEAR_TOLERANCE"],
            "area_tolerance": number["AREA_TOLERANCE"],
        }

    def read_layers(self) -> tuple[Parcels | None, Rows | None]:
        """Read parcels, buildings and further buildings; returns (Parcels or None, Rows of the further or None)."""
        from ...core.registers.registration import withheld_rows

        parcels = self.read_parcels() if self.parcels is not None else None
        self.feedback.setProgress(10)
        self.table = read(self.buildings, self.positions, self.crs, self.check)
        self.feedback.setProgress(25)
        self.rows, self.unreadable = building_rows(self.table)
        self.withheld = withheld_rows(self.table.columns, len(self.table))
        self.address_of = by_name(
            self.table.columns.get("address"), self.rows.ids, self.rows.labels, withheld=self.withheld.tolist()
        )
        context = None
        if self.further is not None:
            context = self.read_further()
        surroundings = self.read_surroundings()
        if surroundings is not None:
            from ...core.neighbourhood.buildings import stack

            context = surroundings if context is None else stack(context, surroundings)
        return parcels, context

    def beside_addresses(self, buildings: Buildings) -> list[str]:
        """What a list says of each row beside its address; `buildings` are those of the rows."""
        from ...core.neighbourhood.buildings import beside_addresses

        column = self.table.columns.get("address")
        addresses = [""] * len(self.table) if column is None else [cell_text(one) or "" for one in column]
        return beside_addresses(buildings, addresses, self.withheld)

    def read_further(self) -> Any:
        """The Rows of the further buildings that stand: one that BBR has as gone, or not yet built, is no neighbour."""
        import numpy as np

        from ...core.common.errors import Note
        from ...core.neighbourhood.buildings import take
        from ...core.registers.versions import LIFE_CONCEPTS, judge, read_lives

        concepts = dict.fromkeys((*self.positions, *LIFE_CONCEPTS))
        positions = {one: self.further.find(one) for one in concepts if one != "save_value"}
        self.context_table = read(self.further, positions, self.crs, self.check)
        rows, _ = building_rows(self.context_table)
        stands = judge(rows.ids, read_lives(self.context_table.columns, len(rows))).stands
        if stands.all():
            return rows
        told = {"layer": self.further.name, "count": int((~stands).sum())}
        note = Note(
            "{layer}: {count:row does|rows do} not stand by BBR's status or dates, and {count:=is no neighbour|are no "
            "neighbours}.",
            told,
        )
        self.tell([note])
        return take(rows, np.flatnonzero(stands))

    def read_surroundings(self) -> Any:
        """Of a run on selected buildings the others of the layer, which are neighbours all the same; else None."""
        import numpy as np

        from ...core.neighbourhood.buildings import take

        whole = rest_of_selection(self.buildings)
        if whole is None:
            return None
        table = read(whole, self.positions, self.crs, self.check)
        rows, _ = building_rows(table)
        others = np.flatnonzero(~np.isin(table.row_ids, self.table.row_ids))
        column = table.columns.get("save_value")
        self.surroundings = take(rows, others)
        self.surroundings_save = None if column is None else [column[one] for one in others.tolist()]
        return self.surroundings

    def selection_notes(self) -> Any:
        """That only the selected buildings were judged, and what the others of the layer were taken for."""
        if self.surroundings is None:
            return []
        return [
            Note(
                "{layer}: {selected:selected building is|selected buildings are} judged; the other {count} of the "
                "layer "
                "{count:=is|are} {selected:=its|their} surroundings.",
                {"layer": self.buildings.name, "selected": len(self.table), "count": len(self.surroundings)},
                danish="{selected:valgt bygning|valgte bygninger} er vurderet; lagets øvrige {count} er "
                "{selected:=dens|deres} "
                "omgivelser.",
            )
        ]

    def read_parcels(self) -> Parcels:
        """The parcels with their properties; those of no property are counted in the log and given no place."""
        from ...core.neighbourhood.properties import group_parcels
        from ...core.neighbourhood.property_notes import without_property

        source = self.parcels
        positions = {
            "property_id": source.find("property_id", self.text("PARCEL_PROPERTY_FIELD")),
            "parcel_id": source.find("parcel_id"),
            "district_code": source.find("district_code"),
            "district_name": source.find("district_name"),
        }
        table = read(source, positions, self.crs, self.check)
        self.parcel_table = table
        common = saying_yes(source, source.find("common_parcel"), table.row_ids, self.check)
        holders, apart = parcel_holders(table, common, self.check)
        common, first = common | holders.common, ~holders.repeated
        self.tell(_apart(source.name, int((apart & first).sum()), int((common & first).sum())))
        shapes, stated = table.geometry.geometries, holders.ids
        shapes[apart | holders.repeated] = None  # what has no place holds no building and touches nothing
        theirs = None if stated is None else [one for one, common in zip(stated, apart.tolist()) if not common]
        self.tell(without_property(source.name, theirs))
        return group_parcels(shapes, stated, holders.same)


def parcel_holders(table: Table, common: Booleans, check: Check) -> tuple[Holders, Booleans]:
    """Whose each parcel of a layer is, and which parcels are no property's, (n,); `common` marks common ones."""
    from ...core.neighbourhood.holders import find_holders
    from ...core.neighbourhood.properties import known_properties, of_no_property
    from ...core.registers.values import normal_ids, register_text

    def texts(concept: str) -> list[str]:
        return [register_text(one) for one in table.columns.get(concept) or [None] * len(table)]

    numbers, ids = texts("parcel_id"), table.columns.get("property_id")
    names = [f"{number}\n{district}" if number else "" for number, district in zip(numbers, texts("district_code"))]
    apart = of_no_property(numbers, common)
    stated = None if ids is None else known_properties(normal_ids(ids))
    labels = [text if stated is None or one else "" for text, one in zip(texts("property_id"), stated or numbers)]
    shapes = table.geometry.geometries
    holders = find_holders(shapes, stated, labels, names, apart, check)
    return holders, apart | holders.common


def parcels_called(table: Table) -> list[tuple[str, str]]:
    """Number and district of each parcel, as people say them."""
    from ...core.registers.parcel_names import named_districts
    from ...core.registers.values import register_text

    def texts(concept: str) -> list[str]:
        return [register_text(one) for one in table.columns.get(concept) or [None] * len(table)]

    return list(zip(texts("parcel_id"), named_districts(texts("district_name"), texts("district_code"))))


def _apart(layer: str, count: int, common: int) -> list[Note]:
    """That parcels were left out since they belong to no property."""
    if not count:
        return []
    return [
        Note(
            "{layer}: {count:parcel is a common one|parcels are common ones} ({common}) or {count:=a road|roads} "
            "(7000, "
            "7000a and so on). {count:=It is|They are} no property and nobody's neighbour.",
            {"layer": layer, "count": count, "common": common},
        )
    ]


def building_rows(table: Table) -> tuple[Rows, dict[str, Any]]:
    """The rows of a building layer as the core reads them, and per concept what could not be read."""
    import numpy as np

    from ...core.neighbourhood.buildings import Rows
    from ...core.neighbourhood.properties import bbr_properties, known_properties, stated_properties
    from ...core.registers.values import normal_ids, read_areas, read_codes, read_numbers, read_years

    count = len(table)
    unreadable = {}

    def column(concept: str, reader: Callable[..., Any], *arguments: Any) -> Any:
        raw = table.columns.get(concept)
        if raw is None:
            return np.full(count, np.nan)
        result = reader(raw, *arguments)
        if result.unreadable:
            unreadable[concept] = result.unreadable
        return result.values

    raw_ids = table.columns.get("building_id")
    raw_properties, numbers = table.columns.get("property_id"), table.columns.get("bbr_number")
    properties = known_properties(normal_ids(raw_properties)) if raw_properties is not None else [""] * count
    if numbers is not None:
        properties = stated_properties(properties, numbers)
    numeric = raw_ids is not None and all(isinstance(one, (int, float)) or one is None for one in raw_ids)
    ids = normal_ids(raw_ids) if raw_ids is not None else [""] * count
    labels = [
        str(raw).strip() if known else str(row_id) for raw, known, row_id in zip(raw_ids or ids, ids, table.row_ids)
    ]
    rows = Rows(
        ids=ids,
        labels=labels,
        geometries=table.geometry.geometries,
        use=column("use", read_codes, "use"),
        year=column("year", read_years),
        storeys=column("storeys", read_numbers),
        wall=column("wall", read_codes, "wall"),
        roof=column("roof", read_codes, "roof"),
        area=column("footprint_area", read_areas),
        property_ids=properties,
        bbr_properties=[""] * count if numbers is None else bbr_properties(numbers),
        numeric_ids=numeric,
    )
    return rows, unreadable


def _building_types() -> list[int]:
    return [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon]
