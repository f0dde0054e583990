"""The words we use, and what each of them means."""

from dataclasses import dataclass

from selfassess.words import Words


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its meaning.

    Attributes:
        id: Names it.
        term: The word as people see it.
        meaning: What it means, in a sentence or two.
    """

    id: str
    term: str
    meaning: str


def glossary(words: Words) -> tuple[Term, ...]:
    """Return all words with their meanings, in the order in which one meets them."""
    return (
        *_who_and_what(words),
        *_questions(words),
        *_answers(words),
        *_results(words),
        *_next(words),
    )


def _who_and_what(words: Words) -> tuple[Term, ...]:
    return (
        Term(
            "assessment",
            words("Assessment"),
            words(
                "Everything one partnership has said about one purpose of sharing. It is one file,"
                " and can hold several rounds."
            ),
        ),
        Term(
            "partnership",
            words("Partnership"),
            words("The organisations that share with each other, with one purpose."),
        ),
        Term(
            "purpose",
            words("Purpose"),
            words("One sentence: sharing what, between whom, so that what gets better."),
        ),
        Term(
            "story",
            words("Story"),
            words("What goes wrong now, in the partnership’s own words. You can leave it out."),
        ),
        Term(
            "policy-area",
            words("Policy area"),
            words(
                "The field of work, such as domestic abuse. Some areas bring a few questions of"
                " their own, called a module."
            ),
        ),
        Term(
            "organisation",
            words("Organisation, or partner"),
            words("One member of the partnership, such as a council, a school or a charity."),
        ),
        Term(
            "respondent",
            words("Respondent"),
            words("A person who answers for a partner. A role is enough; a name is never needed."),
        ),
    )


def _questions(words: Words) -> tuple[Term, ...]:
    return (
        Term(
            "questionnaire",
            words("Questionnaire"),
            words(
                "All the questions, with a version number. A file carries the version it was"
                " answered with, so it always scores the same."
            ),
        ),
        Term(
            "dimension",
            words("Dimension"),
            words(
                "One of the 14 sides of readiness, such as culture or security. They stand in five"
                " groups: Why, People, Rules, Means and Learning."
            ),
        ),
        Term(
            "topic",
            words("Topic, or question"),
            words("One question with five levels. Its code, such as PR3, names it for good."),
        ),
        Term(
            "level",
            words("Level"),
            words(
                "How far something has come. 1: not in place. 2: depends on particular people."
                " 3: agreed and written for this purpose. 4: in daily practice in every partner"
                " that needs it. 5: reviewed, improved, and lasting when staff change."
            ),
        ),
        Term(
            "essential",
            words("Essential line"),
            words("Level 3. Below it, sharing rests on luck and on the right person being in."),
        ),
        Term(
            "mode",
            words("How partners combine"),
            words(
                "Three ways. Shared: the middle of the partners counts. Needed in each partner: the"
                " lowest counts. Enough in one partner: the highest counts."
            ),
        ),
        Term(
            "must-have",
            words("Must-have"),
            words(
                "A question on which lawful and safe sharing rests. While it is below 3 it holds"
                " its dimension at 2 and the partnership is not ready."
            ),
        ),
    )


def _answers(words: Words) -> tuple[Term, ...]:
    return (
        Term(
            "evidence",
            words("Evidence"),
            words(
                "What stands behind an answer: an opinion, a document somebody has seen, or the"
                " thing seen working in the last 12 months."
            ),
        ),
        Term(
            "dont-know",
            words("Don’t know"),
            words(
                "A full answer. It makes the range of a result wider instead of pulling it down,"
                " and says what to find out."
            ),
        ),
        Term(
            "not-applicable",
            words("Doesn’t apply"),
            words("The question has no place in this sharing. It needs a reason in a sentence."),
        ),
        Term(
            "agreed",
            words("Agreed answer"),
            words("The level that the room settled on. The votes stay beside it."),
        ),
        Term(
            "minority-view",
            words("Minority view"),
            words("What those who saw it differently said. It is kept in a sentence."),
        ),
        Term(
            "round",
            words("Round"),
            words("One occasion of answering. Later rounds are compared with earlier ones."),
        ),
        Term(
            "step",
            words("Step of the journey"),
            words(
                "Where the work stands: Vision, Scoping, Design and plan, Pre-implementation,"
                " Implementation, Review."
            ),
        ),
    )


def _results(words: Words) -> tuple[Term, ...]:
    return (
        Term(
            "statement",
            words("Readiness statement"),
            words(
                "The answer to: may we go on to the next step? Not yet, with conditions, or ready."
                " There is no total score."
            ),
        ),
        Term(
            "band",
            words("Band"),
            words("The whole level that a dimension has reached."),
        ),
        Term(
            "range",
            words("Range"),
            words("How low and how high a result could lie once the don’t-knows are known."),
        ),
        Term(
            "agreement",
            words("Agreement"),
            words(
                "How far partners see a thing alike: close, some spread or split. A split is a"
                " reason to talk, not a mark against anyone."
            ),
        ),
        Term(
            "confidence",
            words("Confidence"),
            words("How far a result can be relied on. It rests on evidence and on agreement."),
        ),
        Term(
            "strength",
            words("Strength"),
            words("A question that stands at 4 or more. Others can learn from it."),
        ),
    )


def _next(words: Words) -> tuple[Term, ...]:
    return (
        Term(
            "barrier",
            words("Barrier"),
            words(
                "A named thing in the way, such as fear of blame. Your answers raise it, and it"
                " says which ones."
            ),
        ),
        Term(
            "reach",
            words("Reach"),
            words("Who can remove a barrier: you, national bodies, or both."),
        ),
        Term(
            "first-step",
            words("First step"),
            words("Something small to begin with, this week or this month."),
        ),
        Term(
            "case-study",
            words("Case study"),
            words("What a real place did about the same thing, with the source. Some went wrong."),
        ),
        Term(
            "action",
            words("Action"),
            words("A step somebody takes: for which barrier, who owns it, and until when."),
        ),
    )
