"""Whether the advice fits: stories of practitioners, and what they should get."""
