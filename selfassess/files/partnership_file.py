"""Reads the facts of a partnership, from which the command line makes an assessment."""

import dataclasses
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import StringConstraints

from selfassess.core.areas import area_code, is_area_code, lies_in
from selfassess.core.assessment import Area, Organisation, Partnership, Purpose
from selfassess.core.codes import POLICY_AREAS, SECTORS, Step
from selfassess.core.fitting import Limits
from selfassess.core.problem import Problem
from selfassess.core.value import Value
from selfassess.files import yaml_reader
from selfassess.files.countries import is_country, problems_of_countries
from selfassess.files.ids import EACH, made, misnamed, repeated, written
from selfassess.files.letters import letter_for
from selfassess.files.yaml_reader import Document


@dataclass(frozen=True, slots=True)
class PartnershipFacts:
    """Who shares what, where on the journey, and with whom."""

    partnership: Partnership
    step: Step
    high_risk: bool
    safety_at_stake: bool
    organisations: tuple[Organisation, ...]


_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Partner(Value):
    name: _Name
    sector: str
    people: Annotated[int, Limits(ge=0)] = 0


class _Area(Value):
    code: str = ""
    name: Annotated[str, StringConstraints(strip_whitespace=True)] = ""


class _PartnershipFile(Value):
    """The file as it is written; what is missing has its default."""

    name: _Name
    purpose: Purpose = Purpose()
    story: str = ""
    policy_areas: tuple[str, ...] = ()
    step: Step = Step.VISION
    country: str = Partnership.country
    area: _Area = _Area()
    high_risk: bool = True
    safety_at_stake: bool = True
    organisations: Annotated[tuple[_Partner, ...], Limits(min_length=1)]


def read_partnership(path: Path) -> PartnershipFacts:
    """Read the facts of a partnership; each organisation is given an id and a letter.

    Raises:
        FileProblemsError: carries everything that is wrong with the file.
    """
    return partnership_in(yaml_reader.read(path))


def partnership_in(document: Document) -> PartnershipFacts:
    """Make the facts of a partnership of a document; raises like `read_partnership`."""
    read = made(_PartnershipFile, _without_blanks(document), _problems_in(document))
    return PartnershipFacts(
        partnership=Partnership(
            name=read.name,
            purpose=read.purpose,
            story=read.story,
            policy_areas=tuple(dict.fromkeys(read.policy_areas)),
            country=read.country,
            area=Area(code=area_code(read.area.code), name=read.area.name),
        ),
        step=read.step,
        high_risk=read.high_risk,
        safety_at_stake=read.safety_at_stake,
        organisations=_organisations(read.organisations),
    )


def _without_blanks(document: Document) -> Document:
    """Take a field that is written but left empty as one that is not written."""
    root = document.root
    return dataclasses.replace(
        document, root=dataclasses.replace(root, plain=_filled(document.plain))
    )


def _filled(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {name: _filled(value) for name, value in plain.items() if value is not None}
    if isinstance(plain, list):
        return [_filled(value) for value in plain]
    return plain


def _problems_in(document: Document) -> list[Problem]:
    """Find organisations that stand twice, and codes that are none."""
    names = written(document, "organisations", EACH, "name")
    sectors = written(document, "organisations", EACH, "sector")
    areas = written(document, "policy_areas", EACH)
    return [
        *repeated(document, names, "partnership.repeated-organisation"),
        *misnamed(document, sectors, SECTORS, "content.unknown-sector"),
        *misnamed(document, areas, POLICY_AREAS, "content.unknown-policy-area"),
        *problems_of_countries(document, written(document, "country")),
        *_problems_of_areas(document),
    ]


def _problems_of_areas(document: Document) -> Iterator[Problem]:
    """Find codes of areas that are none, or of another nation."""
    country = next((c for _place, c in written(document, "country")), Partnership.country)
    for place, said in written(document, "area", "code"):
        code = area_code(said)
        if code and not is_area_code(code):
            yield document.problem("content.unknown-area", place, said=said)
        elif code and is_country(country) and not lies_in(code, country):
            yield document.problem("content.area-elsewhere", place, said=said)


def _organisations(partners: tuple[_Partner, ...]) -> tuple[Organisation, ...]:
    made: list[Organisation] = []
    for partner in partners:
        made.append(
            Organisation(
                id=_id_for(partner.name, {organisation.id for organisation in made}),
                name=partner.name,
                sector=partner.sector,
                letter=letter_for(partner.name, (organisation.letter for organisation in made)),
                people=partner.people,
            )
        )
    return tuple(made)


def _id_for(name: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    id_ = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "organisation"
    return next(
        candidate
        for candidate in (id_, *(f"{id_}-{number}" for number in range(2, len(taken) + 3)))
        if candidate not in taken
    )
