"""The names that people see for the codes of the core."""

from enum import StrEnum

from selfassess.words import Words

LEVELS = (
    "Not in place",
    "Depends on people",
    "Agreed",
    "In daily practice",
    "Reviewed and lasting",
)
"""Short names of levels 1 to 5."""

_NAMES = {
    # statements
    "not-yet": "Not yet ready",
    "with-conditions": "Ready with conditions",
    "ready": "Ready",
    # agreement
    "close": "Close",
    "some-spread": "Some spread",
    "split": "Split",
    "one-view": "One view",
    # confidence
    "very-low": "Very low",
    "low": "Low",
    "medium": "Medium",
    "high": "High",
    "very-high": "Very high",
    # evidence
    "opinion": "Opinion",
    "document": "Document seen",
    "working": "Seen working",
    # mode
    "shared": "Shared by all partners",
    "each": "Needed in each partner",
    "one": "Enough in one partner",
    # set
    "short": "Short",
    "standard": "Standard",
    "full": "Full",
    # kind of barrier
    "law-forbids": "The law forbids it",
    "unsure-of-law": "We are unsure of the law",
    "lack-advice": "We lack advice",
    "habit-or-fear": "Habit or fear",
    "structure": "How we are organised",
    "means": "Money, people or systems",
    # reach
    "local": "We can fix it",
    "national": "National",
    "both": "Partly national",
    # effort
    "this-week": "This week",
    "this-month": "This month",
    "longer": "Takes longer",
    # priority (high and normal share their words with others)
    "normal": "Normal",
    "later": "Later",
    # action status
    "todo": "Not started",
    "doing": "Under way",
    "done": "Done",
    "stuck": "Stuck",
    # must-have status
    "met": "Met",
    "unmet": "Not met",
    "unconfirmed": "Find out",
    "not-applicable": "Doesn’t apply",
    # policy areas
    "safeguarding-children": "Safeguarding children",
    "safeguarding-adults": "Safeguarding adults",
    "domestic-abuse": "Domestic abuse",
    "gangs-youth-violence": "Gangs and youth violence",
    "troubled-families": "Families with several needs",
    "early-years": "Early years",
    "health-social-care": "Health and social care",
    "mental-health": "Mental health",
    "offender-management": "Managing offenders",
    "community-safety": "Community safety",
    "housing-homelessness": "Housing and homelessness",
    "welfare-employment": "Welfare and employment",
    "education-skills": "Education and skills",
    "substance-misuse": "Drugs and alcohol",
    "migration-refugees": "Migration and refugees",
    "emergency-resilience": "Emergencies",
    "fraud-debt": "Fraud and debt",
    "public-health": "Public health",
    "digital-infrastructure": "Shared systems",
    "statistics-research": "Statistics and research",
    "other": "Other",
    # sectors
    "local-government": "Local government",
    "health": "Health",
    "police": "Police",
    "probation-prisons": "Probation and prisons",
    "fire": "Fire and rescue",
    "ambulance": "Ambulance",
    "education": "Education",
    "housing": "Housing",
    "voluntary": "Charity",
    "central-government": "Central government",
    "justice": "Courts and justice",
    "employment": "Employment",
    "private": "Private company",
    "academic": "University or research",
    "community": "Community group",
    # nations
    "GB-ENG": "England",
    "GB-WLS": "Wales",
    "GB-SCT": "Scotland",
    "GB-NIR": "Northern Ireland",
    "GB": "United Kingdom",
    "AU": "Australia",
    "CA": "Canada",
    "DK": "Denmark",
    "EE": "Estonia",
    "FI": "Finland",
    "IE": "Ireland",
    "NL": "Netherlands",
    "NZ": "New Zealand",
    "US": "United States",
}


def name_of(code: str | StrEnum, words: Words) -> str:
    """Return the name people see for a code; a journey step is its own name."""
    return words(_NAMES.get(str(code), str(code)))


def level_name(level: int, words: Words) -> str:
    """Return the short name of a level from 1 to 5."""
    return words(LEVELS[level - 1])
