"""Letters: says which letter stands for which partner, and what may tell one all the same."""

from selfassess.core.lettering import letters_of, still_telling
from selfassess.core.results import Results
from selfassess.reports.options import Options, prepared
from selfassess.words import Words


def letter_key(results: Results, words: Words) -> str:
    """Say which letter stands for which partner, for whoever sends a report with letters."""
    letters = letters_of(results.assessment)
    told = [
        words("{letter} is {name}", letter=letters[partner.id], name=partner.name)
        for partner in results.round.organisations
    ]
    return words("{letters}. This key is not in the report.", letters="; ".join(told))


def telling_part(results: Results, options: Options, words: Words) -> tuple[str, tuple[str, ...]]:
    """Say how many texts may tell a partner by a word of its name, and return them."""
    texts = still_telling(results, prepared(results, options, words))
    told = words.plural(
        "{count} text that you typed may still tell a partner. Look through it.",
        "{count} texts that you typed may still tell a partner. Look through them.",
        len(texts),
    )
    return told, texts
