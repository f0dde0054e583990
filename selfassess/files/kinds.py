"""Recognises what kind of file a YAML document is, also where a name in it is misspelt."""

from difflib import get_close_matches
from enum import StrEnum

from selfassess.files.yaml_reader import Document


class Kind(StrEnum):
    """What a YAML file of ours can hold."""

    QUESTIONNAIRE = "questionnaire"
    MODULE = "module"
    CATALOGUE = "catalogue"
    CASES = "cases"
    GUIDANCE = "guidance"
    PARTNERSHIP = "partnership"
    CONFIDENCE = "confidence"
    PACK = "pack"
    PROMPTS = "prompts"


_TELLING = {
    "dimensions": Kind.QUESTIONNAIRE,
    "organisations": Kind.PARTNERSHIP,
    "topics": Kind.MODULE,
    "barriers": Kind.CATALOGUE,
    "notes": Kind.GUIDANCE,
    "myths": Kind.GUIDANCE,
    "items": Kind.CONFIDENCE,
    "kind": Kind.PACK,
    "patterns": Kind.PROMPTS,
}
"""The field that tells the kind, in the order in which they are looked for."""

_NEAR = 0.8


def kind_of(document: Document) -> Kind | None:
    """Return the kind of file that a document is; None when nothing tells."""
    plain = document.plain
    if isinstance(plain, list):
        return Kind.CASES
    if not isinstance(plain, dict):
        return None
    telling = (name for name in _TELLING if get_close_matches(name, plain, n=1, cutoff=_NEAR))
    return _TELLING.get(next(telling, ""))
