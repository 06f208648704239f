"""The groups of `uniformensembles` a second time: neighbours by geopandas, groups by networkx; run by .venv-oracle.

Written from the tool's description alone. Who is a neighbour and who is alike is the rule of classify_oracle.py.

    .venv-oracle/bin/python tests/oracles/ensembles_oracle.py --buildings "town.gpkg|bygninger" --out groups.csv
"""

import classify_oracle as rule
import networkx as nx
import numpy as np
import pandas as pd


def groups(buildings, pairs, smallest):
    """Return the sets of buildings that alike pairs hold together, those that are large enough."""
    graph = nx.Graph()
    graph.add_nodes_from(buildings.index[buildings["main"]])
    alike = pairs[pairs["alike"]]
    graph.add_edges_from(zip(alike["focal"], alike["neighbour"]))
    return [sorted(group) for group in nx.connected_components(graph) if len(group) >= smallest]


def figures(group, buildings, pairs, values):
    """Return the figures of one group."""
    members = buildings.loc[group]
    use = pd.to_numeric(members["use"], errors="coerce").dropna()
    ours = pairs[pairs["focal"].isin(group)]
    value = values.reindex(group).dropna()
    return {
        "antal_bygninger": len(group),
        "antal_save": len(value),
        "save_middel": round(value.mean(), 2) if len(value) else np.nan,
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
    found = [figures(group, buildings, pairs, values) for group in groups(buildings, pairs, options.min_buildings)]
    pd.DataFrame(found).to_csv(options.out, index=False)


if __name__ == "__main__":
    main()
