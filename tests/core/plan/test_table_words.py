"""What the GeoPackage says of its layers and columns."""

import pytest

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.plan.table_words import columns_described, table_words

TABLES = [*load("rules/lokalplan.json")["tables"], "koersel", "nabopar"]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_says_what_it_holds_what_it_is_for_and_where_it_comes_from(table):
    words = table_words(table)
    assert words.abstract.endswith(".")
    assert words.purpose.endswith(".")
    assert words.lineage.endswith(".")
    assert words.whole == f"{words.abstract} {words.purpose}"


def test_no_other_table_is_described():
    assert sorted(load("rules/geopackage.json")["tables"]) == sorted(TABLES)
    assert set(load("rules/geopackage.json")["described"]) <= set(TABLES)
    assert table_words("andet").whole == ""


def test_columns_are_described_by_the_tool_behind_them_and_by_the_plan():
    buildings = columns_described("bygninger")
    assert buildings["opfoerelsesaar"] == "Opførelsesår (byg026); 1000 er registrets tegn for ukendt"
    assert buildings["loebenr"].startswith("Bygningens nummer i planen")
    assert "`" not in "".join(columns_described("landskab").values())
    assert columns_described("afgraensning") == {}
