"""Plain text of results, as the command line prints it."""

from collections.abc import Iterator

from selfassess.core.comparison import Comparison, Move
from selfassess.core.diagnosis import Diagnosis, begin_with_three
from selfassess.core.matching import Match
from selfassess.core.results import Results
from selfassess.core.scoring import TopicScore
from selfassess.reports import reasons, sentences
from selfassess.reports.meanings import band_in_words, confidence_in_words, value_in_words
from selfassess.reports.phrases import figure, said
from selfassess.reports.progress import further_on, move_word
from selfassess.words import Words
from selfassess.words.names import name_of

NAME_WIDTH = 15
LOWEST_NAMED = 3


def score_lines(results: Results, words: Words) -> Iterator[str]:
    """Say the readiness statement, the dimensions and the topics."""
    yield results.assessment.partnership.name
    if results.assessment.fictional:
        yield words("A made-up example: nothing in it is real.")
    yield ""
    yield sentences.headline(results, words)
    yield from (f"  {line}" for line in sentences.blockers(results, words))
    yield from (f"  {line}" for line in sentences.conditions(results, words))
    yield ""
    for score in results.dimensions:
        name = said(score.dimension.name, words)
        parts = [band_in_words(score, words)]
        if score.value is not None:
            parts.append(figure(score.value))
        if score.confidence is not None:
            word = confidence_in_words(score.confidence, words)
            parts.append(words("confidence: {word}", word=word))
        yield f"{name:<{NAME_WIDTH}} " + ", ".join(parts)
    yield ""
    yield from (_topic_line(score, words) for score in results.topics)


def barrier_lines(results: Results, words: Words) -> Iterator[str]:
    """Say the ranked barriers, each with its because."""
    found = [d for d in results.barriers if not d.aside]
    if not any(d.raised for d in found):
        yield from _nothing_stands_out(results, words)
    elif begin_with_three(found):
        yield words("Most things stand low: begin with these three.")
    for place, diagnosis in enumerate(found, start=1):
        yield from _barrier(place, diagnosis, results, words)


def case_lines(results: Results, words: Words, top: int | None = None) -> Iterator[str]:
    """Say the ranked case studies, each with its reasons and its source."""
    ranked = results.cases.ranked[:top]
    if not ranked:
        yield words("No case study in the library fits.")
    elif not results.cases.fits:
        yield words("No case study fits closely; these come nearest.")
    for place, match in enumerate(ranked, start=1):
        yield from _case(place, match, results, words)


def comparison_lines(compared: Comparison, words: Words) -> Iterator[str]:
    """Say what moved between two rounds, and what can't be compared."""
    yield words(
        "{then}, and now {now}", then=compared.earlier.round.name, now=compared.later.round.name
    )
    yield further_on(compared, words)
    yield ""
    for change in compared.dimensions:
        name = said(change.dimension.dimension.name, words)
        then = value_in_words(change.before, words)
        now = value_in_words(change.after, words)
        yield f"{name:<{NAME_WIDTH}} {move_word(change.move, words)}: {then} → {now}"
    yield ""
    for topic in compared.topics:
        if topic.move in (Move.UP, Move.DOWN):
            yield f"{move_word(topic.move, words)}  {_topic_line(topic.after, words)}"
    if compared.fell:
        yield words("Where answers fell, ask: is it worse, or do we know more by now?")
    for text, ids in (
        (words("Asked only now:"), compared.new),
        (words("Asked only then:"), compared.withdrawn),
        (words("Asked in other words now, so not compared:"), compared.reworded),
    ):
        if ids:
            yield f"{text} {', '.join(ids)}"


def _topic_line(score: TopicScore, words: Words) -> str:
    text = value_in_words(score.value, words)
    if not score.applicable:
        text = name_of("not-applicable", words)
    return f"{score.id}  {said(score.topic.title, words)}: {text}"


def _nothing_stands_out(results: Results, words: Words) -> Iterator[str]:
    known = [t for t in results.topics if t.value is not None]
    if not known:
        yield words("Nothing has been answered yet.")
        return
    yield words("Nothing stands out. The lowest answers are:")
    for score in sorted(known, key=lambda t: t.value or 0)[:LOWEST_NAMED]:
        yield f"  {_topic_line(score, words)}"


def _barrier(place: int, found: Diagnosis, results: Results, words: Words) -> Iterator[str]:
    name = said(found.barrier.name, words)
    if found.raised:
        yield f"{place}. {name} ({figure(found.strength)})"
    else:
        yield words("{place}. {name} (find out first)", place=place, name=name)
    yield from (f"   {line}" for line in reasons.because_in_words(found, results, words))


def _case(place: int, match: Match, results: Results, words: Words) -> Iterator[str]:
    title = match.case.title
    if match.is_warning:
        title = words("{title} (what went wrong)", title=title)
    yield f"{place}. {title} ({figure(match.score)})"
    for text, share in reasons.case_reasons(match, results, words):
        yield f"   {figure(share)}  {text}"
    source = match.case.source
    yield f"   {source.publisher}: {source.url}" if source.url else f"   {source.publisher}"
