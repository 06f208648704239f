"""Which layer of the input has which role of the main job, and what is said of the others."""

import pytest

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.landscape.catalogue import built_in
from lyngby_heritage.core.plan.layers import job_roles, sort_layers
from lyngby_heritage.core.plan.themes_among_layers import themes_of
from lyngby_heritage.core.registers.collection import is_wanted
from lyngby_heritage.core.registers.deliveries import deliveries
from lyngby_heritage.core.registers.found_layers import Layer

BBR = ("id_lokalId", "status", "byg021BygningensAnvendelse", "byg041BebyggetAreal")
PLAN = ("planid", "plannr", "plannavn", "komnr", "datovedt", "bebygpct", "maxetager")
SAVE = ("bygningsid", "bevaringsvaerdi", "bbrnummer", "kommune")
FILE = "BBR_V{}_Bygning_{}_TotalDownload_csv_{}_{}"


def roles(found):
    return {role: layer.name for role, layer in found.layers.items()}


def said(found):
    """Each note with whether it is a warning."""
    return [(str(note), note.warning) for note in found.notes]


def only_note(*layers):
    found = sort_layers(layers)
    (note,) = said(found)
    return roles(found), *note


def test_layers_under_the_job_s_names_are_used_without_a_word():
    found = sort_layers([Layer("fbb", "f"), Layer("Vandløb", "v"), Layer("tidligere_bygninger", "t")])
    assert roles(found) == {"fbb": "fbb", "vandloeb": "Vandløb", "tidligere_bygninger": "tidligere_bygninger"}
    assert found.addresses() == {"fbb": "f", "vandloeb": "v", "@tidligere_bygninger": "t"}
    assert found.notes == ()


def test_an_earlier_landscape_by_its_own_name():
    assert sort_layers([Layer("tidligere_landskab", "t")]).addresses() == {"@tidligere_temaer": "t"}


@pytest.mark.parametrize(
    ("layer", "role", "words"),
    [
        (
            Layer("theme_pdk_lokalplan_vedtaget_v", "a", PLAN, geometry="polygon"),
            "lokalplaner",
            "theme_pdk_lokalplan_vedtaget_v is taken for lokalplaner: so the register calls lokalplaner fra Plandata.",
        ),
        (
            Layer("Eksport", "a", other_names=("geodanmark_bygning",)),
            "geodanmark_bygning",
            "Eksport is taken for geodanmark_bygning: by the name geodanmark_bygning.",
        ),
        (
            Layer("Eksport", "a", BBR, geometry="none"),
            "bbr",
            "Eksport is taken for bbr: it has the fields of bygninger fra BBR.",
        ),
        (
            Layer("Eksport", "a", ("plantype",), geometry="polygon", values={"plantype": ["20.1"]}),
            "lokalplaner",
            "Eksport is taken for lokalplaner: its rows say that they are lokalplaner fra Plandata.",
        ),
    ],
)
def test_what_was_taken_for_what_and_by_what(layer, role, words):
    found, told, _ = only_note(layer)
    assert found == {role: layer.name}
    assert told == words


def test_a_name_whose_fields_are_missing_is_used_with_a_warning():
    found, words, warning = only_note(Layer("Soe", "a", ("id",), geometry="polygon"))
    assert found == {"soeer": "Soe"}
    assert warning
    assert "has not the field soetype of søer fra GeoDanmark" in words


def test_the_job_s_own_name_goes_before_a_register_s():
    found, words, warning = only_note(Layer("BBR_Bygning", "a.gpkg", BBR), Layer("bbr", "b.gpkg", BBR))
    assert found == {"bbr": "bbr"}
    assert (words, warning) == ("BBR_Bygning is probably bbr too, and is not used: b.gpkg is.", True)


def test_a_theme_is_no_role():
    found = sort_layers([Layer("Jordstykke", "a", other_names=("lavbund",))], themes_of(CATALOGUE))
    assert [one.name for one in found.themes] == ["Jordstykke"]
    assert (roles(found), found.notes, found.unused) == ({}, (), ())


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        (Layer("Bygning", "a", ("id",)), "it may be any of bbr, geodanmark_bygning. Call the layer or its file"),
        (
            Layer("view_bygning_fredede", "a", SAVE, geometry="point"),
            "only a part of fbb, and is not used: give the whole",
        ),
        (Layer("MAT_V1_Lodflade_0173_TotalDownload_gpkg_Current_5", "a"), "a part of jordstykker, and is not used"),
        (Layer("BBR_V3_Bygning_0173_DeltaDownload_csv_Current_5", "a", BBR), "is bbr but holds changes only (Delta)"),
        (Layer("theme_pdk_lokalplan_forslag", "a", PLAN), "is lokalplaner but not what applies (forslag)"),
        (Layer("Vandloebsmidte", "a", geometry="point"), "vandløbsmidter fra GeoDanmark (vandloeb) but another kind"),
        (Layer("save_tekst", "a", ("bevaringsvaerdi",)), "it is most like fbb, but neither name nor fields"),
        (Layer("Kommuneinddeling", "a", ("kommunekode", "navn"), rows=99), "kommunegraense but has 99 rows, more than"),
    ],
)
def test_what_probably_has_a_role_and_is_not_used_is_a_warning_that_names_it(layer, words):
    found, told, warning = only_note(layer)
    assert found == {}
    assert warning
    assert words in told


def test_a_boundary_of_one_row_is_used():
    found, _, warning = only_note(Layer("Kommuneinddeling", "a", ("kommunekode", "navn"), rows=1))
    assert (found, warning) == ({"kommunegraense": "Kommuneinddeling"}, False)


def test_what_the_plan_has_no_use_for_is_said_without_a_warning():
    _, words, warning = only_note(Layer("Vejmidte", "a", ("id_lokalId", "geometristatus"), geometry="line"))
    assert (words, warning) == (
        "Vejmidte is vejmidter fra GeoDanmark (vejmidter), which the plan has no use for.",
        False,
    )


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        (("bfe", "navn", "adresse", "postnr", "by", "rolle"), "en liste over ejere og lejere"),
        (("svar_id", "afsender", "dato", "emne", "tekst"), "en tabel over høringssvar"),
    ],
)
def test_tables_of_people_are_told_as_what_they_are_and_left_alone(fields, what):
    found, words, warning = only_note(Layer("udtraek7", "a", fields, geometry="none"))
    assert found == {}
    assert not warning
    assert words == (
        f"udtraek7 is {what}, for the tools of the hearing. It is not used here, and nothing of it is shown."
    )


def test_nothing_is_said_of_what_is_like_nothing_known():
    found = sort_layers([Layer("fotos", "a", ("id", "sti"))])
    assert (found.unused, found.notes) == (("fotos",), ())


@pytest.mark.parametrize(
    ("downloads", "best"),
    [
        ([(3, "0173", "Current", 688, 9), (3, "0173", "Current", 690, 9)], 1),  # the newer generation
        ([(3, "0173", "Current", 688, 9), (3, "0173", "Temporal", 690, 9)], 0),  # in force before history
        ([(3, "0173", "Current", 688, 9), (4, "0173", "Current", 2, 9)], 1),  # generations of versions are apart
        ([(3, "0173", "Current", 688, 9), (4, "0173", "Current", 2, 0)], 0),  # headings only
    ],
)
def test_of_downloads_of_the_same_the_better_is_used(downloads, best):
    layers = [
        Layer(FILE.format(version, place, time, generation), f"{at}.csv", BBR, rows)
        for at, (version, place, time, generation, rows) in enumerate(downloads)
    ]
    found = sort_layers(layers)
    assert found.layers.get("bbr") == layers[best]
    unused = [words for words, warning in said(found) if warning]
    assert len(unused) == 1
    assert unused[0].endswith(f"is probably bbr too, and is not used: {best}.csv is.")


def test_downloads_of_two_municipalities_are_a_question_that_stops_the_run():
    layers = [Layer(FILE.format(3, place, "Current", 688), f"{place}.csv", BBR, 9) for place in ("0173", "0157")]
    with pytest.raises(HeritageError, match=r"0157 \(0157.csv\), 0173 \(0173.csv\). Give the code") as refused:
        sort_layers(layers)
    assert refused.value.values["codes"] == "0157 (0157.csv), 0173 (0173.csv)"


def test_a_whole_name_is_surer_than_a_shortened_and_that_than_fields():
    whole = Layer("theme_pdk_lokalplan_vedtaget", "1", PLAN, geometry="polygon")
    shortened = Layer("lokalplaner_173", "2", PLAN, geometry="polygon")
    fields = Layer("Eksport", "3", PLAN, geometry="polygon")
    assert sort_layers([fields, shortened, whole]).layers == {"lokalplaner": whole}
    assert sort_layers([fields, shortened]).layers == {"lokalplaner": shortened}
    assert sort_layers([fields]).layers == {"lokalplaner": fields}
    assert sort_layers([fields, Layer("Eksport2", "4", PLAN, geometry="polygon")]).layers == {}


def test_a_layer_s_own_name_is_surer_than_its_file_s():
    """In lokalplan.gpkg of a project both layers go by the file's name too."""
    plans, notes = Layer("lokalplan", "1", PLAN, geometry="polygon"), Layer("noter", "2", other_names=("lokalplan",))
    assert sort_layers([notes, plans]).layers == {"lokalplaner": plans}


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (["zoner"], True),
        (["Vandloebsmidte"], True),
        (["Vore søer", "Soe"], True),
        (["Ejerlav"], False),  # a part
        (["theme_pdk_lokalplan_forslag"], False),  # not in force
        (["Bygning"], False),  # of several registers
        (["BBR_Enhed"], True),
        (["fotos"], False),
    ],
)
def test_which_names_alone_say_that_a_layer_is_needed(names, wanted):
    assert is_wanted(names, job_roles()) == wanted


def test_the_job_reads_every_role_that_a_delivery_may_have():
    written = {"kulturmiljoeer"}  # a role only where its rows are decisions, so its name alone is none
    assert {*deliveries().roles, *written} == set(load("rules/main_job.json")["layers"])


def test_two_files_of_the_job_s_name_are_a_question():
    """The files' names, unlike the layers', stop no job that ran without them."""
    found = sort_layers([Layer("a", "1", other_names=("zoner",)), Layer("b", "2", other_names=("zoner",))])
    assert found.layers == {}
    assert "Several layers may be zoner" in said(found)[0][0]


def test_two_layers_of_one_own_name_are_refused_even_beside_others():
    with pytest.raises(HeritageError, match=r"called fbb: 1\.gpkg and 2\.gpkg"):
        sort_layers([Layer("fbb", "1.gpkg"), Layer("view_bygning_alle", "3"), Layer("FBB", "2.gpkg")])


def test_the_roles_stand_in_the_order_of_the_input():
    layers = [Layer("BBR_Bygning", "1", BBR), Layer("fbb", "2"), Layer("Sø", "3", ("soetype",)), Layer("zoner", "4")]
    assert list(sort_layers(layers).layers) == ["bbr", "fbb", "soeer", "zoner"]


# ---- themes ----------------------------------------------------------------------------------------------------------

CATALOGUE = built_in()
NATURE = ("Temakode", "Objekt_id", "Statuskode", "Systid_til", "Natyp_kode")
ENVIRONMENT = ("navn", "beslutning", "begrundelse", "kilde", "dato")


def with_themes(*layers, by_hand=()):
    found = sort_layers(layers, themes_of(CATALOGUE, by_hand))
    return roles(found), [one.name for one in found.themes], said(found)


def test_a_theme_by_its_name_is_used_without_a_word():
    assert with_themes(Layer("dai:bes_naturtyper", "a"), Layer("Fredede_omraader_Lyngby", "b")) == (
        {},
        ["dai:bes_naturtyper", "Fredede_omraader_Lyngby"],
        [],
    )


@pytest.mark.parametrize(
    ("layer", "words", "warning"),
    [
        (
            Layer("eksport_3", "a", ("temakode",), values={"temakode": [1115]}),
            "eksport_3 is taken for the theme Økologisk forbindelse: its rows carry the number 1115 of the theme.",
            False,
        ),
        (
            Layer("eksport_3", "a", NATURE, geometry="polygon"),
            "eksport_3 is taken for the theme Beskyttet natur (§ 3): it is beskyttede naturtyper fra Danmarks "
            "Miljøportal.",
            False,
        ),
        (
            Layer("theme_pdk_specifikgeologiskbevaringsvaerdi_vedtaget", "a"),
            "theme_pdk_specifikgeologiskbevaringsvaerdi_vedtaget is taken for the theme Geologisk bevaringsværdi: "
            "theme_pdk_specifikgeologiskbevaringsvaerdi_vedtaget should be the register's name of it, which nobody has "
            "verified.",
            True,
        ),
        (
            Layer("t_6202_landk_omr", "a"),
            "t_6202_landk_omr is taken for the theme Øvrig udpegning: it is landskabskarakterområder fra GeoFA, en "
            "kortlægning og ingen udpegning.",
            False,
        ),
    ],
)
def test_what_is_said_of_a_theme_that_is_not_told_by_a_known_name(layer, words, warning):
    assert with_themes(layer) == ({}, [layer.name], [(words, warning)])


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        (
            Layer("lavbund", "a", values={"temakode": [1115]}),
            "speak of several themes (lavbund, oekologisk_forbindelse). Name the theme in THEMES",
        ),
        (
            Layer("punkter", "a", ("systemnr", "anlaegstype", "loknr", "frednr"), geometry="point"),
            "punkter is not used: it may be any of the themes fortidsminde, oevrigt. Name it in THEMES.",
        ),
        (
            Layer("fundogfortidsminder_areal_alle", "a"),
            "it is fund og fortidsminder, både fredede og andre. If it is to be a theme, name it in THEMES.",
        ),
        (
            Layer("eksport_3", "a", values={"temakode": [5800]}),
            "its rows carry the theme number 5800, which the catalogue does not have.",
        ),
    ],
)
def test_a_theme_that_is_open_is_not_used_and_said(layer, words):
    found, themes, ((told, warning),) = with_themes(layer)
    assert (found, themes, warning) == ({}, [], True)
    assert words in told
    assert with_themes(layer, by_hand=[layer.name]) == ({}, [layer.name], [])  # unless a person says which


def test_a_role_by_name_is_no_theme_whatever_its_rows_say():
    numbered = {"temakode": [1115]}
    for name in ("lokalplaner", "theme_pdk_lokalplan_vedtaget", "Lokalplaner_173"):
        found, themes, _ = with_themes(Layer(name, "a", (*PLAN, "temakode"), 1, geometry="polygon", values=numbered))
        assert (list(found), themes) == (["lokalplaner"], [])


def test_a_number_goes_before_fields_and_beside_a_telling_value_it_is_a_question():
    by_fields = Layer("eksport_3", "a", BBR, geometry="point", values={"temakode": [1115]})
    assert with_themes(by_fields)[:2] == ({}, ["eksport_3"])
    two = Layer("eksport_3", "a", ("x",), geometry="polygon", values={"temakode": [1115], "plantype": ["20.1"]})
    assert with_themes(two)[0:2] == ({}, [])
    assert "it may be any of lokalplaner, oekologisk_forbindelse" in with_themes(two)[2][0][0]


def test_geofa_s_own_number_of_a_role_is_no_unknown_theme():
    layer = Layer("eksport_3", "a", ("bev_kar",), geometry="polygon", values={"temakode": [6205]})
    assert with_themes(layer)[:2] == ({"bygningsvurdering": "eksport_3"}, [])
    group = Layer("eksport_3", "a", ("omraade",), geometry="polygon", values={"temakode": [6204]})
    assert "is bygningsvurderingsgrupper fra GeoFA (6204)" in with_themes(group)[2][0][0]


def test_environments_with_decisions_are_a_role_and_no_theme():
    decided = Layer("kulturmiljoeer", "a", ENVIRONMENT, geometry="polygon")
    assert with_themes(decided) == ({"kulturmiljoeer": "kulturmiljoeer"}, [], [])
    in_file = Layer("lag", "a", ENVIRONMENT, other_names=("kulturmiljoeer",), geometry="polygon")
    assert with_themes(in_file)[:2] == ({"kulturmiljoeer": "lag"}, [])


def test_environments_without_decisions_are_the_theme_that_the_catalogue_says():
    plain = Layer("kulturmiljoeer", "a", ("navn", "plannr"), geometry="polygon")
    assert with_themes(plain) == ({}, ["kulturmiljoeer"], [])


def test_a_layer_s_own_name_tells_before_its_file_s():
    assert with_themes(Layer("lavbund", "a", other_names=("zoner",)))[:2] == ({}, ["lavbund"])
    assert with_themes(Layer("zoner", "a", other_names=("lavbund",)))[:2] == ({"zoner": "zoner"}, [])


@pytest.mark.parametrize(
    ("layer", "danish"),
    [
        (
            Layer("theme_pdk_specifikgeologiskbevaringsvaerdi_vedtaget", "a"),
            "er formentlig registrets navn på det, men navnet er ikke efterprøvet.",
        ),
        (Layer("eksport_3", "a", ("temakode",), values={"temakode": [1115]}), "rækkerne har temaets kode {number}."),
        (Layer("eksport_3", "a", NATURE, geometry="polygon"), "er taget for temaet {theme}: det er {what}."),
        (Layer("lavbund", "a", values={"temakode": [1115]}), "taler om flere temaer"),
        (Layer("punkter", "a", ("systemnr", "anlaegstype", "loknr", "frednr"), geometry="point"), "hvert af temaerne"),
        (Layer("fundogfortidsminder_areal_alle", "a"), "Skal det være et tema"),
        (Layer("eksport_3", "a", values={"temakode": [5800]}), "som kataloget ikke har"),
    ],
)
def test_what_is_said_of_a_theme_is_danish_in_a_danish_report(layer, danish):
    (note,) = sort_layers([layer], themes_of(CATALOGUE)).notes
    assert danish in (note.danish or "")
