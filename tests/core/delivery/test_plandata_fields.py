"""The fields for Plandata: status by state, values in Plandata's forms, and what breaks its rules is refused."""

import json
from datetime import date

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import read_profile
from lyngby_heritage.core.delivery.plandata_fields import (
    PARTS,
    PLAN,
    empty_fields,
    fields_of,
    read_planid,
    record,
    shown_form,
    status_of,
)

FACTS = {"planid": None, "komnr": 173, "plannr": "300", "plannavn": "Åens huse", "status": "V", "delnr": "A"}
DAYS = {"hearing_from": date(2027, 1, 4), "hearing_to": date(2027, 3, 1), "adopted": date(2027, 4, 19)}


@pytest.mark.parametrize(
    ("state", "known", "code"),
    [(0, [], "KF"), (1, ["hearing_from"], "F"), (2, ["adopted"], "V"), (2, ["published"], "KV"), (2, [], "KV")],
)
def test_the_status_follows_from_how_far_the_plan_is(state, known, code):
    assert status_of(state, known).code == code


def test_days_are_numbers_and_what_is_not_known_is_empty():
    values = record(PLAN, {**FACTS, **DAYS})
    assert (values["datostart"], values["datoslut"], values["datovedt"]) == (20270104, 20270301, 20270419)
    assert (values["objektkode"], values["plantype"], values["abestem1"]) == (20, "20.1", 4160)
    assert values["planid"] is values["datoikraft"] is values["anvgen"] is None


def test_a_plan_that_regulates_no_zone_says_so_and_leaves_it_empty():
    for layer in (PLAN, PARTS):
        values = record(layer, FACTS)
        assert values["izonereg"] is True
        assert values["zone"] is None


def test_a_field_that_has_to_be_empty_is_not_listed_as_lacking():
    lacking = {one.key for one in empty_fields(PLAN, record(PLAN, FACTS))}
    assert {"planid", "anvgen", "datovedt", "doklink"} <= lacking
    assert not lacking & {"zone", "bebygpct", "maxetager", "plannr"}


@pytest.mark.parametrize(
    ("value", "kind", "form"),
    [
        (True, "yes_no", "true"),
        (False, "yes_no", "false"),
        (1.5, "decimal", "1,5"),
        (173, "whole", "173"),
        ("20.1", "text", "20.1"),
        (None, "whole", ""),
    ],
)
def test_values_have_plandatas_forms(value, kind, form):
    assert shown_form(value, kind) == form


def test_types_are_named_as_the_guide_names_them():
    told = {one.key: one.type_told for one in fields_of(PLAN)}
    assert (told["plannr"], told["datovedt"], told["izonereg"]) == ("Streng(30)", "Heltal(8)", "Boolean")
    assert told["maxetager"] == "Numerisk(2,1)"


def test_names_in_a_file_have_ten_letters_and_no_two_are_one():
    for layer in (PLAN, PARTS):
        columns = [one.column for one in fields_of(layer)]
        assert max(map(len, columns)) == 10
        assert len(set(columns)) == len(columns)
    assert "lp_plannav" in columns


@pytest.mark.parametrize(("length", "fits"), [(130, True), (131, False)])
def test_a_title_longer_than_its_field_is_refused(length, fits):
    facts = {**FACTS, "plannavn": "å" * length}
    if fits:
        assert record(PLAN, facts)["plannavn"] == "å" * length
        return
    with pytest.raises(
        HeritageError, match=r"plannavn of lokalplan holds 130 characters, but its value has 131.*TITLE"
    ):
        record(PLAN, facts)


def test_letters_that_the_files_cannot_hold_are_refused():
    assert record(PLAN, {**FACTS, "plannavn": "»Øen« – 1½ etage"})["plannavn"] == "»Øen« – 1½ etage"
    with pytest.raises(HeritageError, match=r"cannot hold \(ł\)"):
        record(PLAN, {**FACTS, "plannavn": "Małe huse"})


# ---- a municipality's own values -------------------------------------------------------------------------------------


def with_values(tmp_path, **values):
    fields = [{"key": key, "value": value} for key, value in values.items()]
    (tmp_path / "rules").mkdir(exist_ok=True)
    (tmp_path / "profile.json").write_text(json.dumps({"navn": "Prøve", "version": "1"}), encoding="utf-8")
    changed = json.dumps({"layers": [{"key": PLAN, "fields": fields}]})
    (tmp_path / "rules" / "plandata.json").write_text(changed, encoding="utf-8")
    with in_force(read_profile(tmp_path)):
        return record(PLAN, FACTS)


def test_a_profile_fills_in_what_the_package_does_not_know(tmp_path):
    values = with_values(tmp_path, anvgen="11", distrikt="Virum", izonereg="false", zone="1")
    assert (values["anvgen"], values["distrikt"], values["izonereg"], values["zone"]) == (11, "Virum", False, 1)


def test_a_plan_that_regulates_extent_may_say_how_much(tmp_path):
    values = with_values(tmp_path, iomfangreg="F", maxetager="1,5", bebygpct="30")
    assert (values["iomfangreg"], values["maxetager"], values["bebygpct"]) == (False, 1.5, 30)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"zone": "1"}, "zone = 1, but izonereg = true"),
        ({"izonereg": "false"}, "zone has to be 1 / 3. It is -"),
        ({"izonereg": "false", "zone": "2"}, "zone has to be 1 / 3. It is 2"),
        ({"maxetager": "1.5"}, "maxetager = 1,5, but iomfangreg = true"),
        ({"anvgen": "bolig"}, "anvgen of lokalplan is bolig, but it takes a value such as 20"),
        ({"izonereg": "ja"}, "izonereg of lokalplan is ja, but it takes a value such as true / false"),
        ({"anvgen": "12345"}, "anvgen of lokalplan holds 4 characters"),
    ],
)
def test_what_breaks_a_rule_is_refused(tmp_path, values, said):
    with pytest.raises(HeritageError, match=said):
        with_values(tmp_path, **values)


# ---- the planid ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "planid"), [("", None), ("  ", None), ("1234567", 1234567), (" 42 ", 42)])
def test_a_planid_is_a_number_or_nothing(text, planid):
    assert read_planid(text) == planid


@pytest.mark.parametrize("text", ["LP300", "12.5", "0", "-3", "1234567890", "٣"])
def test_anything_else_is_none(text):
    with pytest.raises(HeritageError, match="PLANID"):
        read_planid(text)
