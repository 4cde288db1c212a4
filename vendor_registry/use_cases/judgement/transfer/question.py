"""May data go from here to there on a day? One question in words, answered by the law floor."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from vendor_registry.intake.words.cells import yes_or_no
from vendor_registry.intake.words.complaints import UnclearError, quote
from vendor_registry.intake.words.dates import YEARS, day
from vendor_registry.intake.words.mechanisms import mechanism
from vendor_registry.intake.words.places import country
from vendor_registry.intake.words.suggestions import did_you_mean, fold, nearest
from vendor_registry.law.procedure.judge import judge
from vendor_registry.law.procedure.without import taken_away
from vendor_registry.law.question import ROLES, Question
from vendor_registry.law.tables.zones import REGIMES, regimes
from vendor_registry.model.findings.transfer import Answer, Way
from vendor_registry.model.text.origin import UsageError

Read = TypeVar("Read")

ORGANISATIONS = ("EPO",)  # international organisations (GDPR Art. 44): importers without a country


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """One question as a person puts it; blank: not stated."""

    exporter: str
    exporter_seat: str = ""
    importer: str
    exporter_role: str
    importer_role: str
    mechanism: str = ""
    regime: str = ""
    pipeda: str = ""
    tia: str = ""
    importer_public: str = "no"
    importer_under_gdpr: str = "no"
    same_entity: bool = False
    bound: bool = False


def ask(words: Words, as_of: date) -> tuple[Question, ...]:
    """One question for the regime that is named, else one for each that binds the exporter on the day.

    Where none does by its place, the EU's is asked about: whether it binds for another reason (GDPR Art. 3(2)) is then
    the fact that is not known. Raises UsageError, with what was expected, for words that mean nothing.
    """
    _say_between_whom(words)
    if as_of.year not in YEARS:
        text = f"--as-of: {as_of} is too far away to be meant"
        raise UsageError(f"{text}. Years run from {YEARS[0]} to {YEARS[-1]}.")
    question = Question(
        regime="",
        exporter_country=_understood("--from", country, words.exporter),
        exporter_role=_understood("--exporter-role", exporter_role, words.exporter_role),
        importer_country=_understood("--to", importer, words.importer),
        importer_role=_understood("--importer-role", importer_role, words.importer_role),
        day=as_of,
        claims=_understood("--mechanism", mechanism, words.mechanism),
        bound=words.bound,
        same_entity=words.same_entity,
        importer_under_gdpr=_understood("--importer-under-gdpr", yes_no_unknown, words.importer_under_gdpr),
        importer_public=_understood("--importer-public", yes_no_unknown, words.importer_public),
        pipeda=_understood("--pipeda", yes_no_unknown, words.pipeda),
        tia=_understood("--tia", day, words.tia) if words.tia else None,
    )
    seat = _understood("--exporter-seat", country, words.exporter_seat) if words.exporter_seat else ""
    if words.regime:
        asked: tuple[str, ...] = (_understood("--regime", regime, words.regime),)
    else:
        binding = {*regimes(question.exporter_country, as_of), *regimes(seat, as_of)}
        asked = tuple(one for one in REGIMES if one in binding) or ("eu",)
    return tuple(established(replace(question, regime=one), seat) for one in asked)


def established(question: Question, seat: str) -> Question:
    """The same question of an exporter that is established in a country: by establishment, by place, by reach.

    The establishment counts before the place it processes in (GDPR Art. 3(1)). Blank: where it is, nobody said.
    """
    if not seat:
        return question
    ways = {
        Way.ESTABLISHMENT: question.regime in regimes(seat, question.day),
        Way.PLACE: question.regime in regimes(question.exporter_country, question.day),
        Way.REACH: question.bound,
    }
    sits_there = ways[Way.ESTABLISHMENT] or not ways[Way.PLACE]
    return replace(
        question,
        exporter_country=seat if sits_there else question.exporter_country,
        ways=tuple(way for way, holds in ways.items() if holds),
    )


def _say_between_whom(words: Words) -> None:
    if not (words.exporter or words.importer):
        raise UsageError("Say from where to where, such as --from DE --to US, or name a table with --batch FILE.")
    if not words.importer:
        raise UsageError("--to is missing. Write the country of the importer, such as --to US.")
    if not words.exporter:
        raise UsageError("--from is missing. Write the country of the exporter, such as --from DE.")


def answers(
    questions: Iterable[Question], without: Iterable[str] = (), horizon_days: int | None = None
) -> tuple[tuple[Question, Answer], ...]:
    """Each question with its answer; raises UsageError for a ground in `without` that is in no table."""
    away = frozenset(without)
    for key in sorted(away):
        if not taken_away(key):
            raise UsageError(f'"{key}" names nothing; write decision:2023/1795 or mechanism:scc.')
    return tuple((question, judge(question, without=away, horizon_days=horizon_days)) for question in questions)


def regime(written: str) -> str:
    """eu, uk or ch."""
    return _one_of(REGIMES, "a regime of transfer law", written)


def importer_role(written: str) -> str:
    return _one_of(ROLES, "a role", written)


def exporter_role(written: str) -> str:
    """A role that can export: people who hand over their own data do not (EDPB Guidelines 05/2021)."""
    found = _one_of(ROLES, "a role", written)
    if found == "data-subject":
        raise UnclearError("a data subject is no exporter", "Data that people hand over themselves is no transfer.")
    return found


def importer(written: str) -> str:
    """A country, or an international organisation that a decision names."""
    return written if written in ORGANISATIONS else country(written)


def yes_no_unknown(written: str) -> bool | None:
    """Blank: not known."""
    return yes_or_no(written) if written else None


def _one_of(words: tuple[str, ...], what: str, written: str) -> str:
    meant = {fold(word): word for word in words}.get(fold(written))
    if meant:
        return meant
    hint = did_you_mean(nearest(written, words), f"Write one of {', '.join(words)}.")
    raise UnclearError(f"{quote(written)} is not {what}", hint)


def _understood(option: str, read: Callable[[str], Read], written: str) -> Read:
    try:
        return read(written.strip())
    except UnclearError as unclear:
        raise UsageError("\n".join(f"{option}: {line}" for line in told(unclear))) from unclear


def told(unclear: UnclearError) -> Iterator[str]:
    """What is wrong and what was expected, a line for each complaint."""
    for message, hint in unclear.complaints:
        yield f"{message}{';' if hint[:1].islower() else '.'} {hint}".rstrip()
