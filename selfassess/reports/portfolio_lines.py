"""Plain text of a portfolio, as the command line prints it."""

from collections.abc import Iterator

from selfassess.reports.portfolio_view import View, findings, headline
from selfassess.words import Words


def portfolio_lines(seen: View, words: Words) -> Iterator[str]:
    """Say what stands out in a portfolio."""
    yield headline(seen, words)
    for finding in findings(seen, words):
        yield ""
        yield finding.heading
        yield from (f"  {line}" for line in finding.lines)
