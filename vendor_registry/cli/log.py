"""vendors log"""

from vendor_registry.cli.options import DatabaseOption


def log(database: DatabaseOption = "") -> None:
    """List the published revisions, newest first.

    Example: vendors log
    """
    from vendor_registry.cli.opening import database_url, print_text
    from vendor_registry.model.visible import visible
    from vendor_registry.use_cases import revisions

    found = revisions.log(database_url(database))
    for revision in found:
        moment = revision.published_at.strftime("%Y-%m-%d %H:%M UTC")
        line = f"{revision.number:>4}  {moment}  {revision.rows:>4} rows  {visible(revision.note)}"
        print_text(f"{line.rstrip()}\n")
    if not found:
        print_text("Nothing has been published yet; `vendors publish` stores the first revision.\n")
