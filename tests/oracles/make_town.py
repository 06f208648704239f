"""A small made-up town with what registers really hold, for comparing `classifybuildings` with its oracle.

    .venv-oracle/bin/python tests/oracles/make_town.py town.gpkg

Layers: `bygninger` (polygons), `tekst` (the same with their facts as text), `punkter` (as points, with fewer facts),
`talpunkter` (with numbers for ids), `jordstykker`, `kontekst` (polygons of many of them and of others),
`kontekstpunkter`, and the table `beslutninger`.
The same on every run. Coordinates are whole eighths of a metre, so that distances on a limit are exactly on it.
"""

import random
import sys
import uuid
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
from shapely import Point, Polygon, box
from shapely.affinity import translate

WEST, SOUTH = 720_000, 6_190_000
CRS = "EPSG:25832"
SAVE_TEXTS = ["4", "4", "4", "4", "4", "4", " 4 ", "4,0", "4.0", "3", "2", "1", "5", "6", "7", "9"]
ODD_SAVE_TEXTS = [None, "", "0", "-1", "IV", "4-5", "2.5", "10", "ukendt"]


class Town:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.parcels, self.buildings, self.context = [], [], []
        self.numbers = {}

    def identity(self):
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def sometimes(self, share):
        return self.random.random() < share

    def build(self):
        for column in range(5):
            y = SOUTH
            for row in range(5):
                x = WEST + column * 200
                self.block(x, y, terraced=(column + row) % 4 == 0)
                y += 64 + self.random.choice([8, 12, 20, 20.125, 24])
        self.oddities()
        return self

    def block(self, x, y, terraced):
        style = {
            "anvendelse": self.random.choice([120, 121, 122, 140, 320]),
            "opfoerelsesaar": self.random.randrange(1890, 1975),
            "etager": self.random.choice([1, 1, 2, 3]),
            "ydervaeg": self.random.choice([1, 2, 5]),
            "tagdaekning": self.random.choice([1, 3, 5, 7]),
        }
        if terraced:
            style["anvendelse"] = 131
        for south in (True, False):
            edge = x
            for number in range(8):
                edge += self.random.choice([0, 0, 0, 0, 0.25, 0.5, 0.625, 1]) if number else 0
                width = 8 if terraced else self.random.choice([18, 20, 22])
                self.plot(edge, y if south else y + 32, width, style, terraced, number)
                edge += width

    def plot(self, x, y, width, style, terraced, number):
        owner = self.identity()
        if number and self.sometimes(0.1):
            owner = self.parcels[-1]["samletFastEjendomLokalId"]
        elif self.sometimes(0.04):
            owner = self.random.choice([None, ""])
        self.parcels.append({"samletFastEjendomLokalId": owner, "geometry": box(x, y, x + width, y + 32)})
        if self.sometimes(0.05):
            return
        left, right = (x, x + width) if terraced else (x + 3, x + width - self.random.choice([3, 4, 6]))
        self.building(box(left, y + 8, right, y + 17), style, owner)
        if self.sometimes(0.5):
            shed = {**style, "anvendelse": self.random.choice([910, 920, 930, 960, 990, 905, 970])}
            self.building(box(x + 1, y + 22, x + 5, y + 26 + self.random.choice([0, 2])), shed, owner, low=True)
        if self.sometimes(0.12):
            self.building(box(left, y + 20, left + 5, y + 20.25 + self.random.choice([0, 1, 5])), style, owner)

    def building(self, shape, style, owner, low=False):
        facts = {
            "anvendelse": style["anvendelse"],
            "opfoerelsesaar": style["opfoerelsesaar"] + self.random.choice([0, 0, 3, -5, 10, 11, -12]),
            "etager": style["etager"],
            "ydervaeg": style["ydervaeg"],
            "tagdaekning": style["tagdaekning"],
            "bebygget_m2": shape.area,
        }
        others = {
            "anvendelse": [120, 130, 132, 140, 999, None],
            "opfoerelsesaar": [1000, 1001, 1850, None],
            "etager": [1, 2, None],
            "ydervaeg": [1, 2, 90, 80, None],
            "tagdaekning": [1, 5, 90, 80, None],
            "bebygget_m2": [None, None, 0, shape.area * 0.75, shape.area * 0.7, 400],
        }
        for name, choices in others.items():
            if self.sometimes(0.5 if name == "bebygget_m2" else 0.15) and not (low and name == "anvendelse"):
                facts[name] = self.random.choice(choices)
        save = self.random.choice(SAVE_TEXTS if not self.sometimes(0.2) else ODD_SAVE_TEXTS)
        if low and self.sometimes(0.7):
            save = None
        identity = self.identity()
        row = {"bygning_id": identity, "save_vaerdi": save, **facts, "ejendom_id": owner, "geometry": shape}
        if self.sometimes(0.3):  # what knows its property by the BBR number alone
            row["ejendom_id"] = None
        hyphen = self.random.choice("--- ").strip() or "--"
        row["bbrnummer"] = f"0173-{self.number_of(owner)}{hyphen}{len(self.buildings)}" if self.sometimes(0.8) else None
        target = self.context if self.sometimes(0.1) else self.buildings
        target.append(row)
        if target is self.buildings and self.sometimes(0.7):
            self.context += [self.seen_by_others(row) for _ in range(self.random.choice([1, 1, 1, 2]))]

    def number_of(self, owner):
        return 1000 + self.numbers.setdefault(owner or len(self.numbers), len(self.numbers))

    def seen_by_others(self, row):
        """Return the building as another register has it: the id otherwise or missing, a slightly moved shape."""
        identity = self.random.choice([row["bygning_id"].upper(), row["bygning_id"], None, None, self.identity()])
        moved = translate(row["geometry"], *self.random.choice([(0, 0), (0.5, 0), (0.25, -0.25), (5, 0), (1, -7)]))
        facts = {"opfoerelsesaar": 1900, "etager": 2, "tagdaekning": 5, "anvendelse": row["anvendelse"]}
        facts["ydervaeg"] = self.random.choice([1, 2, 5, 90])
        return {**row, **facts, "bygning_id": identity, "save_vaerdi": None, "geometry": moved}

    def oddities(self):
        some = self.random.sample(range(len(self.buildings)), 40)
        for index in some[:12]:  # one building in two rows, spelled otherwise, each with facts that the other lacks
            row = self.buildings[index]
            again = {
                **row,
                "bygning_id": f" {row['bygning_id'].upper()}",
                "save_vaerdi": self.random.choice(SAVE_TEXTS),
            }
            row["opfoerelsesaar"] = row["ydervaeg"] = None
            again["etager"] = None
            if self.sometimes(0.3):
                row["geometry"] = None
            self.buildings.append(again)
        for index in some[12:20]:
            self.buildings[index]["geometry"] = None
        for index in some[20:26]:
            self.buildings[index]["bygning_id"] = self.random.choice([None, "", "  "])
        x, y = WEST - 100, SOUTH - 100  # three on no property
        for shift in (0, 20, 50):
            self.building(box(x + shift, y, x + shift + 10, y + 10), {**self.style_of(0)}, None)
        bowtie = [(x, y + 30), (x + 20, y + 50), (x + 20, y + 30), (x, y + 50)]
        self.buildings.append({**self.buildings[some[30]], "bygning_id": self.identity(), "geometry": Polygon(bowtie)})
        first = self.parcels[0]["geometry"].bounds
        # A parcel over two others, a parcel that is nowhere, and one like a bowtie next to the first.
        over = box(first[0] + 10, first[1], first[2] + 15, first[3])
        tie = Polygon(
            [(first[0] - 20, first[1]), (first[0], first[3]), (first[0], first[1]), (first[0] - 20, first[3])]
        )
        for shape in (over, None, tie):
            self.parcels.append({"samletFastEjendomLokalId": self.identity(), "geometry": shape})
        self.building(box(first[0] - 8, first[1] + 14, first[0] - 3, first[1] + 18), self.style_of(0), None)
        self.fields_elsewhere()
        self.random.shuffle(self.buildings)
        self.random.shuffle(self.context)

    def fields_elsewhere(self):
        """Give some properties a second plot far off, in a row of its own, and make a few parcels common or road."""
        owners = [row["samletFastEjendomLokalId"] for row in self.parcels]
        x, y = WEST, SOUTH - 400
        for number in range(24):
            x += self.random.choice([20, 20.5, 21])
            owner = self.random.choice(owners) if number % 2 else self.identity()
            self.parcels.append({"samletFastEjendomLokalId": owner, "geometry": box(x, y, x + 20, y + 32)})
            if self.sometimes(0.75):
                self.building(box(x + 3, y + 8, x + 13, y + 17), self.style_of(number % 3), owner)
        for number, row in enumerate(self.parcels):
            row["matrikelnummer"], row["faelleslod"] = f"{number + 1}a", False
        for number, row in enumerate(self.random.sample(self.parcels, 14)):
            if number % 2:
                row["faelleslod"] = True
            else:
                row["matrikelnummer"] = self.random.choice(["7000", "7000a", "7000 bx"])

    def style_of(self, index):
        row = self.buildings[index]
        return {name: row[name] or 1 for name in ["anvendelse", "etager", "ydervaeg", "tagdaekning"]} | {
            "opfoerelsesaar": row["opfoerelsesaar"] or 1920
        }


def whole(frame):
    """Return the frame with its register codes as whole numbers that may be missing."""
    for name in ["anvendelse", "opfoerelsesaar", "etager", "ydervaeg", "tagdaekning"]:
        frame[name] = frame[name].astype("Int64")
    return frame


def as_text(frame, chance):
    """Return the frame with its register facts as text, written as people and programs do."""
    frame = frame.copy()
    for name, kind in [
        ("anvendelse", int),
        ("opfoerelsesaar", int),
        ("etager", int),
        ("ydervaeg", int),
        ("bebygget_m2", float),
    ]:
        texts = []
        for value in frame[name]:
            text = "" if pd.isna(value) else str(kind(value))
            odd = f"0{text}" if name == "ydervaeg" else "ca. 5"
            ways = [text, f" {text} ", text.replace(".", ","), odd]
            texts.append(chance.choices(ways, [12, 2, 4, 1])[0] if text else None)
        frame[name] = texts
    frame["ydervaeg"] = frame["ydervaeg"].replace({" 5 ": "Mursten", "05": "mursten"})
    return frame


def on_point(shape):
    return None if shape is None else Point(shape.representative_point().coords[0])


def main():
    target = Path(sys.argv[1])
    target.unlink(missing_ok=True)
    town = Town(seed=173).build()
    buildings = whole(gpd.GeoDataFrame(town.buildings, geometry="geometry", crs=CRS))
    context = whole(gpd.GeoDataFrame(town.context, geometry="geometry", crs=CRS))
    parcels = gpd.GeoDataFrame(town.parcels, geometry="geometry", crs=CRS)

    points = buildings.set_geometry(buildings.geometry.map(on_point), crs=CRS).drop(columns=["bebygget_m2", "etager"])
    points.loc[points.index % 3 == 0, "anvendelse"] = pd.NA
    value = pd.to_numeric(points["save_vaerdi"], errors="coerce")
    points["save_vaerdi"] = value.where(value == value.round()).astype("Int64")
    numbered = points.drop(columns="ejendom_id")
    numbered["bygning_id"] = pd.Series(range(len(numbered) + 5, 5, -1), dtype="Int64")
    text = as_text(buildings, random.Random(173))
    context_points = context.set_geometry(context.geometry.map(on_point), crs=CRS)

    named = [i for i in buildings["bygning_id"] if isinstance(i, str) and i.strip()]
    decisions = pd.DataFrame(
        [
            {"bygning_id": named[0], "beslutning": "udpeg", "dato": "2024-05-01"},
            {"bygning_id": named[1].upper(), "beslutning": "udpeg_ikke", "dato": "2024-05-01"},
            {"bygning_id": named[2], "beslutning": "udpeg_ikke", "dato": "2023-01-31"},
            {"bygning_id": named[2].upper(), "beslutning": "udpeg", "dato": "2024-02-01"},
            {"bygning_id": named[3], "beslutning": "udpeg_ikke", "dato": "2024-02-01"},
            {"bygning_id": named[3], "beslutning": "udpeg", "dato": "2019-12-31"},
            {"bygning_id": named[4], "beslutning": "udpeg", "dato": None},
            {"bygning_id": "ingen-bygning", "beslutning": "udpeg", "dato": "2024-02-01"},
        ]
    ).assign(begrundelse="Udvalgets beslutning", kilde="Referat")
    layers = {
        "bygninger": buildings,
        "punkter": points,
        "talpunkter": numbered,
        "tekst": text,
        "jordstykker": parcels,
        "kontekst": context,
        "kontekstpunkter": context_points,
    }
    for layer, frame in layers.items():
        version = {} if target.exists() else {"VERSION": "1.3"}  # what an older GDAL opens without a warning
        kind = "Point" if "punkter" in layer else "Polygon"
        pyogrio.write_dataframe(frame, target, layer=layer, driver="GPKG", geometry_type=kind, **version)
    pyogrio.write_dataframe(decisions, target, layer="beslutninger", driver="GPKG")
    print(len(buildings), "buildings,", len(parcels), "parcels,", len(context), "context buildings")


if __name__ == "__main__":
    main()
