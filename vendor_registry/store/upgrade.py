"""Run the steps that are missing, by Alembic, inside the transaction of whoever asks."""

from pathlib import Path

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from vendor_registry.store.schema import TODAY, VERSION_TABLE


def run(connection: Connection, found: str) -> None:
    """Every step after `found` ("": all of them)."""
    steps = scripts()
    context = MigrationContext.configure(
        connection,
        opts={"version_table": VERSION_TABLE, "fn": lambda at, _: steps._upgrade_revs(TODAY, at)},
    )
    if found and not context.get_current_heads():
        context.stamp(steps, found)  # the release that had no table of versions
    with Operations.context(context):
        context.run_migrations()


def scripts() -> ScriptDirectory:
    """The folder of the steps."""
    config = Config()
    folder = str(Path(__file__).with_name("migrations")).replace("%", "%%")
    config.set_main_option("script_location", folder)
    config.set_main_option("version_locations", folder)
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)
