"""The fields of the layers that `checkplotratio` writes."""

from __future__ import annotations

from qgis.PyQt.QtCore import QMetaType

TEXT, NUMBER, WHOLE = QMetaType.Type.QString, QMetaType.Type.Double, QMetaType.Type.Int

PLOT_FIELDS = (
    ("ejendom_id", TEXT),
    ("grund_nr", WHOLE),
    ("matrikelnumre", TEXT),
    ("ejerlav", TEXT),
    ("jordstykker", TEXT),
    ("grundareal_m2", NUMBER),
    ("grundareal_kilde", TEXT),
    ("etageareal_m2", NUMBER),
    ("etageareal_kilde", TEXT),
    ("sekundaer_m2", NUMBER),
    ("fradrag_m2", NUMBER),
    ("boliger", WHOLE),
    ("bebyggelsesprocent", NUMBER),
    ("tilladt_procent", NUMBER),
    ("procent_kilde", TEXT),
    ("restareal_m2", NUMBER),
    ("etager", NUMBER),
    ("tilladt_etager", NUMBER),
    ("etager_kilde", TEXT),
    ("regelsaet", TEXT),
    ("zone", TEXT),
    ("status_procent", TEXT),
    ("status_etager", TEXT),
    ("status", TEXT),
    ("bemaerkning", TEXT),
)
COMPARE_FIELDS = (("status_sammenlign", TEXT), ("aendring", TEXT))
AREA_FIELDS = (
    ("omraade", TEXT),
    ("kilde", TEXT),
    ("grunde", WHOLE),
    ("grundareal_m2", NUMBER),
    ("omraadeareal_m2", NUMBER),
    ("etageareal_m2", NUMBER),
    ("bebyggelsesprocent", NUMBER),
    ("tilladt_procent", NUMBER),
    ("restareal_m2", NUMBER),
    ("status", TEXT),
    ("bemaerkning", TEXT),
)
UNMATCHED_FIELDS = (("bygning_id", TEXT), ("aarsag", TEXT))
