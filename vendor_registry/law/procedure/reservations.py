"""What to say beside an answer: duties, dates that come near, law that moves. None of it changes the verdict."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from vendor_registry.law.procedure.adequacy import by_adequacy
from vendor_registry.law.procedure.area import bound, exporter_area, own_area
from vendor_registry.law.procedure.steps import Ground
from vendor_registry.law.question import Question
from vendor_registry.law.tables.lookup import article, remarks, statutes
from vendor_registry.law.tables.read import tables
from vendor_registry.law.tables.rows import ONWARD
from vendor_registry.model.findings.transfer import Note
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.text.counting import counted

HORIZON_DAYS = 180  # how early the end of a ground is told where nobody says otherwise
CERTIFICATE_HORIZON_DAYS = 60  # a certificate is renewed every year; two months are enough to see it coming


def of_ground(
    question: Question,
    ground: Ground,
    fallbacks: Mapping[Claim, Ground],
    without: frozenset[str],
    horizon_days: int | None,
) -> Iterator[Note]:
    """Reservations about the ground an answer rests on."""
    yield from _necessity(ground, fallbacks)
    yield from _assessment(question, ground)
    yield from _ending(question, ground, without, horizon_days)
    for remark in remarks(ground.row, question.regime, question.exporter_country, question.day):
        if remark.code != ONWARD:
            yield Note(remark.code, remark.text)
    if ground.unverified:
        text = f"{ground.row.partition(':')[2]}: from knowledge, not yet checked against a source"
        yield Note("unverified-law", text)


def of_day(question: Question) -> Iterator[Note]:
    """Reservations about the importer's country and about the age of the tables, whatever the ground."""
    importer = f"importer:{question.importer_country}"
    for remark in remarks(importer, question.regime, question.exporter_country, question.day):
        yield Note(remark.code, remark.text)
    checked = tables().checked
    if checked.stale(question.day):
        text = f"the tables were last checked on {checked.last_checked}; for {question.day} look at newer decisions"
        yield Note("stale-law", text)


def unnecessary(claims: tuple[Claim, ...], why: str) -> Iterator[Note]:
    """Mechanisms claimed where none is needed, as published lists often do between EEA companies."""
    for claim in claims:
        yield Note("unnecessary", f'"{claim.written}" is not needed: {why}')


def _necessity(ground: Ground, fallbacks: Mapping[Claim, Ground]) -> Iterator[Note]:
    if ground.basis != "adequacy":
        return
    lasting = [claim for claim, other in fallbacks.items() if other.basis != "derogation"]
    for claim in fallbacks:
        use = (
            "and useful as a fallback"
            if claim in lasting
            else "and as an exception it carries nothing systematic if that falls"
        )
        yield Note("unnecessary", f'"{claim.written}" is not needed beside the decision, {use}')
    if ground.programme and not lasting:
        text = "the certificate is the only ground; standard clauses beside it would carry the transfer if it fell"
        yield Note("dpf-no-fallback", text)


def _assessment(question: Question, ground: Ground) -> Iterator[Note]:
    """The duty to assess the law of the destination (CJEU C-311/18), and what is known of that law."""
    if not ground.requires_tia:
        return
    duty = article(question.regime, exporter_area(question), "tia", question.day)
    if duty and question.tia_failed:
        text = f"the last transfer impact assessment ({duty.text}), of {question.tia_failed}, failed"
        yield Note("tia-failed", f"{text}: what it does not allow is to be suspended (SCC 2021/914 Clause 14(f))")
    elif duty and (question.tia is None or question.day < question.tia):
        known = "none is dated" if question.tia is None else f"it is dated {question.tia}, after the day asked"
        yield Note("no-tia", f"a transfer impact assessment is required ({duty.text}), and {known}")
    found = [row for row in statutes(question.importer_country) if row.holds(question.day)]
    if found:
        names = "; ".join(row.statute + (" (unverified)" if row.unverified else "") for row in found)
        yield Note("government-access", f"{question.importer_country} has statutes on government access: {names}")


def _ending(question: Question, ground: Ground, without: frozenset[str], horizon_days: int | None) -> Iterator[Note]:
    day = question.day
    horizon, of_certificates = (
        (HORIZON_DAYS, CERTIFICATE_HORIZON_DAYS) if horizon_days is None else (horizon_days, horizon_days)
    )
    near = ground.until and ground.until - day <= timedelta(horizon)
    if ground.until and near and not _goes_on(question, ground.until + timedelta(1), without):
        yield Note("ends-soon", f"the ground ends on {ground.until}, {_distance(ground.until - day)}")
    certified = ground.certificate_until
    if certified and certified - day <= timedelta(of_certificates):
        yield Note(
            "certificate-ends-soon",
            f"the certificate ends on {certified}, {_distance(certified - day)}",
        )


def _goes_on(question: Question, day: date, without: frozenset[str]) -> bool:
    """Whether the importer's country is inside the area, or adequate, on the day after: one row follows another."""
    later = replace(question, day=day)
    if bound(later).doubt:
        return False
    return any(step.ground for step in (own_area(later), *by_adequacy(later, without)))


def _distance(distance: timedelta) -> str:
    if distance.days == 0:
        return "which is the day asked"
    return f"{counted(distance.days, 'day')} after the day asked"
