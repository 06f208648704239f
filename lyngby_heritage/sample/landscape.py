"""Landscape and heritage themes, in the services' layer and field names: nature, protection lines, heritage, noise."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

from ..core.common.data import load
from .plans import MUNICIPALITY, VALLEY_USES, kind_cells
from .tables import Column, Objects, SampleTable, decimal, rounded, table, texts, whole
from .town import Town
from .water import Water

STREAM_LINE, WOOD_LINE, CHURCH_LINE, MONUMENT_LINE = 150.0, 300.0, 300.0, 100.0
"""Metres from stream, wood, church and monument that the Nature Protection Act's lines reach."""
MEADOW, BOG, PASTURE, LAKE = (1, "Eng"), (3, "Mose"), (4, "Overdrev"), (6, "Sø")
IN_FORCE, PROPOSED, UNKNOWN = (3, "Gældende / Vedtaget"), (2, "Forslag"), (0, "Ukendt")
WOOD_SHARE = 0.3
"""The share of the open cells outside the town that is wood."""


def landscape_tables(
    town: Town, water: Water, kinds: list[dict[str, Any]], churches: Objects, rng: np.random.Generator
) -> list[SampleTable]:
    """Watercourses, lakes, the municipality's boundary, all theme layers, and the earlier designation.

    The village's church is the first of the `churches`.
    """
    known = load("sample/landscape.json")
    scene = _Scene(town, water, kinds, churches, known, rng)
    return [
        scene.streams(),
        scene.lakes(),
        scene.boundary(),
        scene.nature(),
        *scene.protection(),
        *scene.monuments(),
        *scene.plan_themes(),
        *scene.own_themes(),
        scene.earlier(),
    ]


class _Scene:
    """What several of the layers are drawn from."""

    def __init__(
        self,
        town: Town,
        water: Water,
        kinds: list[dict[str, Any]],
        churches: Objects,
        known: dict[str, Any],
        rng: np.random.Generator,
    ) -> None:
        self.town, self.water, self.kinds, self.known, self.rng = town, water, kinds, known, rng
        self.church, self.churches = churches[0], churches
        self.half_width, self.half_height = town.half_size
        self.axis = town.ground.valley
        sides = [town.outlines[i] for i, cell in enumerate(town.cells) if cell.use in VALLEY_USES[1:]]
        self.main_valley = self.strip(-self.half_width, self.half_width, -88, 88)
        self.valley = rounded(shapely.union_all([self.main_valley, *sides]))
        self.floor = self.strip(-self.half_width, self.half_width, -38, 38)
        self.wood = self._wood()
        self.mill = rounded(shapely.buffer(water.pond, 45))

    def title(self, layer: str) -> str:
        title: str = self.known["titles"][layer]
        return title

    def strip(self, start: float, end: float, low: float, high: float, wobble: float = 5.0) -> Any:
        """A strip along the valley on the ground, between two distances from its axis, with uneven edges."""
        u = np.linspace(start, end, max(8, int((end - start) / 22)))
        phase = self.rng.uniform(0, 2 * np.pi, 2)
        south = self.axis + low + wobble * np.sin(u / 47 + phase[0])
        north = self.axis + high + wobble * np.sin(u / 39 + phase[1])
        plan = np.column_stack([np.append(u, u[::-1]), np.append(south, north[::-1])])
        return rounded(shapely.Polygon(self.town.ground.place(plan)))

    def _wood(self) -> Any:
        """The open cells in the north-east, as one wood."""
        town = self.town
        outside = np.flatnonzero([cell.use == "" and kind < 0 for cell, kind in zip(town.cells, town.kind.tolist())])
        corner = np.array([self.half_width, self.half_height])
        away = np.hypot(*(town.centres[outside] - corner).T)
        chosen = outside[np.argsort(away, kind="stable")[: max(1, int(len(outside) * WOOD_SHARE))]]
        return rounded(shapely.union_all(town.outlines[chosen]))

    # Water and the boundary ------------------------------------------------------------------------------------------

    def streams(self) -> SampleTable:
        water = self.water
        lines = [shapely.LineString(water.main)] + [shapely.LineString(line) for line in water.sides]
        side_names: list[str] = self.known["side_streams"]
        called = [self.known["river"]] + [side_names[i % len(side_names)] for i in range(len(water.sides))]
        return table(
            "vandloeb",
            "Vandløb",
            "MultiLineString",
            lines,
            {
                "id_lokalId": texts(str(1_200_000_000 + 17 * i) for i in range(len(lines))),
                "navn": texts(called),
                "midtebredde": texts(["2.5-12"] + ["0-2.5"] * len(water.sides)),
                "status": texts(["Anlagt"] * len(lines)),
            },
        )

    def lakes(self) -> SampleTable:
        ponds = [self.water.pond, *self._small_ponds()]
        return table(
            "soeer",
            "Søer og damme",
            "MultiPolygon",
            ponds,
            {
                "id_lokalId": texts(str(1_300_000_000 + 11 * i) for i in range(len(ponds))),
                "navn": texts([self.known["pond"]] + ["Vandhul"] * (len(ponds) - 1)),
                "areal_m2": whole(shapely.area(np.array(ponds, dtype=object))),
            },
        )

    def _small_ponds(self) -> list[Any]:
        at = [(-0.7, 34), (-0.15, -33), (0.62, 35)]
        middles = self.town.ground.place(
            np.array([[share * self.half_width, self.axis + offset] for share, offset in at])
        )
        ponds: list[Any] = []
        for middle, size in zip(middles, (9.0, 13.0, 7.5)):
            turn = np.linspace(0, 2 * np.pi, 19)[:-1]
            reach = size * (1 + 0.22 * np.sin(2 * turn + size) + 0.1 * np.sin(3 * turn))
            ring = middle + np.column_stack([np.cos(turn), 0.75 * np.sin(turn)]) * reach[:, None]
            ponds.append(shapely.Polygon(np.round(ring, 2)))
        return ponds

    def boundary(self) -> SampleTable:
        width, height = self.half_width + 55, self.half_height + 55
        corner = np.array([[-width, -height], [width, -height], [width, height], [-width, height]])
        plan = np.concatenate(
            [
                start + (end - start) * np.linspace(0, 1, 40)[:-1, None]
                for start, end in zip(corner, np.roll(corner, -1, 0))
            ]
        )
        plan = plan + 18 * np.column_stack([np.sin(plan[:, 1] / 140), np.sin(plan[:, 0] / 170)])
        polygon = shapely.Polygon(self.town.ground.place(plan))
        return table(
            "kommunegraense",
            "Kommunegrænse",
            "MultiPolygon",
            [polygon],
            {
                "komkode": texts(["0173"]),
                "navn": texts(["Eksempelkommune (opdigtet)"]),
                "areal_ha": decimal([polygon.area / 10_000]),
            },
        )

    # Nature and protection -------------------------------------------------------------------------------------------

    def nature(self) -> SampleTable:
        """§ 3: meadows and bogs on the valley's floor, lakes, dry grassland on the slopes."""
        rows: list[tuple[Any, tuple[int, str], tuple[int, str]]] = []
        edges = np.linspace(-self.half_width, self.half_width, max(4, int(self.half_width / 120)))
        for number, (start, end) in enumerate(zip(edges[:-1], edges[1:])):
            gap = 12.0
            rows.append((self.strip(start + gap, end - gap, -37, -9), MEADOW if number % 3 else BOG, IN_FORCE))
            rows.append((self.strip(start + gap, end - gap, 9, 36), BOG if number % 4 == 1 else MEADOW, IN_FORCE))
        rows[0] = (rows[0][0], rows[0][1], UNKNOWN)
        rows[-1] = (rows[-1][0], rows[-1][1], PROPOSED)
        rows += [(pond, LAKE, IN_FORCE) for pond in [self.water.pond, *self._small_ponds()]]
        for number, cell in enumerate(self.town.cells):
            if cell.use in VALLEY_USES[1:]:
                rows.append((rounded(shapely.buffer(self.town.outlines[number], -9)), PASTURE, IN_FORCE))
        rows = [row for row in rows if not shapely.is_empty(row[0])]
        water = shapely.union_all([row[0] for row in rows if row[1] == LAKE])
        shapes = [row[0] if row[1] == LAKE else rounded(shapely.difference(row[0], water)) for row in rows]
        kept = [i for i, shape in enumerate(shapes) if not shape.is_empty]
        rows, shapes = [rows[i] for i in kept], [shapes[i] for i in kept]
        return table(
            "bes_naturtyper",
            self.title("bes_naturtyper"),
            "MultiPolygon",
            shapes,
            {
                **self._portal(2013, "Beskyttede naturtyper", shapes, [row[2] for row in rows]),
                "Natyp_kode": whole([row[1][0] for row in rows]),
                "Natyp_navn": texts(row[1][1] for row in rows),
                "Besig_dato": texts("1970-01-01" if i % 2 else "2016-06-21" for i in range(len(rows))),
            },
        )

    def _portal(self, code: int, theme: str, shapes: list[Any], status: list[tuple[int, str]]) -> dict[str, Column]:
        """The fields that all layers of Danmarks Miljøportal have."""
        count = len(shapes)
        return {
            "Temakode": whole(np.full(count, code)),
            "Temanavn": texts([theme] * count),
            "Objekt_id": texts(f"{code}-opdigtet-{i + 1:04d}" for i in range(count)),
            "Version_id": texts(f"{code}-opdigtet-{i + 1:04d}-1" for i in range(count)),
            "Systid_fra": texts(["2017-03-14T09:30:00Z"] * count),
            "Systid_til": texts([None] * count),
            "Statuskode": whole([number for number, _ in status]),
            "Status": texts(text for _, text in status),
            "CVR_navn": texts(["Eksempelkommune (opdigtet)"] * count),
            "Shape_area": decimal(shapely.area(np.array(shapes, dtype=object))),
        }

    def protection(self) -> list[SampleTable]:
        """The conservation order, and the lines of the Nature Protection Act."""
        stream = rounded(shapely.buffer(shapely.LineString(self.water.main), STREAM_LINE))
        wood = rounded(shapely.difference(shapely.buffer(self.wood, WOOD_LINE), self.wood))
        churches = rounded(shapely.buffer(shapely.centroid(self.churches), CHURCH_LINE))
        order = rounded(
            shapely.union_all([self.strip(-0.75 * self.half_width, 0.8 * self.half_width, -96, 96), self.mill])
        )
        lines = [
            ("aa_bes_linjer", 2014, "Å-beskyttelseslinjer", [stream]),
            ("skovbyggelinjer", 2016, "Skovbyggelinjer", [wood]),
            ("kirkebyggelinjer", 2017, "Kirkebyggelinjer", list(churches)),
        ]
        tables = [
            table(
                "fredede_omr",
                self.title("fredede_omr"),
                "MultiPolygon",
                [order],
                {
                    **self._portal(2009, "Fredede områder", [order], [IN_FORCE]),
                    "Fred_tkode": whole([1]),
                    "Fred_tnavn": texts(["Arealfredning"]),
                    "Reg_nr": texts(["09999.00"]),
                    "Fred_navn": texts([self.known["valley"]]),
                    "Aar_fredn": whole([1941]),
                },
            )
        ]
        for name, code, theme, shapes in lines:
            columns = self._portal(code, theme, shapes, [IN_FORCE] * len(shapes))
            tables.append(table(name, self.title(name), "MultiPolygon", shapes, columns))
        return tables

    def monuments(self) -> list[SampleTable]:
        """Protected monuments in the open land, and the zone round them."""
        share = np.array([[-0.82, 0.7], [-0.35, 0.92], [0.55, 0.86], [0.9, 0.25], [-0.88, -0.8]])
        plan = share * np.array([self.half_width, self.half_height])
        points = shapely.points(self.town.ground.place(plan))
        kinds = self.known["monuments"]
        count = len(kinds)
        common: dict[str, Column] = {
            "systemnummer": whole(900_100 + 3 * np.arange(count)),
            "fredningsnummer": texts(f"9999{i + 1:02d}" for i in range(count)),
            "anlaegstype": texts(kind[0] for kind in kinds),
            "datering": texts(kind[1] for kind in kinds),
        }
        zones = rounded(shapely.buffer(points, MONUMENT_LINE + 8))
        return [
            table(
                "fundogfortidsminder_punkt_fredet",
                self.title("fundogfortidsminder_punkt_fredet"),
                "Point",
                points,
                common,
            ),
            table(
                "fundogfortidsminder_areal_beskyttelse",
                self.title("fundogfortidsminder_areal_beskyttelse"),
                "MultiPolygon",
                zones,
                {"systemnummer": common["systemnummer"], "fredningsnummer": common["fredningsnummer"]},
            ),
        ]

    # The kommuneplan's themes ----------------------------------------------------------------------------------------

    def plan_themes(self) -> list[SampleTable]:
        """The themes of the kommuneplan, in the order of `landscape.json`."""
        village = kind_cells(self.town, self.kinds, "landsby")
        terraces = kind_cells(self.town, self.kinds, "raekkehus")[:1]
        fallback = shapely.buffer(self.church, 90)
        shapes: dict[str, list[Any]] = {
            "theme_pdk_vaerdifuldtkulturmiljoe_vedtaget": [
                _one(village, fallback),
                _one(terraces, shapely.buffer(shapely.centroid(self.church), 60)),
                self.mill,
            ],
            "theme_pdk_bevaringsvaerdigelandskaber_vedtaget": [
                rounded(shapely.buffer(self.valley, 25)),
                rounded(shapely.buffer(self.wood, 15)),
            ],
            "theme_pdk_specifikgeologiskbevaringsvaerdi_vedtaget": [rounded(shapely.buffer(self.valley, 12))],
            "theme_pdk_lavbundsareal_vedtaget": [self.floor],
            "theme_pdk_oekologiskforbindelse_vedtaget": [self.strip(-self.half_width, self.half_width, -70, 70, 12)],
            "theme_pdk_naturbeskyttelsesomraade_vedtaget": [self.strip(-self.half_width, 0, -60, 60, 9), self.wood],
        }
        tables = []
        for name, theme in self.known["themes"].items():
            rows = theme["rows"]
            count = len(rows)
            tables.append(
                table(
                    name,
                    self.title(name),
                    "MultiPolygon",
                    shapes[name],
                    {
                        "planid": whole(4_000_000 + theme["code"] * 10 + np.arange(count)),
                        "komnr": whole(np.full(count, MUNICIPALITY)),
                        "plannr": texts(f"{theme['code']}.{i + 1}" for i in range(count)),
                        "plannavn": texts(["Kommuneplan 2021 (opdigtet)"] * count),
                        "navn": texts(row[0] for row in rows),
                        "bem": texts(row[1] for row in rows),
                        "temakode": whole(np.full(count, theme["code"])),
                        "temanavn": texts([self.title(name)] * count),
                        "datovedt": whole(np.full(count, 20211213)),
                        "status": texts(["V"] * count),
                    },
                )
            )
        return tables

    def own_themes(self) -> list[SampleTable]:
        """Themes that no service serves: a municipality's own files, named by the theme's code."""
        railway = [self.town.outlines[i] for i, cell in enumerate(self.town.cells) if cell.use == "bane"]
        noise = rounded(shapely.buffer(shapely.union_all(railway), 55))
        core = rounded(shapely.union_all([self.strip(-self.half_width, -0.35 * self.half_width, -80, 80), self.wood]))
        tail = self.strip(-0.2 * self.half_width, -0.1 * self.half_width, -50, 50)
        themes: list[tuple[str, list[tuple[str, str, Any]]]] = [
            ("moelleaadal", [(self.known["valley"], "Hoveddalen og sidedalene", self.valley)]),
            ("dyrehave", [(self.known["wood"], "Skov med hjorte, alléer og stjerneveje", self.wood)]),
            (
                "industriminde",
                [
                    (self.known["pond"], "Vandmølle, dæmning og mølledam", self.mill),
                    ("Klædefabrikkens grund", "Rester af en fabrik ved vandkraften", tail),
                ],
            ),
            ("kerneomraade", [("Ådalens vestlige del og Askholt Hegn", "Biologisk kerneområde", core)]),
            ("stoej", [("Jernbanen", "Mere end 64 dB langs banen", noise)]),
        ]
        return [
            table(
                name,
                self.title(name),
                "MultiPolygon",
                [shape for _, _, shape in rows],
                {
                    "navn": texts(title for title, _, _ in rows),
                    "beskrivelse": texts(text for _, text, _ in rows),
                    "kilde": texts(["Kommunens egen afgrænsning (opdigtet)"] * len(rows)),
                },
            )
            for name, rows in themes
        ]

    def earlier(self) -> SampleTable:
        """The designation before this one: other outlines, one theme that is gone, and none of the new ones."""
        village = kind_cells(self.town, self.kinds, "landsby")
        older = self.strip(-self.half_width, self.half_width, -75, 99, 14)
        gone = self.strip(-0.5 * self.half_width, -0.3 * self.half_width, -52, 40, 3)
        landscape = rounded(shapely.buffer(self.valley, 60))
        rows = [
            ("moelleaadal", "Ådalen med sidedale", self.known["valley"], older),
            (
                "kulturmiljoe",
                "Værdifuldt kulturmiljø",
                "Landsbyen",
                rounded(_one(village, shapely.buffer(self.church, 60))),
            ),
            ("landskab", "Bevaringsværdigt landskab", self.known["valley"], landscape),
            ("lavbund", "Lavbundsareal", "Lavbund langs Røråen", gone),
            ("kerneomraade", "Biologisk kerneområde", self.known["wood"], rounded(shapely.buffer(self.wood, -20))),
        ]
        shapes = [row[3] for row in rows]
        count = len(rows)
        return table(
            "tidligere_landskab",
            "Tidligere udpegning af landskab og kulturarv",
            "MultiPolygon",
            shapes,
            {
                "tema": texts(row[0] for row in rows),
                "tema_navn": texts(row[1] for row in rows),
                "navn": texts(row[2] for row in rows),
                "status": texts(["vedtaget"] * count),
                "retningslinje": texts([self.known["guideline"]] + [None] * (count - 1)),
                "lovgrundlag": texts(["Planlovens § 11 a"] * count),
                "kilde": texts(["Kommuneplan 2013 (opdigtet)"] * count),
                "kilde_id": texts(f"2013-{i + 1}" for i in range(count)),
                "areal_ha": decimal(shapely.area(np.array(shapes, dtype=object)) / 10_000),
            },
        )


def _one(shapes: Objects, otherwise: Any) -> Any:
    """Several outlines as one; another shape where there are none."""
    return rounded(shapely.union_all(shapes)) if len(shapes) else rounded(otherwise)
