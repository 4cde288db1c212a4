"""From the bytes of a file to a table with its header: CSV, XLSX, ODS."""
