"""Names by the addresses: roads, and house numbers from the lowest to the highest, odd and even apart."""

import pytest

from lyngby_heritage.core.common.road_names import group_name, road_and_number


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("Buddingevej 17A, 2800 Kgs. Lyngby", ("Buddingevej", 17, "A")),
        ("Buddingevej 17 a", ("Buddingevej", 17, "A")),
        ("C.F. Richs Vej 5", ("C.F. Richs Vej", 5, "")),
        ("10. maj Vej 12, st. tv.", ("10. maj Vej", 12, "")),
        ("  Ved  Åen 3", ("Ved Åen", 3, "")),
        ("Møllevej", None),
        ("2800 Kgs. Lyngby", None),
        ("", None),
    ],
)
def test_an_address_is_read(address, expected):
    assert road_and_number(address) == expected


@pytest.mark.parametrize(
    ("addresses", "name"),
    [
        # Geelsvænget 1–15 and 2–22 with Holmekrogen 1–21, as the registration of 2005 names the scheme.
        (
            [f"Geelsvænget {n}" for n in [*range(1, 16, 2), *range(2, 23, 2)]]
            + [f"Holmekrogen {n}" for n in range(1, 22, 2)],
            "Geelsvænget 1–15 og 2–22, Holmekrogen 1–21",
        ),
        (["Buddingevej 35C", "Buddingevej 17A", "Buddingevej 21"], "Buddingevej 17A–35C"),
        (["Åvej 9", "Åvej 10", "Åvej 11"], "Åvej 9–11 og 10"),
        (["Åvej 1", "Åvej 1", "Åvej 1"], "Åvej 1"),
        (["A 1", "A 3", "A 5", "A 7", "B 1"], "A 1–7 m.fl."),  # one in five is under a quarter
        (["A 1", "A 3", "A 5", "B 1"], "A 1–5, B 1"),  # one in four is not
        (["A 1", "A 3", "B 1", "B 3", "C 1", "C 3"], "A 1–3, B 1–3 m.fl."),
        (["uden nummer", ""], None),
        ([], None),
    ],
)
def test_a_group_is_called_by_its_roads(addresses, name):
    assert group_name(addresses) == name
    assert group_name(reversed(addresses)) == name
