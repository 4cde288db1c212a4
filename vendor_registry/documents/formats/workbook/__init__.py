"""How a document is laid out on the pages of a workbook (door to xlsxwriter for documents)."""
