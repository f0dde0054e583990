"""What a report says: values in, sheets out; no Qt, no workbook."""
