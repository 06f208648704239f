"""Which of the invented buildings have a picture."""

from lyngby_heritage.sample.municipality import make_municipality
from lyngby_heritage.sample.photographed import portrayed

MADE = make_municipality(120, 173, True)


def test_buildings_of_high_value_those_with_a_story_first():
    columns = MADE.table("bygninger").columns
    values = dict(zip(columns["bygning_id"], columns["save_vaerdi"]))
    told = {one for one, story in zip(columns["bygning_id"], columns["fortaelling"]) if story}
    high = {one for one, value in values.items() if value in (1, 2, 3)}
    chosen = [one.id for one in portrayed(MADE, 5)]
    assert len(chosen) == 5
    assert set(chosen) <= high
    assert len(set(chosen) & told) == min(5, len(told & high))


def test_what_is_drawn_is_what_bbr_knows():
    columns = MADE.table("bygninger").columns
    one = portrayed(MADE, 1)[0]
    row = list(columns["bygning_id"]).index(one.id)
    assert one.year == columns["opfoerelsesaar"][row]
    assert one.storeys == columns["etager"][row]
