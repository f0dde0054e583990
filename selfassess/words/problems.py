"""The sentences of problems: where it is, what is wrong and what to do."""

from collections.abc import Mapping
from typing import Protocol

from selfassess.words import Words
from selfassess.words.form_problems import FORM_PROBLEMS


class Told(Protocol):
    """What a problem tells, so that words need not know the core, whose problems are told here."""

    @property
    def code(self) -> str:
        """Names the kind of fault."""

    @property
    def file(self) -> str:
        """The file as the user named it."""

    @property
    def line(self) -> int:
        """Line in the file, from 1; 0 where there is none."""

    @property
    def column(self) -> int:
        """Column in the line, from 1; 0 where there is none."""

    @property
    def place(self) -> str:
        """A place in words where line and column say nothing."""

    @property
    def facts(self) -> Mapping[str, str]:
        """What the sentence needs to know."""


_DISK = {
    "file.missing": "There is no such file. Check the name and the folder.",
    "file.held": "This file is open elsewhere ({who}). Close it there, then try again.",
    "file.no-folder": (
        "The folder or its drive is not there. Bring it back, or choose another folder."
    ),
    "file.changed-elsewhere": (
        "Somebody else has changed this file, so nothing was written over it. Decide which to keep."
    ),
    "file.is-folder": "This is a folder. Choose a file in it.",
    "file.no-file": "This is no file that can be read. Choose another one.",
    "file.not-allowed": (
        "You are not allowed to use this file here. Ask for the right, or choose another folder."
    ),
    "file.read-only": "Nothing can be written here. Choose another folder.",
    "file.disk-full": (
        "The disk is full, so nothing was changed. Make room, or choose another folder."
    ),
    "file.is-there-already": "There is a file of that name already. Choose another name.",
    "file.name-too-long": "The name is too long. Choose a shorter name or folder.",
    "file.in-use": "Another program has this file open. Close it there, then try again.",
    "file.unreachable": "The file can’t be reached ({reason}). Try again, or use another folder.",
    "file.too-large": "This is larger than {limit} MB, which no file of ours is. Check the file.",
    "file.not-utf8": "A character here is not in UTF-8. Save the file as text in UTF-8.",
    "file.not-whole": (
        "What was saved reads back differently, so the disk can’t be trusted. "
        "Save in another folder now."
    ),
}

_PROGRAM = {
    "program.fault": "Something went wrong in the program. Try again, or save in another folder.",
}

_YAML = {
    "yaml.empty": "The file is empty. Check that you chose the right one.",
    "yaml.directive": "A line begins with “%”, which has no use here. Delete the line.",
    "yaml.second-document": "A second document begins here. Put it in a file of its own.",
    "yaml.too-deep": (
        "This is nested more than {limit} deep, which no file of ours needs. "
        "Check brackets and spaces at the beginning of lines."
    ),
    "yaml.too-much": (
        "There is more in this file than can be read in a moment. Make several files of it."
    ),
    "yaml.anchor": "“&” and “*” can’t begin a word here. Put quotes round the text.",
    "yaml.tag": "“!” can’t begin a word here. Put quotes round the text.",
    "yaml.complex-key": "A list can’t be the name of a field. Check brackets and “?”.",
    "yaml.repeated-key": "“{key}” stands here again; it is on line {line} too. Keep one of them.",
    "yaml.strange-character": "There is a character here that text can’t hold. Delete it.",
    "yaml.colon": "There is a second “: ” on this line. Put quotes round the text that holds it.",
    "yaml.colon-missing": "A “: ” is missing after the name of a field here. Put it in.",
    "yaml.tab": "There is a tab here. Use spaces.",
    "yaml.quote-first": "Text can’t begin with this character. Put quotes round the text.",
    "yaml.quote-open": "A quotation mark opens here and does not close. Close it.",
    "yaml.escape": (
        "After “\\” in double quotes comes something unknown. Use single quotes, or write “\\\\”."
    ),
    "yaml.bracket-open": (
        "A bracket opens here, and a comma or the closing bracket is missing. Put it in."
    ),
    "yaml.ends-early": "The file ends too early. Check that nothing is cut off.",
    "yaml.indent": (
        "This line does not begin where its neighbours do. Give it the same number of spaces."
    ),
    "yaml.syntax": "This can’t be read as YAML ({reason}). Compare it with the lines around it.",
}

_SCHEMA = {
    "schema.missing": "Missing here: {fields}. Add what is missing.",
    "schema.unknown-key": "“{said}” is no field here.",
    "schema.empty": "“{field}” is empty. Fill it in, or delete the line if it may be left out.",
    "schema.not-text": "“{field}” must be a text. Write one.",
    "schema.quotes-missing": (
        "“{field}” must be a text, and {said} is read as a value. Put quotes round it."
    ),
    "schema.quotes-needless": "“{field}” must be a number. Write {said} without quotes.",
    "schema.not-mapping": (
        "“{field}” must hold named fields, such as “id: …”. See the README of the questionnaires."
    ),
    "schema.no-fields": "The file must hold named fields, such as “name: …”. Write them.",
    "schema.not-list": "“{field}” must be a list. Put “- ” before each item, or “[ ]” round all.",
    "schema.not-allowed": "“{said}” is no value for “{field}”.",
    "schema.too-few": "“{field}” has {count} items and needs {least}. Add what is missing.",
    "schema.too-many": "“{field}” has {count} items and may have {most}. Take some out.",
    "schema.not-truth": "“{field}” is a yes or no. Write true or false, without quotes.",
    "schema.not-number": "“{field}” must be a number. Write one, without quotes.",
    "schema.not-above": "“{field}” must be more than {least}. Write a larger number.",
    "schema.too-small": "“{field}” must be at least {least}. Write a larger number.",
    "schema.not-date": "“{field}” must be a date. Write it like 2026-09-24.",
    "schema.topic-id": (
        "“{said}” is no id of a topic. Write two capital letters and a digit, like PU1."
    ),
    "schema.id": "“{said}” is no id. Write small letters, digits and hyphens, like my-case.",
    "schema.english-missing": "“{field}” has no English text. Add it under “en”.",
    "schema.one-condition": (
        "A condition must say exactly one thing about its topic. Split it into several."
    ),
    "schema.other": "“{field}” does not fit ({reason}). Compare it with other files of this kind.",
}

_CONTENT = {
    "content.repeated-id": "“{said}” is here again; it is on line {line} too. Rename one of them.",
    "content.repeated-sign": "“{said}” is a sign here twice (see line {line}). Keep one of them.",
    "content.id-elsewhere": "“{said}” is also in {other}, line {line}. Rename one of them.",
    "content.unknown-dimension": "There is no dimension “{said}”.",
    "content.unknown-group": "There is no group “{said}” in this file.",
    "content.unknown-policy-area": "There is no policy area “{said}”.",
    "content.unknown-sector": "There is no sector “{said}”.",
    "content.unknown-stage": "There is no stage “{said}”.",
    "content.unknown-nation": "There is no nation “{said}”.",
    "content.unknown-country": (
        "“{said}” is no code of a country. Write a two-letter code, such as NL, or a UK nation."
    ),
    "content.unknown-area": (
        "“{said}” is no code of the Office for National Statistics. It has a letter and eight "
        "figures, such as E08000003."
    ),
    "content.area-elsewhere": (
        "“{said}” is a code of another nation than the country here. Change one of them."
    ),
    "content.no-source": ("“{said}” is no web address. Write one that begins with https://."),
    "content.no-list-of-cases": "A library is a list of cases. Begin each case with “- id: …”.",
    "content.unknown-topic": "There is no topic “{said}”. Check the id.",
    "content.unknown-barrier": "There is no barrier “{said}”. Check the id.",
    "content.unknown-note": "There is no guidance note “{said}”. Check the id.",
    "content.unknown-myth": "There is no myth “{said}”. Check the id.",
    "content.unknown-case": "There is no case study “{said}”. Check the id.",
    "content.unknown-field": "“{said}” is nothing that a prompt can name in curly brackets.",
    "content.pattern-missing": "There are no prompts for {said}. Every pattern needs some.",
    "content.unknown-kind": (
        "This is no file that can be checked. It needs dimensions, topics, barriers, notes, myths, "
        "items, organisations or a list of cases."
    ),
    "content.no-sign": "No answer can raise “{said}”. Give it a sign.",
    "content.sign-never": (
        "This sign of {said} can never count: a condition asks for a higher level. Change one."
    ),
    "content.pattern-never": "Two conditions on {said} can never hold together. Change one.",
    "content.sign-of-nothing": (
        "{said} is a sign of no barrier. Make it one, or no answer to it leads anywhere."
    ),
    "content.loop": "“{said}” lies behind itself ({chain}). Take one link out.",
    "content.blank-text": "This text is blank. Write it.",
    "content.translation-missing": (
        "This text is translated in part: {missing} is missing. Add it, or leave only English."
    ),
    "content.repeated-level": (
        "The same words describe level {level} of {topic}. Say what can be seen at each level."
    ),
}

_ADVICE = {
    "advice.not-translated": "This text is in English only: {missing} is missing. Translate it.",
    "advice.long-sentence": "“{start} …” is {count} words long. Make two sentences of it.",
    "advice.hard-words": "“{start} …” is hard to read. Use shorter words.",
    "advice.guidance-old": "“{said}” was checked {months} months ago. Compare it with its source.",
    "advice.sign-always": (
        "{said} counts here at every level, also at 5. Let it count at or below 4 or lower."
    ),
    "advice.no-quick-step": "“{said}” has no first step for this week. Add one.",
}

_TABLES = {
    "table.empty": "The table is empty. Check that you chose the right file.",
    "table.too-much": (
        "There are more than {limit} cells here. Take empty ones out, or make several tables of it."
    ),
    "table.unknown-column": "“{said}” is no column here.",
    "table.repeated-column": "There are two columns “{said}”. Keep one of them.",
    "table.missing-column": "Missing columns: {fields}. Add them to the first line.",
    "table.too-many-cells": (
        "This row has more cells than the first line. Put quotes round a text that holds a comma."
    ),
    "table.quote-open": (
        "A quotation mark opens here and does not close the cell. Close it, or double the mark."
    ),
    "table.blank": "“{field}” is empty. Fill it in.",
    "table.unknown-organisation": "“{said}” is not in the partnership. Check the name.",
    "table.unknown-topic": "No questionnaire has a topic “{said}”. Check the id.",
    "table.unknown-level": "“{said}” is no level.",
    "table.unknown-evidence": "“{said}” is no grade of evidence.",
    "table.again": "This says again what line {line} says. Keep one of them.",
    "table.view-alone": "A minority view needs a level. Write none if nothing was agreed.",
    "partnership.repeated-organisation": (
        "“{said}” is there twice (see line {line}). Give each organisation a name of its own."
    ),
}

_ASSESSMENTS = {
    "zip.damaged": "The file is damaged or of another kind. Bring back an earlier version of it.",
    "zip.too-much": (
        "The file would unpack to far more than any of ours. Nothing was opened. "
        "Ask where it comes from."
    ),
    "zip.leads-out": (
        "The file tries to reach outside itself. Nothing was opened. Ask where it comes from."
    ),
    "assessment.none": "There is no assessment in this file. Choose a file made by this program.",
    "assessment.damaged": "This part is damaged. Bring back an earlier version of the file.",
    "assessment.newer": (
        "This file was made with a newer version of the program ({written_by}). "
        "Ask for that version; nothing was changed."
    ),
    "assessment.misfit": (
        "This does not fit ({reason}). Bring back an earlier version of the file."
    ),
    "assessment.repeated": (
        "“{said}” is there twice ({part}). Bring back an earlier version of the file."
    ),
    "assessment.unknown-respondent": (
        "“{said}” has answered and is nobody here. Bring back an earlier version of the file."
    ),
    "assessment.unknown-organisation": (
        "“{said}” is no organisation here. Bring back an earlier version of the file."
    ),
    "assessment.no-questionnaire": (
        "The questionnaire {said} is missing. Bring back an earlier version of the file."
    ),
    "assessment.no-such-round": "There is no round “{name}”. Check the name.",
    "journal.damaged": "What was kept of unsaved work is damaged. Open the last saved file.",
    "settings.set-aside": (
        "Your settings could not be read, so the defaults are in use. The old ones are in {kept}."
    ),
    "settings.policy-unused": (
        "The settings of your organisation could not be read, so they are not in use. Tell the "
        "people who look after this computer."
    ),
}

_EDITS = {
    "edit.round-exists": "There is a round of that name. Choose another name.",
    "edit.anonymity-fixed": (
        "Somebody has answered already, so this can’t be changed. Begin a new file to change it."
    ),
    "edit.organisation-exists": "There is a partner of that name. Choose another name.",
    "edit.round-is-over": (
        "Only the latest round takes answers. Leave --round out, or name a new round."
    ),
    "report.unknown-kind": "A report is written as {ending}. End the name with one of them.",
    "report.held": (
        "Another program, such as Excel, has this file open, so it was not replaced. "
        "Close it there, or save as “{free}”."
    ),
    "report.too-few-partners": (
        "With fewer than three partners anybody can tell who said what. Wait for more answers."
    ),
    "compare.one-round": (
        "This assessment has one round, so there is nothing to compare. Name a second file."
    ),
}

_PACKS = {
    "workbook.unknown-kind": "A workbook is written as {ending}. End the name with it.",
    "pack.no-about": (
        "There is no pack.yaml here, so this is no content pack. Add it, or take this out."
    ),
    "pack.stray": (
        "No file of a pack is called “{said}”. Name it like cases/mine.yaml, guidance/mine.yaml, "
        "modules/mine.yaml, barriers.yaml or sharing-readiness.yaml."
    ),
    "pack.empty": "This pack holds nothing beside its pack.yaml. Add content, or take it out.",
    "pack.too-much": (
        "A pack may have {files} files and {limit} MB, and this one has more. Take some out."
    ),
    "pack.main-beside": (
        "A pack beside the built-in content can’t hold a main questionnaire. "
        "Write “kind: instead”, or take the file out."
    ),
    "pack.two-instead": (
        "{other} stands in place of the same built-in content. Take one of the two packs out."
    ),
    "pack.repeated": "{other} has the id “{said}” too. Take one of the two packs out.",
    "pack.id-taken": "“{said}” is in the built-in content already. Choose another id.",
    "pack.not-there": "No pack in use has the id “{said}”. Run selfassess packs to see them.",
    "pack.folder-stays": (
        "This pack was put there as a folder by hand. Take the folder out by hand too."
    ),
    "pack.is-folder": (
        "This pack lies there as a folder, which is not written over. Take the folder out first."
    ),
    "pack.same-version": (
        "“{said}” has the id and version of the built-in one, and files could not tell them apart. "
        "Change the version."
    ),
}

_RETURNS = {
    "return.damaged": "This is no return, or it is damaged. Ask for it again.",
    "return.newer": (
        "This return was made with a newer version of the program ({written_by}). "
        "Ask for that version; nothing was changed."
    ),
    "return.no-answers": "Nothing has been answered here yet. Answer some questions first.",
    "return.too-much": (
        "There is more in this file than a return can hold. Ask where the file comes from."
    ),
    "return.unknown-kind": "A return is written as {ending}. End the name with it.",
    "peers.damaged": "This is no file of a portfolio, or it is damaged. Ask for it again.",
    "peers.newer": (
        "This file was made with a newer version of the program. Ask for that version; "
        "nothing was changed."
    ),
    "portfolio.too-few": (
        "There are too few places here ({count}), and fewer than three are never shown. Add more."
    ),
}

_SENTENCES = (
    _DISK
    | _PROGRAM
    | _YAML
    | _SCHEMA
    | _CONTENT
    | _ADVICE
    | _TABLES
    | _ASSESSMENTS
    | _EDITS
    | _PACKS
    | _RETURNS
    | FORM_PROBLEMS
)

_LONGEST = 500

CODES = frozenset(_SENTENCES)
"""Every code that has a sentence."""


def sentence(problem: Told, words: Words) -> str:
    """Say a problem: `file:line:column: what is wrong and what to do`."""
    facts = {name: _shown(fact) for name, fact in problem.facts.items()}
    said = words(_SENTENCES[problem.code], **facts)
    if "near" in facts:
        said += " " + words("Did you mean “{near}”?", near=facts["near"])
    elif "allowed" in facts:
        said += " " + words("Write one of: {allowed}.", allowed=facts["allowed"])
    where = _where(problem)
    return f"{where}: {said}" if where else said


def _shown(fact: str) -> str:
    """Return what stands in a file so that it can be shown: not too long, and no hidden signs."""
    short = fact if len(fact) <= _LONGEST else fact[:_LONGEST] + "…"
    return "".join(sign if sign.isprintable() else "�" for sign in " ".join(short.split()))


def _where(problem: Told) -> str:
    spot = (problem.file, *(str(number) for number in (problem.line, problem.column) if number))
    parts = (":".join(part for part in spot if part), _shown(problem.place))
    return ", ".join(part for part in parts if part)
