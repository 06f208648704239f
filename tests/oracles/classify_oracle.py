"""The rule of `classifybuildings` a second time, with geopandas and pandas; run by the Python of .venv-oracle.

Written from the tool's description alone and sharing no code with the plugin, so that the two can be compared row by
row; it is also the peer that the benchmark measures against. Field names are the canonical ones, lengths are metres.

    .venv-oracle/bin/python tests/oracles/classify_oracle.py --buildings town.gpkg|bygninger \
        --parcels town.gpkg|jordstykker --method 1 --out oracle.csv
"""

import argparse

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd

ATTRIBUTES = ["family", "year", "storeys", "wall", "roof", "area"]
TOUCH = 0.5
SLACK = 1e-9
TERRACED = ["130", "131", "132"]
ROW_HOUSES = [*TERRACED, "121"]
POLYGONS = ["Polygon", "MultiPolygon"]


# ---- reading -------------------------------------------------------------------------------------------------------


def read(source, crs=None):
    """Read `file|layer` or `file|layername=layer`, in a metric CRS or in the one that is given."""
    path, _, layer = source.partition("|")
    frame = gpd.read_file(path, layer=layer.removeprefix("layername=") or None)
    if not isinstance(frame, gpd.GeoDataFrame) or frame.crs is None:
        return frame
    frame["geometry"] = frame.geometry.make_valid()
    if crs is None:
        crs = "EPSG:25832" if frame.crs.is_geographic else frame.crs
    return frame if frame.crs == crs else frame.to_crs(crs)


def column(frame, *names):
    """Return the first of the columns that exists, in any case; without one a column of nothing."""
    lower = {str(name).lower(): name for name in frame.columns}
    for name in names:
        if name.lower() in lower:
            return frame[lower[name.lower()]]
    return pd.Series(np.nan, index=frame.index, dtype=object)


def numbers(values):
    """Return the values as numbers, also those written as text with a Danish comma; NaN for what is no number."""
    if pd.api.types.is_numeric_dtype(values):
        return values.astype(float)
    return pd.to_numeric(values.astype(object).map(lambda v: str(v).strip().replace(",", ".")), errors="coerce")


def codes(values, unknown=()):
    """Return the values as code texts, so that 131, 131.0 and ' 131 ' are one code; None where unknown."""
    number = numbers(values)
    whole = number.notna() & (number == number.round())
    text = values.astype(object).map(lambda v: "" if pd.isna(v) else str(v).strip().lower())
    text = text.mask(whole, number.fillna(0).astype("int64").astype(str))
    return text.astype(object).where((text != "") & ~text.isin(unknown), None)


def identities(values):
    """Return ids as lower-case text, None where blank; those of a numeric field without decimals."""
    if pd.api.types.is_numeric_dtype(values):
        return codes(values)
    text = values.astype(object).map(lambda v: "" if pd.isna(v) else str(v).strip().lower())
    return text.astype(object).where(text != "", None)


def save_values(values):
    number = numbers(values)
    return number.where(number.isin(range(1, 10)))


def records(frame, context):
    """Return the rows of a building layer with the six attributes as they are compared."""
    rows = gpd.GeoDataFrame(geometry=frame.geometry.reset_index(drop=True), crs=frame.crs)
    frame = frame.reset_index(drop=True)
    given = column(frame, "bygning_id")
    rows["id"] = identities(given)
    rows["sort_id"] = given if pd.api.types.is_numeric_dtype(given) else rows["id"]
    rows["value"] = save_values(column(frame, "save_vaerdi"))
    use = codes(column(frame, "anvendelse"), unknown=["999"])
    rows["use"] = use.where(use.str.isdigit().eq(True), None)
    rows["family"] = rows["use"].replace(dict.fromkeys(TERRACED, "terraced"))
    year = numbers(column(frame, "opfoerelsesaar"))
    rows["year"] = year.where(year > 1000)
    rows["storeys"] = numbers(column(frame, "etager"))
    # A register may write the code's word for the code: BBR's 1 is brick.
    rows["wall"] = codes(column(frame, "ydervaeg"), unknown=["80", "90"]).replace({"mursten": "1"})
    rows["roof"] = codes(column(frame, "tagdaekning"), unknown=["80", "90"])
    area = numbers(column(frame, "bebygget_m2"))
    rows["area"] = area.where(area > 0)
    parts = column(frame, "bbrnummer").fillna("").astype(str).str.findall(r"\d+")
    number = parts.map(lambda p: "-".join(str(int(one)) for one in p[:2]) if len(p) == 3 else None).astype(object)
    stated = identities(column(frame, "ejendom_id"))
    rows["register_property"] = stated.where(stated.notna(), number)
    rows["standing"] = column(frame, "gaeldende_udpegning").isin(["lokalplan", "kommuneplan", "begge"]).to_numpy()
    rows["context"] = context
    return rows


# ---- one row a building --------------------------------------------------------------------------------------------


def one_per_key(rows):
    """Return one building per `key`: of each attribute the first known value, and its shape.

    The shape is made of all the classified rows' polygons, without one of all the context's, without one of points.
    """
    facts = rows.drop(columns="geometry").groupby("key", sort=False).first()
    shapes = rows.loc[~(rows.geometry.isna() | rows.is_empty), ["key", "context", "geometry"]]
    rank = 2 * ~shapes.geom_type.isin(POLYGONS) + shapes["context"]
    shapes = shapes[rank == rank.groupby(shapes["key"]).transform("min")]
    several = shapes["key"].duplicated(keep=False)
    whole = pd.concat([shapes[~several].set_index("key").geometry, shapes[several].dissolve("key").geometry])
    return gpd.GeoDataFrame(facts, geometry=whole.reindex(facts.index), crs=rows.crs)


def identify_by_position(classified, context):
    """Return pairs of keys: classified buildings that lie in, or mostly under, the footprint of a context building."""
    points = classified[["geometry"]].reset_index(names="key")
    footprints = context.loc[context.geom_type.isin(POLYGONS), ["geometry"]].reset_index(names="other")
    hits = points.sjoin(footprints, predicate="intersects").reset_index(drop=True)
    polygon = hits.geom_type.isin(POLYGONS)
    common = hits.intersection(footprints.geometry.loc[hits["index_right"]].set_axis(hits.index))
    hits["share"] = (common.area / hits.area.where(polygon)).where(polygon, 1.0)
    hits = hits[hits["share"] > 0.5].sort_values(["share", "index_right"], ascending=[False, True])
    return hits[["key", "other"]]


def buildings_of(classified, context):
    """Return one row per building, classified ones and further ones, and give the classified rows their `key`."""
    classified["key"] = classified["id"].where(classified["id"].notna(), "row " + classified.index.astype(str))
    if context is None:
        return one_per_key(classified)
    context["key"] = context["id"].where(context["id"].notna(), "context row " + context.index.astype(str))

    same_id = context["key"].isin(classified["key"])
    without = one_per_key(classified[~classified["key"].isin(context["key"])])
    others = one_per_key(context)
    lent = identify_by_position(without, others)
    # A context building may be two classified ones, so its facts are lent as copies that carry their keys.
    copies = others.loc[lent["other"]].reset_index(drop=True)
    copies["key"] = lent["key"].to_numpy()
    rest = others[~others.index.isin(lent["other"]) & ~others.index.isin(classified["key"])].reset_index()

    rows = pd.concat([classified, context[same_id], copies, rest], ignore_index=True)
    buildings = one_per_key(rows)
    buildings["context"] = ~buildings.index.isin(classified["key"])
    return buildings


# ---- neighbours ----------------------------------------------------------------------------------------------------


def plots_of(parcels):
    """Return the parcels of properties with their `plot`: what hangs together through parcels of it within reach.

    Common parcels and roads (cadastral numbers 7000 and on) are no property and no plot, and left out.
    """
    number = column(parcels, "matrikelnummer").map(lambda v: "" if pd.isna(v) else str(v).strip().lower())
    common = column(parcels, "faelleslod").map(lambda v: not pd.isna(v) and v in (True, 1, "1", "true"))
    held = parcels[~(number.str.match(r"7000\s*[a-zæøå]*$") | common)].copy()
    whole = held.geometry.notna() & ~held.is_empty
    near = held[whole].sindex.query(held.geometry[whole], predicate="dwithin", distance=TOUCH * (1 + SLACK))
    graph = nx.Graph()
    graph.add_nodes_from(held.index)
    rows, owner = held.index[whole].to_numpy(), held["property"]
    for left, right in zip(*(rows[side] for side in near)):
        if owner[left] == owner[right]:
            graph.add_edge(left, right)
    held["plot"] = None
    for group in nx.connected_components(graph):
        held.loc[list(group), "plot"] = f"plot {min(group)}"
    return held


def homes_of(buildings, parcels):
    """Return the property and the plot of each building by the first parcel that holds its point on surface."""
    points = gpd.GeoDataFrame(geometry=buildings.representative_point(), crs=buildings.crs)
    points = points[~(points.geometry.isna() | points.is_empty)].reset_index(names="building")
    hits = points.sjoin(parcels[["property", "plot", "geometry"]], predicate="intersects")
    first = hits.sort_values("index_right", kind="stable").drop_duplicates("building")
    return first.set_index("building")[["property", "plot"]].reindex(buildings.index).astype(object)


def plots_within(parcels, distance):
    """Return pairs of plots of different properties that come within the distance of each other."""
    left, right = parcels.sindex.query(parcels.geometry, predicate="dwithin", distance=distance * (1 + SLACK))
    plots, owners = parcels["plot"].to_numpy(), parcels["property"].to_numpy()
    pairs = pd.DataFrame({"focal_plot": plots[left], "plot": plots[right]})
    return pairs[owners[left] != owners[right]].drop_duplicates()


def representatives(buildings):
    """Return the main building with the largest footprint of each plot, the smallest id among equals."""
    candidates = buildings[buildings["main"] & buildings["plot"].notna()].copy()
    candidates["area"] = candidates["area"].fillna(-1)
    largest = candidates.groupby("plot")["area"].transform("max")
    candidates = candidates[candidates["area"] >= largest - SLACK * largest.abs()]
    order = "sort_id" if pd.api.types.is_numeric_dtype(candidates["sort_id"]) else "id"
    return candidates.sort_values(order, kind="stable").drop_duplicates("plot")


def buildings_within(focal, others, distance):
    """Return pairs of different buildings whose footprints come within the distance of each other."""
    focal = focal[["geometry"]].reset_index(names="focal")
    others = others[["geometry"]].reset_index(names="neighbour")
    pairs = focal.sjoin(others, predicate="dwithin", distance=distance * (1 + SLACK))
    return pd.DataFrame(pairs.loc[pairs["focal"] != pairs["neighbour"], ["focal", "neighbour"]])


def not_on_one_property(pairs, buildings):
    """Drop the pairs that are on one property by the parcels or by the register."""
    same = pd.Series(False, index=pairs.index)
    for source in ["property", "register_property"]:
        left = buildings[source].reindex(pairs["focal"]).to_numpy()
        right = buildings[source].reindex(pairs["neighbour"]).to_numpy()
        same |= pd.notna(left) & pd.notna(right) & (left == right)
    return pairs[~same]


def neighbour_pairs(focal, buildings, parcels, options):
    main = buildings[buildings["main"]]
    if options.method == 3:
        return not_on_one_property(buildings_within(focal, main, options.neighbour_distance), buildings)
    reach = TOUCH if options.method == 1 else max(TOUCH, options.opposite_distance)
    located = focal["plot"].notna()
    represented = representatives(buildings)[["plot"]].reset_index(names="neighbour")
    pairs = (
        focal.loc[located, ["plot"]]
        .reset_index(names="focal")
        .rename(columns={"plot": "focal_plot"})
        .merge(plots_within(parcels, reach), on="focal_plot")
        .merge(represented, on="plot")[["focal", "neighbour"]]
    )
    elsewhere = not_on_one_property(buildings_within(focal[~located], main, options.neighbour_distance), buildings)
    return pd.concat([pairs, elsewhere], ignore_index=True)


# ---- likeness ------------------------------------------------------------------------------------------------------


def compared(pairs, buildings, options):
    """Return the pairs with whether they could be assessed, and are alike."""
    left = buildings.loc[pairs["focal"], ATTRIBUTES].reset_index(drop=True)
    right = buildings.loc[pairs["neighbour"], ATTRIBUTES].reset_index(drop=True)
    known = left.notna() & right.notna()
    alike = left == right
    alike["year"] = (left["year"] - right["year"]).abs() <= options.year_tolerance * (1 + SLACK)
    smaller, larger = np.minimum(left["area"], right["area"]), np.maximum(left["area"], right["area"])
    alike["area"] = smaller >= (100 - options.area_tolerance) / 100 * larger * (1 - SLACK)
    alike &= known

    known_count, alike_count = known.sum(axis=1), alike.sum(axis=1)
    assessed = (known_count >= options.min_attributes) & (known_count > 0)
    similar = alike_count / known_count.where(known_count > 0) >= options.similarity * (1 - SLACK)
    ends = {name: pairs[name].to_numpy() for name in ("focal", "neighbour")}
    return pd.DataFrame({**ends, "assessed": assessed, "alike": assessed & similar})


def uniformity(pairs, buildings, options):
    """Return for each building its neighbours assessed, those alike, and their share."""
    pairs = compared(pairs, buildings, options)
    figures = pairs.groupby("focal")[["assessed", "alike"]].sum().reindex(buildings.index, fill_value=0).astype(int)
    figures["share"] = figures["alike"] / figures["assessed"].where(figures["assessed"] > 0)
    return figures


# ---- designation ---------------------------------------------------------------------------------------------------


def read_decisions(source):
    """Return the decision that counts for each building: the one with the newest date."""
    frame = read(source)
    table = pd.DataFrame(
        {"id": identities(frame["bygning_id"]), "decision": frame["beslutning"].str.strip().str.lower()}
    )
    table["date"] = pd.to_datetime(column(frame, "dato"), errors="coerce")
    table = table.sort_values("date", kind="stable", na_position="first").drop_duplicates("id", keep="last")
    return table.set_index("id")["decision"]


def meets_rule_for_4(fours, buildings, uniform, options):
    """Return whether each building among those of value 4 meets VALUE4_RULE, apart from how many neighbours it has."""
    rule = options.value4_rule
    if rule == 2:
        return fours["use"].isin(ROW_HOUSES)
    if rule in (3, 4):
        return pd.Series(rule == 3, index=fours.index)
    met = uniform.reindex(fours.index)
    if rule == 1:
        near = buildings_within(fours, buildings[buildings["high"]], options.neighbour_distance)
        met |= met.index.isin(near["focal"])
    return met


def main_and_property(classified, context, parcels):
    """Return one row per building: whether it is a main one, its property, its plot; rows of `records` go in."""
    buildings = buildings_of(classified, context)
    buildings["area"] = buildings["area"].fillna(buildings.area.where(buildings.area > 0))
    use = pd.to_numeric(buildings["use"], errors="coerce")
    buildings["main"] = ~(use.between(910, 960) | (use == 990))
    buildings[["property", "plot"]] = None
    if parcels is not None:
        buildings[["property", "plot"]] = homes_of(buildings, parcels)
    return buildings


def classify(classified, context, parcels, decisions, options):
    classified = records(classified, context=False)
    context = None if context is None else records(context, context=True)
    buildings = main_and_property(classified, context, parcels)
    buildings["four"] = buildings.index.isin(classified.loc[classified["value"] == 4, "key"])
    buildings["high"] = buildings.index.isin(classified.loc[classified["value"] <= 3, "key"])

    focal = buildings[~buildings["context"] & buildings["main"]]
    figures = uniformity(neighbour_pairs(focal, buildings, parcels, options), buildings, options)
    enough = buildings["main"] & (figures["assessed"] >= options.min_neighbours)
    uniform = enough & (figures["share"] >= options.uniform_share * (1 - SLACK))
    met = meets_rule_for_4(buildings[buildings["four"]], buildings, uniform, options)

    key, value = classified["key"], classified["value"]
    four = value == 4
    row_met = four & met.reindex(key, fill_value=False).to_numpy()
    review = four & ~enough.reindex(key).to_numpy() & (options.value4_rule in (0, 1)) | classified["standing"]
    decision = classified["id"].map({} if decisions is None else decisions)
    result = pd.DataFrame({"bygning_id": classified["id"], "save_vaerdi": value.astype("Int64")})
    result["udpegning"] = np.select(
        [decision.notna(), value <= 3, row_met, review, value.notna()],
        ["beslutning", "vaerdi_1_3", "vaerdi_4_ensartet", "til_vurdering", "ikke_udpeget"],
        "ikke_registreret",
    )
    result["udpeget"] = np.where(
        decision.notna(), decision == "udpeg", result["udpegning"].isin(["vaerdi_1_3", "vaerdi_4_ensartet"])
    )
    filled = buildings["main"].reindex(key).to_numpy()
    by_row = figures.reindex(key).reset_index(drop=True)
    result["ensartethed"] = by_row["share"].where(filled)
    result["naboer"] = by_row["assessed"].where(filled).astype("Int64")
    result["naboer_ens"] = by_row["alike"].where(filled).astype("Int64")
    return result


def arguments(more=()):
    """Read the command line; `more` are pairs (name, default) of further numbers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--buildings", required=True)
    parser.add_argument("--parcels")
    parser.add_argument("--context")
    parser.add_argument("--decisions")
    parser.add_argument("--out", required=True, help="x.csv: the seven fields; x.gpkg: the whole layer with them")
    parser.add_argument("--method", type=int, choices=range(4), default=0)
    parser.add_argument("--value4-rule", type=int, choices=range(5), default=0)
    for name, default in [
        ("neighbour-distance", 40.0),
        ("opposite-distance", 20.0),
        ("min-neighbours", 2),
        ("min-attributes", 2),
        ("similarity", 0.75),
        ("uniform-share", 0.6),
        ("year-tolerance", 10.0),
        ("area-tolerance", 25.0),
        *more,
    ]:
        parser.add_argument(f"--{name}", type=type(default), default=default)
    options = parser.parse_args()
    options.method = options.method or (1 if options.parcels else 3)
    if options.method in (1, 2) and not options.parcels:
        parser.error("methods 1 and 2 need --parcels")
    return options


def layers(options):
    """Read the buildings, the context and the parcels, the latter with the property of each."""
    classified = read(options.buildings)
    context = read(options.context, classified.crs) if options.context else None
    parcels = None
    if options.parcels:
        parcels = read(options.parcels, classified.crs)
        own = "parcel " + parcels.index.astype(str)
        name = identities(column(parcels, "samletFastEjendomLokalId", "ejendom_id"))
        parcels["property"] = name.where(name.notna(), own)
        parcels = plots_of(parcels)
    return classified, context, parcels


def main():
    options = arguments()
    classified, context, parcels = layers(options)
    decisions = read_decisions(options.decisions) if options.decisions else None
    result = classify(classified, context, parcels, decisions, options)
    result["bygning_id"] = column(classified, "bygning_id").to_numpy()
    columns = ["bygning_id", "save_vaerdi", "udpeget", "udpegning", "ensartethed", "naboer", "naboer_ens"]
    if options.out.endswith(".gpkg"):
        kept = classified.drop(columns=[name for name in columns if name in classified])
        kept.join(result[columns]).to_file(options.out, layer="classified", driver="GPKG")
    else:
        result[columns].to_csv(options.out, index=False)


if __name__ == "__main__":
    main()
