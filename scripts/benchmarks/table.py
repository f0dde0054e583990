"""Prints what was measured as a table, and keeps it as JSON under build/bench."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "build" / "bench"


@dataclass(frozen=True)
class Table:
    """Some measurements.

    Attributes:
        title: What was measured.
        columns: The heads of the columns after the first.
        rows: The name of each row with its figures, as many as there are columns.
    """

    title: str
    columns: Sequence[str]
    rows: Mapping[str, Sequence[float | str | None]]

    def lines(self) -> list[str]:
        """Return the table as text."""
        shown = {name: [_shown(figure) for figure in row] for name, row in self.rows.items()}
        first = max(len(name) for name in (*shown, self.title))
        widths = [
            max(len(head), *(len(row[at]) for row in shown.values()))
            for at, head in enumerate(self.columns)
        ]
        heads = "  ".join(h.rjust(w) for h, w in zip(self.columns, widths, strict=True))
        body = [
            f"{name.ljust(first)}  "
            + "  ".join(cell.rjust(w) for cell, w in zip(row, widths, strict=True))
            for name, row in shown.items()
        ]
        return [f"{self.title.ljust(first)}  {heads}", *body, ""]


def print_and_keep(name: str, tables: Sequence[Table], facts: Mapping[str, Any]) -> None:
    """Print tables, and write them with some facts to build/bench/NAME.json."""
    for table in tables:
        print("\n".join(table.lines()))
    FOLDER.mkdir(parents=True, exist_ok=True)
    kept = [
        {
            "title": table.title,
            "rows": {
                row: dict(zip(table.columns, figures, strict=True))
                for row, figures in table.rows.items()
            },
        }
        for table in tables
    ]
    path = FOLDER / f"{name}.json"
    text = json.dumps({**facts, "tables": kept}, indent=2, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
    print(f"Kept in {path.relative_to(FOLDER.parents[1])}.")


def _shown(figure: float | str | None) -> str:
    if figure is None:
        return "–"
    return figure if isinstance(figure, str) else f"{figure:.3f}"
