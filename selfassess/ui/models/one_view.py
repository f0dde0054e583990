"""One view: how a single partner sees it beside the others, in words."""

from dataclasses import dataclass

from selfassess.core.results import Results
from selfassess.core.views import OrganisationView, by_organisation
from selfassess.reports.phrases import dimension_name, listed, said, short_figure
from selfassess.words import Words

_NAMED = 3
_PER_CENT = 100


@dataclass(frozen=True, slots=True)
class ApartLine:
    """A question on which a partner stands apart: its id, its title, and where both stand."""

    id: str
    title: str
    stands: str


@dataclass(frozen=True, slots=True)
class OneView:
    """How a partner sees it.

    Attributes:
        says: Where it stands highest and lowest, and how much it has answered.
        apart: Questions on which it stands two levels or more from the others, widest first.
        unknown: What it does not know; empty where there is nothing.
    """

    says: tuple[str, ...]
    apart: tuple[ApartLine, ...]
    unknown: str


def one_view(organisation: str, results: Results, words: Words) -> OneView | None:
    """Return how a partner sees it; None if there is none of that id, or in an anonymous one."""
    views = (view for view in by_organisation(results) if view.organisation == organisation)
    view = next(views, None)
    if view is None:
        return None
    titles = {topic.id: said(topic.topic.title, words) for topic in results.topics}
    apart = tuple(
        ApartLine(
            one.topic,
            titles[one.topic],
            words(
                "{own}; the others {others}",
                own=short_figure(one.level),
                others=short_figure(one.others),
            ),
        )
        for one in view.apart
    )
    unknown = [f"{titles[topic]} ({topic})" for topic in view.unknown]
    told = words("Doesn’t know: {topics}.", topics=listed(unknown, words)) if unknown else ""
    return OneView(tuple(_says(view, results, words)), apart, told)


def _says(view: OrganisationView, results: Results, words: Words) -> list[str]:
    told = [
        words(
            "It gave a level to {share} % of its questions.", share=int(view.answered * _PER_CENT)
        )
    ]
    known = sorted(
        ((value, dimension) for dimension, value in view.values if value is not None),
        key=lambda one: -one[0],
    )
    if len(known) > _NAMED:
        told.insert(
            0,
            words(
                "Highest in {highest}; lowest in {lowest}.",
                highest=_named(known[:_NAMED], results, words),
                lowest=_named(known[: -_NAMED - 1 : -1], results, words),
            ),
        )
    return told


def _named(known: list[tuple[float, str]], results: Results, words: Words) -> str:
    return listed([dimension_name(code, results, words).lower() for _value, code in known], words)
