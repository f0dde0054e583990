"""Small widgets that are told values and tell intentions."""
