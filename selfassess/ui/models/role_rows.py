"""Role rows: what front line and managers say of each dimension, side by side."""

from dataclasses import dataclass
from math import floor

from selfassess.core.codes import Agreement
from selfassess.core.results import Results
from selfassess.core.views import GROUP_FROM, ROLES_APART_FROM, Role, RoleGap, RoleViews, by_role
from selfassess.reports.phrases import dimension_name, figure, listed, lowered, said, short_figure
from selfassess.ui.models.heat_rows import HeatCell, HeatRow
from selfassess.ui.models.partners import Partner
from selfassess.ui.models.table import Table
from selfassess.words import Words

_HALF = 0.5
_NO_MARK = -1


@dataclass(frozen=True, slots=True)
class RoleQuestion:
    """A question as both see it: its id, its title, and where they stand, in words."""

    id: str
    title: str
    stands: str


def role_columns(words: Words) -> tuple[Partner, Partner]:
    """Return the two columns of the chart."""
    return (
        Partner(_NO_MARK, Role.FRONT_LINE, words("Front line"), ""),
        Partner(_NO_MARK, Role.MANAGER, words("Managers"), ""),
    )


def role_rows(results: Results, words: Words) -> tuple[HeatRow, ...]:
    """Return a row for each dimension on which both are enough people, in walk order."""
    views = by_role(results)
    groups = {g.id: said(g.name, words) for g in results.content.questionnaire.groups}
    return tuple(_row(gap, groups, results, words) for gap in views.dimensions) if views else ()


def role_table(rows: tuple[HeatRow, ...], words: Words) -> Table:
    """Return the rows as a table."""
    columns = [column.name for column in role_columns(words)]
    return Table(
        words("Front line and managers"),
        (words("Dimension"), *columns, words("Difference")),
        tuple((row.name, *(cell.words for cell in row.cells), row.agreement_words) for row in rows),
    )


def role_finding(results: Results, words: Words) -> str:
    """Say how many people of each have answered, and on how many questions they are apart."""
    views = by_role(results)
    if views is None:
        return ""
    who = _who(views, words)
    if not views.gaps:
        return words(
            "{who} They are set side by side where at least {least} of each have answered.",
            who=who,
            least=GROUP_FROM,
        )
    apart = words.plural(
        "They are a level or more apart on {count} question.",
        "They are a level or more apart on {count} questions.",
        len(views.apart),
    )
    return f"{who} {apart}"


def not_placed(results: Results, words: Words) -> str:
    """Name the roles that belong to neither; empty where there are none."""
    views = by_role(results)
    named = [f"“{role}”" for role in dict.fromkeys(views.unsorted) if role] if views else []
    if not named:
        return ""
    return words("Counted in neither: {roles}.", roles=listed(named, words))


def role_sentence(dimension: str, results: Results, words: Words) -> str:
    """Say who puts a dimension higher, and by how much."""
    views = by_role(results)
    found = (gap for gap in views.dimensions if gap.of == dimension) if views else ()
    gap = next(iter(found), None)
    if gap is None:
        return words("Too few of both have answered these questions.")
    if abs(gap.difference) < _HALF:
        return words("Front line and managers see this much alike.")
    by = short_figure(abs(gap.difference))
    if gap.difference > 0:
        return words("Managers put this {by} above the front line, from 1 to 5.", by=by)
    return words("The front line puts this {by} above managers, from 1 to 5.", by=by)


def role_questions(dimension: str, results: Results, words: Words) -> tuple[RoleQuestion, ...]:
    """Return the questions of a dimension that both answered, those furthest apart first."""
    views = by_role(results)
    if views is None:
        return ()
    dimension_of = results.asked.dimension_of
    gaps = [gap for gap in views.gaps if dimension_of[gap.of] == dimension]
    gaps.sort(key=lambda gap: -abs(gap.difference))
    titles = {topic.id: said(topic.topic.title, words) for topic in results.topics}
    return tuple(RoleQuestion(gap.of, titles[gap.of], _both(gap, words)) for gap in gaps)


def role_question_table(dimension: str, results: Results, words: Words) -> Table:
    """Return the questions of a dimension with where both stand."""
    heads = (words("Code"), words("Question"), words("Where they stand"))
    rows = role_questions(dimension, results, words)
    return Table(
        words("Questions behind it"), heads, tuple((r.id, r.title, r.stands) for r in rows)
    )


def _who(views: RoleViews, words: Words) -> str:
    front, managers = views.people.get(Role.FRONT_LINE, 0), views.people.get(Role.MANAGER, 0)
    return words(
        "{front} and {managers} have answered.",
        front=words.plural(
            "{count} person of the front line", "{count} people of the front line", front
        ),
        managers=words.plural("{count} manager", "{count} managers", managers),
    )


def _both(gap: RoleGap, words: Words) -> str:
    front, managers = short_figure(gap.front_line), short_figure(gap.managers)
    return words("Front line {front}, managers {managers}", front=front, managers=managers)


def _row(gap: RoleGap, groups: dict[str, str], results: Results, words: Words) -> HeatRow:
    name = dimension_name(gap.of, results, words)
    score = results.dimension(gap.of)
    levels = (gap.front_line, gap.managers)
    difference = _difference(gap, words)
    spoken = words("{name}, {agreement}", name=name, agreement=lowered(difference))
    return HeatRow(
        id=gap.of,
        group=groups[score.dimension.group] if score else "",
        name=name,
        cells=tuple(HeatCell(floor(level), figure(level)) for level in levels),
        spread=levels,
        agreement=_apart(gap),
        agreement_words=difference,
        spoken=spoken,
        reading=words(
            "{spoken}: front line {front}, managers {managers}.",
            spoken=spoken,
            front=figure(gap.front_line),
            managers=figure(gap.managers),
        ),
    )


def _apart(gap: RoleGap) -> Agreement:
    """Which sign stands beside it: together, half a level apart, a level apart."""
    if abs(gap.difference) >= ROLES_APART_FROM:
        return Agreement.SPLIT
    return Agreement.SOME_SPREAD if abs(gap.difference) >= _HALF else Agreement.CLOSE


def _difference(gap: RoleGap, words: Words) -> str:
    by = figure(abs(gap.difference))
    if abs(gap.difference) < _HALF:
        return words("Alike")
    if gap.difference > 0:
        return words("Managers {by} higher", by=by)
    return words("Front line {by} higher", by=by)
