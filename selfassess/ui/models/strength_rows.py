"""Strength rows: how strongly the answers point to each barrier, side by side."""

from dataclasses import dataclass

from selfassess.core.diagnosis import Diagnosis
from selfassess.core.results import Results
from selfassess.reports.barriers import strength_word
from selfassess.reports.phrases import dimension_name, lowered, said
from selfassess.ui.models.table import Table
from selfassess.words import Words
from selfassess.words.names import name_of


@dataclass(frozen=True, slots=True)
class StrengthRow:
    """A barrier in the chart.

    Attributes:
        id: Its id.
        name: Its name, with its place in the list before it.
        strength: How strong its signs are, 0 to 1.
        most: What it could be if all that is unknown stood at level 1, 0 to 1.
        band: The word for its strength, which groups the rows.
        spoken: Its name for a screen reader.
        reading: All of it in a line of words.
    """

    id: str
    name: str
    strength: float
    most: float
    band: str
    spoken: str
    reading: str


def strength_rows(results: Results, words: Words) -> tuple[StrengthRow, ...]:
    """Return the barriers that are not set aside, strongest first."""
    listed = [found for found in results.barriers if not found.aside]
    listed.sort(key=lambda found: (not found.raised, -found.strength))
    return tuple(_row(found, results, words) for found in listed)


def strength_finding(rows: tuple[StrengthRow, ...], words: Words) -> str:
    """Say how many barriers stand in each band."""
    bands = dict.fromkeys(row.band for row in rows)
    counted = [
        words("{count} {band}", count=sum(r.band == band for r in rows), band=lowered(band))
        for band in bands
    ]
    return ", ".join(counted)


def strength_table(results: Results, words: Words) -> Table:
    """Return the chart as a table."""
    rows = strength_rows(results, words)
    by_id = {found.barrier.id: found for found in results.barriers}
    return Table(
        words("How strong the barriers are"),
        (
            words("Barrier"),
            words("Dimension"),
            words("Strength"),
            words("How strong"),
            words("Who can remove it"),
        ),
        tuple(
            (
                row.name,
                dimension_name(by_id[row.id].barrier.dimension, results, words),
                f"{row.strength:.2f}",
                row.band,
                name_of(by_id[row.id].barrier.reach, words),
            )
            for row in rows
        ),
    )


def _row(found: Diagnosis, results: Results, words: Words) -> StrengthRow:
    barrier, band = found.barrier, strength_word(found, words)
    name = said(barrier.name, words)
    spoken = words("{name}, {band}", name=name, band=lowered(band))
    facts = {
        "spoken": spoken,
        "dimension": dimension_name(barrier.dimension, results, words),
        "strength": f"{found.strength:.2f}",
        "most": f"{found.strength_high:.2f}",
    }
    reading = words("{spoken}: {dimension}. Strength {strength} of 1.", **facts)
    if facts["strength"] != facts["most"]:
        reading = words(
            "{spoken}: {dimension}. Strength {strength} of 1, up to {most} with what is unknown.",
            **facts,
        )
    return StrengthRow(
        id=barrier.id,
        name=name,
        strength=found.strength,
        most=max(found.strength, found.strength_high),
        band=band,
        spoken=spoken,
        reading=reading,
    )
