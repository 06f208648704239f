"""What the help of each parameter says in a dialog, in its tip, and on the page of its tool."""

from __future__ import annotations

from ..translation import mark, tr
from .parameter_help_of_one_tool import OF_ONE_TOOL

OF_A_FIELD = mark(
    "Left empty, the field is found by the name that it has in the registers. Choose one only where the log says "
    "that it was not found, or that another was read."
)
OF_EVERY_TOOL = {
    "BUILDINGS": mark(
        "Points or polygons, one row for each building. The result of 'Prepare buildings' has every field that is "
        "asked for."
    ),
    "SAVE": mark(
        "SAVE values as points or polygons: FBB, GeoFA's theme 6205, or a table of the municipality's own with places."
    ),
    "SAVE_SECOND": mark(
        "Another source of SAVE values, such as GeoFA beside FBB. Every building with two values that differ is listed."
    ),
    "FOOTPRINTS": mark("GeoDanmark's buildings as polygons. They give the SAVE points an outline."),
    "BBR": mark(
        "BBR's buildings, as points or as a table without places. They give use, year, storeys, materials and areas."
    ),
    "FLOORS": mark("BBR's storeys, a table without places. Used roof storeys and basements are known from it."),
    "UNITS": mark("BBR's units, a table without places. They say how many dwellings a building has."),
    "CONTEXT_BUILDINGS": mark(
        "Buildings that count as neighbours without being classified themselves: give all of BBR's, since FBB holds "
        "only those that were assessed."
    ),
    "PARCELS": mark("The parcels of Matriklen as polygons. Those of one property are taken together."),
    "ZONES": mark(
        "The areas of detached housing (åben-lav): the kommuneplan's rammer from Plandata, of which only åben-lav is "
        "used, or a layer of your own, of which every area is."
    ),
    "PLANS": mark("Lokalplaner in force, as Plandata delivers them. A plan's own limit comes before the zone's."),
    "SUB_AREAS": mark(
        "The sub-areas of the lokalplaner, as Plandata delivers them. Their limits come before the plan's. Give the "
        "lokalplaner too."
    ),
    "TWO_STOREY_AREAS": mark("Areas in which two storeys are possible."),
    "ZONE_MAP": mark("Plandata's zonekort: byzone and sommerhusområde. What lies outside is landzone."),
    "DECISIONS": mark(
        "Decisions of the council on single buildings, a table with the building's id, the decision ('udpeg' or "
        "'udpeg_ikke'), reason, source and date. They come before every rule."
    ),
    "STATE": mark(
        "What title pages, maps, annexes and website say of the plan: a draft, a proposal in hearing, or adopted. As "
        "long as the plan is not in force its buildings are proposed, not designated."
    ),
    "HEARING_FROM": mark("The first day of the hearing. Left empty, the texts say that it is not known."),
    "HEARING_TO": mark("The last day for answers. Left empty, the texts say that it is not known."),
    "ADOPTED": mark("The day on which the council adopted the plan. Adopted is not in force: see the next."),
    "PUBLISHED": mark("The day on which the adoption was published in Plandata. The plan is in force from then on."),
    "PLAN": mark(
        "What 'Export the kulturhistorisk lokalplan' or 'Make the kulturhistorisk lokalplan' wrote: the folder, or the "
        "GeoPackage in it. It is only read."
    ),
    "WATERCOURSES": mark("Watercourses as lines, or as polygons where they are wide."),
    "LAKES": mark("Lakes that the watercourses run through. They become part of the valley floor."),
    "BOUNDARY": mark(
        "The municipality's boundary as a polygon. With it, a layer that does not reach the municipality is told "
        "from one that says there is nothing."
    ),
    "PREVIOUS": mark("An earlier result of this tool. The changes against it are told theme by theme."),
    "BEFORE": mark(
        "The earlier result of 'Designate buildings', such as last year's or the proposal that went to the hearing."
    ),
    "AFTER": mark("The later result of 'Designate buildings'."),
    "LAYERS": mark("Layers of the open project, or files. Each is known by its name, and what is not known is told."),
    "INPUT": mark(
        "A GeoPackage, a folder of files, a project, or a schema of a PostGIS database written as "
        "postgres://dbname='kort' schema='kultur'. The layers are found by their names."
    ),
    "DEM": mark("A terrain model in metres, such as DHM/Terræn. Cells of 0.4 to 16 m will do."),
    "VALUE4_RULE": mark(
        "The council decides which of these buildings are worthy of preservation. The report shows what each of the "
        "other rules would give on the same data."
    ),
    "NEIGHBOUR_METHOD": mark("Adjoining and opposite properties need parcels; the distance does not."),
    "NEIGHBOUR_DISTANCE": mark(
        "Measured from outline to outline. It counts where the neighbours are found by distance: method 3, or 0 "
        "without parcels."
    ),
    "OPPOSITE_DISTANCE": mark("Measured between the plots, across the street. It counts with method 2."),
    "MIN_NEIGHBOURS": mark("With fewer neighbours that can be compared, a person must look at the building."),
    "MIN_ATTRIBUTES": mark(
        "Two buildings are compared on use, year, storeys, outer wall, roofing and footprint. With fewer of them "
        "known on both, the pair is not compared."
    ),
    "SIMILARITY": mark(
        "Share of the attributes known on both that are alike, from which the two buildings count as alike."
    ),
    "UNIFORM_SHARE": mark(
        "Share of the compared neighbours that must be alike before a building counts as uniform with them."
    ),
    "YEAR_TOLERANCE": mark("So many years may lie between two buildings of like year."),
    "AREA_TOLERANCE": mark("So much smaller than the other may the smaller footprint be."),
    "MAX_PLOT_RATIO": mark("The municipality's own limit. It is used where neither a lokalplan nor the zone has one."),
    "MAX_STOREYS": mark(
        "The municipality's own limit; 1.5 is one storey with a used roof storey. It is used where neither a "
        "lokalplan nor the zone has one."
    ),
    "TWO_STOREY_LIMIT": mark("The limit in the areas in which two storeys are possible."),
    "ZONE_SHARE": mark("A plot that lies partly in an area belongs to it from this share of the plot."),
    "FOOTPRINT_MARGIN": mark(
        "Where BBR has no floor area, the footprint on the map is used. It holds eaves and terraces: a plot that "
        "exceeds by less than this is not decided."
    ),
    "RULE_SET": mark(
        "The building regulations decide what counts as floor area and what is deducted. As a rule they follow from "
        "the date of the lokalplan."
    ),
    "COMPARE_PLOT_RATIO": mark(
        "With another limit, each row also says what would change under it, such as 35 beside 30."
    ),
    "PREFER": mark("FBB carries no date, so GeoFA comes first unless you choose otherwise."),
    "MAX_DISTANCE": mark(
        "A SAVE point that no number joins to a building is joined to the nearest within this distance."
    ),
    "RESOLUTION": mark("Larger cells are faster and coarser. 0 takes the cells of the terrain model."),
    "MAX_HEIGHT": mark("The ground up to this height above the watercourse is the floor of the valley."),
    "MIN_AREA": mark("Smaller pieces go to the part of the valley beside them, or are left out where there is none."),
    "MIN_SLOPE": mark("Ground that slopes less is no side of the valley."),
    "MIN_RELIEF": mark("A side that rises less above the watercourse is none."),
    "MAX_WIDTH": mark("Low ground is the floor of a valley only between sides that are no farther apart than this."),
    "SIDE_DEPTH": mark("A hollow without a watercourse must be cut this deep into the ground to be a side valley."),
    "MAX_SIDE_LENGTH": mark("A side valley without a watercourse is followed this far from the valley."),
    "SEA_LEVEL": mark("Where a valley opens into the sea, what lies below this level is sea."),
    "MIN_BUILDINGS": mark("Smaller groups are not proposed."),
    "SAME_PROPERTY": mark(
        "Terraces and schemes of one owner stand on one property. With this, buildings on it are compared with each "
        "other too."
    ),
    "TITLE": mark("The plan's title on maps, annexes and website."),
    "PLAN_NUMBER": mark("The plan's number on maps, annexes and website, such as 300."),
    "SOURCE": mark("Who the data come from, as maps and website say it. Left empty, the registers are named."),
    "BASEMAP": mark(
        "A raster, a service (WMS, WMTS, XYZ) or another map layer, drawn in grey under the printed maps, with its "
        "source named on each. A service that fails is left out, and the log says so. An address with a login or a "
        "key is used for the printed maps and never stored in the project."
    ),
    "MAX_SHEETS": mark(
        "An A4 sheet is drawn for each cultural environment. With more of them than this the sheets are the squares "
        "of a grid."
    ),
    "DATA": mark(
        "What the data are, the file or layer they came in, and their date (2026-03-12). The main job fills it in. "
        "Left empty, the layers given here are named with the dates of their files."
    ),
    "CATALOGUE": mark(
        "A JSON file with the municipality's own themes, names of layers, texts and colours. Without it the "
        "catalogue of the plugin is used."
    ),
    "THEMES": mark("Each row says that a layer has a theme. Only layers that are not known by their name need a row."),
    "MIN_SHARE": mark("A building counts as lying in a theme from this share of its footprint."),
    "SLIVER": mark("Narrower strips are differences in drawing, not changes."),
    "STATUSES": mark("Designations that do not count are still in the layer."),
    "USE_BUFFERS": mark("Adds the zones around areas that the municipality's own catalogue asks for."),
    "MUNICIPALITY": mark(
        "Three or four digits, such as 0173. Left empty, the data say which municipality they are of."
    ),
    "RULES": mark("A JSON file that turns rules off, or changes how serious they are and their limits."),
    "PROPERTY_COUNT": mark("So many invented properties. 1500 take some seconds."),
    "SEED": mark("The same number always gives the same data."),
    "REGISTERS": mark("Also writes the tables as the registers deliver them, to try 'Prepare buildings' on."),
    "PROFILE": mark(
        "The municipality's thresholds, texts, themes and logo. A value chosen in the dialog comes before the "
        "profile's."
    ),
    "PROPERTIES": mark("The result of 'Check plot ratio and storeys'. It gives the annex of properties."),
    "LANDSCAPE": mark("The result of 'Map landscape and heritage'."),
    "ENSEMBLES": mark(
        "The result of 'Propose uniform ensembles': a working layer, in the plan as proposals and never as decided."
    ),
    "ENVIRONMENTS": mark(
        "What the municipality decided on cultural environments: areas with navn, beslutning (udpeg or udpeg_ikke), "
        "begrundelse, kilde, dato, fortaelling, baerende_vaerdier, saarbarhed and anbefaling. A row without "
        "beslutning is no decision."
    ),
    "VALLEY": mark("The result of 'Delineate a valley'."),
    "CHANGES": mark("The result of 'Compare two designations'."),
    "PHOTOS": mark(
        "JPEG or PNG files named by the building's id (bygning_id). The website shows small copies of them, upright "
        "and without the camera's own notes such as where the photo was taken."
    ),
    "PAIRS": mark(
        "From the same run of 'Designate buildings'. The website's cards name the neighbours that a building was "
        "compared with, and the package keeps the pairs as the table nabopar."
    ),
    "OUTPUT": mark("The result, as a temporary layer or in a file. It comes with its style."),
    "OUTPUT_PAIRS": mark(
        "A line from each building to each neighbour it was compared with, and what the two are alike in."
    ),
    "OUTPUT_HTML": mark("A report to read and print, in Danish, in one file."),
    "OUTPUT_AREAS": mark("The areas whose limit is for the area as a whole."),
    "OUTPUT_UNMATCHED": mark("What found no place in the result, with the reason."),
    "OUTPUT_HEIGHT": mark("A raster of the height above the nearest watercourse."),
    "OUTPUT_BUILDINGS": mark("Each building with the themes it lies in. Give the buildings too."),
    "OUTPUT_PROPERTIES": mark("Each property with the themes that hold it, and how much of it. Give the parcels too."),
    "OUTPUT_CHANGES": mark("What stays, is new and is gone. Give the earlier designation too."),
    "WEB_ADDRESS": mark(
        "The folder on the internet that the website will be put into, such as https://www.kommune.dk/kulturarv/. With "
        "it the annex of buildings has a link for each building, and each decided cultural environment a QR code, on "
        "its map sheet and in web/qr for signs. Without it no link and no QR code is printed."
    ),
    "OUTPUT_SOURCES": mark("A table of the layers given, their themes, and what came of each."),
    "OUTPUT_DEM": mark("The terrain of the invented municipality, for 'Delineate a valley'."),
    "FOLDER": mark("An earlier package in the folder is replaced; files that somebody has worked on are kept."),
}
"""Parameter → what it is, in every tool that has it."""


def help_of(tool: str, parameter: str) -> str:
    """The help of a parameter in the language of QGIS; "" for one that has none."""
    general = OF_A_FIELD if parameter.endswith("_FIELD") else OF_EVERY_TOOL.get(parameter, "")
    text = OF_ONE_TOOL.get((tool, parameter), general)
    return tr(text) if text else ""
