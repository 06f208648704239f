"""The groups of `uniformensembles` a second time: neighbours by geopandas, groups by networkx; run by .venv-oracle.

Written from the tool's description alone. Who is a neighbour and who is alike is the rule of classify_oracle.py.

    .venv-oracle/bin/python tests/oracles/ensembles_oracle.py --buildings "town.gpkg|bygninger" --out groups.csv
"""

from decimal import ROUND_HALF_UP, Decimal

import classify_oracle as rule
import networkx as nx
import numpy as np
import pandas as pd


def _half_up(value):
    """Two decimals, a half rounded up as people do: 5.125 is 5.13."""
    return float(Decimal(repr(float(value))).quantize(Decimal("0.01"), ROUND_HALF_UP))


def groups(buildings, pairs, options):
    """Return the sets of buildings that alike pairs hold together, cut until each is like most of the others."""
    graph = nx.Graph()
    graph.add_nodes_from(buildings.index[buildings["main"]])
    alike = pairs[pairs["alike"]]
    graph.add_edges_from(zip(alike["focal"], alike["neighbour"]))
    for one, other in graph.edges:
        graph.edges[one, other]["closeness"] = closeness(buildings.loc[one], buildings.loc[other], options)
    found = []
    for group in nx.connected_components(graph):
        found += standing(graph.subgraph(group), buildings, options)
    return found


def closeness(one, other, options):
    """Return how close two buildings are, the mean over what is known on both."""
    shares = []
    for name in rule.ATTRIBUTES:
        if pd.isna(one[name]) or pd.isna(other[name]):
            continue
        if name == "year":
            shares.append(max(1 - abs(one[name] - other[name]) / (2 * max(options.year_tolerance, 0.5)), 0))
        elif name == "area":
            larger = max(one[name], other[name])
            shares.append(min(one[name], other[name]) / larger if larger > 0 else 1)
        else:
            shares.append(float(one[name] == other[name]))
    return round(float(np.mean(shares)), 2)


def likes(members, buildings, options):
    """Return of how many of the others each member is like, and the set of those pairs."""
    every = pd.DataFrame([(a, b) for a in members for b in members if a != b], columns=["focal", "neighbour"])
    alike = rule.compared(every, buildings, options)
    alike = alike[alike["alike"]]
    return alike["focal"].value_counts().reindex(members, fill_value=0), set(zip(alike["focal"], alike["neighbour"]))


def standing(graph, buildings, options):
    """Return the ensembles that one connected group of alike neighbours makes."""
    members, smallest = sorted(graph.nodes), options.min_buildings
    if len(members) < smallest:
        return []
    counts, alike = likes(members, buildings, options)
    if len(members) == 1 or (2 * counts > len(members) - 1).all():
        return [members]
    parts = weakest_cut(graph, smallest)
    if parts is not None:
        return [one for part in parts for one in standing(part, buildings, options)]
    bounds = {one: buildings.geometry.loc[one].bounds for one in members}
    hub = min(members, key=lambda one: (-counts[one], -bounds[one][3], bounds[one][0], -bounds[one][1]))
    kept = nx.node_connected_component(
        graph.subgraph([one for one in members if one == hub or (hub, one) in alike]), hub
    )
    while True:
        counts, _ = likes(sorted(kept), buildings, options)
        failing = counts[2 * counts <= len(kept) - 1]
        if len(kept) == 1 or failing.empty:
            break
        left = set(kept) - set(failing[failing == failing.min()].index)
        kept = nx.node_connected_component(graph.subgraph(left), hub)
    rest = graph.subgraph(set(members) - set(kept))
    found = [sorted(kept)] if len(kept) >= smallest else []
    for group in nx.connected_components(rest):
        found += standing(rest.subgraph(group), buildings, options)
    return found


def weakest_cut(graph, smallest):
    """Return the large parts once the weakest pairs are gone; None where there are no two, or they are too little."""
    levels = sorted({value for *_, value in graph.edges.data("closeness")})
    for level in levels[:-1]:
        kept = nx.Graph()
        kept.add_nodes_from(graph.nodes)
        kept.add_edges_from(
            (a, b, {"closeness": value}) for a, b, value in graph.edges.data("closeness") if value > level
        )
        large = [part for part in nx.connected_components(kept) if len(part) >= smallest]
        if 2 * sum(map(len, large)) < len(graph):
            return None
        if len(large) >= 2:
            return [kept.subgraph(part) for part in large]
    return None


def figures(group, buildings, pairs, values):
    """Return the figures of one group."""
    members = buildings.loc[group]
    use = pd.to_numeric(members["use"], errors="coerce").dropna()
    ours = pairs[pairs["focal"].isin(group)]
    value = values.reindex(group).dropna()
    return {
        "antal_bygninger": len(group),
        "antal_save": len(value),
        "save_middel": _half_up(value.mean()) if len(value) else np.nan,
        "opfoert_fra": members["year"].min(),
        "opfoert_til": members["year"].max(),
        "anvendelse": int(use.value_counts().sort_index().idxmax()) if len(use) else np.nan,
        "sammenligninger": int(ours["assessed"].sum()),
        "ens": int(ours["alike"].sum()),
    }


def main():
    options = rule.arguments(more=[("min-buildings", 5)])
    classified, context, parcels = rule.layers(options)
    classified = rule.records(classified, context=False)
    context = None if context is None else rule.records(context, context=True)
    buildings = rule.main_and_property(classified, context, parcels)
    focal = buildings[buildings["main"]]
    pairs = rule.compared(rule.neighbour_pairs(focal, buildings, parcels, options), buildings, options)
    values = classified.groupby("key")["value"].min()
    found = [figures(group, buildings, pairs, values) for group in groups(buildings, pairs, options)]
    pd.DataFrame(found).to_csv(options.out, index=False)


if __name__ == "__main__":
    main()
