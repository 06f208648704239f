"""What the help of each parameter says in a dialog, in its tip, and on the page of its tool."""

from __future__ import annotations

from ..translation import mark, tr

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
    "MIN_AREA": mark("Smaller pieces are left out."),
    "MIN_SLOPE": mark("Ground that slopes less is no side of the valley."),
    "MIN_RELIEF": mark("A side that rises less above the watercourse is none."),
    "MAX_WIDTH": mark("No part of the valley lies farther from the watercourse than half of this."),
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
OF_ONE_TOOL = {
    ("fetchofficialdata", "SERVICES"): mark(
        "Those of Datafordeleren want a key. None could be tried while the tool was written: the table 'hentning' says "
        "what came."
    ),
    ("fetchofficialdata", "MUNICIPALITY"): mark(
        "Four digits, such as 0173. Rows of other municipalities are left out."
    ),
    ("fetchofficialdata", "AREA"): mark(
        "Left empty, layers that know no municipalities are asked for round what was fetched of the municipality."
    ),
    ("fetchofficialdata", "CATALOGUE"): mark(
        "A JSON file with addresses and names of layers, or with what differs from the plugin's own."
    ),
    ("fetchofficialdata", "AUTH"): mark(
        "An authentication configuration of QGIS. Left empty, the environment variable LYNGBY_API_KEY is used."
    ),
    ("fetchofficialdata", "OUTPUT"): mark(
        "A GeoPackage for 'Collect data', with the table 'hentning' that says what came of each layer."
    ),
    ("hearingreport", "ANSWERS"): mark(
        "What came in, a row for each answer or for each point of one: as Excel or a hearing portal delivers it, a "
        "layer with places drawn on the map, or the working table filled in."
    ),
    ("hearingreport", "BEFORE"): mark("The buildings of the proposal: of its package, or a result of the designation."),
    ("hearingreport", "AFTER"): mark(
        "The buildings as they were designated with the decisions of the hearing. Without it the white book cannot say "
        "what changed."
    ),
    ("hearingreport", "OWNERS"): mark(
        "The municipality's own extract of owners. Its names are taken out of the public versions, and it says whom to "
        "notify when the plan is adopted."
    ),
    ("hearingreport", "DECISIONS"): mark("They come out in OUTPUT_DECISIONS together with those of the hearing."),
    ("hearingreport", "ASSESSED"): mark(
        "Where more answers came in: give the new extract as ANSWERS and the table you worked in here. What was "
        "written stays with its answer, unless that says something else now."
    ),
    ("hearingreport", "TITLE"): mark("Left empty, the package of BEFORE says it."),
    ("hearingreport", "HEARING_FROM"): mark("Left empty, the package of BEFORE says it, if anything does."),
    ("hearingreport", "HEARING_TO"): mark(
        "An answer that came later is told as late. Left empty, the package of BEFORE says it, if anything does."
    ),
    ("hearingreport", "WEB_ADDRESS"): mark("Stands on the page to each who took part; left empty, there is a blank."),
    ("hearingreport", "OUTPUT"): mark("The white book without names of private persons, to work on in Word."),
    ("hearingreport", "OUTPUT_HTML"): mark("The same as a page in one file, to publish."),
    ("hearingreport", "OUTPUT_DECISIONS"): mark("Give it as DECISIONS when the buildings are designated again."),
    ("hearingreport", "FOLDER"): mark(
        "The table and the layer to work in, the internal white book, a page for each who took part, and whom to "
        "notify. It holds names: keep it where only those who work on the case can see it."
    ),
    ("checkplotratio", "BUILDINGS"): mark(
        "Points or polygons with BBR's areas and storeys, one row for each building. The result of 'Prepare "
        "buildings' or 'Designate buildings' has them."
    ),
    ("classifybuildings", "BUILDINGS"): mark(
        "Points or polygons with a SAVE value, one row for each building: the result of 'Prepare buildings', or FBB "
        "as it is delivered. Every row comes out again with its designation."
    ),
    ("classifybuildings", "PARCELS"): mark(
        "The parcels of Matriklen as polygons. With them the neighbours are those on adjoining properties; without, "
        "the buildings within a distance."
    ),
    ("comparescenarios", "BUILDINGS"): mark(
        "The same layer as for 'Designate buildings'. Every row comes out again, with what each scenario makes of it."
    ),
    ("comparescenarios", "PROFILES"): mark(
        "Examples made of public sources, and the decision of Lyngby-Taarbæk. Each that is ticked is a scenario; on a "
        "command line they are given by number, such as 0,3,5. Nothing is ticked where nothing is given."
    ),
    ("comparescenarios", "OWN_PROFILES"): mark(
        "The folder of a profile (with profile.json), or a folder that holds the folders of several: each is a "
        "scenario. The profile that the run goes by need not be given: it takes part."
    ),
    ("comparescenarios", "VARIANTS"): mark(
        "A row for each threshold of a scenario that is a profile with another one: its name, the profile (its name or "
        "folder; empty for the one that the run goes by), the parameter of 'Designate buildings', such as "
        "UNIFORM_SHARE, and its value. Rows of one name are one scenario."
    ),
    ("comparescenarios", "OUTPUT_XLSX"): mark(
        "The scenarios with rules and sources, what each two share, and the buildings that swing."
    ),
    ("collectdata", "AREA"): mark("Rows with a place outside it are left out; tables without places go whole."),
    ("collectdata", "INPUT"): mark(
        "The folder that the downloads lie in, with folders and zips below it as they are, or a single file."
    ),
    ("collectdata", "LAYERS"): mark("Layers of the project: from files, PostGIS, WFS or memory."),
    ("collectdata", "MUNICIPALITY"): mark(
        "Three or four digits, such as 173 or 0173. Needed only where the downloads are of several municipalities, or "
        "of the whole country."
    ),
    ("collectdata", "OUTPUT"): mark(
        "A GeoPackage with each layer under the name of its role, and the table 'indhold' that says what every file "
        "was taken for. Give it to 'Make the kulturhistorisk lokalplan'."
    ),
    ("collectdata", "ROLES"): mark(
        "What a file or a layer is, where it was taken for something else: its name, and a role (fbb, bbr, jordstykker "
        "…) or 'ingen'. It is remembered for the next time."
    ),
    ("createsampledata", "FOLDER"): mark(
        "The same municipality as its data are delivered: in zips, in parts, with history and empty versions."
    ),
    ("createsampledata", "OUTPUT"): mark("A GeoPackage with all layers."),
    ("delineatevalley", "WATERCOURSES"): mark(
        "The main stream, with its tributaries where they have valleys of their own. Ditches are not needed."
    ),
    ("exportlokalplan", "BOUNDARY"): mark(
        "The area whose buildings were looked at, such as the municipality. It is not the plan's own area, which is "
        "the ground of what the plan designates. Without it the maps show all that is given."
    ),
    ("exportlokalplan", "PLANS"): mark(
        "Lokalplaner in force, as Plandata delivers them. The documents say which of them the plan meets, and which "
        "have provisions on preservation already."
    ),
    ("exportlokalplan", "PARCELS"): mark(
        "The parcels of Matriklen as polygons. They give every building its cadastral district (ejerlav), by which the "
        "lists are ordered and numbered."
    ),
    ("exportlokalplan", "BUILDINGS"): mark(
        "The result of 'Designate buildings', which says of each building whether it is designated and why."
    ),
    ("exportgeofa", "BUILDINGS"): mark(
        "The layer bygninger of the package of the adopted plan, or another result of 'Designate buildings' with STATE "
        "= 2 and ADOPTED."
    ),
    ("exportgeofa", "ENVIRONMENTS"): mark(
        "The cultural environments that were decided on. Left empty, those of the package in which BUILDINGS lies."
    ),
    ("exportgeofa", "SOURCE_6205"): mark(
        "GeoFA's theme 6205 as it stands today, with all its fields. Rows keep their ids, and only what the plan "
        "decides is changed. Without it every row is new."
    ),
    ("exportgeofa", "STATE"): mark(
        "Only an adopted plan is exported. Left empty, the package in which BUILDINGS lies says whether it is."
    ),
    ("exportgeofa", "ADOPTED"): mark(
        "The day on which the council adopted the plan, by which an extract of GeoFA from before it is known. Left "
        "empty, it is that of the package."
    ),
    ("exportgeofa", "OUTPUT"): mark(
        "A GeoPackage with both themes and the tables aendringer and mangler. Beside it come a list for Excel and a "
        "read-me, called after it."
    ),
    ("followdesignations", "PLAN"): mark(
        "The package of the adopted plan (STATE = 2), or its GeoPackage. It is only read."
    ),
    ("followdesignations", "BUILDINGS"): mark(
        "The result of 'Prepare buildings' on this year's registers, made as it was for the plan."
    ),
    ("followdesignations", "BBR"): mark(
        "Datafordeleren's bitemporal download, with every version of each building: it gives the days, and says what "
        "was demolished. A current one tells only what stands."
    ),
    ("followdesignations", "PLANS"): mark("The adopted lokalplaner as Plandata delivers them now."),
    ("followdesignations", "PROPERTIES"): mark(
        "The result of 'Check plot ratio and storeys' on this year's registers."
    ),
    ("hearinglist", "FOLDER"): mark(
        "Holds names, addresses and ids: choose a folder that only those who work with the case can read, and not in "
        "the package. Files that somebody has worked on are kept."
    ),
    ("hearinglist", "HEARING_FROM"): mark(
        "The first day of the hearing, from which the law's weeks are counted. Left empty, it is that of the package."
    ),
    ("hearinglist", "HEARING_TO"): mark(
        "The last day for answers. Left empty, it is that of the package, else the first that the law allows, moved to "
        "a working day. A Saturday, Sunday or holiday that is given is kept, and the log says so."
    ),
    ("hearinglist", "KIND"): mark("How long the law lets a hearing last at the least. A shorter one is refused."),
    ("hearinglist", "NEARBY"): mark(
        "Properties that lie so near one of the plan's are listed, for you to decide on. 0 lists none."
    ),
    ("hearinglist", "NEIGHBOURS"): mark(
        "The list naboer_at_tage_stilling_til.csv of an earlier run, with ja in hoeres for those who get a letter. "
        "Give the same NEARBY."
    ),
    ("hearinglist", "OTHERS"): mark(
        "A row for each authority or association: navn, adresse, postnr, by, type and an id for digital post; or "
        "GeoFA's theme 5717."
    ),
    ("hearinglist", "OWNERS"): mark(
        "The municipality's own extract, a row for each owner, tenant or user and property: ejendom_id or bfe, navn, "
        "adresse, postnr, by, rolle (empty: ejer), and where there is one an id for digital post."
    ),
    ("exportplandata", "PLAN"): mark("The folder that 'Export the kulturhistorisk lokalplan' made, or its GeoPackage."),
    ("exportplandata", "PLANID"): mark(
        "The number that Plandata gave the plan when it was made there. With it the upload updates that plan, and the "
        "delområder belong to it; left empty, the plan is a new one."
    ),
    ("exportplandata", "STATE"): mark(
        "Left empty, how far the plan is follows from the package. An adopted plan is delivered from the package of "
        "the adopted plan alone."
    ),
    ("hearinglist", "PLAN"): mark("The folder that 'Export the kulturhistorisk lokalplan' made, or its GeoPackage."),
    ("heritageplan", "PHOTOS"): mark(
        "JPEG or PNG files named by the building's id (bygning_id), of which the website shows small copies. Left "
        "empty, the folder 'fotos' in INPUT, or beside its file, is used where there is one."
    ),
    ("maplandscape", "BUILDINGS"): mark("With buildings the tool says which themes each of them lies in."),
    ("propertysheet", "PROPERTY"): mark(
        "A BFE number; a parcel with its district (12a Kongens Lyngby); an address with house number and letter; or a "
        "point as x,y, in the coordinates of the plan where no other are named. What may be several properties is "
        "refused, and the message lists them."
    ),
    ("propertysheet", "ALL"): mark("A sheet of every property, or of those chosen below. PROPERTY is then left empty."),
    ("propertysheet", "WHICH"): mark(
        "With ALL: the properties with a building that the plan designates, or that it names as listed or as a church; "
        "or every property there is."
    ),
    ("propertysheet", "ANONYMOUS"): mark(
        "Leaves out address, parcels, BFE number, running numbers, map, names of plans and areas, stories and the "
        "wording of decisions. The figures stay, and whoever knows them may still know the property."
    ),
    ("uniformensembles", "BUILDINGS"): mark(
        "The result of 'Designate buildings' has its designations counted too; any layer of buildings will do."
    ),
    ("uniformensembles", "PARCELS"): mark(
        "The parcels of Matriklen as polygons. With them the outline of a proposal follows the properties; without, "
        "the buildings."
    ),
    **dict.fromkeys(
        (("validatedata", one) for one in ("OWNERS", "OTHERS", "ANSWERS")),
        mark("A table of the hearing. Nothing of what stands in it is told: a row is named by its place in the table."),
    ),
    ("validatedata", "LAYERS"): mark("The layers of landscape and heritage that you mean to use."),
}
"""(tool, parameter) → what it is there, where that is more than elsewhere."""


def help_of(tool: str, parameter: str) -> str:
    """The help of a parameter in the language of QGIS; "" for one that has none."""
    general = OF_A_FIELD if parameter.endswith("_FIELD") else OF_EVERY_TOOL.get(parameter, "")
    text = OF_ONE_TOOL.get((tool, parameter), general)
    return tr(text) if text else ""
