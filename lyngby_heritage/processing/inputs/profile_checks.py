"""Refuses a profile whose values can each be read and cannot be used together, before anything else is done."""

from __future__ import annotations

import json
import traceback
from pathlib import Path

from ...core.common.errors import Note
from ...core.common.profile import Profile, in_force
from ...core.common.profile_reading import built_in_profile
from ..translation import tr


def refuse_unfit(profile: Profile) -> None:
    """HeritageError where the rules, the catalogue, the website's settings or a template make no whole."""
    if profile.built_in:
        return
    from ...core.designation.chosen_values import high_values
    from ...core.landscape.catalogue import built_in as catalogue
    from ...core.plan.provision_rules import rule_sections
    from ...core.web.settings import settings

    with in_force(profile):
        high_values()
        catalogue()
        settings()
        rule_sections()
    _refuse_rule_table(profile)
    if profile.templates:
        from ...core.common.templates import refuse_unreadable
        from ...core.documents.template import refuse_unfit_template

        refuse_unreadable(profile)
        refuse_unfit_template(profile)


def _refuse_rule_table(profile: Profile) -> None:
    """As of a rule table that is given as RULES: levels, limits, and what the texts fill in."""
    from ...core.validation.rule_table import TABLE, built_in, changed_by

    if profile.folder is None or TABLE not in profile.files:
        return
    own = json.loads((profile.folder / TABLE).read_text(encoding="utf-8-sig"))
    with in_force(built_in_profile()):
        changed_by(built_in(), f"{profile.folder.name}/{TABLE}", json.dumps({"rules": {}, **own}))


def template_fault(error: Exception, profile: Profile) -> str:
    """What is wrong with a template of the profile, "" where the error is none of a template's."""
    if not profile.templates or not type(error).__module__.startswith("jinja2."):
        return ""
    frames = traceback.extract_tb(error.__traceback__)
    place = next((f"{Path(one.filename).name}, {one.lineno}" for one in reversed(frames) if ".j2" in one.filename), "?")
    said = tr("The profile {profile}: a template cannot be filled in ({place}): {why}. Nothing was written.")
    return said.format(profile=profile.name, place=place, why=str(error))


def notes_of(profile: Profile, origin: str, person: str) -> list[Note]:
    """What the log says of the profile of a run; `person` is a setting that was left alone, "" where there is none."""
    values: dict[str, object] = {"name": profile.name, "version": profile.version, "checksum": profile.checksum}
    values["origin"] = tr(origin)
    notes = [Note("Profile: {name}, version {version}, checksum {checksum} ({origin}).", values)]
    if person:
        notes.append(
            Note(
                "The setting of this person's QGIS names the profile {profile}. A run without a desktop does not take "
                "it: give it as PROFILE where it is meant.",
                {"profile": person},
                warning=True,
            )
        )
    unverified = [one.about for one in profile.sources if not one.verified]
    if unverified:
        notes.append(Note("Not verified in the source itself: {places}.", {"places": "; ".join(unverified)}))
    if profile.inherited:
        notes.append(
            Note(
                "The profile does not say {places}: what another municipality decided holds. Say it in the profile.",
                {"places": "; ".join(profile.inherited)},
                warning=True,
            )
        )
    if profile.unread:
        notes.append(Note("Files of the profile that nothing reads: {files}.", {"files": "; ".join(profile.unread)}))
    return notes
