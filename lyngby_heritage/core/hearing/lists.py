"""The tables of a hearing: who is heard of what, what goes to digital post and to print, and the account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..common.addresses import danish_key
from ..common.data import load
from ..common.wording import as_printed, decimal, joined
from ..tables.table import DATE, DECIMAL, WHOLE, Column, Table
from .account import UNTOUCHED, Account, Holding, Letter, remark_on_group
from .deadlines import FILE, Hearing, free_day, later_days
from .letters import About, Writer, file_names
from .near import Near
from .properties import TEXTS, HeardBuilding
from .receivers import DIGITAL, ESTATE, PRINT, Receiver, same_name_elsewhere

MANY_OWNERS = 20
"""Owners from which a property is shown among what to look at: most are condominiums."""
PROTECTED = "beskyttet adresse"


def hearing_list(account: Account, writer: Writer) -> Table:
    """One row per receiver and property, with the fields that a letter of the municipality's own merges.

    What the letters say at length, or the same in every row, is not printed: the page could not be read for it.
    """
    files = dict(enumerate(file_names(len(account.letters)), start=1))
    columns = (
        *(Column("Brev nr.", WHOLE), Column("Fil", width=22, prints=False), Column("Forsendelse", width=14)),
        *(Column("Navn", width=30), Column("c/o", width=18), Column("Adresse", width=30), Column("Postnr.", width=8)),
        *(Column("By", width=18), Column("Land", width=14), Column("Rolle", width=12), Column("Ejendom", width=14)),
        *(Column("Ejendommens adresse", width=28), Column("Matr.nr.", width=28), Column("Bygninger", width=40)),
        *(Column("Grundlag", width=30), Column("Begrundelse", width=50, prints=False), Column("Kulturmiljø", width=24)),
        *(Column(one, width=50, prints=False) for one in ("Konsekvens nu", "Konsekvens senere")),
        *(Column("Høringsfrist", width=26, prints=False), Column("Link", width=30, prints=False)),
        Column("Bemærkning", width=40),
    )
    rows = [
        _merge_row(letter, holding, files, writer)
        for letter in (*account.letters, *account.unsent)
        for holding in letter.holdings or (None,)
    ]
    return Table("Høringsliste", columns, _columns(rows, len(columns)), kept=1, nothing="Ingen modtagere.")


def _merge_row(letter: Letter, holding: Holding | None, files: dict[int, str], writer: Writer) -> tuple[Any, ...]:
    who, about = letter.receiver, writer.about
    sent = (letter.number or None, files.get(letter.number, ""), who.way or "kan ikke sendes")
    # Where the letter goes by digital post nobody needs a protected address, so it stands in no list.
    hidden = who.protected and who.way == DIGITAL
    place = ("", PROTECTED, "", "", "") if hidden else (who.co, who.address, who.postcode, who.town, who.country)
    ends = (about.hearing.last_in_words, about.link, who.lacks)
    if holding is None:
        return (
            *sent,
            who.name,
            *place,
            joined([writer.texts["roles"].get(kind, kind) for kind in letter.parties]),
            *[""] * 9,
            *ends,
        )
    one = holding.property
    now, later = writer.consequence(one)
    called = writer.texts["roles"]
    roles = "nabo" if one.near else joined([called.get(role, role) for role in holding.roles])
    return (
        *(*sent, who.name, *place, roles, one.key, one.address, one.parcels),
        "; ".join(map(_called, one.buildings)),
        "; ".join(dict.fromkeys(each.ground for each in one.buildings)),
        " | ".join(each.reason for each in one.buildings if each.reason),
        "; ".join(one.environments),
        *(now, later, *ends),
    )


def _called(one: HeardBuilding) -> str:
    number = f"nr. {one.number} " if one.number else ""
    value = f" (SAVE {one.save})" if one.save else ""
    return f"{number}{one.address or 'uden adresse'}{value}"


def _columns(rows: Sequence[tuple[Any, ...]], count: int) -> list[Sequence[Any]]:
    return [list(one) for one in zip(*rows)] if rows else [[] for _ in range(count)]


def _table(title: str, columns: Sequence[Column], rows: Sequence[tuple[Any, ...]], nothing: str = "Ingen.") -> Table:
    return Table(title, columns, _columns(rows, len(columns)), nothing=nothing)


# ---- to the post -----------------------------------------------------------------------------------------------------


def digital_table(account: Account, about: About) -> Table:
    """The letters for digital post: each file with the id of its receiver."""
    headings = ("brev_nr", "fil", "id", "id_type", "navn", "emne")
    files = list(file_names(len(account.letters)))
    rows = [
        (one.number, files[one.number - 1], who.post_id, who.id_kind, who.name, f"Høring: forslag til {about.plan}")
        for one in account.letters
        if (who := one.receiver).way == DIGITAL
    ]
    return _table("Digital post", [Column(one) for one in headings], rows)


def print_table(account: Account) -> Table:
    """The letters for print, sorted as the post wants them: by postcode, street and number, abroad last."""
    headings = ("brev_nr", "fil", "navn", "co", "adresse", "postnr", "by", "land", "adressebeskyttelse")
    files = list(file_names(len(account.letters)))
    rows = [
        (
            *(one.number, files[one.number - 1], who.name, who.co, who.address, who.postcode, who.town, who.country),
            "ja" if who.protected else "",
        )
        for one in account.letters
        if (who := one.receiver).way == PRINT
    ]
    return _table("Til print", [Column(one) for one in headings], rows)


def near_table(account: Account, reasons: Mapping[str, str]) -> Table:
    """The properties near the plan, for somebody to decide on; read again, `hoeres` = ja gives them letters.

    `reasons` are what somebody wrote before, by the property's key.
    """
    headings = (
        "ejendom_id",
        "adresse",
        "matrikler",
        "afstand_m",
        "naermeste_ejendom_i_planen",
        "bemaerkning",
        "hoeres",
        "begrundelse",
    )
    heard = {one.property.key for one in account.results if one.property.near}
    rows = [
        (
            *(one.property.key, one.property.address, one.property.parcels),
            *(None if one.metres is None else as_printed(one.metres, 1), one.to, _only_near(one)),
            *("ja" if one.property.key in heard else "", reasons.get(one.property.key, "")),
        )
        for one in account.near
    ]
    columns = [Column(one, DECIMAL if one == "afstand_m" else "text") for one in headings]
    return _table("Naboer", columns, rows)


def _only_near(one: Near) -> str:
    """What is said of a property that is near land alone which is not in the plan's area; "" of others."""
    told = str(load(TEXTS)["near_other_land"])
    return told.format(jord=one.only_by, afstand=f"{decimal(one.only_metres, 1)} m") if one.only_by else ""


# ---- the account -----------------------------------------------------------------------------------------------------


def account_tables(account: Account, hearing: Hearing) -> list[Table]:
    """The sheets of the account."""
    return [
        _results(account),
        _missing(account),
        _groups(account),
        _left(account),
        _to_look_at(account),
        _days(hearing),
    ]


def _results(account: Account) -> Table:
    columns = (
        *(Column("Ejendom", width=14), Column("Adresse", width=28), Column("Matr.nr.", width=28)),
        *(Column("Hvorfor", width=30), Column("Brev lavet til ejerne", width=12), Column("Hvorfor ikke", width=44)),
        *(Column("Ejere", WHOLE), Column("heraf med brev", WHOLE), Column("Lejere og brugere med brev", WHOLE)),
        *(Column("Breve nr.", width=24), Column("Sendt den", width=12, least=12)),
        Column("Bemærkning", width=30, least=30),
    )
    rows = [
        (
            *((one := result.property).key, one.address, one.parcels, _why(result.property), result.heard, result.why),
            *(result.owners, result.reached, result.others, ", ".join(map(str, result.letters)), "", ""),
        )
        for result in account.results
    ]
    return _table("Ejendomme", columns, rows)


def _why(one: Any) -> str:
    if one.near:
        return "nabo, efter kommunens skøn"
    parts = []
    if one.buildings:
        numbers = [str(each.number) for each in one.buildings if each.number]
        parts.append(f"bygning nr. {', '.join(numbers)}" if numbers else "bygning, som forslaget nævner")
    parts += [f"kulturmiljøet {name}" for name in one.environments]
    return "; ".join(parts)


def _missing(account: Account) -> Table:
    columns = (
        *(Column("Ejendom", width=14), Column("Adresse", width=28), Column("Matr.nr.", width=28)),
        *(Column("Brev lavet til ejerne", width=12), Column("Hvorfor ikke", width=50)),
        Column("Hvad er gjort", width=40, least=40),
    )
    rows = [
        (one.property.key, one.property.address, one.property.parcels, one.heard, one.why, "")
        for one in account.results
        if one.why
    ]
    return _table("Mangler", columns, rows, "Alle ejere i udtrækket får brev.")


def _groups(account: Account) -> Table:
    columns = (
        *(Column("Hvem", width=50), Column("Breve", WHOLE), Column("Lov", width=18), Column("Kilde", width=30)),
        Column("Bemærkning", width=60),
    )
    marks = {"L": "lovens tekst, i et optryk", "S": "myndighedernes egen tekst", "2": "anden hånd: skal kontrolleres"}
    rows = []
    for one in load(FILE)["groups"]:
        count = account.by_role.get(one["key"], 0)
        said = marks.get(one["mark"], "")
        rows.append((one["name"], count, one["law"], said, remark_on_group(account, one["key"], one["lacking"])))
    return _table("Grupper", columns, rows)


def _left(account: Account) -> Table:
    columns = (
        Column("Række i udtrækket", WHOLE),
        Column("Ejendom", width=16),
        Column("Navn", width=34),
        Column("Hvorfor intet brev", width=54),
    )
    # Most rows of a whole municipality's extract are of properties that the plan does not touch: those come last.
    ordered = sorted(account.left, key=lambda one: (one.why == UNTOUCHED, one.row))
    rows = [(one.row, one.written, one.name, one.why) for one in ordered]
    return _table("I udtrækket, men uden brev", columns, rows, "Alle rækker har ført til et brev.")


def _to_look_at(account: Account) -> Table:
    columns = (Column("Brev nr.", width=10), Column("Navn", width=34), Column("Hvad", width=70))
    rows: list[tuple[str, str, str]] = []
    every = [*account.letters, *account.unsent]
    for letter in every:
        rows += [(_number(letter), letter.receiver.name, said) for said in _special(letter.receiver)]
    number_of = {id(one.receiver): _number(one) for one in every}
    for first, second in same_name_elsewhere([one.receiver for one in every]):
        said = (
            f"Samme navn som brev {number_of[id(first)]}, men en anden adresse eller uden id. Er det samme modtager, "
            "får den to breve."
        )
        rows.append((number_of[id(second)], second.name, said))
    rows += [
        ("", one.property.called, f"Ejendommen har {one.owners} ejere i udtrækket. Er den opdelt, kan flere mangle.")
        for one in account.results
        if one.owners >= MANY_OWNERS
    ]
    rows += [
        ("", role, f"Rollen kendes ikke. {count} rækker er hørt som bruger.")
        for role, count in sorted(account.unknown_roles.items(), key=lambda one: danish_key(one[0]))
    ]
    return _table("Bør kontrolleres", columns, rows, "Intet.")


def _number(letter: Letter) -> str:
    return str(letter.number) if letter.number else "intet"


def _special(one: Receiver) -> list[str]:
    said = []
    if not one.name:
        said.append("Uden navn: brevet er stilet til ejeren, lejeren eller brugeren.")
    if one.other_names:
        said.append(f"Samme id, men også skrevet: {'; '.join(one.other_names)}.")
    if one.kind == ESTATE:
        said.append("Dødsbo: kontrollér, hvem der behandler boet, og hvor brevet skal hen.")
    if one.abroad and one.way == PRINT:
        said.append(f"Adresse i udlandet ({one.country}): kontrollér porto og frist.")
    if one.protected:
        said.append("Adressen er beskyttet: den må ikke gives videre.")
    if one.lacks:
        said.append(f"Brevet kan ikke sendes: {one.lacks}.")
    return said


def _days(hearing: Hearing) -> Table:
    columns = (Column("Hvad", width=54), Column("Dag", DATE), Column("Lov", width=20), Column("Bemærkning", width=50))
    rows: list[tuple[Any, ...]] = [
        ("Høringens første dag", hearing.first, hearing.term.law, _free(free_day(hearing.first))),
        ("Høringens sidste dag", hearing.last, hearing.term.law, _last(hearing)),
    ]
    for one in later_days(hearing):
        said = "anden hånd: skal kontrolleres" if one.mark in ("2", "U") else one.source
        rows.append((one.text, one.day, one.law, said))
    return _table("Frister", columns, rows)


def _last(hearing: Hearing) -> str:
    said = [f"mindst {hearing.term.least_weeks} uger for {hearing.term.name}"]
    if hearing.moved_from is not None:
        said.append(f"flyttet fra {hearing.moved_from:%d-%m-%Y} ({free_day(hearing.moved_from)})")
    return "; ".join([*said, *filter(None, [_free(free_day(hearing.last))])])


def _free(why: str) -> str:
    return f"er ikke en hverdag ({why})" if why else ""
