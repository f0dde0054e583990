"""What one could list without our rules: by chance, by tags in common, by the words of a story."""

import random
import re
import sqlite3
from collections.abc import Sequence

from selfassess.core.content import Content
from selfassess.core.library import text_of
from selfassess.core.results import Results
from selfassess.core.text_index import words_in

SEED = 4
LOW = 2


def by_chance(ids: Sequence[str], seed: int) -> list[str]:
    """Return ids in an order by chance, the same for the same seed."""
    shuffled = list(ids)
    random.Random(SEED * 1000 + seed).shuffle(shuffled)
    return shuffled


def cases_by_tags(results: Results) -> list[str]:
    """Rank case studies by how many codes they share: areas, sectors, dimensions of barriers."""
    partnership = results.assessment.partnership
    ours = {
        *(("area", area) for area in partnership.policy_areas),
        *(("sector", organisation.sector) for organisation in results.round.organisations),
        *(("side", d.barrier.dimension) for d in results.barriers if d.raised),
    }
    shared = {
        case.id: len(
            ours
            & {
                *(("area", area) for area in case.policy_areas),
                *(("sector", sector) for sector in case.sectors),
                *(("side", barrier.code) for barrier in case.barriers),
            }
        )
        for case in results.content.cases
    }
    return sorted(shared, key=lambda id_: -shared[id_])


def barriers_by_tags(results: Results) -> list[str]:
    """Rank barriers by how many of their signs stand low, whatever they weigh."""
    low = {t.id for t in results.topics if t.value is not None and t.value <= LOW}
    shared = {
        barrier.id: len(low & {sign.topic for sign in barrier.signs})
        for barrier in results.content.barriers_in(results.round)
    }
    return sorted(shared, key=lambda id_: -shared[id_])


class FullText:
    """Texts searched with SQLite's full-text index (FTS5, Porter stems, BM25)."""

    def __init__(self, texts: Sequence[tuple[str, str]]) -> None:
        """Index texts, each with its id."""
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            "create virtual table told using fts5(id unindexed, text, tokenize='porter')"
        )
        self._database.executemany("insert into told values (?, ?)", texts)

    def ranked(self, story: str) -> list[str]:
        """Return the ids of the texts that have words of a story, the best first."""
        words = dict.fromkeys(re.sub("[^a-z0-9]", "", word) for word, _s, _e in words_in(story))
        wanted = " OR ".join(f'"{word}"' for word in words if word)
        asked = "select id from told where told match ? order by bm25(told)"
        return [id_ for (id_,) in self._database.execute(asked, (wanted,))]

    def close(self) -> None:
        """Let go of the index."""
        self._database.close()


def case_texts(content: Content) -> list[tuple[str, str]]:
    """Return all that each case study says, with its id."""
    return [(case.id, text_of(case)) for case in content.cases]


def barrier_texts(content: Content) -> list[tuple[str, str]]:
    """Return the name and description of each barrier, with its id."""
    of_modules = [b for barriers in content.module_barriers.values() for b in barriers]
    return [
        (b.id, f"{b.name.say()} {b.description.say()}")
        for b in (*content.catalogue.barriers, *of_modules)
    ]
