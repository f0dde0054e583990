"""Returns for tests, made without an assessment, so that a thousand of them cost little."""

import random

from hypothesis import strategies as st

from selfassess.core.codes import DIMENSIONS, POLICY_AREAS, SECTORS, Step
from selfassess.core.returns import Return

CATALOGUE = {
    "fear-of-blame": ("culture", "habit-or-fear", "local"),
    "no-basis": ("legal", "unsure-of-law", "local"),
    "no-common-identifier": ("national", "structure", "national"),
    "systems-do-not-connect": ("technology", "means", "both"),
    "gap-of-a-module": ("process", "structure", "local"),
}


def number(at: int) -> str:
    return f"{at:016x}"


def returned(at: int = 0, **fields) -> Return:
    """A return; fields of its only round stand under `round_`."""
    round_ = fields.pop("round_", {})
    plain = {
        "place": number(at),
        "country": "GB-ENG",
        "policy_areas": ("domestic-abuse",),
        "rounds": (a_round(**round_),),
        "tried": (),
        **fields,
    }
    return Return.model_validate(plain)


def a_round(**fields) -> dict:
    return {
        "month": "2026-03",
        "questionnaire": {"id": "tiny", "version": "1"},
        "modules": (),
        "set": "short",
        "step": "Vision",
        "sectors": ("police",),
        "organisations": 4,
        "people": 9,
        "asked": 30,
        "known": 30,
        "statement": "not-yet",
        "enough": True,
        "blocked_by": ("PU1",),
        "conditions": (),
        "dimensions": (dimension("purpose", 2.5),),
        "looked_for": tuple(CATALOGUE),
        "barriers": (barrier("fear-of-blame"),),
        "withheld": (),
        **fields,
    }


def dimension(id_: str, value: float | None, agreement: str | None = "close", **fields) -> dict:
    return {
        "id": id_,
        "value": value,
        "low": value,
        "high": value,
        "known": 1.0,
        "agreement": agreement,
        "confidence": None if value is None else "medium",
        **fields,
    }


def barrier(id_: str, strength: float = 0.5, **fields) -> dict:
    of, kind, reach = CATALOGUE[id_]
    return {
        "id": id_,
        "dimension": of,
        "kind": kind,
        "reach": reach,
        "strength": strength,
        "strength_high": strength,
        "confidence": "medium",
        "holds_back": False,
        "outside_control": False,
        "set_aside": False,
        "pattern": None,
        "because": ({"topic": "CU2", "value": 1.5, "evidence": "opinion"},),
        **fields,
    }


def made_up(count: int, chance: random.Random) -> list[Return]:
    """As many returns of different places as are wanted, each a little different."""
    return [_made_up(at, chance) for at in range(count)]


def _made_up(at: int, chance: random.Random) -> Return:
    levels = (None, 1.0, 1.5, 2.0, 2.25, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0)
    words = ("close", "some-spread", "split", "one-view", None)
    raised = [id_ for id_ in CATALOGUE if chance.random() < 0.4]
    return returned(
        at,
        country=chance.choice(("GB-ENG", "GB-ENG", "GB-ENG", "GB-WLS", "GB-SCT", None)),
        policy_areas=tuple(chance.sample(POLICY_AREAS[:6], chance.randint(0, 3))),
        tried=tuple(
            {"barrier": id_, "doing": chance.randint(0, 2), "done": chance.randint(0, 1)}
            for id_ in raised
        ),
        round_={
            "month": chance.choice((None, "2024-05", "2025-11", "2026-03")),
            "step": chance.choice(tuple(Step)),
            "sectors": tuple(chance.sample(SECTORS[:6], chance.randint(0, 4))),
            "statement": chance.choice(("not-yet", "with-conditions", "ready")),
            "enough": chance.random() < 0.9,
            "dimensions": tuple(
                dimension(
                    id_,
                    chance.choice(levels),
                    chance.choice(words),
                    held_by=("PU1",) if chance.random() < 0.2 else (),
                )
                for id_ in DIMENSIONS
            ),
            "looked_for": tuple(CATALOGUE)[: chance.choice((4, 5))],
            "barriers": tuple(
                barrier(
                    id_,
                    chance.choice((0.3, 0.5, 0.8)),
                    confidence=chance.choice(("very-low", "low", "medium", "high")),
                    holds_back=chance.random() < 0.3,
                    set_aside=chance.random() < 0.1,
                    because=(
                        {
                            "topic": chance.choice(("CU2", "LA1")),
                            "value": chance.choice((1.0, 1.5, 2.0)),
                            "evidence": "opinion",
                        },
                    ),
                )
                for id_ in raised
            ),
        },
    )


portfolios = st.builds(
    lambda count, seed: made_up(count, random.Random(seed)),
    st.integers(0, 25),
    st.integers(0, 10_000),
)
"""Lists of up to 25 returns, so that small groups are common."""
