"""What each file under `lyngby_heritage/data` looks like: its keys, and what stands under each.

A dict names every key there is, those with a `?` may be missing. `Codes` are keys that are data themselves (codes,
names of fields, words), of which code reads whichever it meets. Keys that begin with an underscore are remarks.
"""

from dataclasses import dataclass
from typing import Any

TEXT = str
NUMBER = (int, float)
FLAG = bool
NOTHING = type(None)
MAYBE_TEXT = (str, NOTHING)


@dataclass(frozen=True)
class Codes:
    """A dict with any keys, and one shape under all of them."""

    shape: Any


TEXTS = Codes(TEXT)
NUMBERS = Codes(NUMBER)
LEGEND = {"legend": TEXT, "fill": TEXT, "outline": TEXT}
PAINT = {**LEGEND, "marker": TEXT}
LABEL = {"expression": TEXT, "smallest": NUMBER, "middle?": FLAG}
PLAIN = {"fill": MAYBE_TEXT, "outline": TEXT, "width": NUMBER, "places?": FLAG}
DECISION = {"decision": TEXT, "reason": TEXT, "source": TEXT, "date": TEXT}
RANGE = [NUMBER]
WEIGHTS = [[NUMBER]]
STATEMENT_LINES = [{"title": TEXT, "themes": [TEXT], "met?": TEXT, "none?": TEXT, "choose": [TEXT]}]

LIMITS = (
    *("distance_m", "earliest_year", "most_storeys", "largest_m2", "most_factor", "least_factor", "least_m2"),
    *("least_width_m", "percent", "below_percent", "below_m2", "most_percent", "fields", "most_m"),
)

VALLEY = (
    *("widest_per_height", "sea_tolerance_m", "sea_min_ha", "sea_most_of_watercourse", "terrain_scale_m"),
    *("shoulder_share", "shoulder_least_share", "shoulder_reach_m", "climb_tolerance_m", "foot_gap_m", "hole_ha"),
    *("side_valley_width_m", "side_valley_length_m", "core_share", "join_gap_m", "join_named_m", "snap_m", "bridge_m"),
    *("level_m", "monotone_m", "outline_m", "simplify_m", "thinnest_m", "most_cells", "form_cell_m"),
)

SHAPES = {
    "registers/asked_for.json": {
        "parameters": Codes({"what": TEXT, **{key: [TEXT] for key in ("roles", "prefilled?", "made?")}})
    },
    "registers/bbr_codes.json": {"use": TEXTS, "wall": TEXTS, "roof": TEXTS},
    "registers/bbr_rows.json": {
        "life_cycle": Codes([NUMBER]),
        "life_cycle_words": NUMBERS,
        "left_out": Codes({"english": TEXT, "danish": TEXT, "of_building?": TEXT}),
        "no_end_from_year": NUMBER,
        "dwelling_uses": [NUMBER],
        "unit_kinds": {"dwelling": [TEXT], "other": [TEXT]},
        "floor_kinds": NUMBERS,
        "basement_initial": TEXT,
        "basement_names": [TEXT],
    },
    "registers/deliveries.json": {
        "roles": [TEXT],
        "made_of": Codes({key: [TEXT] for key in ("needed", "wanted", "helpful")}),
        "looked_up_in": Codes([TEXT]),
        "got_at": TEXTS,
        "not_in_force": TEXTS,
        "noise_words": [TEXT],
        "deliveries": [
            {
                **dict.fromkeys(("role", "what", "quality", "source", "part_of?"), TEXT),
                **{key: [TEXT] for key in ("names", "unverified_names?", "datafordeler?", "required", "usual")},
                **{key: [TEXT] for key in ("excluded?", "geometry?")},
                **dict.fromkeys(("least_usual?", "most_rows?"), NUMBER),
                "always_required?": FLAG,
                "hearing?": FLAG,
                "values?": Codes([TEXT]),
            }
        ],
    },
    "registers/fields.json": Codes([TEXT]),
    "registers/terrain_tiles.json": {
        **dict.fromkeys(("terrain", "surface"), TEXT),
        **dict.fromkeys(("tile_m", "epsg", "gap", "depth"), NUMBER),
        "nodata": (*NUMBER, NOTHING),
    },
    "registers/municipalities.json": {"names": TEXTS, "authorities": TEXTS},
    "registers/geofa.json": {
        "status": Codes([NUMBER]),
        "public": NUMBER,
        "status_words": TEXTS,
        "standing_codes": dict.fromkeys(("local", "municipal", "both", "none", "unnamed"), TEXT),
    },
    "registers/geofa_schema.json": {
        "source": TEXT,
        "codes": Codes(TEXTS),
        "geometry": TEXT,
        "tables": Codes(
            {
                "theme": NUMBER,
                "name": TEXT,
                "fields": [
                    {
                        **dict.fromkeys(("name", "kind", "need", "short?", "codes?", "unsure?"), TEXT),
                        **dict.fromkeys(("length?", "least?", "most?"), NUMBER),
                        "also?": [TEXT],
                        "anew?": FLAG,
                    }
                ],
            }
        ),
    },
    "registers/services.json": {
        "rules": dict.fromkeys(("box_margin_m", "smallest_file_bytes", "wait_s", "weeks_apart_days"), NUMBER),
        "services": [
            {
                **dict.fromkeys(("id", "title", "english", "protocol", "quality", "date", "source", "key"), TEXT),
                **dict.fromkeys(("version?", "format?", "file_address?"), TEXT),
                "addresses": [TEXT],
                "page?": NUMBER,
                "layers": [
                    {
                        "layer": TEXT,
                        **dict.fromkeys(("table?", "filter?", "box?", "sort?", "id?", "municipality?"), TEXT),
                        **dict.fromkeys(("form?", "quality?"), TEXT),
                        "known?": [NUMBER],
                    }
                ],
            }
        ],
    },
    "registers/mat_rows.json": {
        "status": Codes({"in_force": FLAG, "quality": TEXT}),
        "area_band": [NUMBER],
    },
    "rules/comparison_texts.json": {
        "accent": TEXT,
        "classes": [{**PAINT, "code": TEXT, "explanation": TEXT, "designated?": FLAG, "word?": TEXT}],
        "unknown": {**PAINT, "explanation": TEXT},
        "absent": TEXT,
        "unknown_ground": TEXT,
        "fields": TEXTS,
        "inputs": {"BEFORE": TEXT, "AFTER": TEXT},
        "one_layer": {"AFTER": TEXT, "BEFORE": TEXT},
        "sections": [
            {
                **dict.fromkeys(("key", "title", "none", "only?", "fill?", "outline?", "marker?"), TEXT),
                "change": MAYBE_TEXT,
                "designated?": FLAG,
            }
        ],
        "most_listed": NUMBER,
    },
    "rules/scenario_texts.json": {
        "accent": TEXT,
        "classes": [{**PAINT, "code": TEXT, "explanation": TEXT}],
        "fields": TEXTS,
        "inputs": dict.fromkeys(("BUILDINGS", "PARCELS", "CONTEXT_BUILDINGS", "DECISIONS"), TEXT),
        "about": TEXTS,
        "most_listed": NUMBER,
    },
    "rules/certainty.json": {
        **dict.fromkeys(("unsure_one_in", "most_listed"), NUMBER),
        "every": TEXTS,
        "classes": [{**PAINT, **dict.fromkeys(("key", "name", "explanation", "pattern"), TEXT)}],
        "others": {**PAINT, **dict.fromkeys(("name", "explanation", "pattern"), TEXT)},
        "unsure": dict.fromkeys(("name", "legend", "colour"), TEXT),
        "style": TEXT,
        "report": {
            **dict.fromkeys(("title", "lead", "not_asked", "no_fours", "map", "no_map", "caption", "table"), TEXT),
            **dict.fromkeys(("unsure_title", "unsure_none", "unsure_lead", "unsure_table", "total"), TEXT),
            **dict.fromkeys(("of_settings", "several", "others"), TEXT),
            **{key: [TEXT] for key in ("class_heads", "heads")},
            "outcomes": TEXTS,
        },
    },
    "rules/since.json": {
        "same_place_share": NUMBER,
        "new_building_years": NUMBER,
        "outline": {"least_common": NUMBER, "change_percent": NUMBER, "change_m2": NUMBER},
        "area": {"change_percent": NUMBER, "change_m2": NUMBER},
        "compared": [TEXT],
        "areas": [TEXT],
        "refused": {"most_missing_share": NUMBER, "most_foreign_share": NUMBER, "least_rows_to_date": NUMBER},
        "ranks": [{"event": TEXT, "group": TEXT, "why": TEXT, "look?": TEXT, "decides?": TEXT}],
        "groups": TEXTS,
        "events": [{**PAINT, "code": TEXT, "explanation": TEXT, "look": TEXT, "decides": TEXT}],
        "unknown": {**PAINT, "code": TEXT},
        "accent": TEXT,
        **dict.fromkeys(("most_listed", "most_repeated"), NUMBER),
        "as_at": TEXT,
        "fields": TEXTS,
        "inputs": TEXTS,
        "words": TEXTS,
    },
    "rules/designation.json": {
        "high_values": [NUMBER],
        "neighbour_value": NUMBER,
        "attached_uses": [NUMBER],
        "thresholds": {
            "NEIGHBOUR_DISTANCE": NUMBER,
            "OPPOSITE_DISTANCE": NUMBER,
            "MIN_NEIGHBOURS": NUMBER,
            "MIN_ATTRIBUTES": NUMBER,
            "SIMILARITY": NUMBER,
            "UNIFORM_SHARE": NUMBER,
            "YEAR_TOLERANCE": NUMBER,
            "AREA_TOLERANCE": NUMBER,
        },
        "secondary_uses": [RANGE],
        "certainty": {one: [NUMBER] for one in ("UNIFORM_SHARE", "SIMILARITY", "YEAR_TOLERANCE")},
        "use_families": Codes([NUMBER]),
        "unknown_codes": {"use": [NUMBER], "wall": [NUMBER], "roof": [NUMBER]},
        "unknown_year_until": NUMBER,
        "sweeps": {"UNIFORM_SHARE": [NUMBER], "SIMILARITY": [NUMBER], "YEAR_TOLERANCE": [NUMBER]},
    },
    "rules/dial_presets.json": {
        "presets": [
            {
                **dict.fromkeys(("name", "says", "source", "note?"), TEXT),
                "neighbour_value": NUMBER,
                "settings": NUMBERS,
            }
        ]
    },
    "rules/designation_texts.json": {
        "accent": TEXT,
        "classes": [
            {
                **PAINT,
                "key": TEXT,
                "code": TEXT,
                "designated": FLAG,
                "name": TEXT,
                "explanation": TEXT,
                "in_table?": TEXT,
                "meaning?": TEXT,
                "pattern": TEXT,
            }
        ],
        "unknown": {**LEGEND, "name": TEXT, "explanation": TEXT},
        "grounds": TEXTS,
        "listed": {**PAINT, "name": TEXT, "explanation": TEXT, "pattern": TEXT},
        "church": {**PAINT, "name": TEXT, "explanation": TEXT, "pattern": TEXT},
        "pairs": {one: {"legend": TEXT, "colour": TEXT} for one in ("alike", "different", "unknown")},
        "fields": TEXTS,
        "pair_fields": TEXTS,
        "inputs": TEXTS,
        "rules": [
            {"rule": NUMBER, "name": TEXT, "phrase": TEXT, "text": TEXT, "uses_neighbours": FLAG, "other_uses?": TEXTS}
        ],
        "thresholds": Codes(TEXTS),
    },
    "rules/dial.json": {
        **dict.fromkeys(("most_mb", "plots_share", "most_years", "most_neighbours"), NUMBER),
        **{key: [NUMBER] for key in ("neighbour_reaches_m", "opposite_reaches_m")},
    },
    "rules/ensemble_texts.json": {
        "accent": TEXT,
        "classes": [
            {
                **LEGEND,
                "key": TEXT,
                "filter": TEXT,
                "opacity": NUMBER,
                "lines?": {"apart_mm": NUMBER, "wide_mm": NUMBER},
            }
        ],
        "settled": [{**LEGEND, "key": TEXT, "status": TEXT, "opacity": NUMBER}],
        "other": {**LEGEND, "opacity": NUMBER},
        "fields": TEXTS,
    },
    "rules/ensembles.json": {
        "min_buildings": NUMBER,
        "like_most": NUMBER,
        "cut_keeps": NUMBER,
        "evidence": {"designated": NUMBER, "save": NUMBER, "age": NUMBER, "likeness": NUMBER},
        "evidence_values": [NUMBER],
        "evidence_doubt": NUMBER,
        "evidence_years": {"oldest": NUMBER, "newest": NUMBER},
        "inside_share": NUMBER,
        "path_width_m": NUMBER,
        "largest_hole_m2": NUMBER,
        "smallest_gap_m2": NUMBER,
        "hull_reach": NUMBER,
        "margin_m": NUMBER,
        "point_margin_m": NUMBER,
        "named_roads": NUMBER,
        "road_share": NUMBER,
        "near_m": NUMBER,
        "named_parcels": NUMBER,
    },
    "rules/geopackage.json": {
        "tables": Codes(dict.fromkeys(("abstract", "purpose", "lineage"), TEXT)),
        "described": Codes(TEXTS),
    },
    "rules/law.json": {
        "references": Codes(
            {"cite": TEXT, "detail": TEXT, "about": TEXT, "source": TEXT, "date": TEXT, "verified": FLAG}
        ),
        "statements": TEXTS,
    },
    "rules/redegoerelse.json": {
        "planning": STATEMENT_LINES,
        "law": STATEMENT_LINES,
        "screening": [{"title": TEXT, "themes": [TEXT], "note": TEXT}],
        "inputs": TEXTS,
        "latest_decisions": TEXT,
        "most_names": NUMBER,
    },
    "rules/lokalplan.json": {
        "source": TEXT,
        "tables": Codes(
            {
                "parameter": MAYBE_TEXT,
                "tool": MAYBE_TEXT,
                "styles?": [TEXT],
                "plan_styles?": {"field": TEXT, "styles": [TEXT]},
                "needs?": TEXT,
                "called?": TEXT,
                "polygons?": FLAG,
                "plain": {**PLAIN, "by?": TEXT, "dashed?": FLAG},
                "label?": LABEL,
            }
        ),
        "palette": [TEXT],
        "pairs": TEXT,
        "groups": [TEXT],
        "listed_group": {"key": TEXT, "letter": TEXT, "title": TEXT},
        "church_group": {"key": TEXT, "letter": TEXT, "title": TEXT},
        "churches": {"uses": [NUMBER]},
        "layers": [
            {
                "key": TEXT,
                "table": TEXT,
                "title": TEXT,
                "group": TEXT,
                "shown": FLAG,
                "also_label?": LABEL,
                "plan_number?": LABEL,
                "least_mm?": NUMBER,
                "only?": TEXT,
                "where?": TEXTS,
                "on_edge?": LABEL,
                "themes?": TEXT,
                "names?": {"expression": TEXT, "smallest": NUMBER, "colour": TEXT, "points": NUMBER},
                "plain?": {**PLAIN, "dashed?": FLAG},
            }
        ],
        "theme_groups": [{"key": TEXT, "themes": [TEXT]}],
        "map_series": {"kortbilag": TEXT, "redegoerelseskort": TEXT},
        "overviews": [{"key": TEXT, "series": TEXT, "title": TEXT, "needs": [TEXT], "layers": [TEXT], "note?": TEXT}],
        "area_notes": {
            "properties": TEXT,
            "environments": TEXT,
            "lacking": TEXT,
            "unknown": TEXT,
            "words": {one: {"buildings": TEXT, "environments": TEXT} for one in ("open", "in_force")},
        },
        "street_index": {"title": TEXT, "note": TEXT},
        "overview_scales": [NUMBER],
        "sheets": {
            "most": NUMBER,
            "long_text": NUMBER,
            "layers": [TEXT],
            "scales": [NUMBER],
            "grid_scales": [NUMBER],
            "margin_m": NUMBER,
            "details": {"scales": [NUMBER], "apart_mm": NUMBER, "least": NUMBER},
            "note": TEXT,
            "numbers_note": TEXT,
            "plan_numbers_note": TEXT,
            "places_note": TEXT,
        },
        "fields": TEXTS,
        "fields_of": Codes(TEXTS),
        "words": Codes(TEXTS),
        "status_sentences": TEXTS,
        "property_columns": [[(*NUMBER, *MAYBE_TEXT)]],
        "properties_on_paper": [TEXT],
        "provision_groups": [{"key": TEXT, "letter": TEXT, "title": TEXT, "grounds": [TEXT]}],
    },
    "rules/project.json": {
        "themes": [{"key": TEXT, "title": TEXT, "needs": [TEXT], "layers": [TEXT]}],
        "bookmarks": {"plan": TEXT, "whole": TEXT, "environments": TEXT, "sheets": TEXT},
        "metadata": {
            **dict.fromkeys(("language", "owner", "licence", "rights", "abstract"), TEXT),
            "keywords": [TEXT],
        },
        "pdf": dict.fromkeys(("language", "maps", "summary", "picture"), TEXT),
        "forms": {
            "read_only": [TEXT],
            "own": Codes([TEXT]),
            "groups": Codes([[(TEXT, list)]]),
            "rest": TEXT,
            "long": [TEXT],
            "days": Codes([TEXT]),
            "yes_no": {"true": TEXT, "false": TEXT},
        },
        "relations": [dict.fromkeys(("key", "title", "parent", "child", "field"), TEXT)],
        "codes": Codes(Codes(TEXTS)),
    },
    "rules/provisions.json": {
        "norms": TEXTS,
        "sections": [{"key": TEXT, "title": TEXT, "intro": TEXT}],
        "themes": [
            {
                "key": TEXT,
                "section": TEXT,
                "title": TEXT,
                "rules": [{"groups": [TEXT], "norm": TEXT, "text": TEXT, "decided": FLAG}],
            }
        ],
    },
    "rules/save_scale.json": {"steps": [{"to": NUMBER, "word": TEXT}], "parameters": TEXTS},
    "rules/may_i.json": {
        "called": TEXTS,
        "answers": TEXTS,
        "partly": TEXTS,
        "not_named": TEXT,
        "fixed": [
            {**dict.fromkeys(("key", "paragraph", "title", "question", "answer", "text", "open?", "unknown?"), TEXT)}
        ],
        "questions": TEXTS,
        "question": TEXT,
        "introductions": TEXTS,
        "interim": TEXTS,
        "interim_where": dict.fromkeys(("whole", "part", "perhaps"), TEXT),
        "whom": {"proposed": TEXT, "decided": TEXT},
        "land": {"proposed": TEXT, "decided": TEXT, "undecided": TEXT},
        "elsewhere": TEXT,
    },
    "rules/property_sheet.json": {
        **dict.fromkeys(("near_m", "most_addresses", "most_parcels", "pages"), NUMBER),
        **dict.fromkeys(("titles", "called", "apart", "answer", "ask", "shortened", "anonymous"), TEXTS),
        "process": Codes([TEXT]),
        "process_outside": Codes([TEXT]),
        "none_designated": dict.fromkeys(("none", "outside", "undecided"), TEXT),
        "in_area": dict.fromkeys(("named", "parcels", "inside", "inside_proposed", "partly", "beside"), TEXT),
        **dict.fromkeys(
            ("map_environment", "energy", "energy_proposed", "own_text", "exceeded", "limits", "nothing_held"), TEXT
        ),
        **dict.fromkeys(
            (
                "near",
                "nothing_near",
                "none_at_all",
                "no_plan",
                "preserves",
                "footer",
                "part_of_map",
                "takeover",
                "map_signs",
                "map_edge",
            ),
            TEXT,
        ),
    },
    "rules/plandata.json": {
        "statuses": [{"code": TEXT, "state": NUMBER, "needs": [TEXT], "name": TEXT, "meaning": TEXT}],
        "no_plots": TEXT,
        "limits": dict.fromkeys(("boundary_m", "repair_m2", "outside_m2", "sliver_m"), NUMBER),
        "layers": [
            {
                **dict.fromkeys(("key", "zip", "title"), TEXT),
                "fields": [
                    {
                        **dict.fromkeys(("key", "holds", "value", "where", "quality", "from?", "empty_when?"), TEXT),
                        **dict.fromkeys(("length", "decimals?"), NUMBER),
                    }
                ],
                "left_out": [TEXT],
            }
        ],
        "qualities": TEXTS,
        "zones": [NUMBER],
        "denmark": [NUMBER],
        "colours": [TEXT],
        "environment_prefix": TEXT,
        "steps": [{"when": TEXT, "title": TEXT, "text": TEXT}],
        "unverified": [TEXT],
    },
    "rules/main_job.json": {
        "layers": TEXTS,
        "special": TEXTS,
        "special_in_english": TEXTS,
        "indispensable": [TEXT],
        "without_libraries": TEXT,
        "in_package": [TEXT],
        "outputs": TEXTS,
        "files": TEXTS,
        "parameters": TEXTS,
        "values": Codes(TEXTS),
        "basis": TEXTS,
        "figures": Codes(TEXTS),
        "steps": [
            {
                "tool": TEXT,
                "title": TEXT,
                "english": TEXT,
                "unless?": TEXT,
                "instead?": TEXTS,
                "needs": [TEXT],
                "inputs": TEXTS,
                "outputs": TEXTS,
                "without?": TEXTS,
                "output_needs?": TEXTS,
                "input_needs?": TEXTS,
            }
        ],
    },
    "registers/plandata.json": {
        "not_in_force": [TEXT],
        "unknown_dates": [NUMBER],
        "says_nothing": [TEXT],
        "preserving_provisions": [NUMBER],
    },
    "rules/geofa.json": {
        **dict.fromkeys(("other_local_plan_stands", "apart_counts", "new_rows_undesignated"), FLAG),
        **dict.fromkeys(("new_status", "public", "other_origin"), NUMBER),
        "origins": NUMBERS,
        "environment": Codes([TEXT]),
    },
    "rules/geofa_texts.json": {
        **dict.fromkeys(("kinds", "why", "sheets", "overview", "columns", "look_up"), TEXTS),
        "gaps": Codes({"lacks": TEXT, "do": TEXT}),
        **dict.fromkeys(("nothing", "note", "lacking"), TEXT),
        "readme": [TEXT],
        "place_fields": [TEXT],
    },
    "rules/hearing.json": {
        "terms": [
            {**dict.fromkeys(("key", "name", "law", "mark", "source", "date"), TEXT), "least_weeks": NUMBER},
        ],
        "free_days": dict.fromkeys(("computed", "given", "mark", "source", "date"), TEXT),
        "holidays": [{"name": TEXT, **dict.fromkeys(("month?", "day?", "easter?", "until?"), NUMBER)}],
        "later_days": [
            {
                **dict.fromkeys(("key", "from", "text", "law", "mark", "source", "date"), TEXT),
                **dict.fromkeys(("weeks", "years"), NUMBER),
            }
        ],
        "groups": [dict.fromkeys(("key", "name", "law", "mark", "lacking"), TEXT)],
        "roles": Codes([TEXT]),
        "other_kinds": Codes([TEXT]),
        "kinds": Codes([TEXT]),
        "kind_by_role": Codes(TEXT),
        "protected": [TEXT],
        "home": [TEXT],
        "plot_in_environment_m2": NUMBER,
        "most_in_text": NUMBER,
        "letter": {
            **dict.fromkeys(("sender", "case_number", "answer", "link", "meeting", "minority", "contact"), TEXT),
            **dict.fromkeys(("published", "free", "complaint"), TEXT),
            "decided": Codes(FLAG),
        },
    },
    "rules/hearing_texts.json": {
        **dict.fromkeys(("now", "later", "later_environment", "later_apart", "later_near", "later_land"), TEXT),
        **dict.fromkeys(("later_of_others", "if_not_within"), TEXT),
        **dict.fromkeys(("now_if_within", "now_of_others", "now_apart", "covers", "mentions"), TEXT),
        **dict.fromkeys(("apart_outside", "apart_inside", "apart_inside_by_several", "apart_unknown"), TEXT),
        "near_other_land": TEXT,
        **dict.fromkeys(
            ("listed", "listed_rule", "free_not_apart", "church", "preserved", "preserved_by_several"), TEXT
        ),
        **dict.fromkeys(("one_property", "many_properties", "one_building", "many_buildings"), TEXT),
        "by_role": TEXTS,
        "roles": TEXTS,
        "nameless": TEXTS,
        "grounds_apart": TEXTS,
        "blanks": TEXTS,
    },
    "rules/plan_state.json": {
        "states": [
            {
                "code": NUMBER,
                "key": TEXT,
                "name": TEXT,
                "sentences": [{"needs": [TEXT], "text": TEXT}],
            }
        ],
        "binding": {"open": TEXT, "in_force": TEXT},
        "proposed": TEXTS,
        "decided": TEXTS,
        "classes": TEXTS,
        "earliest_adoption_days": NUMBER,
        "shortest_hearing_days": NUMBER,
    },
    "rules/plot_ratio.json": {
        "defaults": {
            "MAX_PLOT_RATIO": NUMBER,
            "MAX_STOREYS": NUMBER,
            "TWO_STOREY_LIMIT": NUMBER,
            "ZONE_SHARE": NUMBER,
            "FOOTPRINT_MARGIN": NUMBER,
        },
        "area_deviation_percent": NUMBER,
        "detached_area_use": NUMBER,
        "secondary_uses": [NUMBER],
        "conservatory_uses": [NUMBER],
        "pitched_roofs": [NUMBER],
        "rule_sets": [
            {
                "code": TEXT,
                "name": TEXT,
                "adopted_before": MAYBE_TEXT,
                "deduction": {"other": NUMBER, "other_at_least?": NUMBER, "uses": NUMBERS},
            }
        ],
        "scopes": TEXTS,
        "area_scope": NUMBER,
        "parcel_scope": NUMBER,
        "zone_status": Codes([TEXT]),
        "zone_names": TEXTS,
        "outside_zone_map": NUMBER,
        "histogram": {"width": NUMBER, "until": NUMBER},
        "most_exceeded": NUMBER,
    },
    "rules/plot_ratio_texts.json": {
        "accent": TEXT,
        "classes": [{**LEGEND, "code": TEXT, "word": TEXT, "explanation": TEXT, "pattern": TEXT}],
        "unknown": {**LEGEND, "name": TEXT},
        "unmatched": LEGEND,
        "fields": TEXTS,
        "area_fields": TEXTS,
        "unmatched_fields": TEXTS,
        "changes": TEXTS,
        "area_sources": TEXTS,
        "limit_sources": TEXTS,
        "unknown_reasons": TEXTS,
        "rule_set_choices": [TEXT],
        "inputs": TEXTS,
    },
    "rules/plots.json": {
        "adjoining_tolerance_m": NUMBER,
        "road_parcels": TEXT,
        "no_property_ids": [TEXT],
        "flats_uses": [NUMBER],
    },
    "rules/preparation.json": {
        "listed_codes": [NUMBER],
        "mark_m": NUMBER,
        "far_m": NUMBER,
    },
    "rules/preparation_texts.json": {
        "fields": TEXTS,
        "unmatched_fields": TEXTS,
        "shapes": TEXTS,
        "links": TEXTS,
        "no_link": TEXT,
        "id": TEXTS,
        "number": TEXTS,
        "save_reasons": TEXTS,
        "footprint_reasons": TEXTS,
        "ghost": TEXT,
        "unplaced": TEXT,
        "unplaced_unit": TEXT,
        "registers": TEXTS,
        "differing": {"code": TEXT, "text": TEXT, "void": TEXT, "remark": TEXT, "because": TEXTS},
        "left_out": TEXT,
        "not_joined": TEXT,
        "remarks": {
            **dict.fromkeys(
                (
                    "NUMBER",
                    "DISTANCE",
                    "secondary",
                    "far",
                    "disagree",
                    "void",
                    "alone",
                    "alone_without_bbr",
                    "alone_no_buildings",
                    "mark",
                ),
                TEXT,
            ),
            "registration": TEXTS,
        },
    },
    "rules/summary.json": {
        **dict.fromkeys(("most_limits", "most_themes"), NUMBER),
        **dict.fromkeys(("overline", "page", "bar"), TEXT),
        "figures": dict.fromkeys(
            ("designated", "properties", "properties_unknown", "share", "share_none", "review"), TEXT
        ),
        "table": {"heads": [TEXT], **dict.fromkeys(("total", "none", "others"), TEXT)},
        "notes": dict.fromkeys(("once", "on_none", "unvalued", "preserved", "listed", "listed_unknown"), TEXT),
        "map": dict.fromkeys(("boundary", "scale", "sign"), TEXT),
        "choices": {
            **dict.fromkeys(("title", "title_decided", "lead", "interim", "binding"), TEXT),
            **dict.fromkeys(("unpreserved_head", "unpreserved_note", "chosen", "as_now"), TEXT),
            "heads": [TEXT],
        },
        "fours": dict.fromkeys(("title", "meaning", "unknown"), TEXT),
        "uniform": dict.fromkeys(("title", "option", "certain", "certain_unknown", "meaning", "unknown"), TEXT),
        "why": TEXTS,
        "plots": {
            **dict.fromkeys(("title", "of_area_head", "ratio", "ratio_rest", "storeys", "storeys_one"), TEXT),
            **dict.fromkeys(
                ("storeys_rest", "now", "compared", "low", "low_all", "low_none", "general", "meaning"), TEXT
            ),
            **dict.fromkeys(("not_given", "not_told", "none"), TEXT),
            "heads": [TEXT],
        },
        "uncertain": {
            **dict.fromkeys(("title", "unvalued", "unvalued_none", "review", "review_none", "unsure"), TEXT),
            **dict.fromkeys(("unsure_unknown", "plots", "unvalued_secondary", "preserved", "preserved_unknown"), TEXT),
            **dict.fromkeys(("on_none", "themes", "themes_all", "themes_unknown", "and_others"), TEXT),
            **dict.fromkeys(("years", "year", "undated", "no_years", "source"), TEXT),
            "labels": dict.fromkeys(
                ("unvalued", "review", "unsure", "plots", "preserved", "on_none", "themes", "data"), TEXT
            ),
        },
    },
    "rules/white_book.json": {
        "consequences": TEXTS,
        "no_consequence": TEXT,
        "private": [TEXT],
        "whole_plan": [TEXT],
        "private_called": TEXT,
        "topics": [[TEXT]],
        "general": TEXT,
        "removed": [[TEXT]],
        "nearest_m": NUMBER,
        "not_heard": TEXTS,
    },
    "rules/validation.json": {
        "grouping": {"share": NUMBER, "count": NUMBER, "text": TEXT},
        "levels": Codes(TEXTS),
        "accent": TEXT,
        "fields_of_output": TEXTS,
        "uses_without_building": [NUMBER],
        "denmark": [NUMBER],
        "geometry_types": TEXTS,
        "geometry_faults": TEXTS,
        "fields": Codes({"needed": [TEXT], "useful": [TEXT]}),
        "rules": Codes(
            {
                "title": TEXT,
                "level": TEXT,
                "text": TEXT,
                "grouped_from?": NUMBER,
                "grouped_text?": TEXT,
                "limits?": {**{f"{one}?": NUMBER for one in LIMITS}, "latest_year?": (*NUMBER, NOTHING)},
            }
        ),
    },
    "rules/valley.json": {
        "parameters": {
            "MAX_HEIGHT": NUMBER,
            "MIN_SLOPE": NUMBER,
            "MIN_RELIEF": NUMBER,
            "MAX_WIDTH": NUMBER,
            "SIDE_DEPTH": NUMBER,
            "SEA_LEVEL": NUMBER,
            "RESOLUTION": NUMBER,
            "MAX_SIDE_LENGTH": NUMBER,
            "MIN_AREA": NUMBER,
        },
        **dict.fromkeys(VALLEY, NUMBER),
    },
    "rules/valley_texts.json": {
        "classes": [{**LEGEND, "key": TEXT, "code": TEXT, "explanation": TEXT}],
        "unknown": {**LEGEND, "key": TEXT},
        "fields": TEXTS,
        "field_help": TEXTS,
        "height": {"stops": [[(*NUMBER, str)]]},
    },
    "sample/decisions.json": {
        "decisions": [{"on": [(*NUMBER, str)], **DECISION}],
        "changed_mind": {"on": [(*NUMBER, str)], "first": DECISION, "later": DECISION},
        "unknown": {"id": TEXT, **DECISION},
    },
    "sample/delivered.json": {
        "generations": NUMBERS,
        "headings": Codes([TEXT]),
        "danish_headings": TEXTS,
        "neighbours": [[TEXT]],
        "proposals": [[(*NUMBER, str)]],
        "readme": [TEXT],
        "others": [dict.fromkeys(("navn", "adresse", "postnr", "by", "type", "digital_post_id"), TEXT)],
        "answers": [
            {
                "om": TEXT,
                "gaelder?": [TEXT],
                "sted?": TEXT,
                "emne": TEXT,
                "tekst": TEXT,
                "resume": TEXT,
                "vurdering": TEXT,
                "konsekvens": TEXT,
                "beslutning": TEXT,
                "afsendertype?": TEXT,
            }
        ],
    },
    "sample/environments.json": {
        "environments": [
            {
                "name": TEXT,
                "on": TEXT,
                "cells": TEXT,
                "decision": TEXT,
                "source": TEXT,
                "date": TEXT,
                "reason": TEXT,
                "story": TEXT,
                "values": TEXT,
                "vulnerability": TEXT,
                "advice": TEXT,
            }
        ],
    },
    "sample/landscape.json": {
        "river": TEXT,
        "valley": TEXT,
        "side_streams": [TEXT],
        "pond": TEXT,
        "wood": TEXT,
        "titles": TEXTS,
        "themes": Codes({"code": NUMBER, "rows": [[TEXT]]}),
        "guideline": TEXT,
        "monuments": [[TEXT]],
    },
    "sample/names.json": {
        "first": [TEXT],
        "last": [TEXT],
        "before": [TEXT],
        "whole": [TEXT],
        "quarters": [TEXT],
        "districts": [[(*NUMBER, str)]],
        "parcel_letters": TEXT,
    },
    "sample/notable.json": {
        "story_end": TEXT,
        "church": {"value": NUMBER, "story": TEXT},
        "buildings": [
            {
                "on": [TEXT],
                "uses": [NUMBER],
                "save": (list, type(None)),
                "choose": TEXT,
                "count": NUMBER,
                "from": NUMBER,
                "listed?": bool,
                "named?": bool,
                "use?": NUMBER,
                "story": TEXT,
            }
        ],
    },
    "sample/plans.json": {
        "frames": Codes([Codes((*NUMBER, str, bool))]),
        "frame_titles": TEXTS,
        "plans": [
            {
                "plannr": TEXT,
                "title": TEXT,
                "on": [TEXT],
                "which": NUMBER,
                "cells": NUMBER,
                "datovedt": NUMBER,
                "fields": Codes((*NUMBER, str, bool)),
                "preserves?": {"values?": RANGE, "wall?": NUMBER, "built_before?": NUMBER},
                "sub_areas?": [{"delnr": TEXT, "fields": NUMBERS}],
            }
        ],
        "named_plan": {
            "plannr": TEXT,
            "title": TEXT,
            "komnr": NUMBER,
            "datovedt": NUMBER,
            "bevarbest": TEXT,
            "fields": Codes((*NUMBER, str, bool)),
        },
        "neighbour_plan": {"plannr": TEXT, "title": TEXT, "komnr": NUMBER, "datovedt": NUMBER, "fields": NUMBERS},
        "two_storeys": [{"navn": TEXT, "analyse": TEXT}],
    },
    "sample/quarters.json": {
        "kinds": [
            {
                "code": TEXT,
                "title": TEXT,
                "share": NUMBER,
                "ring": NUMBER,
                "layout": TEXT,
                "plot_width": RANGE,
                "plot_depth": NUMBER,
                "street_width": NUMBER,
                "setback": RANGE,
                "jitter": NUMBER,
                "bend": NUMBER,
                "same": NUMBER,
                "draw": TEXT,
                "registered": NUMBER,
                "frame": TEXT,
                "secondary": NUMBERS,
                "group?": RANGE,
                "end_garden?": NUMBER,
                "types": [
                    {
                        "name": TEXT,
                        "weight": NUMBER,
                        "use": NUMBER,
                        "year": RANGE,
                        "storeys": WEIGHTS,
                        "area": RANGE,
                        "ratio": NUMBER,
                        "wall": WEIGHTS,
                        "roof": WEIGHTS,
                        "attic": NUMBER,
                        "basement": NUMBER,
                        "deep": NUMBER,
                        "built_in": NUMBER,
                        "shapes": RANGE,
                        "save": RANGE,
                    }
                ],
            }
        ],
        "secondary_sizes": Codes(
            {"use": NUMBER, "width": RANGE, "length": RANGE, "wall": WEIGHTS, "roof": WEIGHTS, "later": RANGE}
        ),
        "town": {
            "centre": RANGE,
            "turned_degrees": NUMBER,
            "gross_area_per_property": NUMBER,
            "quarter_area": RANGE,
            "built_share": NUMBER,
            "valley_half_width": NUMBER,
            "side_valley_width": RANGE,
            "side_valley_every": RANGE,
            "side_valley_depth": NUMBER,
            "railway_width": NUMBER,
            "road_widths": WEIGHTS,
        },
        "multiple": {"adjoining": NUMBER, "apart": NUMBER},
    },
    "themes/catalogue.json": {
        "accent": TEXT,
        "registers": TEXTS,
        "fields": Codes([TEXT]),
        "status_values": Codes([TEXT]),
        "placeholder_dates": [TEXT],
        "status_words": TEXTS,
        "namespaces": [TEXT],
        "ignored_words": [TEXT],
        "municipalities": [TEXT],
        "drawn": {"point_radius_m": NUMBER, "line_half_width_m": NUMBER},
        "themes": [
            {
                "code": TEXT,
                "name": TEXT,
                "english": TEXT,
                "legal": MAYBE_TEXT,
                "legal_verified": FLAG,
                "guideline": MAYBE_TEXT,
                "extent": TEXT,
                "layers": Codes([TEXT]),
                "theme_codes?": [NUMBER],
                "number_registers?": Codes([NUMBER]),
                "status?": TEXTS,
                "style": {
                    "level": NUMBER,
                    "outline": TEXT,
                    "width": NUMBER,
                    "line": TEXT,
                    "fill?": TEXT,
                    "opacity?": NUMBER,
                    "band?": {"width": NUMBER, "opacity": NUMBER},
                    "marker?": TEXT,
                    "hatch?": [{"angle": NUMBER, "distance": NUMBER, "width": NUMBER}],
                },
            }
        ],
    },
    "themes/deliveries.json": {
        "unverified_names": [TEXT],
        "remarks": [{"names": [TEXT], "code": NUMBER, "remark": TEXT}],
        "no_themes": [{"names": [TEXT], "remark": TEXT}],
        "deliveries": [
            {
                **dict.fromkeys(("theme", "register", "what", "quality", "source"), TEXT),
                **{key: [TEXT] for key in ("required", "usual", "excluded?", "geometry?")},
                "least_usual": NUMBER,
            }
        ],
    },
    "themes/places.json": {
        "municipality": TEXT,
        "called_here": [dict.fromkeys(("code", "name", "english"), TEXT)],
        "aliases": Codes([TEXT]),
        "buffers": Codes({"metres": NUMBER, "note": TEXT, "source": TEXT, "certain": FLAG}),
        "places": [{"theme": TEXT, "names": [TEXT], "note": TEXT, "source": TEXT, "certain": FLAG}],
    },
    "themes/texts.json": Codes(TEXTS),
    "web/english.json": {"sentences": TEXTS},
    "web/open_data.json": {
        "files": Codes({"da": TEXT, "en": TEXT}),
        "fields": Codes({"type": TEXT, "da": TEXT, "en": TEXT}),
        "not_in_it": [{"da": TEXT, "en": TEXT}],
    },
    "web/words.json": {"words": Codes({"da": TEXT, "en": TEXT})},
    "web/settings.json": {
        "contact": {"text": TEXT, "url": TEXT},
        "card": [TEXT],
        "background": {
            **dict.fromkeys(("kind", "url", "attribution", "crs", "layers", "matrix_set", "styles", "format"), TEXT),
            "version": TEXT,
            "max_zoom": NUMBER,
            "origin": [NUMBER],
            "resolution": NUMBER,
        },
        "open_data": {"publish": FLAG, "licence": TEXT, "licence_url": TEXT, "attribution": TEXT},
        "periods": [[(*NUMBER, NOTHING)]],
        "proposals": {"least_designated": NUMBER, "most": NUMBER},
        "routes": dict.fromkeys(("longest_leg_m", "longest_m", "most_stops", "least_stops"), NUMBER),
        "photos": {"credit": TEXT, "licence": TEXT},
        "fbb": {"url": TEXT, "verified": FLAG},
        "documents": [TEXT],
        "landscape": {"visible": [TEXT], "colours": TEXTS},
    },
}


def faults(value, shape, at=""):
    """Yield what in a value is not as its shape says, each with where it stands."""
    if isinstance(shape, (dict, Codes)):
        if not isinstance(value, dict):
            yield f"{at or '/'}: {type(value).__name__} where keys are expected"
            return
        told = {key: one for key, one in value.items() if not key.startswith("_")}
        if isinstance(shape, dict):
            known = {key.rstrip("?"): one for key, one in shape.items()}
            yield from (f"{at}/{key}: no such key" for key in told if key not in known)
            yield from (f"{at}/{key}: is missing" for key in shape if not key.endswith("?") and key not in told)
        else:
            known = dict.fromkeys(told, shape.shape)
        for key in told.keys() & known.keys():
            yield from faults(told[key], known[key], f"{at}/{key}")
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield f"{at}: {type(value).__name__} where a list is expected"
            return
        for place, one in enumerate(value):
            yield from faults(one, shape[0], f"{at}[{place}]")
    elif not isinstance(value, shape) or (isinstance(value, bool) and bool not in (shape, *_types(shape))):
        yield f"{at}: {value!r} is not of {' or '.join(one.__name__ for one in _types(shape))}"


def _types(shape):
    return shape if isinstance(shape, tuple) else (shape,)


def named_keys(shape):
    """Yield every key that a shape names, which code reads by that name."""
    if isinstance(shape, dict):
        for key, one in shape.items():
            yield key.rstrip("?")
            yield from named_keys(one)
    elif isinstance(shape, Codes):
        yield from named_keys(shape.shape)
    elif isinstance(shape, list):
        yield from named_keys(shape[0])
