"""Safe texts: how to keep a file safe on a computer or drive that others use too."""

from selfassess.words import Words

Advice = tuple[str, str]
"""What to do, and how or why."""


def safe_texts(words: Words) -> tuple[Advice, ...]:
    """Return the advice, the most important first."""
    return (
        (
            words("Where the file is"),
            words(
                "An assessment is one file, and you choose where it lies. Anyone who can open that"
                " folder can read it. Choose a folder that only the partnership’s people can open."
            ),
        ),
        (
            words("What stays on this computer"),
            words(
                "Earlier versions and work not yet saved are kept in your own user folder. On a"
                " computer with one login for all, others can find them. Use your own login."
            ),
        ),
        (
            words("Lock the file with a password"),
            words(
                "The program has no password of its own. On a shared computer put the file on an"
                " encrypted drive, or into a password-protected zip, when you are done. Your"
                " computer support can say which way your organisation allows."
            ),
        ),
        (
            words("Hide the list of recent files"),
            words(
                "Turn it off under Preferences. The start page then shows no names of partnerships."
            ),
        ),
        (
            words("Leave people out"),
            words(
                "A role is enough for everyone who answers. Never write about a person who gets"
                " help: questions are about how you work, not about cases. For honest answers on"
                " hard subjects choose the anonymous way in Set up, before the first answer."
            ),
        ),
        (
            words("Send with care"),
            words(
                "Before you send a report, its checks show what is in it. Names of partners can be"
                " letters, or left out. Send files the way your organisation sends personal"
                " information, even if there is none in it."
            ),
        ),
        (
            words("When you are finished"),
            words(
                "Delete copies you no longer need, also from downloads and mail. The program sends"
                " nothing anywhere, so there is nothing to delete elsewhere."
            ),
        ),
    )
