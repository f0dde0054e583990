"""What the case studies page shows: the list, and everything about one case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from selfassess.core.assessment import Action
from selfassess.core.cases import CaseStudy
from selfassess.core.codes import CASE_STAGES, Step
from selfassess.core.identity import Same
from selfassess.core.library import ReasonKind, Tag
from selfassess.core.matching import OF_BARRIERS, Match
from selfassess.core.results import Results
from selfassess.core.search import CaseHits, search_cases
from selfassess.reports import sentences
from selfassess.reports.case_studies import AT_MOST, how_read, warning_mark, where_and_when
from selfassess.reports.phrases import listed, lower_name, said
from selfassess.ui.models.entries import Entries, Entry
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


@dataclass(frozen=True, slots=True)
class Listed:
    """The list of case studies.

    Attributes:
        entries: Its rows.
        remark: What is to be said of the search; may be empty.
    """

    entries: Entries
    remark: str


def case_list(results: Results, search: Search, words: Words) -> Listed:
    """Return the list: the most telling cases, those further away, and those not like us."""
    found, remark = None, ""
    if search.words.strip():
        found = search_cases(results.content, search.words, len(results.content.cases))
        remark = _remark(found, words)
    rows = tuple(_rows(results, search, found, words))
    hits = dict(zip(found.ids, range(len(found.ids)), strict=True)) if found else {}

    def entry(at: int) -> Entry:
        row = rows[at]
        if row.case is None:
            return Entry("", row.heading)
        hit = found.hits[hits[row.case.id]] if found else None
        said = hit.passage.text.strip() if hit else ""
        why = _why(row.case, results, words) if row.number and not said else ""
        return _entry(row.case, row.number, said or why, words)

    entries = Entries([row.case.id if row.case else "" for row in rows], entry)
    return Listed(entries, remark if rows else _why_nothing(search, words))


def case_entries(results: Results, search: Search, words: Words) -> tuple[Entry, ...]:
    """Return the rows of the list."""
    return tuple(case_list(results, search, words).entries)


def filter_choices(results: Results, words: Words) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what the library can be filtered by: for each kind, codes and words."""
    known = _known(Same(results.content.cases))
    choices = {
        kind: tuple(sorted(((c, name_of(c, words)) for c in codes), key=lambda one: one[1]))
        for kind, codes in known.items()
        if kind != "step"
    }
    choices["step"] = tuple((str(s), name_of(s, words)) for s in Step if str(s) in known["step"])
    met = [d.barrier for d in results.barriers if d.raised and not d.aside]
    answered = results.cases.ranked.met
    choices["barrier"] = tuple((b.id, said(b.name, words)) for b in met if b.id in answered)
    return choices


@lru_cache(maxsize=2)
def _known(cases: Same[tuple[CaseStudy, ...]]) -> dict[str, frozenset[str]]:
    """Return the codes that a library has, for each kind; kept, since an answer changes none."""
    all_ = cases.thing
    stages = {stage for case in all_ for stage in case.stages}
    return {
        "area": frozenset(area for case in all_ for area in case.policy_areas),
        "sector": frozenset(sector for case in all_ for sector in case.sectors),
        "country": frozenset(case.country for case in all_),
        "step": frozenset(str(CASE_STAGES[one]) for one in stages if one in CASE_STAGES),
    }


class _Row(NamedTuple):
    """A case study with its number, if any; or else a heading."""

    case: CaseStudy | None
    number: str = ""
    heading: str = ""


def _rows(results: Results, search: Search, hits: CaseHits | None, words: Words) -> Iterator[_Row]:
    ranking = results.cases.ranked
    order = {id_: place for place, id_ in enumerate(hits.ids)} if hits else {}

    def are_found(cases: Iterable[CaseStudy]) -> list[CaseStudy]:
        found = [c for c in cases if search.fits(c)] if search.is_filtered else list(cases)
        if hits is not None:
            found = [case for case in found if case.id in order]
            found.sort(key=lambda case: order[case.id])
        return found

    some = ranking.meeting(search.barrier) if search.barrier else ranking
    for place, case in enumerate(are_found(some.cases), 1):
        if place == AT_MOST + 1 and search.is_empty:
            yield _Row(None, heading=words("Further away"))
        yield _Row(case, str(place))
    apart = results.cases.not_like_us
    others: list[CaseStudy] = []
    if not search.is_empty:
        seen = {case.id for case in (*ranking.cases, *apart)}
        others = [case for case in results.content.cases if case.id not in seen]
    for heading, more in (
        (words("Not suggested, but in the library"), others),
        (words("Not like us"), apart),
    ):
        found = [] if search.barrier else are_found(more)
        if found:
            yield _Row(None, heading=heading)
        yield from (_Row(case) for case in found)


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
    match = results.cases.ranked.of(id_)
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
    match = results.cases.ranked.of(id_)
    met = [r.code for r in match.reasons if r.kind in OF_BARRIERS] if match else []
    text = case.take or next(iter(case.lessons), case.title)
    return Action(id=new_id, text=text, barrier=next(iter(met), ""), case=id_)


def short_reasons(match: Match, results: Results, words: Words) -> str:
    """Say in one line why a case is suggested."""
    return _why(match.case, results, words)


def _why(case: CaseStudy, results: Results, words: Words) -> str:
    common = results.cases.ranked.common(case.id, _SAID_FIRST)
    lines = []
    codes = tuple(dict.fromkeys(code for kind, code in common if kind in OF_BARRIERS))
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
    areas = _names(common, ReasonKind.POLICY_AREA, words)
    if areas:
        lines.append(words("Same policy area: {names}.", names=areas))
    partners = "" if codes else _names(common, ReasonKind.SECTOR, words)
    if partners:
        lines.append(words("Same partners: {names}.", names=partners))
    return " ".join(lines)


_SAID_FIRST = frozenset((*OF_BARRIERS, ReasonKind.POLICY_AREA, ReasonKind.SECTOR))


def _names(tags: Iterable[Tag], kind: ReasonKind, words: Words) -> str:
    return ", ".join(lower_name(code, words) for one, code in tags if one is kind)


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
