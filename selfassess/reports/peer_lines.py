"""A partnership beside places like it, in words and as figures for machines."""

from collections.abc import Iterator
from typing import Any

from selfassess.core.content import Content
from selfassess.core.peers import PeerComparison, PeerLine, Stands
from selfassess.core.portfolio import By
from selfassess.reports.phrases import figure
from selfassess.reports.portfolio_names import dimension_name, group_name
from selfassess.words import Words


def peer_lines(found: tuple[PeerComparison, ...], content: Content, words: Words) -> Iterator[str]:
    """Say where a partnership stands beside each group; it ranks nobody."""
    if not found:
        yield words("There are too few places like yours in this file to set you beside them.")
        return
    for one in found:
        yield comparison_title(one, words)
        for line in one.lines:
            name = dimension_name(line.dimension, content, words)
            yield f"  {name}: {line_in_words(line, words)}"
        yield ""
    yield words(
        "The middle half of the places lies between the two figures. Places differ in what they "
        "share and who answered, so a difference is a question, not a mark."
    )


def comparison_title(one: PeerComparison, words: Words) -> str:
    """Say which places a comparison is with."""
    if one.by is By.STEP:
        return words(
            "Beside {count} places at the same step, {group}",
            count=one.places,
            group=group_name(one.group, words),
        )
    if one.by is By.POLICY_AREA:
        return words(
            "Beside {count} places in the same policy area, {group}",
            count=one.places,
            group=group_name(one.group, words),
        )
    return words("Beside all {count} places", count=one.places)


def line_in_words(line: PeerLine, words: Words) -> str:
    """Say where a dimension stands beside the middle half."""
    where = {
        Stands.BELOW: words("below the middle half"),
        Stands.WITHIN: words("in the middle half"),
        Stands.ABOVE: words("above the middle half"),
    }[line.stands]
    return words(
        "{value}, {where}, {lower} to {upper}",
        value=figure(line.value),
        where=where,
        lower=figure(line.spread.lower),
        upper=figure(line.spread.upper),
    )


def peer_figures(found: tuple[PeerComparison, ...]) -> list[dict[str, Any]]:
    """Return what `selfassess peers --json` prints."""
    return [
        {
            "by": str(one.by) if one.by else "all",
            "group": one.group,
            "places": one.places,
            "dimensions": [
                {
                    "id": line.dimension,
                    "value": line.value,
                    "lower": line.spread.lower,
                    "middle": line.spread.middle,
                    "upper": line.spread.upper,
                    "stands": str(line.stands),
                }
                for line in one.lines
            ],
        }
        for one in found
    ]
