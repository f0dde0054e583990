"""Differences: how partners see one dimension, in a sentence, and the questions behind it."""

from dataclasses import dataclass
from itertools import pairwise

from selfassess.core.agenda import apart
from selfassess.core.codes import Agreement, Mode
from selfassess.core.results import Results
from selfassess.core.scoring import TopicScore
from selfassess.reports import sentences
from selfassess.reports.phrases import capitalised, organisations, said, short_figure
from selfassess.ui.models.partners import partners_to_show
from selfassess.ui.models.profile_rows import Place
from selfassess.ui.models.table import Table
from selfassess.words import Words

_ONE, _HALF = 1.0, 0.5
_NAMED = 2


@dataclass(frozen=True, slots=True)
class QuestionView:
    """How partners see one question.

    Attributes:
        id: The question's id.
        title: Its title.
        places: Where partners stand; empty where they are not shown.
        reading: The same in words.
        note: What is to be said of it besides; may be empty.
    """

    id: str
    title: str
    places: tuple[Place, ...]
    reading: str
    note: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody wrote, and for which organisation; empty where that is not said."""

    words: str
    who: str


def split_sentence(results: Results, words: Words) -> str:
    """Say in how many dimensions views are split."""
    split = sum(score.agreement is Agreement.SPLIT for score in results.dimensions)
    spread = sum(score.agreement is Agreement.SOME_SPREAD for score in results.dimensions)
    if split:
        return words.plural(
            "{count} dimension is split. A split is a reason to talk, not a mark against anyone.",
            "{count} dimensions are split. A split is a reason to talk, not a mark against anyone.",
            split,
        )
    if spread:
        return words.plural(
            "No dimension is split. In {count} there is some spread: begin there.",
            "No dimension is split. In {count} there is some spread: begin there.",
            spread,
        )
    return words("Views are close in every dimension.")


def difference_sentence(dimension: str, results: Results, words: Words) -> str:
    """Say who stands above whom in a dimension, by the widest gap between two partners."""
    shown = partners_to_show(results)
    known = [
        (value, partner.id)
        for partner in shown
        if (value := results.organisation_value(partner.id, dimension)) is not None
    ]
    if not known:
        return _without_partners(dimension, results, words)
    known.sort(key=lambda one: one[0])
    gaps = [(above[0] - below[0], place) for place, (below, above) in enumerate(pairwise(known), 1)]
    widest, place = max(gaps, default=(0.0, 0))
    upper, lower = ([id_ for _value, id_ in part] for part in (known[place:], known[:place]))
    if widest < _HALF:
        return words("No partner stands half a level or more away from the next.")
    how_far = words("a level or more") if widest >= _ONE else words("half a level or more")
    if len(lower) < len(upper):
        return words.plural(
            "{who} stands {how_far} below the others.",
            "{who} stand {how_far} below the others.",
            len(lower),
            who=organisations(_in_order(lower, results), results, words),
            how_far=how_far,
        )
    others = organisations(_in_order(lower, results), results, words)
    return words.plural(
        "{who} puts this {how_far} above {others}.",
        "{who} put this {how_far} above {others}.",
        len(upper),
        who=organisations(_in_order(upper, results), results, words),
        how_far=how_far,
        others=others if len(lower) <= _NAMED else words("the others"),
    )


def question_views(dimension: str, results: Results, words: Words) -> tuple[QuestionView, ...]:
    """Return the questions of a dimension, those with partners furthest apart first."""
    topics = [t for t in results.topics if t.dimension == dimension]
    topics.sort(key=lambda topic: -apart(topic))
    return tuple(_view(topic, results, words) for topic in topics)


def question_table(dimension: str, results: Results, words: Words) -> Table:
    """Return the questions of a dimension with where partners stand, or how many at each level."""
    shown = partners_to_show(results)
    topics = [t for t in results.topics if t.dimension == dimension]
    topics.sort(key=lambda topic: -apart(topic))
    rows = []
    for topic in topics:
        levels = {stand.organisation: stand.level for stand in topic.stands}
        cells = [
            short_figure(level) if (level := levels.get(partner.id)) is not None else "–"
            for partner in shown
        ] or [str(count) for count in topic.counts]
        view = _view(topic, results, words)
        rows.append((topic.id, view.title, *cells, view.note))
    columns = [p.name for p in shown] or [words("Answers at {level}", level=n) for n in range(1, 6)]
    heads = (words("Code"), words("Question"), *columns, words("Remarks"))
    return Table(words("Questions behind it"), heads, tuple(rows))


def quotes(dimension: str, results: Results, words: Words) -> tuple[Quote, ...]:
    """Return what people wrote under the questions of a dimension, in walk order."""
    organisation_of = {r.id: r.organisation for r in results.assessment.respondents}
    told = []
    for topic in results.topics:
        if topic.dimension != dimension:
            continue
        for answer in results.round.answers:
            if answer.topic != topic.id or not answer.note.strip():
                continue
            organisation = results.organisation(organisation_of.get(answer.respondent, ""))
            named = organisation is not None and not results.assessment.anonymous
            who = f"{organisation.name}, {topic.id}" if organisation and named else topic.id
            told.append(Quote(words("“{note}”", note=answer.note.strip()), who))
    return tuple(told)


def _in_order(ids: list[str], results: Results) -> list[str]:
    return [o.id for o in results.round.organisations if o.id in ids]


def _without_partners(dimension: str, results: Results, words: Words) -> str:
    score = results.dimension(dimension)
    word = sentences.dimension_agreement(score, words) if score else ""
    return words("{agreement}. Organisations are not shown.", agreement=word)


def _view(topic: TopicScore, results: Results, words: Words) -> QuestionView:
    shown = partners_to_show(results)
    levels = {stand.organisation: stand.level for stand in topic.stands}
    known = [(p, level) for p in shown if (level := levels.get(p.id)) is not None]
    stand = [f"{p.name} {short_figure(level)}" for p, level in known]
    if not shown:
        stand = [
            words.plural("{count} answer at {level}", "{count} answers at {level}", n, level=level)
            for level, n in enumerate(topic.counts, 1)
            if n
        ]
    title = said(topic.topic.title, words)
    return QuestionView(
        id=topic.id,
        title=title,
        places=tuple(Place(partner.place, level) for partner, level in known),
        reading=words(
            "{topic}, {title}: {stand}.",
            topic=topic.id,
            title=title,
            stand=", ".join(stand) or sentences.value_in_words(None, words),
        ),
        note=_note(topic, results, words),
    )


def _note(topic: TopicScore, results: Results, words: Words) -> str:
    parts = [sentences.lone_views(topic, results, words), sentences.dont_knows(topic, words)]
    if topic.topic.mode is Mode.EACH and apart(topic) >= _ONE:
        parts.insert(0, sentences.agreement_in_words(topic, words))
    told = [capitalised(part) for part in dict.fromkeys(parts) if part]
    return ". ".join(told) + "." if told else ""
