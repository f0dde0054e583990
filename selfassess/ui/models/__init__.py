"""Table models over tuples of rows."""
