"""The municipality's own files, RULES and CATALOGUE, in any shape: read, or refused with the place and the value."""

import copy
import json
import random

import pytest
from layers_of import at, found, layer

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.common.shapes import (
    Either,
    Flag,
    ListOf,
    MapOf,
    Number,
    Record,
    Text,
    UnreadableError,
    json_of,
)
from lyngby_heritage.core.landscape import catalogue
from lyngby_heritage.core.validation.rule_table import CHANGEABLE, TABLE, built_in, changed_by

HOUSE = Record({"name": Text(), "height": Number(above=True), "rooms": ListOf(Number(whole=True))}, needed=("name",))


@pytest.mark.parametrize(
    ("value", "path", "told", "expected"),
    [
        ([], "{}", "[]", '{"name": …}'),
        ({"height": 2}, "{}", '["height"]', '"name"'),
        ({"name": "a", "hight": 2}, "{}", "hight", '"name", "height", "rooms"'),
        ({"name": " "}, "name", " ", '"…"'),
        ({"name": "a\u202eb"}, "name", "a?b", '"…"'),
        ({"name": "\ud800"}, "name", "?", '"…"'),
        ({"name": "a", "height": 0}, "height", "0", "> 0"),
        ({"name": "a", "height": True}, "height", "true", "> 0"),
        ({"name": "a", "height": "2"}, "height", "2", "> 0"),
        ({"name": "a", "height": 10**20}, "height", "1" + 20 * "0", "> 0"),
        ({"name": "a", "rooms": 3}, "rooms", "3", "[…]"),
        ({"name": "a", "rooms": [1, 2.5]}, "rooms[1]", "2.5", "≥ 0, 1, 2, …"),
    ],
)
def test_the_first_place_that_is_wrong_is_told(value, path, told, expected):
    wrong = HOUSE.wrong(value, "")
    assert (wrong.path, wrong.found, wrong.expected) == (path, told, expected)


def test_what_is_right_passes():
    assert HOUSE.wrong({"name": "Ærø", "height": 1e3, "rooms": [], "_remark": {"anything": None}}, "") is None
    either = Either((Text(), Number()), null=True)
    assert [either.wrong(one, "x") for one in ("a", 2, None)] == [None] * 3
    assert either.wrong([], "x").expected == '"…"'
    assert MapOf(Flag()).wrong({"a": True, "b": 1}, "m").path == "m.b"


@pytest.mark.parametrize("text", ["", "{", '{"a": NaN}', "[-Infinity]", "[" * 100_000, "1" * 5000, '{"a": 1,}'])
def test_what_is_no_json_is_said(text):
    with pytest.raises(UnreadableError):
        json_of(text)


# Any shape ----------------------------------------------------------------------------------------------------------

JUNK = (
    *(None, True, False, 0, -1, 1, 2.5, 1e308, -1e-320, 10**30, 10**400, "", " ", "x", "0", "{", "{x}", "{antal:9}"),
    *("{antal!r}", "{0}", "æ" * 300, "\x00", "\ud800", "\u202egpj", "gaeldende", "fejl", "area", [], [[]], [None], {}),
    *({"": 1}, {"code": "x"}, {"_": 0}, ["a", 1], [{}], {"a": {"b": []}}),
)


def mutated(content, chance):
    """A copy with one to three places changed, taken away, doubled, or put in."""
    content = copy.deepcopy(content)
    for _ in range(chance.randint(1, 3)):
        box = content
        while True:
            keys = list(box) if isinstance(box, dict) else list(range(len(box)))
            if not keys:
                break
            key = chance.choice(keys)
            if isinstance(box[key], (dict, list)) and box[key] and chance.random() < 0.8:
                box = box[key]
                continue
            act = chance.random()
            if act < 0.7:
                box[key] = copy.deepcopy(chance.choice(JUNK))
            elif act < 0.85:
                del box[key]
            elif isinstance(box, dict):
                box[chance.choice(("", "x", "_x", "on", "level", "code", "æ"))] = copy.deepcopy(chance.choice(JUNK))
            else:
                box.append(copy.deepcopy(chance.choice(JUNK)))
            break
    return content


def refusal(read, text):
    """What `read` gives for a text, and why it refused it; anything but a HeritageError is a failure."""
    try:
        return read(text), ""
    except HeritageError as error:
        return None, str(error)


def test_a_rule_table_of_any_shape_is_read_or_refused():
    chance, read = random.Random(173), 0
    rules = {
        name: {key: value for key, value in rule.items() if key in CHANGEABLE}
        for name, rule in load(TABLE)["rules"].items()
    }
    grouping = {"share": 0.9, "count": 50}
    houses = layer(
        "BUILDINGS",
        *({"bygning_id": n % 3, "save_vaerdi": 12, "opfoerelsesaar": 2030, "wkt": at(0)} for n in range(4)),
    )
    for number in range(2_000):
        some = rules if number % 2 else {name: rules[name] for name in chance.sample(list(rules), 1)}
        text = json.dumps(mutated({"rules": some, "grouping": grouping}, chance))
        table, why = refusal(lambda given: changed_by(built_in(), "vores.json", given), text)
        assert table is not None or "vores.json" in why
        assert why.isprintable()
        read += table is not None
        if table is not None and number % 20 == 0:
            told, why = refusal(lambda given: found(houses, rules=given), text)
            assert why.isprintable()
            assert all(one.text.encode() for one in told or ())
    assert 100 < read < 1_900


def test_a_catalogue_of_any_shape_is_read_or_refused():
    chance, read = random.Random(173), 0
    whole, own = load(catalogue.BUILT_IN), load(catalogue.MUNICIPAL)
    for number in range(2_000):
        some = {"builds_on": "indbygget", "themes": chance.sample(whole["themes"], 2), "drawn": whole["drawn"]}
        content = mutated({**(some if number % 2 else whole), **own}, chance)
        made, why = refusal(lambda text: catalogue.read_catalogue(text, "vores.json"), json.dumps(content))
        assert made is not None or "vores.json" in why
        assert why.isprintable()
        if made is None:
            continue
        read += 1
        made.recognise(["theme_pdk_lavbundsareal_forslag", "x"], [1115, "?", None])
        assert {made.status_of(one) for one in (3, "V", None, [])} <= {*catalogue.STATUSES, None}
        for position, theme in enumerate(made.themes):
            made.places_of(position, "Jægersborg Dyrehave")
            assert f"{theme.name} {theme.english} {theme.legal} {theme.guideline}".encode()
            assert theme.buffer is None or theme.buffer.metres > 0
    assert 100 < read < 1_900
