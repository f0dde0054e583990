"""The rules of the method note in plain words, and the weights for case studies."""

from collections.abc import Iterator

from selfassess.core.library import ReasonKind
from selfassess.core.matching import WEIGHTS
from selfassess.words import Words

Rule = tuple[str, str]
"""What is worked out, and how."""


def rules(words: Words) -> Iterator[Rule]:
    """Say how each figure is worked out, from answers to barriers."""
    yield from _levels(words)
    yield from _statement(words)
    yield from _views(words)
    yield from _suggestions(words)


def weights(words: Words) -> Iterator[Rule]:
    """Say what each kind of reason for a case study weighs."""
    names = {
        ReasonKind.BARRIER: words("Same barrier"),
        ReasonKind.DONE: words("What they did about it"),
        ReasonKind.TOPIC: words("Same question stands low"),
        ReasonKind.DIMENSION: words("Same dimension"),
        ReasonKind.POLICY_AREA: words("Same policy area"),
        ReasonKind.SECTOR: words("Same partners"),
        ReasonKind.STEP: words("Same step"),
        ReasonKind.COUNTRY: words("Same country"),
        ReasonKind.STORY: words("Words of your story"),
    }
    for kind, weight in WEIGHTS.items():
        yield names[kind], f"{weight:g}"


def _levels(words: Words) -> Iterator[Rule]:
    yield (
        words("A partner’s level"),
        words(
            "The middle one (median) of what its people answered. Don’t know, doesn’t apply and"
            " blanks are set aside. A vote in the room stands in its place."
        ),
    )
    yield (
        words("A question’s level"),
        words(
            "Shared questions take the middle of the partners. Questions that each partner needs"
            " take the lowest. Questions where one partner is enough take the highest. A level"
            " agreed in the room stands in their place."
        ),
    )
    yield (
        words("Lowest and highest"),
        words(
            "The same figure with every don’t know taken as 1, and as 5. A partner that said"
            " nothing counts as one don’t know."
        ),
    )
    yield (
        words("A dimension’s level"),
        words(
            "The mean of its questions in the chosen set that apply and are known. With fewer than"
            " half of them known there is no level. Questions of modules don’t enter it."
        ),
    )
    yield (
        words("Band"),
        words(
            "The whole level that is reached. A must-have that counts now and is not met holds its"
            " dimension at 2; the figure without it stands beside."
        ),
    )


def _statement(words: Words) -> Iterator[Rule]:
    yield (
        words("Must-haves"),
        words(
            "Ten questions on which lawful and safe sharing rests. Each counts from a step of the"
            " journey on. Met means level 3 or more, on the word of enough partners."
        ),
    )
    yield (
        words("Readiness statement"),
        words(
            "Not yet: a must-have that counts now is not met. With conditions: those are met, but a"
            " dimension is below 3 or not known, a must-have of the next step is open, or a partner"
            " has not answered. Ready: none of these."
        ),
    )


def _views(words: Words) -> Iterator[Rule]:
    yield (
        words("Agreement"),
        words(
            "The consensus measure of Tastle and Wierman over all levels given, from 0 to 1."
            " Close from 0.80, some spread from 0.65, split below. One view: levels from fewer"
            " than two partners."
        ),
    )
    yield (
        words("Confidence"),
        words(
            "What stands behind a level (opinion, a document, seen working) taken together with how"
            " far views agree. A dimension takes the word that a third of its questions stay at or"
            " below."
        ),
    )
    yield (
        words("Strengths"),
        words(
            "Level 4 or more, lowest 3 or more, and either views that agree or evidence better than"
            " opinion."
        ),
    )


def _suggestions(words: Words) -> Iterator[Rule]:
    yield (
        words("Barriers"),
        words(
            "Each barrier has signs: questions at or below a level, with weights. Its strength is"
            " the weighted shortfall, from 0 to 1. It is raised from 0.25. Those that hold back a"
            " must-have come first."
        ),
    )
    yield (
        words("Case studies"),
        words(
            "Each barrier, question, policy area, partner, step and country in common adds its"
            " share to the score. The first five are chosen so that they differ from each other."
        ),
    )
