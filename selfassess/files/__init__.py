"""Everything that reads or writes a file; no Qt."""
