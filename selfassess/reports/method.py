"""Method: how each figure is worked out, with which content, from whose answers."""

from collections.abc import Iterator
from datetime import date

from selfassess.core.guidance import GuidanceNote
from selfassess.core.results import Results
from selfassess.reports.book import HEADER, Cell, Kind, Row, Sheet, header, opening, strong, tab
from selfassess.reports.method_texts import rules, weights
from selfassess.reports.phrases import day, listed, said, titled
from selfassess.reports.summary import who_answered
from selfassess.words import Words
from selfassess.words.names import name_of

FEW = 3
"""Below so many people, what an organisation's people said is never broken down."""

_WIDTHS = (25.0, 38.0, 84.0, 44.0)


def method(results: Results, words: Words, today: date, version: str, *, cut: bool) -> Sheet:
    """Make the method note.

    Args:
        results: What the report tells of.
        words: The words of the report.
        today: The day of the report, against which the age of guidance is measured.
        version: The version of the program.
        cut: Some characters in people's texts fit into no spreadsheet and were left out.
    """
    rows = (
        *opening(
            titled(words("How this report was worked out"), results, words),
            words("There is no total score. Every figure can be traced to the answers behind it."),
        ),
        header(words("Part"), words("What"), words("How"), words("Web address")),
        *_made_with(results, words, version, cut=cut),
        *_this_round(results, words),
        *_who(results, words),
        *(_row(words("How it is worked out"), what, how) for what, how in rules(words)),
        *(_row(words("Weights for case studies"), what, how) for what, how in weights(words)),
        *_reliability(results, words),
        *_law(results, words, today),
        *_provenance(results, words),
    )
    return Sheet(
        key="method",
        name=tab(words("Method")),
        rows=rows,
        widths=_WIDTHS,
        header=HEADER,
        landscape=True,
        filtered=True,
    )


def _row(part: str, what: str, how: str, link: str = "") -> Row:
    address = Cell(link, Kind.LINK, link=link) if link else Cell()
    return Row((Cell(part, Kind.REMARK), strong(what), Cell(how), address))


def _made_with(results: Results, words: Words, version: str, *, cut: bool) -> Iterator[Row]:
    part = words("Made with")
    content = results.content
    asked = content.questionnaire
    if results.assessment.fictional:
        told = words("Everything in this report is invented to show what the program does.")
        yield _row(part, words("A made-up example"), told)
    program = words("Sharing readiness, version {version}", version=version)
    yield _row(part, words("Program"), program)
    main = words(
        "{title}, version {version}", title=said(asked.title, words), version=asked.version
    )
    yield _row(part, words("Questionnaire"), main)
    for module in results.asked.modules:
        name = said(module.title, words)
        told = words("{title}, version {version}", title=name, version=module.version)
        yield _row(part, words("Module"), told)
    barriers = words("Version {version}", version=content.catalogue.version)
    yield _row(part, words("Barrier catalogue"), barriers)
    guidance = words("Version {version}", version=content.guidance.version)
    yield _row(part, words("Guidance"), guidance)
    yield _row(part, words("Case studies"), _library(results, words))
    if cut:
        told = words("Some characters in people’s texts fit into no spreadsheet and were left out.")
        yield _row(part, words("Left out"), told)


def _this_round(results: Results, words: Words) -> Iterator[Row]:
    part = words("This round")
    round_ = results.round
    yield _row(part, words("Round"), round_.name)
    yield _row(part, words("Set of questions"), _set(results, words))
    yield _row(part, words("Step"), name_of(round_.step, words))
    risk = _yes(words, yes=round_.high_risk)
    yield _row(part, words("Could people be seriously harmed?"), risk)
    safety = _yes(words, yes=round_.safety_at_stake)
    yield _row(part, words("Can somebody’s safety depend on it?"), safety)


def _set(results: Results, words: Words) -> str:
    return words(
        "{set}: {count} questions, and {more} from modules",
        set=name_of(results.round.set, words),
        count=len(results.asked.chosen),
        more=len(results.asked.added),
    )


def _yes(words: Words, *, yes: bool) -> str:
    return words("Yes") if yes else words("No")


def _library(results: Results, words: Words) -> str:
    library = words.plural("{count} case study", "{count} case studies", len(results.content.cases))
    if not results.content.packs:
        return library
    packs = listed(results.content.packs, words)
    return words("{library}, also from {packs}", library=library, packs=packs)


def _who(results: Results, words: Words) -> Iterator[Row]:
    part = words("Who answered")
    yield _row(part, words("All"), who_answered(results, words))
    if results.withheld:
        told = words(
            "This is a copy to hand upwards. Names, roles, owners and notes were left out, and it"
            " does not say what each partner answered."
        )
        yield _row(part, words("Left out"), told)
        return
    if results.assessment.anonymous:
        told = words("The assessment is anonymous. No names or roles of people were kept.")
        yield _row(part, words("Anonymous"), told)
        return
    if results.lettered:
        told = words(
            "A letter stands for each partner. Names and roles of people were left out, since they"
            " would tell the partner."
        )
        yield _row(part, words("Left out"), told)
    nobody = words("a person") if results.lettered else words("role not given")
    given: dict[str, int] = {}
    for answer in results.round.answers:
        if answer.level is not None:
            given[answer.respondent] = given.get(answer.respondent, 0) + 1
    for organisation in results.round.organisations:
        people = [r for r in results.assessment.respondents if r.organisation == organisation.id]
        roles = [
            words.plural(
                "{role} ({count} answer)",
                "{role} ({count} answers)",
                given[person.id],
                role=", ".join(filter(None, (person.name, person.role))) or nobody,
            )
            for person in people
            if person.id in given
        ]
        yield _row(part, organisation.name, "; ".join(roles) or words("Nobody yet"))


def _reliability(results: Results, words: Words) -> Iterator[Row]:
    part = words("How far partners agree as a whole")
    what = words("Krippendorff’s alpha")
    if results.alpha is None:
        yield _row(part, what, words("Not defined: too few answers, or no differences at all."))
        return
    told = words(
        "{alpha}. 1 is full agreement, 0 is what chance would give. It is taken over the questions"
        " about the partnership as a whole, by partner.",
        alpha=f"{results.alpha:.2f}",
    )
    yield _row(part, what, told)


def _law(results: Results, words: Words, today: date) -> Iterator[Row]:
    part = words("Guidance checked")
    for note_ in _notes(results):
        yield _row(part, said(note_.title, words), _checked(note_, words, today), note_.source.url)


def _notes(results: Results) -> list[GuidanceNote]:
    wanted = [id_ for topic in results.topics for id_ in topic.topic.guidance]
    raised = (d.barrier for d in results.barriers if d.raised and not d.aside)
    wanted += [id_ for barrier in raised for id_ in barrier.guidance]
    notes = (results.content.note(id_) for id_ in dict.fromkeys(wanted))
    return [found for found in notes if found]


def _checked(found: GuidanceNote, words: Words, today: date) -> str:
    told = words(
        "Checked on {date} against: {title}, {publisher}.",
        date=day(found.checked, words),
        title=found.source.title,
        publisher=found.source.publisher,
    )
    if not found.needs_another_look(today):
        return told
    ask = words("Ask your data protection officer for the current position.")
    return f"{told} {ask}"


def _provenance(results: Results, words: Words) -> Iterator[Row]:
    part = words("Where the questions come from")
    for topic in results.asked.topics:
        if topic.provenance:
            what = words("{title}, {topic}", title=said(topic.title, words), topic=topic.id)
            yield _row(part, what, "; ".join(topic.provenance))
