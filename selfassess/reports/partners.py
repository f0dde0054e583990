"""Partners: where each organisation stands in each dimension, as a table with tints."""

from selfassess.core.results import Results
from selfassess.core.scoring import DimensionScore
from selfassess.reports import sentences
from selfassess.reports.book import HEADER, Row, Sheet, Span, header, opening, strong, tab, word
from selfassess.reports.phrases import listed, said, titled
from selfassess.reports.profile import level_cell
from selfassess.words import Words

_NAME_WIDTH, _LEVEL_WIDTH, _WORD_WIDTH = 18.0, 15.0, 16.0
_WHOLE = 96.0
"""So wide is the sheet at least, for the lines above the table."""


def partners(results: Results, words: Words) -> Sheet:
    """Make the table of organisations and dimensions; an anonymous assessment says why not."""
    if results.assessment.anonymous:
        return _withheld(results, words)
    organisations = results.round.organisations
    rows = (
        *opening(
            titled(_finding(results, words), results, words),
            words(
                "Each figure is the mean of a partner’s own levels, 1 to 5. Empty: no level given."
            ),
            words("A difference is a reason to talk, not a mark against anyone."),
        ),
        header(words("Dimension"), *(o.name for o in organisations), words("Agreement")),
        *(_row(score, results, words) for score in results.dimensions),
    )
    last = HEADER + len(results.dimensions)
    widths = (_NAME_WIDTH, *(_LEVEL_WIDTH for _ in organisations))
    return Sheet(
        key="partners",
        name=tab(words("Partners")),
        rows=rows,
        widths=(*widths, max(_WORD_WIDTH, _WHOLE - sum(widths))),
        header=HEADER,
        keep_columns=1,
        shaded=(Span(HEADER + 1, 2, last, 1 + len(organisations)),),
    )


def _row(score: DimensionScore, results: Results, words: Words) -> Row:
    levels = (results.organisation_value(o.id, score.id) for o in results.round.organisations)
    return Row(
        (
            strong(said(score.dimension.name, words)),
            *(level_cell(level) for level in levels),
            word(sentences.dimension_agreement(score, words)),
        )
    )


def _finding(results: Results, words: Words) -> str:
    split = [d for d in results.dimensions if d.agreement == "split"]
    if not split:
        return words("Where each partner stands")
    names = listed([said(d.dimension.name, words) for d in split], words)
    return words("Partners see these differently: {names}", names=names)


def _withheld(results: Results, words: Words) -> Sheet:
    rows = (
        *opening(
            titled(words("Partners are not shown one by one"), results, words),
            words(
                "This assessment is anonymous. What each partner answered is not shown anywhere."
            ),
            words("So nobody can be picked out. The partners still count by the same rules."),
        ),
        header(words("Partner")),
        *(Row((strong(o.name),)) for o in results.round.organisations),
    )
    return Sheet(
        key="partners", name=tab(words("Partners")), rows=rows, widths=(_WHOLE,), header=HEADER
    )
