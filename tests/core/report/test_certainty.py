"""The report's section on how sure the designation is."""

import re
from html import unescape

import numpy as np
from builders import classified, house, thresholds
from designation_reports import a_report

from lyngby_heritage.core.common.addresses import WITHHELD
from lyngby_heritage.core.common.wording import NBSP
from lyngby_heritage.core.report.certainty import Certainty, Hanging, certainty_of, names_of
from lyngby_heritage.core.report.classification import render

TRIED = (("UNIFORM_SHARE", (0.5, 0.6, 0.7)), ("SIMILARITY", (0.65, 0.75, 0.85)), ("YEAR_TOLERANCE", (5.0, 10.0, 15.0)))


def told(**changes):
    """Six buildings, two of which hang on the settings."""
    parts = {
        "settings": 27,
        "tried": TRIED,
        "counts": (1, 1, 2, 0, 1, 0, 1),
        "unsure": (0, 0, 2, 0, 0, 0, 0),
        "hanging": (
            Hanging("Bredevej 9", "vaerdi_4_ensartet", 18, (("YEAR_TOLERANCE", 5.0), ("SIMILARITY", 0.85))),
            Hanging("<b>Smøgen 3", "til_vurdering", 15, ()),
        ),
        "map_png": b"\x89PNG\r\n",
        **changes,
    }
    return Certainty(**parts)


def section(certainty, **changes):
    """The words of the section, and its rows."""
    page = render(a_report(certainty=certainty, **changes))
    found = re.search(r'<section id="sikkerhed">(.*?)</section>', page, re.DOTALL)
    if found is None:
        return None, []
    plain = [re.sub(r"<[^>]*>", " ", one) for one in [found[1], *re.findall(r"<tr>(.*?)</tr>", found[1], re.DOTALL)]]
    text, *rows = [" ".join(unescape(one).replace(NBSP, " ").split()) for one in plain]
    return text, rows


def test_the_classes_are_counted_from_always_to_never():
    text, rows = section(told())
    assert rows[1].startswith("Altid Bygningen udpeges i alle de prøvede indstillinger.")
    figures = [re.findall(r" (\d+) (\d+)$", row) for row in rows[1:8]]
    assert figures == [[("1", "0")], [("1", "0")], [("2", "2")], [("0", "0")], [("1", "0")], [("1", "0")], [("6", "2")]]
    assert "Altid til vurdering" not in text, "a class that no share makes is left out where nobody is of it"


def test_the_range_of_the_settings_is_stated():
    text, _ = section(told())
    assert "krævet andel ens naboer 50 %, 60 % og 70 %" in text
    assert "tilladt forskel i opførelsesår 5 år, 10 år og 15 år. Alle kombinationer er prøvet, i alt 27." in text


def test_those_that_hang_on_the_settings_say_how_often_and_what_turns_them():
    _, rows = section(told())
    assert rows[-2] == (
        "Bredevej 9 Udpeget 18 af 27 indstillinger "
        "tilladt forskel i opførelsesår 5 år; krævet lighed mellem to bygninger 85 %"
    )
    assert rows[-1] == "<b>Smøgen 3 Til vurdering 15 af 27 indstillinger kun af flere tærskler på én gang"


def test_those_that_are_not_listed_are_counted():
    text, _ = section(told(unsure=(0, 0, 14, 0, 0, 0, 0)))
    assert "Og 12 bygninger til; de står i laget, hvor feltet »Sikkerhed« siger det samme." in text
    text, _ = section(told(hanging=told().hanging[:1]))
    assert "Og 1 bygning til; den står i laget" in text


def test_where_none_hangs_on_the_settings_it_is_said():
    text, _ = section(told(unsure=(0,) * 7, hanging=()))
    assert "Ingen bygning får et andet udfald i mindst hver tredje indstilling." in text
    assert "de mindst sikre først" not in text


def test_a_rule_without_neighbours_has_no_map_and_says_why():
    text, rows = section(Certainty(0), rule=3)
    assert "»Alle bygninger med værdi 4«, ser ikke på naboerne." in text
    assert "intet kort" in text
    assert not rows


def test_without_a_building_of_value_4_there_is_no_map():
    text, rows = section(told(counts=(0,) * 7, unsure=(0,) * 7, hanging=()))
    assert "Der er ingen bygninger med SAVE-værdi 4" in text
    assert not rows


def test_a_report_that_is_not_given_it_has_no_such_section():
    assert section(None) == (None, [])


def a_street():
    """A 4 between two 5s that differ from it in the wall and by eight years, as in test_sensitivity; and a sure 4."""
    street = [
        house(20 * i, id=f"b{i}", save=(5, 4, 5)[i], year=(1930, 1938, 1930)[i], wall=1 + (i == 1)) for i in range(3)
    ]
    return [*street, house(5000, id="alone", save=4)]


def test_what_is_told_of_a_run_is_what_it_found():
    done = classified(a_street())
    made = certainty_of(
        done.tried, done.open_fours, done.certainty, done.designation, thresholds(), ["A 1", "A 2", "A 3", "B 1"]
    )
    assert made.counts == (0, 0, 1, 0, 0, 1, 0)  # 15 of 27 designate the first; the other has no neighbours
    assert made.unsure == (0, 0, 1, 0, 0, 0, 0)
    turned = (("YEAR_TOLERANCE", 5.0), ("SIMILARITY", 0.85))
    assert made.hanging == (Hanging("A 2", "vaerdi_4_ensartet", 15, turned),)
    assert made.tried == TRIED


def test_what_the_register_keeps_from_the_public_is_counted_and_not_named():
    done = classified(a_street())
    apart = ["garage", "", "", ""]
    names = names_of(["b0", "b1", "b2", "alone"], {"b0": "A 1", "b1": WITHHELD}, np.zeros(4, dtype=bool), apart)
    assert names == ["A 1, garage", None, "Bygning b2", "Bygning alone"]
    made = certainty_of(done.tried, done.open_fours, done.certainty, done.designation, thresholds(), names)
    assert made.unsure[2] == 1
    assert made.hanging == ()
    assert names_of(["x"], {}, np.ones(1, dtype=bool), [""]) == [None]
