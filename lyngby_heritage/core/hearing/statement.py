"""The account of a hearing as a text for the case: in sentences and tables, and without the name of anybody."""

from __future__ import annotations

from jinja2 import select_autoescape

from ..common.data import load
from ..common.dates import danish_date
from ..common.templates import templates_of
from ..common.wording import agreeing, capitalised, plain_plural
from ..documents.markdown_text import markdown
from ..plan.withheld import CHOSEN
from .account import Account, PropertyResult, proof, remark_on_group
from .deadlines import FILE, Hearing, day_in_words, later_days

TEMPLATE = "hoering_redegoerelse.md.j2"
UNCHECKED = ("2", "U")
"""Marks of what has to be looked up."""


def hearing_statement(plan: str, account: Account, hearing: Hearing, withheld: int) -> str:
    """The text as Markdown. `withheld` are the designated buildings that the register keeps from the public."""
    jinja = templates_of("templates", autoescape=select_autoescape())
    jinja.filters["md"] = markdown
    return jinja.get_template(TEMPLATE).render(
        plan=plan,
        foerste=day_in_words(hearing.first),
        sidste=hearing.last_in_words,
        lov=capitalised(hearing.term.law),
        uger=hearing.term.least_weeks,
        art=hearing.term.name,
        flyttet="" if hearing.moved_from is None else day_in_words(hearing.moved_from),
        saetninger=proof(account),
        grupper=[
            {
                "navn": one["name"],
                "breve": account.by_role.get(one["key"], 0),
                "lov": one["law"],
                "bemaerkning": remark_on_group(account, one["key"], one["lacking"]),
            }
            for one in load(FILE)["groups"]
        ],
        mangler=[
            {"nummer": one.property.key, "adresse": one.property.address, "grund": why_in_public(one)}
            for one in account.results
            if one.why
        ],
        tilbageholdt=withheld_told(withheld),
        frister=[
            {
                "hvad": one.text,
                "dag": danish_date(one.day),
                "lov": one.law,
                "bemaerkning": "anden hånd: skal kontrolleres" if one.mark in UNCHECKED else "",
            }
            for one in later_days(hearing)
        ],
    )


def why_in_public(one: PropertyResult) -> str:
    """Why not all of a property's owners are heard, without what their rows say of them.

    That an address is protected is protected too: the text lies on the case, beside the property's own address.
    """
    unreached = one.owners - one.reached
    if not unreached:
        return one.why
    return f"{plain_plural(unreached, 'ejer', 'ejere')} kan ikke nås med det, der står i udtrækket"


def withheld_told(count: int) -> str:
    """What is said of buildings that the register keeps from the public and that would be designated otherwise; or "".

    `count` has no listed building and no church (`Withheld.bound`).
    """
    if not count:
        return ""
    they, them = ("den", "den") if count == 1 else ("de", "dem")
    return (
        f"{plain_plural(count, 'bygning', 'bygninger')}, som registret ikke offentliggør, {CHOSEN}. Planen nævner "
        f"{them} ikke, og {they} er ikke med i breve og lister. {agreeing(count, 'Ejeren', 'Ejerne')} af {them} skal "
        "høres for sig. Fredede bygninger og kirker er ikke talt med her: planens bestemmelser gælder ikke for dem."
    )


READ_ME = """HØRINGSMAPPE – MÅ IKKE OFFENTLIGGØRES

Mappen indeholder navne, adresser og id'er til digital post. Et id kan være et CPR-nummer. Læg den
kun, hvor de, der arbejder med sagen, kan læse den, og slet den, når den ikke længere skal bruges.
Intet herfra står i planens pakke, på hjemmesiden eller i programmets log.

{plan}
Høring: {first} til {last}
{letters}

hoeringsliste.xlsx, .csv     en række for hver modtager og ejendom, med felter til kommunens egen brevfletning
breve/                       et brev til hver modtager om alle dennes ejendomme; filens navn er et nummer
digital_post.csv             brevene til digital post: fil og id
trykkes.csv                  brevene til print, sorteret efter postnummer og vej; udlandet sidst
hoering_regnskab.xlsx        regnskabet: hver ejendom, hvad der mangler, grupperne i § 26, rækker uden brev,
                             hvad der bør kontrolleres, og frister
hoering_redegoerelse.docx    regnskabet i sætninger, uden navne, til sagen
naboer_at_tage_stilling_til.csv   ejendomme uden for planen, hvis værktøjet er bedt om at nævne dem; skriv
                             ja i hoeres ud for dem, der skal have brev, og kør værktøjet igen med filen
                             som »Listen over naboer med jeres beslutning«. afstand_m er afstanden til den
                             nærmeste jord i planens område (bestemmelsernes § 2)
filer.csv                    filerne og deres kontrolsum, så en ny kørsel kender dem igen

Før brevene sendes:
- Felter i kantet parentes skal udfyldes. Det gøres én gang for alle breve, i kommunens profil
  (rules/hearing.json, letter) eller i skabelonen templates/hoeringsbrev.md.j2; kør derefter igen.
- Se arkene Mangler og Bør kontrolleres i regnskabet.
- Den, der er fritaget for digital post, skal have brevet på papir; adressen står i hoeringsliste.xlsx.
- Kør værktøjet igen, hvis udtrækket er ændret: breve får nye numre, så send ikke fra to kørsler.
"""


def read_me(plan: str, hearing: Hearing, letters: int) -> str:
    """What the folder says of itself, for Windows' own editor."""
    counted = plain_plural(letters, "brev", "breve")
    days = {"first": danish_date(hearing.first), "last": danish_date(hearing.last)}
    return READ_ME.format(plan=plan, letters=counted, **days).replace("\n", "\r\n")
