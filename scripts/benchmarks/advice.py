"""How well the advice fits the project's own stories, against what one could list without it."""

from collections.abc import Callable, Mapping, Sequence
from statistics import fmean

from scripts.benchmarks.table import Table, print_and_keep
from selfassess.core.cases import CaseStudy
from selfassess.core.codes import CASE_STAGES, UK_NATIONS
from selfassess.core.content import Content
from selfassess.core.results import Results, work_out
from tests.advice import baselines
from tests.advice.measures import DEPTH, ndcg, ndcg_without, recall, reciprocal_rank
from tests.advice.stories import HALVES, Story, assessment_of, stories
from tests.shipped import shipped

GOAL_RECALL, GOAL_NDCG, GOAL_AHEAD, GOAL_FOUND = 0.85, 0.75, 0.15, 0.8
CHANCES = 20
LOW, ELSEWHERE = 2, 4

Ranked = Callable[[Story], Sequence[str]]


def main() -> None:
    """Measure and print."""
    content = shipped()
    tables = (*_by_halves(content), _second_reader(), _found_again(content))
    print_and_keep("advice", tables, {"stories": len(stories()), "cases": len(content.cases)})


def _by_halves(content: Content) -> tuple[Table, Table]:
    with_story = {s.id: work_out(s.assessment(content, told=True), content) for s in stories()}
    without = {s.id: work_out(s.assessment(content, told=False), content) for s in stories()}
    return _barriers(content, without), _cases(content, with_story, without)


def _barriers(content: Content, results: Mapping[str, Results]) -> Table:
    words = baselines.FullText(baselines.barrier_texts(content))

    def ids(story: Story) -> list[str]:
        return [b.id for b in content.barriers_in(results[story.id].round)]

    def strongest(story: Story) -> list[str]:
        raised = [d for d in results[story.id].barriers if d.raised]
        return [d.barrier.id for d in sorted(raised, key=lambda d: -d.strength)]

    def at_best(story: Story) -> list[str]:
        raised = [d for d in results[story.id].barriers if d.raised]
        wanted = story.barriers
        ordered = sorted(raised, key=lambda d: (not d.blocks, d.barrier.id not in wanted))
        return [d.barrier.id for d in ordered]

    def by_words(story: Story) -> list[str]:
        here = set(ids(story))
        return [id_ for id_ in words.ranked(story.text) if id_ in here]

    lists: dict[str, Sequence[Ranked]] = {
        "ours (must-haves first)": [lambda s: [d.barrier.id for d in results[s.id].barriers]],
        "ours, by strength alone": [strongest],
        "the best order with must-haves first": [at_best],
        "random": [lambda s, n=n: baselines.by_chance(ids(s), n) for n in range(CHANCES)],
        "signs in common": [lambda s: baselines.barriers_by_tags(results[s.id])],
        "words of the story (BM25)": [by_words],
        "goal": [],
    }
    measures = {
        "recall@3": lambda listed, story: recall(listed, story.barriers, 3),
        f"recall@{DEPTH}": lambda listed, story: recall(listed, story.barriers, DEPTH),
        "recall@10": lambda listed, story: recall(listed, story.barriers, 10),
    }
    rows = _rows(lists, measures)
    rows["goal"] = [None, GOAL_RECALL, None] * len(HALVES)
    words.close()
    return Table("barriers", _heads(measures), rows)


def _cases(
    content: Content, with_story: Mapping[str, Results], without: Mapping[str, Results]
) -> Table:
    """Score lists of case studies.

    Less its sources: nDCG@5 as if the cases that a story was written from were not there.
    """
    words = baselines.FullText(baselines.case_texts(content))
    ids = [case.id for case in content.cases]

    def of(results: Mapping[str, Results]) -> Ranked:
        return lambda s: [match.case.id for match in results[s.id].cases.ranked]

    lists: dict[str, Sequence[Ranked]] = {
        "ours, answers and story": [of(with_story)],
        "ours, answers alone": [of(without)],
        "random": [lambda _s, n=n: baselines.by_chance(ids, n) for n in range(CHANCES)],
        "tags in common": [lambda s: baselines.cases_by_tags(without[s.id])],
        "words of the story (BM25)": [lambda s: words.ranked(s.text)],
        "goal": [],
    }
    measures = {
        f"nDCG@{DEPTH}": lambda listed, story: ndcg(listed, story.grades),
        "MRR": lambda listed, story: reciprocal_rank(listed, story.grades),
        "less its sources": lambda listed, story: ndcg_without(listed, story.grades, story.sources),
    }
    rows = _rows(lists, measures)
    ahead = f"≥ {GOAL_NDCG} and best + {GOAL_AHEAD}"
    rows["goal"] = [ahead, None, None] * len(HALVES)
    words.close()
    return Table("case studies", _heads(measures), rows)


Measures = Mapping[str, Callable[[Sequence[str], Story], float]]


def _rows(
    lists: Mapping[str, Sequence[Ranked]], measures: Measures
) -> dict[str, list[float | str | None]]:
    return {
        name: [
            fmean(measure(ranked(story), story) for story in half for ranked in ways)
            for half in ([s for s in stories() if s.split == split] for split in HALVES)
            for measure in measures.values()
            if ways
        ]
        for name, ways in lists.items()
    }


def _heads(measures: Measures) -> list[str]:
    return [f"{split} {measure}" for split in HALVES for measure in measures]


def _second_reader() -> Table:
    """Score one reader by the other: the most that a list can be expected to reach."""
    rows = {}
    for split in HALVES:
        read = [s for s in stories() if s.split == split and s.second]
        lists = [(sorted(s.second, key=lambda id_: -s.second[id_]), s.grades) for s in read]
        rows[split] = [fmean(ndcg(listed, grades) for listed, grades in lists), str(len(read))]
    return Table("a second reader", [f"nDCG@{DEPTH}", "stories"], rows)


def _found_again(content: Content) -> Table:
    """Code each case to answers and look for it: level 2 on the signs of its barriers, else 4.

    Beside it stands the same with the barriers of another case of the same area, so that it can't
    flatter itself.
    """
    found: dict[str, list[float]] = {}
    for at, case in enumerate(content.cases):
        alike = [
            other.id
            for other in content.cases
            if other.id != case.id and set(other.policy_areas) & set(case.policy_areas)
        ]
        other = content.case(baselines.by_chance(alike, at)[0]) or case
        low, others_low = _low_topics(case, content), _low_topics(other, content)
        for name, is_found in (
            ("its own barriers and setting", _is_found(case, case, low, content)),
            ("its setting, another's barriers", _is_found(case, case, others_low, content)),
            ("its setting, no barrier at all", _is_found(case, case, set(), content)),
            ("its barriers, another's setting", _is_found(case, other, low, content)),
        ):
            found.setdefault(name, []).append(is_found)
    rows: dict[str, list[float | str | None]] = {n: [fmean(each)] for n, each in found.items()}
    rows["goal, with its own barriers and setting"] = [GOAL_FOUND]
    return Table("each case looked for by its tags", [f"in the first {DEPTH}"], rows)


def _low_topics(case: CaseStudy, content: Content) -> set[str]:
    tags = {tag for barrier in case.barriers for tag in barrier.catalogue}
    barriers = [found for tag in tags if (found := content.barrier(tag))]
    return {sign.topic for barrier in barriers for sign in barrier.signs}


def _is_found(case: CaseStudy, setting: CaseStudy, low: set[str], content: Content) -> bool:
    """Say whether a case stands among the first for answers and the setting of some case."""
    modules = {reference.id for reference in content.modules_for(setting.policy_areas)}
    topics = [topic.id for d in content.questionnaire.dimensions for topic in d.topics]
    topics += [topic.id for m in content.modules if m.id in modules for topic in m.topics]
    assessment = assessment_of(
        content,
        answers={topic: LOW if topic in low else ELSEWHERE for topic in topics},
        policy_areas=setting.policy_areas,
        sectors=setting.sectors,
        step=CASE_STAGES[setting.stages[-1]],
        country=setting.country if setting.country in UK_NATIONS else UK_NATIONS[0],
    )
    ranked = work_out(assessment, content).cases.ranked
    return case.id in [match.case.id for match in ranked[:DEPTH]]
