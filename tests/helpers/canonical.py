"""The fields of one row per building that every tool reads: preparebuildings writes them, the sample holds them."""

CANONICAL = [
    "bygning_id",
    "bbrnummer",
    "fbb_id",
    "save_vaerdi",
    "fredet",
    "adresse",
    "ejendom_id",
    "anvendelse",
    "opfoerelsesaar",
    "ombygningsaar",
    "etager",
    "ydervaeg",
    "tagdaekning",
    "bebygget_m2",
    "samlet_m2",
    "bolig_m2",
    "tagetage_m2",
    "kaelder_m2",
    "kaelder_dyb_m2",
    "indbygget_m2",
    "boliger",
    "kobling",
    "kobling_m",
]
"""In this order."""
