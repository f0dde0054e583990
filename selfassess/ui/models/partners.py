"""Partners as charts show them: by shape and letter, and only where that is allowed."""

from dataclasses import dataclass

from selfassess.core.results import Results

_SEVERAL = 2
_IN_A_LINE = 240


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner of the round.

    Attributes:
        place: Its place in set-up order, from 0, which decides its shape.
        id: Its id.
        name: Its name.
        letter: Its letter.
    """

    place: int
    id: str
    name: str
    letter: str


def names_in_a_line(shown: tuple[Partner, ...]) -> tuple[str, ...]:
    """Return what partners are called in a line of words: letters where names would fill it."""
    names = tuple(partner.name for partner in shown)
    fits = sum(map(len, names)) <= _IN_A_LINE
    return names if fits else tuple(partner.letter for partner in shown)


def partners_to_show(results: Results) -> tuple[Partner, ...]:
    """Return the partners to tell apart: none if anonymous, or if there is but one."""
    here = results.round.organisations
    if results.assessment.anonymous or len(here) < _SEVERAL:
        return ()
    return tuple(Partner(place, o.id, o.name, o.letter) for place, o in enumerate(here))
