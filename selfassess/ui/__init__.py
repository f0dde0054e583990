"""The face: windows, pages and parts in Qt Widgets."""
