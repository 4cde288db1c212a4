"""vendors rules"""

from typing import Annotated

import typer

from vendor_registry.cli.options import POLICY, SHEET, AsOfOption, PolicyOption, SheetOption, today

app = typer.Typer(rich_markup_mode=None, help="The rules `vendors check` judges by.", invoke_without_command=True)


@app.callback()
def rules(context: typer.Context, sheet: SheetOption = SHEET, policy: PolicyOption = POLICY) -> None:
    """List the rules: those of the law and of sound rows, and those of the policy.

    Example: vendors rules
    """
    if context.invoked_subcommand is not None:
        return
    from vendor_registry.cli.opening import open_case, print_text, repository_of
    from vendor_registry.use_cases.judgement.rules import listed

    print_text(listed(open_case(repository_of(sheet, policy), today()).policy))


@app.command("explain")
def explain(
    rule: Annotated[str, typer.Argument(metavar="ID", help="The id of a rule or of a rule type.")],
    policy: PolicyOption = POLICY,
) -> None:
    """Print the page of a rule: what it looks at, an example, how to mend, when it is wrong.

    Example: vendors rules explain isolation
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.use_cases.judgement.rules import explained

    print_text(explained(rule, policy))


@app.command("test")
def try_examples(as_of: AsOfOption, policy: PolicyOption = POLICY) -> None:
    """Try the examples that stand in the policy beside its rules; exit status 1 where one comes out otherwise.

    Example: vendors rules test
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.use_cases.judgement.rule_examples import as_text, trials_of

    tried = trials_of(policy, as_of)
    print_text(as_text(tried))
    if not all(trial.agrees for trial in tried):
        raise typer.Exit(1)
