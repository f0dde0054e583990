"""Sectors: a first guess from the name of a partner, which the user can change."""

_SIGNS = (
    ("police", ("police", "constabulary")),
    ("probation-prisons", ("probation", "prison", "hmp ", "youth justice", "youth offending")),
    ("fire", ("fire", "rescue")),
    ("ambulance", ("ambulance",)),
    ("health", ("nhs", "health", "hospital", "icb", "trust", "gp ", "surgery", "medical")),
    ("academic", ("university", "research")),
    ("education", ("school", "academy", "college", "nursery", "education")),
    ("housing", ("housing", "homes")),
    ("employment", ("jobcentre", "job centre")),
    ("central-government", ("department", "ministry", "home office", "hmrc")),
    ("justice", ("court", "prosecution")),
    ("local-government", ("council", "borough", "county", "city of", "authority")),
    ("private", (" ltd", " limited", " plc")),
)

LIKELIEST = "voluntary"
"""The sector where the name tells nothing: charities have names of every kind."""


def likely_sector(name: str) -> str:
    """Return the code of the sector that the name of a partner suggests."""
    said = f"{name.casefold()} "
    return next(
        (sector for sector, signs in _SIGNS if any(sign in said for sign in signs)), LIKELIEST
    )
