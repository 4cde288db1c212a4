"""From the parts of a spreadsheet file to grids of texts: XLSX (ECMA-376) and ODS (OASIS OpenDocument 1.3)."""
