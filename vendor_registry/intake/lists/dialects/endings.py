"""Endings of files in other markup than Markdown, and which it is. To add one: a file beside this, and a line."""

ENDINGS = {
    ".rst": "restructured",
    ".rest": "restructured",
    ".adoc": "asciidoc",
    ".asciidoc": "asciidoc",
    ".wiki": "mediawiki",
    ".mediawiki": "mediawiki",
    ".org": "org",
}
