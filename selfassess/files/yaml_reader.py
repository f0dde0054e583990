"""Reads YAML 1.2 into plain values that still know their line and column.

Only what plain content needs is read: no anchors, no tags, no directives, one document. So a file
can't grow while it is read, nor make anything but text, numbers, truth values, lists and mappings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import disk
from selfassess.files.spoofing import straight

if TYPE_CHECKING:
    from ruamel.yaml.events import Event, ScalarEvent

SIZE_LIMIT = 2_000_000
DEPTH_LIMIT = 30
EFFORT_LIMIT = 3_000_000
"""How much may be read, so that it takes a moment; the built-in library of cases has 2,600,000."""

_NODE_EFFORT = 90
_LINE_EFFORT = 12
"""How many bytes in a row are read in the time of one node or line."""

Place = tuple[str | int, ...]
"""Where something stands in a file: names of fields and places in lists, from the top."""

_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")

_PLAIN: tuple[tuple[re.Pattern[str], Any], ...] = (
    (re.compile(r"~|null|Null|NULL|"), lambda _said: None),
    (re.compile(r"true|True|TRUE"), lambda _said: True),
    (re.compile(r"false|False|FALSE"), lambda _said: False),
    (re.compile(r"[-+]?[0-9]{1,18}"), int),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
)


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of a YAML file: its plain value, its line and column, and the pieces inside it."""

    plain: Any
    line: int
    column: int
    inside: dict[str | int, "Node"] = field(default_factory=dict)
    keys: dict[str, "Node"] = field(default_factory=dict)

    def at(self, place: Place) -> "Node":
        """Return the piece at a place, as near as the file comes to it.

        Parts that lead nowhere are passed over; a number in a mapping counts its values.
        """
        here = self
        for step in place:
            if step in here.inside:
                here = here.inside[step]
            elif isinstance(step, int):
                here = next(islice(here.inside.values(), step, None), here)
        return here


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file that was read.

    Attributes:
        file: The file as the user named it.
        root: All that is in it.
    """

    file: str
    root: Node

    @property
    def plain(self) -> Any:
        """All that is in it, without lines."""
        return self.root.plain

    def problem(self, code: str, place: Place, **facts: str) -> Problem:
        """Make a problem with what stands at a place."""
        here = self.root.at(place)
        return Problem(code, self.file, here.line, here.column, facts=facts)

    def key_problem(self, code: str, place: Place, **facts: str) -> Problem:
        """Make a problem with the name of a field rather than with what it holds."""
        parent, name = self.root.at(place[:-1]), str(place[-1])
        here = parent.keys.get(name, parent)
        return Problem(code, self.file, here.line, here.column, facts=facts)


def read(path: Path) -> Document:
    """Read a YAML file.

    Raises:
        FileProblemsError: it can't be read, is too large or is not YAML of the kind read here.
    """
    return parse(disk.read(path, SIZE_LIMIT), str(path))


class Effort:
    """How much may still be read, of one file or of several together."""

    def __init__(self, limit: int = EFFORT_LIMIT) -> None:
        self._left = limit

    def spend(self, effort: int, name: str) -> None:
        """Take some away; `name` stands in the problem.

        Raises:
            FileProblemsError: nothing is left.
        """
        self._left -= effort
        if self._left < 0:
            raise FileProblemsError(Problem("yaml.too-much", name))


def parse(data: bytes, name: str, effort: Effort | None = None) -> Document:
    """Read YAML from bytes.

    Args:
        data: The bytes.
        name: Stands in the problems.
        effort: How much may be read; the limit of one file where it is not given.

    Raises:
        FileProblemsError: it is not YAML of the kind read here.
    """
    effort = effort or Effort()
    effort.spend(len(data) + _LINE_EFFORT * data.count(b"\n"), name)
    text = disk.text_of(data, name)
    directive = re.search(r"^%", text, re.MULTILINE)
    if directive:
        raise FileProblemsError(_problem_at("yaml.directive", name, text, directive.start()))
    return Document(name, _Builder(name, text, effort).build())


class _Builder:
    """Builds the nodes of one file out of what the YAML parser tells, event by event."""

    def __init__(self, name: str, text: str, effort: Effort) -> None:
        self._name = name
        self._text = text
        self._effort = effort
        self._problems: list[Problem] = []

    def build(self) -> Node:
        root = self._root(_events(self._name, self._text))
        if self._problems:
            raise FileProblemsError(*self._problems)
        return root

    def _root(self, events: Iterator["Event"]) -> Node:
        found = None
        for event in events:
            if _kind(event) == "DocumentStart":
                if found:
                    self._refuse("yaml.second-document", event)
                found = self._node(events, next(events), 0)
        if found is None:
            raise FileProblemsError(Problem("yaml.empty", self._name))
        return found

    def _node(self, events: Iterator["Event"], event: "Event", depth: int) -> Node:
        self._effort.spend(_NODE_EFFORT, self._name)
        if depth > DEPTH_LIMIT:
            raise self._refusal("yaml.too-deep", event, limit=str(DEPTH_LIMIT))
        kind = _kind(event)
        if kind == "Alias" or getattr(event, "anchor", None):
            self._refuse("yaml.anchor", event)
        if getattr(event, "ctag", None):
            self._refuse("yaml.tag", event)
        if kind == "MappingStart":
            return self._mapping(events, event, depth)
        if kind == "SequenceStart":
            return self._list(events, event, depth)
        plain = None if kind == "Alias" else _plain(event)
        if isinstance(plain, str) and _HALF_CHARACTER.search(plain):
            self._refuse("yaml.strange-character", event)
        return Node(plain, *_start(event))

    def _list(self, events: Iterator["Event"], start: "Event", depth: int) -> Node:
        inside: dict[str | int, Node] = {}
        for event in takewhile(lambda event: _kind(event) != "SequenceEnd", events):
            inside[len(inside)] = self._node(events, event, depth + 1)
        return Node([node.plain for node in inside.values()], *_start(start), inside)

    def _mapping(self, events: Iterator["Event"], start: "Event", depth: int) -> Node:
        inside: dict[str | int, Node] = {}
        keys: dict[str, Node] = {}
        for event in takewhile(lambda event: _kind(event) != "MappingEnd", events):
            key = self._node(events, event, depth + 1)
            if _kind(event) != "Scalar":
                self._refuse("yaml.complex-key", event)
            name = straight(str(getattr(event, "value", "")))
            if name in keys:
                self._refuse("yaml.repeated-key", event, key=name, line=str(keys[name].line))
            keys[name] = key
            value = self._node(events, next(events), depth + 1)
            inside[name] = Node(None, key.line, key.column) if value.plain is None else value
        plain = {name: node.plain for name, node in inside.items()}
        return Node(plain, *_start(start), inside, keys)

    def _refusal(self, code: str, event: "Event", **facts: str) -> FileProblemsError:
        self._refuse(code, event, **facts)
        return FileProblemsError(*self._problems)

    def _refuse(self, code: str, event: "Event", **facts: str) -> None:
        self._problems.append(Problem(code, self._name, *_start(event), facts=facts))


def _events(name: str, text: str) -> Iterator["Event"]:
    """Tell what the YAML parser finds; a fault of spelling ends it as a problem."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - a quarter of a second that most starts do not need
    from ruamel.yaml.error import MarkedYAMLError  # noqa: PLC0415 - the same
    from ruamel.yaml.reader import ReaderError  # noqa: PLC0415 - the same

    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except MarkedYAMLError as error:
        code, facts = _fault(error.problem or "", error.context or "")
        opened = code in ("yaml.quote-open", "yaml.bracket-open", "yaml.colon-missing")
        mark = error.context_mark if opened else error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise FileProblemsError(Problem(code, name, line, column, facts=facts)) from error
    except ReaderError as error:
        problem = _problem_at("yaml.strange-character", name, text, error.position)
        raise FileProblemsError(problem) from error


_FAULTS = (
    ("mapping values are not allowed", "yaml.colon"),
    ("'\\t'", "yaml.tab"),
    ("cannot start any token", "yaml.quote-first"),
    ("escape", "yaml.escape"),
    ("quoted scalar", "yaml.quote-open"),
    ("expected ',' or", "yaml.bracket-open"),
    ("expected <block end>", "yaml.indent"),
    ("could not find expected ':'", "yaml.colon-missing"),
    ("found '<stream end>'", "yaml.ends-early"),
)


def _fault(problem: str, context: str) -> tuple[str, dict[str, str]]:
    """Choose our sentence for what the parser says; its own words where we have none."""
    for part, code in _FAULTS:
        if part in problem or part in context:
            return code, {}
    return "yaml.syntax", {"reason": problem}


def _problem_at(code: str, name: str, text: str, place: int) -> Problem:
    before = text[:place]
    return Problem(code, name, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)


def _kind(event: "Event") -> str:
    return type(event).__name__.removesuffix("Event")


def _start(event: "Event") -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _plain(event: "ScalarEvent | Event") -> Any:
    said = straight(str(getattr(event, "value", "")))
    if getattr(event, "style", None):
        return said
    return next((value(said) for form, value in _PLAIN if form.fullmatch(said)), said)
