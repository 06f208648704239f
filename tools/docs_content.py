"""What the pages of the tools hold beside what the tools say of themselves: examples, fields, codes."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lyngby_heritage.core.common.data import load

EXAMPLES = {
    "createsampledata": ("OUTPUT=eksempel.gpkg", "OUTPUT_DEM=terraen.tif", "FOLDER=eksempel_leveret"),
    "collectdata": ("INPUT=eksempel_leveret", "OUTPUT=samlet.gpkg", "OUTPUT_HTML=samlet.html"),
    "fetchofficialdata": ("MUNICIPALITY=0173", "SERVICES=fbb,plandata", "OUTPUT=registre.gpkg"),
    "preparebuildings": (
        "SAVE='eksempel.gpkg|layername=fbb'",
        "FOOTPRINTS='eksempel.gpkg|layername=geodanmark_bygning'",
        "BBR='eksempel.gpkg|layername=bbr'",
        "FLOORS='eksempel.gpkg|layername=etager'",
        "OUTPUT=bygninger.gpkg",
        "OUTPUT_UNMATCHED=ikke_koblet.gpkg",
    ),
    "classifybuildings": (
        "BUILDINGS='eksempel.gpkg|layername=bygninger'",
        "PARCELS='eksempel.gpkg|layername=jordstykker'",
        "CONTEXT_BUILDINGS='eksempel.gpkg|layername=bbr'",
        "DECISIONS='eksempel.gpkg|layername=beslutninger'",
        "OUTPUT=udpegning.gpkg",
        "OUTPUT_PAIRS=naboer.gpkg",
        "OUTPUT_HTML=rapport.html",
    ),
    "checkplotratio": (
        "PARCELS='eksempel.gpkg|layername=jordstykker'",
        "BUILDINGS='eksempel.gpkg|layername=bygninger'",
        "FLOORS='eksempel.gpkg|layername=etager'",
        "ZONES='eksempel.gpkg|layername=zoner'",
        "PLANS='eksempel.gpkg|layername=lokalplaner'",
        "SUB_AREAS='eksempel.gpkg|layername=delomraader'",
        "TWO_STOREY_AREAS='eksempel.gpkg|layername=to_etager'",
        "ZONE_MAP='eksempel.gpkg|layername=zonekort'",
        "COMPARE_PLOT_RATIO=35",
        "OUTPUT=grunde.gpkg",
        "OUTPUT_AREAS=omraader.gpkg",
        "OUTPUT_HTML=bebyggelsesprocent.html",
    ),
    "delineatevalley": (
        "DEM=terraen.tif",
        "WATERCOURSES='eksempel.gpkg|layername=vandloeb'",
        "LAKES='eksempel.gpkg|layername=soeer'",
        "OUTPUT=dal.gpkg",
        "OUTPUT_HEIGHT=hoejde.tif",
    ),
    "maplandscape": (
        "LAYERS='eksempel.gpkg|layername=bes_naturtyper'",
        "LAYERS='eksempel.gpkg|layername=fredede_omr'",
        "LAYERS='eksempel.gpkg|layername=fundogfortidsminder_punkt_fredet'",
        "LAYERS='eksempel.gpkg|layername=theme_pdk_lavbundsareal_vedtaget'",
        "LAYERS='eksempel.gpkg|layername=moelleaadal'",
        "BOUNDARY='eksempel.gpkg|layername=kommunegraense'",
        "BUILDINGS='eksempel.gpkg|layername=bygninger'",
        "PARCELS='eksempel.gpkg|layername=jordstykker'",
        "PREVIOUS='eksempel.gpkg|layername=tidligere_landskab'",
        "OUTPUT=landskab.gpkg",
        "OUTPUT_BUILDINGS=bygninger_temaer.gpkg",
        "OUTPUT_PROPERTIES=ejendomme_temaer.gpkg",
        "OUTPUT_CHANGES=aendringer.gpkg",
        "OUTPUT_SOURCES=lag.csv",
        "OUTPUT_HTML=landskab.html",
    ),
    "comparedesignations": (
        "BEFORE=udpegning.gpkg",
        "AFTER=udpegning_streng.gpkg",
        "OUTPUT=aendringer.gpkg",
        "OUTPUT_HTML=aendringer.html",
    ),
    "comparescenarios": (
        "BUILDINGS='eksempel.gpkg|layername=bygninger'",
        "PARCELS='eksempel.gpkg|layername=jordstykker'",
        "CONTEXT_BUILDINGS='eksempel.gpkg|layername=bbr'",
        "DECISIONS='eksempel.gpkg|layername=beslutninger'",
        "PROFILES=0,1,2,3,4,5",
        "VARIANTS='Strengere,lyngby_taarbaek,UNIFORM_SHARE,0.9'",
        "OUTPUT=scenarier.gpkg",
        "OUTPUT_XLSX=scenarier.xlsx",
        "OUTPUT_HTML=scenarier.html",
    ),
    "uniformensembles": (
        "BUILDINGS=udpegning.gpkg",
        "PARCELS='eksempel.gpkg|layername=jordstykker'",
        "NEIGHBOUR_METHOD=2",
        "OUTPUT=kulturmiljoeer.gpkg",
    ),
    "selfcheck": (),
    "exportlokalplan": (
        "BUILDINGS=udpegning.gpkg",
        "PROPERTIES=grunde.gpkg",
        "LANDSCAPE=landskab.gpkg",
        "ENSEMBLES=kulturmiljoeer.gpkg",
        "VALLEY=dal.gpkg",
        "BOUNDARY='eksempel.gpkg|layername=kommunegraense'",
        "PLAN_NUMBER=300",
        "FOLDER=lokalplan",
    ),
    "exportgeofa": (
        "BUILDINGS=udpegning.gpkg",
        "ENVIRONMENTS='eksempel.gpkg|layername=kulturmiljoeer'",
        "SOURCE_6205='eksempel.gpkg|layername=bygningsvurdering'",
        "STATE=2",
        "ADOPTED=2027-04-19",
        "OUTPUT=geofa.gpkg",
    ),
    "propertysheet": (
        "PLAN=lokalplan",
        "ALL=true",
        "FOLDER=ejendomsark",
    ),
    "exportplandata": (
        "PLAN=lokalplan",
        "FOLDER=plandata",
    ),
    "followdesignations": (
        "PLAN=vedtaget",
        "BUILDINGS='eksempel.gpkg|layername=bygninger'",
        "PLANS='eksempel.gpkg|layername=lokalplaner'",
        "OUTPUT=opfoelgning.gpkg",
        "OUTPUT_HTML=opfoelgning.html",
    ),
    "hearinglist": (
        "PLAN=lokalplan",
        "OWNERS=eksempel_leveret/ejere.csv",
        "OTHERS=eksempel_leveret/andre.csv",
        "HEARING_FROM=2027-01-04",
        "NEARBY=20",
        "FOLDER=hoering",
    ),
    "heritageplan": (
        "INPUT=eksempel.gpkg",
        "DEM=terraen.tif",
        "PLAN_NUMBER=300",
        "FOLDER=plan",
    ),
    "hearingreport": (
        "ANSWERS=eksempel_leveret/hoeringssvar.csv",
        "BEFORE=udpegning.gpkg",
        "DECISIONS='eksempel.gpkg|layername=beslutninger'",
        "HEARING_TO=2027-03-01",
        "OUTPUT_DECISIONS=beslutninger_efter_hoering.csv",
        "FOLDER=hoeringssvar",
    ),
    "validatedata": (
        "BUILDINGS='eksempel.gpkg|layername=bygninger'",
        "SAVE='eksempel.gpkg|layername=fbb'",
        "BBR='eksempel.gpkg|layername=bbr'",
        "FLOORS='eksempel.gpkg|layername=etager'",
        "UNITS='eksempel.gpkg|layername=enheder'",
        "PARCELS='eksempel.gpkg|layername=jordstykker'",
        "ZONES='eksempel.gpkg|layername=zoner'",
        "PLANS='eksempel.gpkg|layername=lokalplaner'",
        "DECISIONS='eksempel.gpkg|layername=beslutninger'",
        "OWNERS=eksempel_leveret/ejere.csv",
        "OUTPUT=fund.gpkg",
        "OUTPUT_HTML=datatjek.html",
    ),
}
"""What the example on each page gives the tool; the tests run them in the order of the pages, the sample data first."""

BEFOREHAND = {
    "comparedesignations": (
        "lyngby_heritage:classifybuildings",
        "BUILDINGS='eksempel.gpkg|layername=bygninger'",
        "PARCELS='eksempel.gpkg|layername=jordstykker'",
        "UNIFORM_SHARE=0.9",
        "OUTPUT=udpegning_streng.gpkg",
    ),
    "followdesignations": (
        "lyngby_heritage:exportlokalplan",
        "BUILDINGS=udpegning.gpkg",
        "PLANS='eksempel.gpkg|layername=lokalplaner'",
        "STATE=2",
        "ADOPTED=2027-04-19",
        "FOLDER=vedtaget",
    ),
}
"""What is run before a tool's example: the tool, and what it is given."""

DESIGNATION = "rules/designation_texts.json"
PLOT_RATIO = "rules/plot_ratio_texts.json"
THEMES = "themes/texts.json"
FIELDS = {
    "checkplotratio": {
        "OUTPUT": (PLOT_RATIO, "fields"),
        "OUTPUT_AREAS": (PLOT_RATIO, "area_fields"),
        "OUTPUT_UNMATCHED": (PLOT_RATIO, "unmatched_fields"),
    },
    "classifybuildings": {"OUTPUT": (DESIGNATION, "fields"), "OUTPUT_PAIRS": (DESIGNATION, "pair_fields")},
    "comparedesignations": {"OUTPUT": ("rules/comparison_texts.json", "fields")},
    "comparescenarios": {"OUTPUT": ("rules/scenario_texts.json", "fields")},
    "followdesignations": {"OUTPUT": ("rules/since.json", "fields")},
    "delineatevalley": {"OUTPUT": ("rules/valley_texts.json", "field_help")},
    "maplandscape": {name: (THEMES, name) for name in load(THEMES) if not name.startswith("_")},
    "preparebuildings": {
        "OUTPUT": ("rules/preparation_texts.json", "fields"),
        "OUTPUT_UNMATCHED": ("rules/preparation_texts.json", "unmatched_fields"),
    },
    "uniformensembles": {"OUTPUT": ("rules/ensemble_texts.json", "fields")},
}
"""File and key under which the meaning of the fields stands that a tool adds to an output."""

CODE_LISTS = {
    "comparescenarios": ("`udfald` er en af:", "rules/scenario_texts.json", "classes"),
    "delineatevalley": ("`del` er en af:", "rules/valley_texts.json", "classes"),
    "followdesignations": ("`haendelse` er en af:", "rules/since.json", "events"),
    "checkplotratio": ("`status`, `status_procent` og `status_etager` er", PLOT_RATIO, "classes"),
}
"""What introduces a tool's list of codes, and the file and key under which it stands."""

METHODS = {
    "hentning.md": "hentning af data fra de offentlige tjenester",
    "data.md": "data, som de kommer: fra hentede filer til lag",
    "kilder_og_resultater.md": "hvor data kan ligge, og hvor resultater kan skrives",
    "metode.md": "udpegning af bygninger",
    "metode_bebyggelsesprocent.md": "bebyggelsesprocent og etager",
    "klargoering.md": "ét bygningslag af registrene",
    "metode_lokalplan.md": "planpakken",
    "redegoerelse.md": "redegørelsen",
    "kort.md": "kortene i planen",
    "pakken.md": "projektet, PDF'erne og GeoPackagen",
    "dokumenter.md": "planens Word-dokumenter og kommunens egen skabelon",
    "web.md": "hjemmesiden",
    "ejendomsark.md": "ark om den enkelte ejendom",
    "hoering.md": "høringen: hvem, hvornår, breve og regnskab",
    "datatjek.md": "eftersyn af data",
    "metode_dal.md": "afgrænsning af en dal",
    "metode_landskab.md": "landskab og kulturarv",
    "metode_kulturmiljoeer.md": "kulturmiljøer og sammenligning",
    "hvidbog.md": "hvidbogen over en høring",
    "aflevering.md": "planen tilbage i registrene",
    "scenarier.md": "flere kommuners regler på de samme bygninger",
    "opfoelgning.md": "opfølgning på en vedtaget plan",
    "profil.md": "kommunens egne indstillinger",
    "panel.md": "panelet: fra data til vedtaget plan, trin for trin",
    "skrivebord.md": "bygningens kort, beslutninger og tærskler i QGIS",
    "vinduer.md": "vinduer, stak, modeller og historik",
}
"""The pages on method, by what they are about."""

READ_ON = {
    "fetchofficialdata": ("hentning.md", "data.md"),
    "collectdata": ("data.md",),
    "propertysheet": ("ejendomsark.md",),
    "hearingreport": ("hvidbog.md",),
    "exportplandata": ("aflevering.md",),
    "hearinglist": ("hoering.md",),
    "exportgeofa": ("aflevering.md",),
    "comparescenarios": ("scenarier.md",),
    "followdesignations": ("opfoelgning.md",),
    "heritageplan": ("data.md", "metode_lokalplan.md"),
}
"""Tool -> the pages that its own page leads to at its head."""
