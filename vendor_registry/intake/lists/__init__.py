"""Published lists of vendors (HTML, Markdown, JSON, YAML, DOCX, tables): pages, then entries, then candidate rows."""
