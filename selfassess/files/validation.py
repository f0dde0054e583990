"""Makes checked values of what was read, and problems with places of what does not fit."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.value import Value, fields_of
from selfassess.files.yaml_reader import Document, Node, Place

M = TypeVar("M", bound=Value)

_MANY = 30
"""Longer lists of allowed words are not printed."""

_FEW_LETTERS = 3
"""So few say nothing of the longer word that was meant."""

_CODES = {
    "string_type": "schema.not-text",
    "string_unicode": "schema.not-text",
    "dataclass_type": "schema.not-mapping",
    "tuple_type": "schema.not-list",
    "enum": "schema.not-allowed",
    "literal_error": "schema.not-allowed",
    "too_short": "schema.too-few",
    "too_long": "schema.too-many",
    "string_too_short": "schema.empty",
    "bool_parsing": "schema.not-truth",
    "bool_type": "schema.not-truth",
    "float_type": "schema.not-number",
    "float_parsing": "schema.not-number",
    "int_type": "schema.not-number",
    "int_parsing": "schema.not-number",
    "int_from_float": "schema.not-number",
    "greater_than": "schema.not-above",
    "greater_than_equal": "schema.too-small",
    "date_type": "schema.not-date",
    "date_parsing": "schema.not-date",
    "date_from_datetime_parsing": "schema.not-date",
    "date_from_datetime_inexact": "schema.not-date",
}
_PATTERNS = {"^[A-Z]{2}[0-9]$": "schema.topic-id", "^[a-z0-9]+(-[a-z0-9]+)*$": "schema.id"}
_RULES = {
    "the English text is missing": "schema.english-missing",
    "a condition says exactly one thing about its topic": "schema.one-condition",
}


def nearest(said: str, known: Iterable[str]) -> dict[str, str]:
    """Say which known word was probably meant, as the fact `near`; nothing when none is near."""
    by_fold = {word.casefold(): word for word in known}
    longer = [word for word in by_fold if said.casefold() in word]
    if len(longer) == 1 and len(said) > _FEW_LETTERS:
        return {"near": by_fold[longer[0]]}
    found = get_close_matches(said.casefold(), by_fold, n=1, cutoff=0.6)
    return {"near": by_fold[found[0]]} if found else {}


def unknown(said: str, known: Iterable[str]) -> dict[str, str]:
    """Return the facts about a word that is none of the known ones: near, and allowed if few."""
    words = tuple(known)
    allowed = {"allowed": ", ".join(words)} if 0 < len(words) <= _MANY else {}
    return {"said": said, **nearest(said, words), **allowed}


def validate(model: type[M], document: Document, place: Place = ()) -> M:
    """Make a value of what stands at a place of a document.

    Raises:
        FileProblemsError: it does not fit; carries a problem for each thing that does not.
    """
    try:
        return model.model_validate(document.root.at(place).plain)
    except ValidationError as error:
        grouped = _grouped(error.errors(include_url=False))
        found = [_problem(model, document, place, *group) for group in grouped]
        raise FileProblemsError(*_without_echoes(found)) from error


Group = tuple[Place, str, list[ErrorDetails]]


def _grouped(errors: list[ErrorDetails]) -> list[Group]:
    """Bring together what is wrong at one place in one way, such as all fields that are missing."""
    groups: dict[tuple[Place, str], list[ErrorDetails]] = {}
    for error in errors:
        inside, code = error["loc"], error["type"]
        if code == "literal_error" and str(inside[-1]).startswith("literal["):
            inside = inside[:-1]  # pydantic's name for one of several choices
        if code == "missing":
            code = "missing" if isinstance(inside[-1], str) else "too_short"
            inside = inside[:-1]
        groups.setdefault((inside, code), []).append(error)
    return [(inside, code, same) for (inside, code), same in groups.items()]


def _problem(
    model: type[Value],
    document: Document,
    place: Place,
    inside: Place,
    code: str,
    same: list[ErrorDetails],
) -> Problem:
    where = place + inside
    if code == "missing":
        missing = ", ".join(str(error["loc"][-1]) for error in same)
        return document.problem("schema.missing", where, fields=missing)
    if code == "unexpected_keyword_argument":
        taken = document.root.at(where[:-1]).keys
        fields = _fields(model, inside[:-1])
        free = [name for name in fields if name not in taken]
        facts = nearest(str(inside[-1]), fields) | unknown(str(inside[-1]), free)
        return document.key_problem("schema.unknown-key", where, **facts)
    node = document.root.at(where)
    named = [step for step in where if isinstance(step, str) and step != "said"]
    said = "" if isinstance(node.plain, dict | list) else str(node.plain)[:80]
    ours, more = _fault(code, same, node)
    if ours == "schema.not-mapping" and not where:
        return document.problem("schema.no-fields", where)
    facts = {"field": named[-1] if named else "", "said": said, **more}
    return document.problem(ours, where, **facts)


def _fault(code: str, same: list[ErrorDetails], node: Node) -> tuple[str, dict[str, str]]:
    """Name the fault by our code, with the facts that its sentence needs besides."""
    context: dict[str, Any] = same[0].get("ctx", {})
    ours = _code(code, context, node.plain)
    match ours:
        case "schema.not-allowed":
            allowed = _allowed(same)
            if node.plain in allowed:
                return "schema.quotes-needless", {}
            return ours, unknown(str(node.plain), allowed)
        case "schema.not-above" | "schema.too-small":
            return ours, {"least": f"{context.get('gt', context.get('ge')):g}"}
        case "schema.too-few":
            return ours, {"count": str(len(node.inside)), "least": str(_least(same))}
        case "schema.too-many":
            return ours, {"count": str(len(node.inside)), "most": str(context["max_length"])}
        case "schema.other":
            return ours, {"reason": same[0]["msg"]}
    return ours, {}


def _code(code: str, context: dict[str, Any], plain: Any) -> str:
    if plain is None:
        return "schema.empty"
    if context.get("class_name") == "Text":
        code = "string_type"
    ours = _CODES.get(code, "schema.other")
    if ours == "schema.not-text" and isinstance(plain, bool | int | float):
        return "schema.quotes-missing"
    if code == "string_pattern_mismatch":
        return _PATTERNS.get(context["pattern"], ours)
    if code == "value_error":
        return _RULES.get(str(context["error"]), ours)
    return ours


def _allowed(same: list[ErrorDetails]) -> list[str]:
    """The allowed words, which pydantic tells as `'short', 'standard' or 'full'`."""
    told = (str(error.get("ctx", {})["expected"]) for error in same)
    return [a or b for said in told for a, b in re.findall(r"'([^']*)'|(\d+)", said)]


def _least(same: list[ErrorDetails]) -> int:
    """How many items a list needs: told outright, or by the last place that is missing."""
    context = same[0].get("ctx", {})
    return int(context.get("min_length") or int(same[-1]["loc"][-1]) + 1)


def _fields(model: type[Value], place: Place) -> list[str]:
    """The names of the fields that the value at a place of a model has."""
    here: Any = model
    for step in place:
        if isinstance(step, str):
            here = {field.written: field.annotation for field in fields_of(here)}[step]
        here = _model_in(here)
    return [field.written for field in fields_of(here)]


def _model_in(annotation: Any) -> Any:
    """The model inside `Model | None`, `tuple[Model, ...]` and the like."""
    inside = [part for part in get_args(annotation) if part not in (None, type(None), ...)]
    return _model_in(inside[0]) if inside else annotation


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """Leave out what only follows from another fault, and put the rest in the order of the file.

    That is a missing field which stands there under a misspelt name, and a list that is too short
    only because its items do not fit.
    """
    meant = {p.facts.get("near", "") for p in problems if p.code == "schema.unknown-key"}
    kept = []
    for problem in problems:
        if problem.code == "schema.missing":
            missing = [name for name in problem.facts["fields"].split(", ") if name not in meant]
            if missing:
                kept.append(problem._replace(facts={"fields": ", ".join(missing)}))
        elif problem.code != "schema.too-few" or _is_too_short(problem):
            kept.append(problem)
    return sorted(kept, key=lambda problem: (problem.line, problem.column))


def _is_too_short(problem: Problem) -> bool:
    return int(problem.facts["count"]) < int(problem.facts["least"])
