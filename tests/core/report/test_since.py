"""The printed work list of a follow-up: its order, what is left out of it, and what it does not name."""

import re

import pytest
from profiles import profile_in

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import read_profile
from lyngby_heritage.core.report.since import ListedEvent, SinceReport, render_since


def event(kind, group, rank, name, hidden=False):
    return ListedEvent(kind, group, rank, name, "udpeget, SAVE-værdi 3", "BBR: nedrevet", "2028-03-01", "Sket.", hidden)


def page(*events, map_png=None, followed=12):
    report = SinceReport(
        title="Hvad er der sket?",
        plan="Lokalplan 300: Kulturhistorisk lokalplan",
        state="Planen er vedtaget.",
        followed=followed,
        events=events,
        findings=(),
        parameters=(),
        inputs=(),
        versions=(),
        made_at="1.5.2028 kl. 12.00",
        map_png=map_png,
    )
    return re.sub(r"\s+", " ", render_since(report).replace("\u00a0", " "))


def names(html, rank):
    """The buildings in the section of a rank, in its order."""
    section = html.split(f'<section id="rang{rank}">')[1].split("</section>")[0]
    return re.findall(r'<tr><th scope="row">(.*?)</th>', section)


def test_without_events_nothing_differs():
    html = page()
    followed = "de 12 bygninger, der er fulgt: udpegede, fredede, kirker og bygninger til vurdering"
    assert f"Intet i registrene er anderledes end i planen for {followed}" in html
    assert 'id="rang' not in html
    assert "anderledes end i planen for den ene bygning, der er fulgt" in page(followed=1)


def test_a_section_for_each_rank_in_its_order():
    html = page(
        event("nedrevet", "udpeget", 1, "Byvej 1"),
        event("nedrevet", "udpeget", 1, "Byvej 2"),
        event("ombygget", "udpeget", 3, "Byvej 3"),
    )
    assert re.findall(r'<section id="rang(\d+)">', html) == ["1", "3"]
    assert (names(html, 1), names(html, 3)) == (["Byvej 1", "Byvej 2"], ["Byvej 3"])
    assert "12 bygninger er fulgt: dem, planen udpeger, fredede bygninger, kirker og dem, der er til vurdering" in html
    assert "Registrene viser <strong>3</strong> hændelser, som kommunen skal se på." in html
    assert "1. marts 2028" in html


def test_what_the_register_keeps_from_the_public_is_counted_and_not_named():
    html = page(event("vaek", "udpeget", 2, "Byvej 1"), event("vaek", "udpeget", 2, "Hemmelig 7", hidden=True))
    assert names(html, 2) == ["Byvej 1"]
    assert "Hemmelig" not in html
    assert "1 bygning mere, som registret ikke offentliggør, er talt med" in html
    assert "<caption>2 hændelser, heraf 1 vist</caption>" in html


def test_what_is_not_named_is_not_said_to_be_on_the_map_or_in_the_lists():
    shown = event("vaek", "udpeget", 2, "Byvej 1")
    withheld = event("vaek", "udpeget", 2, "Hemmelig 7", hidden=True)
    not_there = "Bygninger, som registret ikke offentliggør, er ikke på kortet."
    assert not_there in page(shown, withheld, map_png=b"\x89PNG")
    assert not_there not in page(shown, map_png=b"\x89PNG")
    assert not re.search(r"[Aa]lle (hændelser|står)", page(shown, withheld, map_png=b"\x89PNG"))


def test_of_what_the_plan_does_not_bind_nobody_is_asked_which_plan_applies():
    """Provisions do not apply to the listed buildings and churches that the plan mentions (§ 2 of its provisions)."""
    html = page(event("lokalplan", "fredet_kirke", 14, "Kirken"), event("lokalplan", "udpeget", 6, "Byvej 1"))
    apart, bound = (html.split(f'<section id="rang{one}">')[1].split("</section>")[0] for one in (14, 6))
    assert "Denne plans bestemmelser gælder ikke for bygningen." in apart
    assert "hvilken gælder for bygningen?" not in apart
    assert "hvilken gælder for bygningen?" in bound


@pytest.mark.parametrize(("count", "said"), [(2, None), (3, "1 hændelse mere"), (4, "2 hændelser mere")])
def test_a_long_list_says_how_many_it_leaves_out(tmp_path, count, said):
    short = read_profile(profile_in(tmp_path, {"rules/since.json": {"most_listed": 2}}))
    with in_force(short):
        html = page(*(event("nedrevet", "udpeget", 1, f"Byvej {one}") for one in range(count)))
    assert names(html, 1) == ["Byvej 0", "Byvej 1"]
    assert (f"{said} er ikke vist her; alle står i kortlaget." in html) if said else ("er ikke vist her" not in html)


def legend_of(html):
    (legend,) = re.findall(r'<ul class="legend">(.*?)</ul>', html)
    return re.findall(r"<li>(<svg.*?</svg>)([^<]*)</li>", legend)


def test_the_legend_has_the_signs_of_the_map_for_what_has_happened():
    events = (event("nedrevet", "udpeget", 1, "Byvej 1"), event("lokalplan", "udpeget", 6, "Byvej 2"))
    signs = {name.strip(): drawn for drawn, name in legend_of(page(*events, map_png=b"\x89PNG"))}
    assert list(signs) == ["Nedrevet", "Anden lokalplan"]
    assert "M6.5 2h5" in signs["Nedrevet"]  # a cross
    assert "M9 2.5 16 15.5H2Z" in signs["Anden lokalplan"]  # a triangle


def test_every_kind_of_event_has_a_sign_that_can_be_drawn():
    kinds = [one["code"] for one in load("rules/since.json")["events"]]
    events = [event(kind, "udpeget", 1, f"Byvej {at}") for at, kind in enumerate(kinds)]
    assert len(legend_of(page(*events, map_png=b"\x89PNG"))) == len(kinds) == 8


def test_the_map_says_that_of_several_signs_on_a_building_the_topmost_shows():
    assert "kortet viser det øverste. Hændelserne står i listerne nedenfor." in page(map_png=b"\x89PNG")


def test_a_building_that_was_decided_on_is_not_called_one_to_be_assessed():
    ranks = load("rules/since.json")["ranks"]
    said = [one["why"] for one in ranks if one["group"] == "til_vurdering"]

    assert sum("der er til vurdering eller særskilt besluttet" in one for one in said) == 7
    assert not any("bygning til vurdering" in one for one in said)


def test_what_is_to_be_done_reads_on_from_its_heading():
    html = page(event("nedrevet", "udpeget", 1, "Bredevej 9"))
    assert "<strong>Hvad der skal gøres:</strong> Se i byggesagen" in html


def test_what_a_plan_says_is_quoted_once_and_referred_to_after():
    quoted = "bevarende: Bebyggelse med SAVE-værdi 1-4 må ikke nedrives eller ombygges uden tilladelse."
    rows = [
        ListedEvent("lokalplan", "udpeget", 6, f"Avej {n}", quoted, "bevarende", "", what, False)
        for n, what in enumerate(("Plan 91 er ændret.", "Plan 91 er ændret.", "Plan 92 er ændret."), 1)
    ]
    html = page(*rows).replace("<wbr>", "")
    assert html.count(quoted) == 2  # of each plan once
    assert html.count("som ved Avej 1") == 1
