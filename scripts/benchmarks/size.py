"""How large the built program is, beside the floor that its libraries set."""

import os
from pathlib import Path

from scripts.benchmarks.table import Table, print_and_keep
from scripts.packaging import sizes

TOP = Path(__file__).resolve().parents[2]
BUILT = Path(os.environ.get("SELFASSESS_BUILT", TOP / "dist" / "selfassess"))

FLOOR = sizes.Size(0, 112_800_000, 44_900_000)
"""A bare window with pydantic and openpyxl, stripped of all else, with the whole ICU data."""

PARTS = {
    "Qt": ("PySide6", "shiboken6"),
    "content": ("questionnaires", "resources"),
    "licences": ("licences",),
}


def main() -> None:
    """Measure and print."""
    if not BUILT.exists():
        print("There is no built program to measure. scripts/build makes it.")
        return
    found = sizes.measure(BUILT)
    rows: dict[str, tuple[float, float | None]] = {
        "on disk": (found.on_disk / sizes.MB, found.on_disk / FLOOR.on_disk),
        "zipped": (found.zipped / sizes.MB, found.zipped / FLOOR.zipped),
    }
    for name, folders in PARTS.items():
        files = (path for folder in folders for path in (BUILT / "_internal" / folder).rglob("*"))
        rows[f"of it {name}"] = (sum(path.lstat().st_size for path in files) / sizes.MB, None)
    table = Table("size of the built program", ("MB", "times the floor"), rows)
    print_and_keep("size", (table,), {"files": found.files})
