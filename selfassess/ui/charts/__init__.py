"""Charts painted from core.shapes, each with a table beside it."""
