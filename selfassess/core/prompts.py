"""Prompts: what a facilitator can say next, written in the content for each pattern of votes."""

from typing import Annotated

from selfassess.core.codes import PatternId
from selfassess.core.fitting import Limits
from selfassess.core.questionnaire import Id
from selfassess.core.text import Text
from selfassess.core.value import Value

FIELDS = ("lowest", "highest", "others", "lone", "unsure", "apart")
"""What a prompt can name in curly brackets: partners of the pattern, and the levels between."""


class Prompt(Value):
    """Something to say, and how."""

    say: Text
    how: Text | None = None


class PatternPrompts(Value):
    """What to say when votes make a pattern.

    Attributes:
        id: The pattern.
        name: The pattern in a few words.
        reading: The first prompt: it tests whether all read the question the same way.
        then: The prompts after it, in order.
        topic_asks: The topic's own question for when views differ comes second.
    """

    id: PatternId
    name: Text
    reading: Prompt
    then: Annotated[tuple[Prompt, ...], Limits(min_length=1)]
    topic_asks: bool = False


class WarmUp(Value):
    """A question to practise the vote on; nothing of it is kept."""

    question: Text
    levels: tuple[Text, Text, Text, Text, Text]
    say: tuple[Text, ...]


class PromptBook(Value):
    """All prompts of one version.

    Attributes:
        id: Its id.
        version: Its version.
        warm_up: The question to practise on; none where the book is empty.
        before: What to say before the votes are shown.
        patterns: What to say for each pattern.
    """

    id: Id = "prompts"
    version: str = ""
    warm_up: WarmUp | None = None
    before: tuple[Prompt, ...] = ()
    patterns: tuple[PatternPrompts, ...] = ()

    def of(self, pattern: PatternId) -> PatternPrompts | None:
        """Return what to say for a pattern, if the book has it."""
        return next((one for one in self.patterns if one.id is pattern), None)


NO_PROMPTS = PromptBook()
"""A book with nothing in it."""
