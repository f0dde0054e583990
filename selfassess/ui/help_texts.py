"""Help texts: the sections of the help, made of the acts, the glossary and the rules."""

from dataclasses import dataclass
from datetime import date

from selfassess import __version__
from selfassess.core.content import Content
from selfassess.core.guidance import Guidance
from selfassess.reports import method_texts
from selfassess.reports.phrases import said
from selfassess.ui.act_list import Act
from selfassess.ui.dates import day
from selfassess.ui.key_map import keys_everywhere, keys_of_pages
from selfassess.ui.parts.hints import Hint
from selfassess.ui.places import Place, tab_name
from selfassess.ui.safe_texts import safe_texts
from selfassess.words import _, interface, plural
from selfassess.words.glossary import glossary

KEYS, WORDS, FIGURES, SAFE, ABOUT = "keys", "words", "figures", "safe", "about"

_LICENCES = (
    ("Qt, PySide6", "LGPL 3"),
    ("Python", "PSF"),
    ("pydantic, openpyxl, python-docx, ruamel.yaml, platformdirs", "MIT"),
    ("lxml, snowballstemmer", "BSD"),
    ("defusedxml", "PSF"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a section.

    Attributes:
        term: What it is about, in bold.
        text: What it says.
        keys: Keys that stand before it, instead of a term.
        id: Names it, so that one can be led to it.
    """

    term: str
    text: str
    keys: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines under a heading, which may be empty."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the help: its id and name, a sentence to begin with, and its parts."""

    id: str
    name: str
    intro: str
    parts: tuple[Part, ...]


def help_sections(
    here: tuple[Hint, ...],
    acts: tuple[Act, ...],
    places: tuple[Place, ...] = (),
    content: Content | None = None,
    today: date | None = None,
) -> tuple[Section, ...]:
    """Return the sections of the help.

    Args:
        here: The keys of the page in view; none on the start page.
        acts: All acts.
        places: The pages there are, whose keys are listed.
        content: What the program knows, for its versions; none while it has not been read.
        today: The day, for how old the guidance is; nothing is said of that without it.
    """
    return (
        _keys(here, acts, places),
        _words(),
        _figures(),
        _safe(),
        _about(content, today),
    )


def _keys(here: tuple[Hint, ...], acts: tuple[Act, ...], places: tuple[Place, ...]) -> Section:
    parts = [Part(_("On this page"), _of_hints(here))] if here else []
    parts.append(Part(_("Everywhere"), _of_hints(keys_everywhere(acts))))
    names = {place.id: place.name or tab_name(place.tab) for place in places}
    names |= {"walk": _("Answer, one by one"), "grid": _("Answer, grid")} if names else {}
    parts += [
        Part(names[page.place], _of_hints(page.hints))
        for page in keys_of_pages()
        if page.place in names
    ]
    intro = _("Everything can be done by keyboard. Single letters act while no text is written.")
    return Section(KEYS, _("Keys"), intro, tuple(parts))


def _words() -> Section:
    lines = tuple(Line(t.term, t.meaning, id=t.id) for t in glossary(interface()))
    intro = _("The same word means the same thing on every page and in every report.")
    return Section(WORDS, _("Words we use"), intro, (Part("", lines),))


def _figures() -> Section:
    words = interface()
    rules = tuple(Line(what, how) for what, how in method_texts.rules(words))
    weights = tuple(Line(what, how) for what, how in method_texts.weights(words))
    intro = _("There is no total score. Every figure can be traced to the answers behind it.")
    return Section(
        FIGURES,
        _("How the scores are computed"),
        intro,
        (Part("", rules), Part(_("What each reason for a case study weighs"), weights)),
    )


def _safe() -> Section:
    lines = tuple(Line(what, how) for what, how in safe_texts(interface()))
    intro = _("Nothing leaves this computer. What you do with the file is up to you.")
    return Section(SAFE, _("Keep a file safe"), intro, (Part("", lines),))


def _about(content: Content | None, today: date | None) -> Section:
    program = [Line(_("Program"), _("Version {version}", version=__version__))]
    if content is not None:
        program += _content_lines(content, today)
    licences = (
        Line(_("Sharing readiness"), _("Open source, under the MIT licence")),
        *(Line(names, _("{licence} licence", licence=licence)) for names, licence in _LICENCES),
    )
    intro = _(
        "A self-assessment for local partnerships, with no network at all. It carries on the work"
        " of the IISaM project and of the Centre of Excellence for Information Sharing."
    )
    parts = (Part(_("Versions"), tuple(program)), Part(_("Licences"), licences))
    return Section(ABOUT, _("About"), intro, parts)


def _content_lines(content: Content, today: date | None) -> list[Line]:
    words, main = interface(), content.questionnaire
    version = _("{title}, version {version}", title=said(main.title, words), version=main.version)
    lines = [Line(_("Questions"), version)]
    modules = [
        _("{title} {version}", title=said(module.title, words), version=module.version)
        for module in content.modules
    ]
    if modules:
        lines.append(Line(_("Modules for policy areas"), ", ".join(modules)))
    barriers = _("Version {version}", version=content.catalogue.version)
    lines.append(Line(_("Barriers"), barriers))
    cases = plural("{count} case study", "{count} case studies", len(content.cases))
    lines.append(Line(_("Case studies"), cases))
    if content.guidance.notes or content.guidance.myths:
        lines.append(Line(_("Law and good practice"), _of_guidance(content.guidance, today)))
    lines += [Line(_("Content pack"), pack) for pack in content.packs]
    return lines


def _of_guidance(guidance: Guidance, today: date | None) -> str:
    """Say when guidance was checked, and how much of it should be checked again."""
    notes = (*guidance.notes, *guidance.myths)
    days = sorted(note.checked for note in notes)
    facts = {"version": guidance.version, "first": day(days[0]), "last": day(days[-1])}
    told = (
        _("Version {version}. Checked against its sources on {first}.", **facts)
        if days[0] == days[-1]
        else _(
            "Version {version}. Checked against its sources between {first} and {last}.", **facts
        )
    )
    old = sum(note.needs_another_look(today) for note in notes) if today else 0
    if not old:
        return told
    due = plural(
        "{count} note of {all} is due to be checked again. "
        "Ask your data protection officer for the current position.",
        "{count} notes of {all} are due to be checked again. "
        "Ask your data protection officer for the current position.",
        old,
        all=len(notes),
    )
    return f"{told} {due}"


def _of_hints(hints: tuple[Hint, ...]) -> tuple[Line, ...]:
    return tuple(Line("", hint.does, keys=hint.keys) for hint in hints)
