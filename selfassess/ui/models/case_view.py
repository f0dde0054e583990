"""What the case studies page shows: the list, and everything about one case."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selfassess.core.assessment import Action
from selfassess.core.cases import CaseStudy
from selfassess.core.codes import CASE_STAGES, Step
from selfassess.core.library import ReasonKind
from selfassess.core.matching import Match, Reason
from selfassess.core.results import Results
from selfassess.core.search import CaseHits, Hit, search_cases
from selfassess.reports import sentences
from selfassess.reports.case_studies import AT_MOST, how_read, warning_mark, where_and_when
from selfassess.reports.phrases import listed, lower_name, said
from selfassess.ui.models.barrier_view import answered_barriers
from selfassess.ui.models.entries import Entry
from selfassess.words import Words
from selfassess.words.names import name_of

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
    """What is looked for; empty fields do not matter.

    Attributes:
        words: Words that a case should have.
        barrier: The id of a barrier that it met or did something about.
        area: The code of a policy area.
        sector: The code of a kind of partner.
        country: The code of a country.
        step: The name of a step of the journey.
    """

    words: str = ""
    barrier: str = ""
    area: str = ""
    sector: str = ""
    country: str = ""
    step: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing is looked for."""
        return not self.words.strip() and not self.is_filtered

    @property
    def is_filtered(self) -> bool:
        """Something besides words is looked for."""
        return any((self.barrier, self.area, self.sector, self.country, self.step))

    def fits(self, case: CaseStudy) -> bool:
        """Say whether a case has the area, partner, country and step."""
        steps = {str(CASE_STAGES[stage]) for stage in case.stages if stage in CASE_STAGES}
        return (
            (not self.area or self.area in case.policy_areas)
            and (not self.sector or self.sector in case.sectors)
            and (not self.country or self.country == case.country)
            and (not self.step or self.step in steps)
        )


_TELL_WHY = 300
"""Rows that say why they are there; for thousands that would take seconds at every letter."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The list of case studies.

    Attributes:
        entries: Its rows.
        remark: What is to be said of the search; may be empty.
    """

    entries: tuple[Entry, ...]
    remark: str


def case_list(results: Results, search: Search, words: Words) -> Listed:
    """Return the list: the most telling cases, those further away, and those not like us."""
    hits, remark = None, ""
    if search.words.strip():
        found = search_cases(results.content, search.words, len(results.content.cases))
        hits = {hit.id: hit for hit in found.hits}
        remark = _remark(found, words)
    entries = tuple(_entries(results, search, hits, words))
    if not entries:
        remark = _why_nothing(search, words)
    return Listed(entries, remark)


def case_entries(results: Results, search: Search, words: Words) -> tuple[Entry, ...]:
    """Return the rows of the list."""
    return case_list(results, search, words).entries


def filter_choices(results: Results, words: Words) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what the library can be filtered by: for each kind, codes and words."""
    cases = results.content.cases
    stages = {str(CASE_STAGES[s]) for c in cases for s in c.stages if s in CASE_STAGES}
    known = {
        "area": {area for case in cases for area in case.policy_areas},
        "sector": {sector for case in cases for sector in case.sectors},
        "country": {case.country for case in cases},
    }
    choices = {
        kind: tuple(sorted(((c, name_of(c, words)) for c in codes), key=lambda one: one[1]))
        for kind, codes in known.items()
    }
    choices["step"] = tuple((str(s), name_of(s, words)) for s in Step if str(s) in stages)
    met = [d.barrier for d in results.barriers if d.raised and not d.aside]
    answered = answered_barriers(results)
    choices["barrier"] = tuple((b.id, said(b.name, words)) for b in met if b.id in answered)
    return choices


def _entries(
    results: Results, search: Search, hits: Mapping[str, Hit] | None, words: Words
) -> Iterator[Entry]:
    matches = {match.case.id: match for match in results.cases.ranked}

    def are_found(cases: Iterable[CaseStudy]) -> list[CaseStudy]:
        found = [c for c in cases if _is_found(c, matches.get(c.id), search, hits)]
        if hits is not None:
            order = {id_: place for place, id_ in enumerate(hits)}
            found.sort(key=lambda case: order[case.id])
        return found

    ranked = are_found(match.case for match in results.cases.ranked)
    for place, case in enumerate(ranked, 1):
        if place == AT_MOST + 1 and search.is_empty:
            yield Entry("", words("Further away"))
        why = short_reasons(matches[case.id], results, words) if place <= _TELL_WHY else ""
        yield _entry(case, str(place), _passage(case, hits) or why, words)
    apart = {case.id for case in results.cases.not_like_us}
    others = [c for c in results.content.cases if c.id not in matches and c.id not in apart]
    for heading, some in (
        (words("Not suggested, but in the library"), [] if search.is_empty else others),
        (words("Not like us"), results.cases.not_like_us),
    ):
        found = are_found(some)
        if found:
            yield Entry("", heading)
        for case in found:
            yield _entry(case, "", _passage(case, hits), words)


def _passage(case: CaseStudy, hits: Mapping[str, Hit] | None) -> str:
    return hits[case.id].passage.text.strip() if hits else ""


def _remark(found: CaseHits, words: Words) -> str:
    told = []
    if found.hits and not found.whole:
        told.append(words("No case study has all of these words. These have some."))
    taken = [words("“{near}” for “{said}”", near=near, said=wrote) for wrote, near in found.instead]
    if taken:
        told.append(words("Showing {words}.", words=", ".join(taken)))
    return " ".join(told)


def _why_nothing(search: Search, words: Words) -> str:
    if search.is_empty:
        return words(
            "No case study fits your answers yet. Look through the library by words, or by filters."
        )
    if not search.is_filtered:
        return words("No case study has these words. Try others, or fewer.")
    if search.words.strip():
        return words("No case study has these words and fits the filters. Take one of them away.")
    return words("No case study fits all of these filters. Take one of them away.")


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
        citation=f"{citation} {source.url}".strip(),
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


def _is_found(
    case: CaseStudy, match: Match | None, search: Search, hits: Mapping[str, Hit] | None
) -> bool:
    if search.barrier:
        reasons = match.reasons if match else ()
        if not any(r.kind in _OF_BARRIERS and r.code == search.barrier for r in reasons):
            return False
    return search.fits(case) and (hits is None or case.id in hits)
