#!/usr/bin/env python3
"""How long it takes to recognise downloads, and to build parcels from Matriklen's four parts.

Measured is a process from start to end that reads Lodflade, Jordstykke, SamletFastEjendom and Ejerlav with GDAL, builds
the parcels, and writes them; beside it one that reads the same and writes the surfaces with as many columns, joining
nothing; and `collectdata` on the same parts. They take turns, so that a slow minute of the machine falls on all. Every
twentieth parcel has two surfaces, and one surface of a hundred was not carried through. Times are a report and never
fail; the exit code is 1 when a command fails. The data stay in build/bench and are used again.

    tools/bench_collect.py                            # 40,000 and 400,000 parcels, three runs of each
    tools/bench_collect.py --sizes 40000 --runs 5
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchkit import (
    DATA,
    QGIS_PROCESS,
    ROOT,
    Run,
    command_line,
    count,
    data_set,
    line,
    measured,
    print_report,
    remove,
    verdict,
)

PARCELS_PER_PROPERTY = 1.08
RATIO_LIMIT = 3.0
FILES, SEEN_LIMIT = 200, 5.0
"""So many files of a folder are recognised in at most so many seconds."""
TWO_SURFACES, NOT_CARRIED_THROUGH = 20, 100
"""One of so many parcels has two surfaces, and one of so many has a second that never came into force."""
PARTS = ("Lodflade", "Jordstykke", "SamletFastEjendom", "Ejerlav")
BATCH = 20_000
WORKERS = ("make", "build", "plain", "see")


def worker(*arguments: str) -> list[str]:
    """Run this file again in the system's Python with the libraries of the checkout: GDAL and shapely side by side."""
    packages = [str(ROOT), *map(str, (ROOT / ".venv" / "lib").glob("python3*/site-packages"))]
    return ["/usr/bin/env", f"PYTHONPATH={os.pathsep.join(packages)}", "/usr/bin/python3", __file__, *arguments]


def part_file(folder: Path, part: str) -> Path:
    """Where a part lies, under a name like that of a download."""
    return folder / f"MAT_V3_{part}_0173_TotalDownload_gpkg_Current_1.gpkg"


# ---- What a worker does ----------------------------------------------------------------------------------------------


def read(path: Path) -> tuple[dict[str, list[Any]], list[bytes] | None]:
    """The columns of the only layer of a file, and its geometries as WKB."""
    from osgeo import gdal

    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layer = dataset.GetLayer(0)
    names = [field.GetName() for field in layer.schema]
    geometry = layer.GetGeometryColumn()
    columns: dict[str, list[Any]] = {name: [] for name in names}
    wkb: list[bytes] = []
    for batch in layer.GetArrowStreamAsNumPy(options=[f"MAX_FEATURES_IN_BATCH={BATCH}"]):
        for name in names:
            values = batch[name].tolist()
            columns[name] += [one.decode() if isinstance(one, bytes) else one for one in values]
        if geometry:
            wkb += [bytes(one) for one in batch[geometry].tolist()]
    return columns, wkb if geometry else None


def write(path: Path, layer_name: str, columns: dict[str, Sequence[Any]], wkb: Sequence[bytes] | None) -> None:
    """Write a layer: texts, or whole numbers where the first known value is one."""
    from osgeo import gdal, ogr, osr

    remove(path)
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    danish = osr.SpatialReference()
    danish.ImportFromEPSG(25832)
    kind = ogr.wkbNone if wkb is None else ogr.wkbMultiPolygon
    layer = dataset.CreateLayer(layer_name, danish if wkb is not None else None, kind)
    for name, values in columns.items():
        number = isinstance(next((one for one in values if one is not None), None), (int, float))
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTInteger64 if number else ogr.OFTString))
    definition = layer.GetLayerDefn()
    layer.StartTransaction()
    for row, values in enumerate(zip(*columns.values())):
        feature = ogr.Feature(definition)
        for field, value in enumerate(values):
            if value is not None:
                feature.SetField(field, value)
        if wkb is not None:
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb[row]))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def make(source: Path, folder: Path) -> None:
    """The parts of the sample's parcels, in files of their own."""
    import numpy as np
    import shapely
    from osgeo import gdal

    gdal.UseExceptions()
    dataset = gdal.OpenEx(str(source), gdal.OF_VECTOR, open_options=["LIST_ALL_TABLES=NO"])
    layer = dataset.GetLayerByName("jordstykker")
    rows = [(feature.items(), bytes(feature.GetGeometryRef().ExportToWkb())) for feature in layer]
    ids = [row["id_lokalId"] for row, _ in rows]
    in_force = ["Gældende"] * len(rows)
    shapes = shapely.from_wkb([wkb for _, wkb in rows])
    west, south, east, north = shapely.bounds(shapes).T
    halved = np.arange(0, len(rows), TWO_SURFACES)
    middle = (west + east)[halved] / 2
    halves = [
        shapely.intersection(shapes[halved], shapely.box(low, south[halved], high, north[halved]))
        for low, high in ((west[halved], middle), (middle, east[halved]))
    ]
    lost = np.arange(7, len(rows), NOT_CARRIED_THROUGH)
    shapes[halved] = halves[0]
    surfaces = np.concatenate([shapes, halves[1], shapes[lost]])
    of = [*range(len(rows)), *halved.tolist(), *lost.tolist()]
    states = [*in_force, *(["Gældende"] * len(halved)), *(["Ikke gennemført"] * len(lost))]
    order = np.random.default_rng(0).permutation(len(of)).tolist()
    folder.mkdir(parents=True, exist_ok=True)
    write(
        part_file(folder, "Lodflade"),
        "Lodflade",
        {
            "id_lokalId": [str(7_000_000 + one) for one in order],
            "jordstykkeLokalId": [ids[of[one]] for one in order],
            "status": [states[one] for one in order],
        },
        [bytes(one) for one in shapely.to_wkb(surfaces[order])],
    )
    district = {row["ejerlavskode"]: row["ejerlavsnavn"] for row, _ in rows}
    properties = list(dict.fromkeys(row["samletFastEjendomLokalId"] for row, _ in rows))
    fields = ("matrikelnummer", "registreretAreal", "vejareal", "samletFastEjendomLokalId")
    parts: dict[str, dict[str, Sequence[Any]]] = {
        "Jordstykke": {
            "id_lokalId": ids,
            **{name: [row[name] for row, _ in rows] for name in fields},
            "faelleslod": ["true" if row["faelleslod"] else "false" for row, _ in rows],
            "ejerlavLokalId": [str(row["ejerlavskode"]) for row, _ in rows],
            "kommuneLokalId": ["0173"] * len(rows),
            "status": in_force,
            "virkningFra": ["2010-01-01T00:00:00Z"] * len(rows),
            "virkningTil": [None] * len(rows),
        },
        "SamletFastEjendom": {
            "id_lokalId": properties,
            "BFEnummer": [int(one) for one in properties],
            "status": ["Gældende"] * len(properties),
        },
        "Ejerlav": {
            "id_lokalId": list(map(str, district)),
            "ejerlavskode": list(district),
            "ejerlavsnavn": list(district.values()),
            "status": ["Gældende"] * len(district),
        },
    }
    for name, columns in parts.items():
        write(part_file(folder, name), name, columns, None)


def build(folder: Path, output: Path) -> None:
    """Read the parts, build the parcels and write them; how long the middle took is written beside."""
    import shapely

    from lyngby_heritage.core.registers.cadastre_rows import PartTable
    from lyngby_heritage.core.registers.parcel_parts import build_parcels

    tables = [PartTable(part, *read(part_file(folder, part))) for part in PARTS]
    start = time.perf_counter()
    parcels = build_parcels(*tables)
    output.with_suffix(".txt").write_text(str(time.perf_counter() - start), encoding="utf-8")
    write(output, "jordstykker", parcels.columns, shapely.to_wkb(parcels.geometry))


def plain(folder: Path, output: Path) -> None:
    """Read the parts and write the surfaces with as many columns as parcels have, joining nothing."""
    tables = {part: read(part_file(folder, part)) for part in PARTS}
    columns, (surfaces, wkb) = tables["Jordstykke"][0], tables["Lodflade"]
    beside = {f"{name}_2": values for name, values in surfaces.items()}
    count_all = min(len(next(iter(columns.values()))), len(wkb or ()))
    written = {name: values[:count_all] for name, values in (columns | beside).items()}
    write(output, "jordstykker", dict(list(written.items())[:12]), (wkb or [])[:count_all])


def see(folder: Path, output: Path) -> None:
    """Recognise what lies in a folder; how long it took is written."""
    from lyngby_heritage.core.plan.layers import job_roles
    from lyngby_heritage.core.registers.collection import choose
    from lyngby_heritage.processing.collect.survey import survey_of

    start = time.perf_counter()
    survey = survey_of(folder)
    choose(survey.layers, job_roles())
    output.write_text(f"{time.perf_counter() - start} {len(survey.layers)}", encoding="utf-8")


# ---- What is measured ------------------------------------------------------------------------------------------------


def parts_of(size: int) -> Path:
    """A folder with the parts of so many parcels; made once and then kept."""
    path = data_set(round(size / PARCELS_PER_PROPERTY))
    folder = DATA / f"{path.stem}-parts"
    if not all(part_file(folder, part).exists() for part in PARTS):
        print(f"making {folder.relative_to(ROOT)}", file=sys.stderr)
        measured(worker("make", str(path), str(folder)))
    return folder


def many_files(folder: Path) -> Path:
    """A folder of FILES downloads: the parts of the parcels over and over, and tables of 20,000 rows."""
    many = DATA / "many-files"
    if many.is_dir():
        return many
    many.mkdir()
    parts = [part_file(folder, part) for part in PARTS]
    rows = "id,6,120,1931,1,5,160,160,1\n" * 20_000
    heading = "id_lokalId,status,byg021BygningensAnvendelse,byg026,byg032,byg033,byg038,byg041BebyggetAreal,byg054\n"
    for number in range(FILES):
        if number % 2:
            (many / f"BBR_V3_Bygning_0173_TotalDownload_csv_Current_{number}.csv").write_text(heading + rows)
        else:
            part = parts[number // 2 % len(parts)]
            os.link(part, many / part.name.replace("_1.gpkg", f"_{number}.gpkg"))
    return many


def collected(folder: Path, output: Path) -> list[str]:
    """The whole tool on the parts."""
    return [str(QGIS_PROCESS), "run", "lyngby_heritage:collectdata", "--", f"INPUT={folder}", f"OUTPUT={output}"]


def bench(sizes: list[int], runs: int) -> None:
    """Measure and print."""
    DATA.mkdir(parents=True, exist_ok=True)
    built, saved, whole = DATA / "parcels-built.gpkg", DATA / "parcels-plain.gpkg", DATA / "parcels-collected.gpkg"
    table, verdicts = [], []
    for size in sizes:
        folder = parts_of(size)
        pairs: list[tuple[Run, Run]] = []
        inside, tool = [], []
        for _ in range(runs):
            ours = measured(worker("build", str(folder), str(built)))
            inside.append(float(built.with_suffix(".txt").read_text(encoding="utf-8")))
            pairs.append((ours, measured(worker("plain", str(folder), str(saved)))))
            remove(whole)
            tool.append(measured(collected(folder, whole)))
        rows = count(built, "jordstykker")
        table.append(line(rows, "read, build, write", [pair[0] for pair in pairs]))
        table.append(line(rows, "read, write", [pair[1] for pair in pairs]))
        table.append(line(rows, "the whole tool, QGIS's start included", tool))
        ratio = median(ours.seconds / beside.seconds for ours, beside in pairs)
        verdicts.append(verdict(f"{rows:,}: time against reading and writing, pair by pair", ratio, RATIO_LIMIT))
        ratio = median(one.seconds / beside.seconds for one, (_, beside) in zip(tool, pairs))
        verdicts.append(verdict(f"{rows:,}: the whole tool against reading and writing", ratio, RATIO_LIMIT))
        verdicts.append(f"{rows:,}: seconds in build_parcels, repair of polygons included: {median(inside):.2f}")
    measured(worker("see", str(many_files(parts_of(min(sizes)))), str(DATA / "seen.txt")))
    seconds, layers = (DATA / "seen.txt").read_text(encoding="utf-8").split()
    verdicts.append(verdict(f"seconds to recognise {layers} layers in {FILES} files", float(seconds), SEEN_LIMIT))
    print_report(f"Seconds are the median of {runs} runs (least–most).", table, verdicts, rows="parcels")


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in WORKERS:
        {"make": make, "build": build, "plain": plain, "see": see}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
        sys.exit(0)
    sys.exit(command_line(__doc__ or "", bench))
