"""The plan's open data: what the website shows, as GeoJSON (WGS84, RFC 7946) and as CSV that a Danish Excel opens.

They are made of the site and of nothing else, so that what the public is not shown is not in them either.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..common.data import load
from ..common.errors import Check
from ..designation.shown_classes import Classes
from ..plan.card import PLOT, verdict_of
from ..tables.table import DECIMAL, TEXT, WHOLE, Column, Table
from .content import Site, decided_environments, text
from .open_pages import OPEN_FOLDER
from .open_shapes import polygon_of
from .payload import BLOCK, Town, environment_facts
from .settings import Settings

FILE = "web/open_data.json"
NO_LICENCE = "ikke fastsat"
"""What stands for a licence that the municipality has not chosen: nobody is told that they may."""
IN_FORCE = "gaeldende"
STATE = "planens_tilstand"
FEATURES = 500
"""Features of a block of GeoJSON: some 500 kB."""

Geometry = Callable[[int], "dict[str, Any] | None"]
_KINDS = {"string": TEXT, "boolean": TEXT, "integer": WHOLE, "number": DECIMAL}
_YES_NO = {True: "ja", False: "nej", None: ""}


@dataclass(frozen=True)
class Layer:
    """One of the tables of open data: columns of one length by the names of their fields."""

    name: str
    columns: Mapping[str, Sequence[Any]]
    geometry: Geometry | None = None
    """The GeoJSON geometry of a row; a layer without one is written as CSV alone."""

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), ()))

    def types(self) -> dict[str, str]:
        """The type of each field, as Table Schema names it."""
        fields = load(FILE)["fields"]
        return {name: fields[name]["type"] for name in self.columns}


def layers(site: Site, town: Town, settings: Settings) -> list[Layer]:
    """The layers of a site: designated buildings, all with a value, decided environments, and plots where shown."""
    rows = [row for row in range(len(town)) if _is_known(town.columns, row)]
    found = [
        _buildings("udpegede_bygninger", site, town, [row for row in rows if town.columns["designated"][row]]),
        _buildings("bygninger", site, town, rows),
        _environments(site, town),
    ]
    return [*found, _plots(site, town)] if PLOT in settings.card else found


def files(made: Sequence[Layer], about: Mapping[str, Any], check: Check) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Name and blocks of each file of data; `about` stands at the head of each GeoJSON."""
    from ..tables.danish_csv import csv_blocks  # needs shapely, and the settings are read without it

    for layer in made:
        if layer.geometry is not None:
            yield f"{OPEN_FOLDER}/{layer.name}.geojson", geojson(layer, about, check)
        yield f"{OPEN_FOLDER}/{layer.name}.csv", csv_blocks(_table(layer), check)


def geojson(layer: Layer, about: Mapping[str, Any], check: Check) -> Iterator[bytes]:
    """The layer as a FeatureCollection, some features at a time; a row without a place has no geometry."""
    head = {"type": "FeatureCollection", "name": layer.name, **about}
    yield (_json(head)[:-1] + ',"features":[').encode()
    geometry = layer.geometry or (lambda _: None)
    lines: list[str] = []
    for row, values in enumerate(zip(*layer.columns.values())):
        if row % BLOCK == 0:
            check()
        feature = {
            "type": "Feature",
            "geometry": geometry(row),
            "properties": dict(zip(layer.columns, values)),
        }
        lines.append(f"{',' if row else ''}\n{_json(feature)}")
        if len(lines) == FEATURES:
            yield "".join(lines).encode()
            lines = []
    yield ("".join(lines) + "\n]}\n").encode()


def about_of(site: Site, settings: Settings) -> dict[str, str]:
    """What must go with the data wherever they are: of which plan, how far it was, when, from whom, on what terms."""
    return {
        "plan": text(site.title) or "",
        "plannummer": text(site.plan_number) or "",
        STATE: state_key(site),
        "tilstand_i_ord": site.state.sentence,
        "forbehold": site.state.binding,
        "lavet": text(site.made_at) or "",
        "kilde": text(site.source) or "",
        "licens": settings.open_data.licence or NO_LICENCE,
        "licens_url": settings.open_data.licence_url,
        "kreditering": settings.open_data.attribution,
    }


def state_key(site: Site) -> str:
    """How far the plan is, as a field says it."""
    return IN_FORCE if site.state.in_force else site.state.key


def datapackage(made: Sequence[Layer], about: Mapping[str, str]) -> bytes:
    """The description for programs: a Data Package with a Table Schema for each file, in Danish and English."""
    described = load(FILE)
    licence = {"name": about["licens"], "path": about["licens_url"]}
    package = {
        "name": "aabne-data",
        "title": about["plan"],
        "description": f"{about['tilstand_i_ord']} {about['forbehold']}",
        **about,
        "licenses": [licence] if about["licens"] != NO_LICENCE else [],
        "resources": [
            resource for layer in made for resource in _resources(layer, described["files"][layer.name], described)
        ],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resources(layer: Layer, named: Mapping[str, str], described: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    shared = {"title": named["da"], "title_en": named["en"], "rows": len(layer), "encoding": "utf-8"}
    for is_csv in (False, True):
        if not is_csv and layer.geometry is None:
            continue
        fields = []
        for name, kind in layer.types().items():
            field: dict[str, Any] = {"name": name, "type": kind}
            field |= {"description": described["fields"][name]["da"], "description_en": described["fields"][name]["en"]}
            if is_csv and kind == "boolean":
                field |= {"trueValues": [_YES_NO[True]], "falseValues": [_YES_NO[False]]}
            if is_csv and kind == "number":
                field["decimalChar"] = ","
            fields.append(field)
        form = (
            {"format": "csv", "mediatype": "text/csv", "dialect": {"delimiter": ";"}, "bom": True}
            if is_csv
            else {"format": "geojson", "mediatype": "application/geo+json", "crs": "WGS84 (OGC:CRS84)"}
        )
        path = f"{layer.name}.{form['format']}"
        schema = {"fields": fields, "missingValues": [""]}
        yield {"name": path.replace("_", "-"), "path": path, **shared, **form, "schema": schema}


def _is_known(columns: Mapping[str, Sequence[Any]], row: int) -> bool:
    """Whether there is something to tell of a building: a value, or an answer that was given without one."""
    return columns["save"][row] is not None or columns["designated"][row] or columns["ground"][row] == "beslutning"


def _buildings(name: str, site: Site, town: Town, rows: Sequence[int]) -> Layer:
    columns, described = town.columns, Classes.known().described
    decided = decided_environments(site)

    def answer(row: int) -> str:
        one = described[town.classes[row]]
        return verdict_of(one, columns["designated"][row], answer=site.state.answer)[0]

    def of(column: str) -> list[Any]:
        return [columns[column][row] for row in rows]

    fields = {
        "bygnings_id": of("id"),
        "nummer": of("number"),
        "adresse": of("address"),
        "matrikel": of("parcels"),
        "udpeget": of("designated"),
        "svar": [answer(row) for row in rows],
        "grundlag": of("ground"),
        "save_vaerdi": of("save"),
        "begrundelse": of("reason"),
        "sikkerhed": of("certainty"),
        "opfoert": of("year"),
        "anvendelse": of("use"),
        "kulturmiljoe": [decided.get(one) for one in of("ensemble")],
        "historie": of("story"),
        STATE: [state_key(site)] * len(rows),
        "laengde": of("lon"),
        "bredde": of("lat"),
    }

    def geometry(at: int) -> dict[str, Any] | None:
        row = rows[at]
        shape = polygon_of(columns["geometry"][row])
        if shape is not None or columns["lon"][row] is None:
            return shape
        return {"type": "Point", "coordinates": [columns["lon"][row], columns["lat"][row]]}

    return Layer(name, fields, geometry)


def _environments(site: Site, town: Town) -> Layer:
    facts = environment_facts(town, site.environments)
    kept = [(each, fact) for each, fact in zip(site.environments, facts) if fact["decided"]]
    names = {
        "id": "id",
        "navn": "name",
        "begrundelse": "reason",
        "baerende_vaerdier": "values",
        "saarbarhed": "vulnerability",
        "anbefaling": "advice",
        "historie": "story",
        "antal_bygninger": "count",
        "antal_udpeget": "designated",
        "areal_ha": "area_ha",
    }
    columns: dict[str, list[Any]] = {field: [fact[name] for _, fact in kept] for field, name in names.items()}
    columns[STATE] = [state_key(site)] * len(kept)
    return Layer("kulturmiljoeer", columns, lambda row: polygon_of(kept[row][0].get("rings")))


def _plots(site: Site, town: Town) -> Layer:
    columns = town.columns
    pairs = [(row, plot) for row, plots in enumerate(columns["plots"]) for plot in plots or ()]
    return Layer(
        "grunde",
        {
            "bygnings_id": [columns["id"][row] for row, _ in pairs],
            "adresse": [columns["address"][row] for row, _ in pairs],
            "grund_nr": [plot.number for _, plot in pairs],
            "bebyggelsesprocent": [plot.ratio for _, plot in pairs],
            "tilladt_procent": [plot.allowed for _, plot in pairs],
            "etager": [plot.storeys for _, plot in pairs],
            "tilladt_etager": [plot.allowed_storeys for _, plot in pairs],
            "status": [plot.status for _, plot in pairs],
            STATE: [state_key(site)] * len(pairs),
        },
    )


def _table(layer: Layer) -> Table:
    types = layer.types()
    columns = [Column(name, _KINDS[types[name]]) for name in layer.columns]
    values = [
        [_YES_NO[one] for one in column] if types[name] == "boolean" else column
        for name, column in layer.columns.items()
    ]
    return Table(layer.name, columns, values)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
