"""Everything that is painted for paper."""
