"""The table of what there was: a line for each layer, the reason in Danish, what is used first."""

from lyngby_heritage.core.common.errors import Note
from lyngby_heritage.core.registers.collection import ThemeSaid, choose
from lyngby_heritage.core.registers.contents import Entry, entries, missing
from lyngby_heritage.core.registers.found_layers import Layer

BBR = ("id_lokalId", "status", "byg021BygningensAnvendelse", "byg041BebyggetAreal")
LAYERS = [
    Layer("fotos", "fotos.csv", ("id",), file="fotos.csv"),
    Layer("eksport", "eksport.csv", BBR, 12, file="ned/eksport.csv", date="2026-11-02"),
    Layer("etager", "bbr.gpkg", ("bygning",), 7, file="bbr.gpkg"),
    Layer("lavbund", "lavbund.shp", (), 3, file="lavbund.shp"),
]


def theme(layer, _verdict):
    return ThemeSaid(True, "Lavbundsarealer") if layer.name == "lavbund" else None


CHOICE = choose(LAYERS, ("bbr", "etager"), theme)


def test_every_layer_has_a_line_with_what_it_was_taken_for_by_what_and_why():
    table = entries(LAYERS, CHOICE, {1: 11})
    assert table == [
        Entry(
            "bbr.gpkg",
            "etager",
            7,
            "etager",
            "navn",
            True,
            "Laget etager er brugt som etager efter sit eget navn.",
            None,
        ),
        Entry(
            *("lavbund.shp", "lavbund", 3, "tema", None, True),
            *("lavbund er et tema: Lavbundsarealer.", None, "Lavbundsarealer"),
        ),
        Entry(
            *("ned/eksport.csv", "eksport", 11, "bbr", "felter", True),
            *("eksport er taget for bbr: det har felterne fra bygninger fra BBR.", "2026-11-02"),
        ),
        Entry(
            *("fotos.csv", "fotos", None, None, None, False),
            *("Ikke kendt: navn, felter og indhold ligner intet register, planen bruger.", None),
        ),
    ]


def test_files_that_cannot_be_read_and_those_that_are_no_data_are_there_too():
    table = entries([], choose([], ()), {}, [("halv.zip", "2026-01-01", "Filen er ikke hel.")], {".pdf": 213})
    assert [(one.file, one.used, one.why, one.date) for one in table] == [
        ("halv.zip", False, "Filen er ikke hel.", "2026-01-01"),
        ("*.pdf (213)", False, "Filer, som ikke er data.", None),
    ]


def test_what_is_missing_comes_with_where_it_is_got():
    assert missing(CHOICE, ["bbr", "enheder"]) == [("enheder", "Datafordeleren: BBR, Enhed (csv, Current)")]


def test_a_day_stands_as_danes_write_it_and_what_is_not_certain_is_marked():
    doubt = Note("{layer} is a guess.", {"layer": "lavbund"}, warning=True, danish="{layer} er et gæt.")
    layers = [Layer("lavbund", "lavbund.shp", file="lavbund.shp", date="2026-09-28")]
    choice = choose(layers, (), lambda layer, verdict: ThemeSaid(True, "Lavbundsarealer", note=doubt))
    (line,) = entries(layers, choice, {})
    assert (line.day, line.title, line.doubtful) == ("28.09.2026", "Lavbundsarealer", True)
    assert line.why == "lavbund er et gæt."
    assert Entry("a", None, None, None, None, False, "", None).day == ""
