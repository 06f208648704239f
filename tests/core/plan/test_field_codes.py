"""Codes of the package's fields in words."""

import re

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.plan.field_codes import codes_of
from lyngby_heritage.core.plan.sheets import DETAIL, ENVIRONMENT, GRID, QUARTER


def test_every_kind_of_sheet_and_of_group_has_its_words():
    assert set(codes_of("kortblade")["slags"]) == {ENVIRONMENT, QUARTER, GRID, DETAIL}
    assert list(codes_of("bygninger")["plangruppe"]) == ["A", "B", "C", "fredet", "kirke"]
    assert codes_of("bygninger")["plangruppe"]["kirke"] == "Kirker"


def test_every_status_of_a_registration_has_its_words():
    assert set(codes_of("bygninger")["save_status"]) == set(load("registers/geofa.json")["status_words"].values())


def test_every_code_of_the_life_cycle_has_its_words_and_so_has_every_subject_of_a_run():
    cycle = load("registers/bbr_rows.json")["life_cycle_words"]
    assert {int(code) for code in codes_of("bygninger")["bbr_status"]} == set(cycle.values())
    assert codes_of("bygninger")["bbr_status"]["6"] == "Opført"
    assert codes_of("lokalplaner")["status"] == {"V": "Vedtaget", "F": "Forslag"}
    assert codes_of("koersel")["emne"]["vaerktoej"] == "Værktøj"


def test_a_table_without_codes_has_none():
    assert codes_of("afgraensning") == {}


def test_no_field_is_called_by_its_codes_which_forms_and_tables_show_in_words():
    plan = load("rules/lokalplan.json")
    named = (load("rules/designation_texts.json")["fields"], plan["fields"], *plan["fields_of"].values())
    assert [name for names in named for name in names.values() if re.search(r"\([^)]*,[^)]*,", name)] == []
