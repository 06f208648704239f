"""What the help of a parameter says in one tool, where that is more than what it says in every other."""

from __future__ import annotations

from ..translation import mark

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
    ("hearingreport", "OUTPUT_DECISIONS"): mark(
        "Give it to 'Designate buildings' as the decisions on single buildings when the buildings are designated again."
    ),
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
    ("followdesignations", "PLAN"): mark("The package of the adopted plan, or its GeoPackage. It is only read."),
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
    ("propertysheet", "FOLDER"): mark(
        "Sheets of the same properties are replaced, and the list of them goes on; other files in the folder stay."
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
        (("uniformensembles", one) for one in ("MIN_NEIGHBOURS", "UNIFORM_SHARE")),
        mark("It decides on no proposal: 'antal_ensartede' counts the buildings that the designation calls uniform."),
    ),
    **dict.fromkeys(
        (("validatedata", one) for one in ("OWNERS", "OTHERS", "ANSWERS")),
        mark("A table of the hearing. Nothing of what stands in it is told: a row is named by its place in the table."),
    ),
    ("validatedata", "LAYERS"): mark("The layers of landscape and heritage that you mean to use."),
}
"""(tool, parameter) → what it is there, where that is more than elsewhere."""
