"""What `vendors notice` does where nobody says what to do: it writes."""

from typing import Any

from vendor_registry.cli.values import QuickGroup

WRITE = "write"


class WriteByDefault(QuickGroup):
    """`vendors notice 2 3` is `vendors notice write 2 3`; options may stand before the word that says what to do."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] in ctx.help_option_names:
            return super().parse_args(ctx, args)
        at = self._first_word(args)
        named = at < len(args) and args[at] in self.commands
        return super().parse_args(ctx, [args[at], *args[:at], *args[at + 1 :]] if named else [WRITE, *args])

    def _first_word(self, args: list[str]) -> int:
        """Where the first argument stands that is neither an option nor the value of one."""
        options = [one for command in self.commands.values() for one in command.params]
        valued = {name for one in options if not getattr(one, "is_flag", False) for name in one.opts if name[0] == "-"}
        at = 0
        while at < len(args) and args[at].startswith("-") and args[at] != "-":
            at += 2 if args[at] in valued else 1
        return at
