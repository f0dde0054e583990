"""What the case studies page shows: the list, and everything about one case."""

from collections.abc import Sequence
from dataclasses import dataclass

from selfassess.core.assessment import Action
from selfassess.core.cases import CaseStudy
from selfassess.core.library import ReasonKind
from selfassess.core.matching import Match, Reason
from selfassess.core.results import Results
from selfassess.reports import sentences
from selfassess.reports.case_studies import AT_MOST, how_read, warning_mark, where_and_when
from selfassess.reports.phrases import listed, lower_name, said
from selfassess.ui.models.entries import Entry
from selfassess.words import Words

_NAMED = 1


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything that the page says of a case study.

    Attributes:
        id: Its id.
        title: Its title.
        where: Where and when it was.
        warning: The tag of a case that tells of something that went wrong; may be empty.
        reasons: Why it is suggested, the weightiest first.
        did: What they did, what bears on our barriers first.
        situation: What it was about.
        obstacles: What stood in the way.
        result: What came of it; may be empty.
        lessons: What was learnt.
        take: What others can take from it; may be empty.
        source: The source, and how much of it was read.
        citation: The source as it is cited.
        url: Its address.
        action: The action that was made of it.
        unlike: The partnership says that it is not like them.
    """

    id: str
    title: str
    where: str
    warning: str
    reasons: tuple[str, ...]
    did: tuple[str, ...]
    situation: str
    obstacles: tuple[str, ...]
    result: str
    lessons: tuple[str, ...]
    take: str
    source: str
    citation: str
    url: str
    action: Action | None
    unlike: bool


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: words that a case must hold, and the barrier it must have met."""

    words: str = ""
    barrier: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing is looked for."""
        return not self.words.strip() and not self.barrier


def case_entries(results: Results, search: Search, words: Words) -> tuple[Entry, ...]:
    """Return the list: the most telling cases, those further away, and those not like us."""
    ranked = [m for m in results.cases.ranked if _is_found(m.case, m, search)]
    entries = []
    for place, match in enumerate(ranked, 1):
        if place == AT_MOST + 1 and search.is_empty:
            entries.append(Entry("", words("Further away")))
        entries.append(_entry(match.case, str(place), short_reasons(match, results, words), words))
    if search.words.strip() and not search.barrier:
        known = {m.case.id for m in results.cases.ranked} | {
            c.id for c in results.cases.not_like_us
        }
        others = [c for c in results.content.cases if c.id not in known]
        found = [c for c in others if _is_found(c, None, search)]
        if found:
            entries.append(Entry("", words("Not suggested, but in the library")))
            entries += [_entry(case, "", "", words) for case in found]
    unlike = [c for c in results.cases.not_like_us if _is_found(c, None, search)]
    if unlike:
        entries.append(Entry("", words("Not like us")))
        entries += [_entry(case, "", "", words) for case in unlike]
    return tuple(entries)


def case_view(id_: str, results: Results, words: Words) -> CaseView | None:
    """Return everything about a case study of the library; None if there is none of that id."""
    case = results.content.case(id_)
    if case is None:
        return None
    match = next((m for m in results.cases.ranked if m.case.id == id_), None)
    reasons = sentences.case_reasons(match, results, words) if match else ()
    source = case.source
    title, publisher = source.title, source.publisher
    citation = f"{case.title}. {title}, {publisher}."
    if source.published:
        citation += f" {source.published}."
    return CaseView(
        id=id_,
        title=case.title,
        where=where_and_when(case, words),
        warning=warning_mark(case, words),
        reasons=tuple(text for text, _share in reasons),
        did=_did(case, match),
        situation=case.summary,
        obstacles=tuple(dict.fromkeys(barrier.how for barrier in case.barriers)),
        result=case.result,
        lessons=case.lessons,
        take=case.take,
        source=words(
            "Source: {title}, {publisher}. {read}",
            title=title,
            publisher=publisher,
            read=how_read(case, words),
        ),
        citation=f"{citation} {source.url}",
        url=source.url,
        action=next((a for a in results.assessment.actions if a.case == id_), None),
        unlike=id_ in results.assessment.not_like_us,
    )


def idea_from(id_: str, results: Results, new_id: str) -> Action | None:
    """Make an action of what others can take from a case; None if there is no such case."""
    case = results.content.case(id_)
    if case is None:
        return None
    match = next((m for m in results.cases.ranked if m.case.id == id_), None)
    met = [r.code for r in match.reasons if r.kind in _OF_BARRIERS] if match else []
    text = case.take or next(iter(case.lessons), case.title)
    return Action(id=new_id, text=text, barrier=next(iter(met), ""), case=id_)


def short_reasons(match: Match, results: Results, words: Words) -> str:
    """Say in one line why a case is suggested."""
    barriers = [r for r in match.reasons if r.kind in _OF_BARRIERS]
    lines = []
    codes = tuple(dict.fromkeys(reason.code for reason in barriers))
    if codes:
        found = [b for code in codes[:_NAMED] if (b := results.content.barrier(code))]
        names = [f"“{said(barrier.name, words)}”" for barrier in found]
        lines.append(
            words.plural(
                "Same barrier: {names}.",
                "Same barriers: {names}.",
                len(names),
                names=listed(names, words),
            )
        )
    areas = _names(match.reasons, ReasonKind.POLICY_AREA, words)
    if areas:
        lines.append(words("Same policy area: {names}.", names=areas))
    partners = _names(match.reasons, ReasonKind.SECTOR, words)
    if partners and not codes:
        lines.append(words("Same partners: {names}.", names=partners))
    return " ".join(lines)


_OF_BARRIERS = (ReasonKind.DONE, ReasonKind.BARRIER)


def _names(reasons: Sequence[Reason], kind: ReasonKind, words: Words) -> str:
    return ", ".join(lower_name(reason.code, words) for reason in reasons if reason.kind is kind)


def _did(case: CaseStudy, match: Match | None) -> tuple[str, ...]:
    ours = {r.code for r in match.reasons if r.kind is ReasonKind.DONE} if match else set()
    first = [e.what for e in case.enablers if ours & set(e.catalogue)]
    rest = [e.what for e in case.enablers if not ours & set(e.catalogue)]
    return tuple(dict.fromkeys([*first, *rest]))


def _entry(case: CaseStudy, number: str, why: str, words: Words) -> Entry:
    return Entry(
        id=case.id,
        title=case.title,
        number=number,
        second=where_and_when(case, words),
        more=why,
        tag=warning_mark(case, words),
    )


def _is_found(case: CaseStudy, match: Match | None, search: Search) -> bool:
    if search.barrier:
        reasons = match.reasons if match else ()
        if not any(r.kind in _OF_BARRIERS and r.code == search.barrier for r in reasons):
            return False
    text = " ".join(_text(case)).casefold()
    return all(word in text for word in search.words.casefold().split())


def _text(case: CaseStudy) -> tuple[str, ...]:
    return (
        case.title,
        case.place,
        case.years or "",
        case.summary,
        case.result,
        case.take,
        *case.lessons,
        *(barrier.how for barrier in case.barriers),
        *(enabler.what for enabler in case.enablers),
        case.source.title,
        case.source.publisher,
    )
