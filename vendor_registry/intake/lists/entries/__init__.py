"""From blocks to entries: tables, points, headings and data, each by its reader."""
