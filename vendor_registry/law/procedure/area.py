"""Steps 0 to 2: is the exporter bound, is there another party at all, and is it inside the regime's own area?"""

from datetime import date, timedelta

from vendor_registry.law.procedure.steps import Ground, Weighed
from vendor_registry.law.question import Question
from vendor_registry.law.tables.lookup import area_of, article
from vendor_registry.law.tables.rows import Membership
from vendor_registry.law.tables.zones import AREAS_OF_REGIME
from vendor_registry.model.findings.transfer import Doubt, Note, TransferVerdict, Way

_OWN_AREA = {"eu": ("GDPR", "GDPR_TRANSITION", "DPD", "EU_BRIDGE"), "uk": ("UK",), "ch": ("CH", "CH_OLD")}
_BASIS_OF_AREA = {"GDPR_TRANSITION": "uk-transition", "EU_BRIDGE": "uk-bridge"}
_BASIS_OF_REGIME = {"eu": "intra-EEA", "uk": "domestic", "ch": "domestic"}
_OLD_LAW = {"DPD", "CH_OLD"}  # Directive 95/46/EC, and the Swiss act of 1992


def exporter_area(question: Question) -> str:
    """The area of law the exporter is in on the day; "" where the regime binds it from outside."""
    row = area_of(question.exporter_country, AREAS_OF_REGIME[question.regime], question.day)
    return row.area if row else ""


def general_rule(question: Question) -> str:
    """The provision that asks for a ground at all."""
    rule = article(question.regime, exporter_area(question), "general", question.day)
    return rule.text if rule else ""


def under_old_law(question: Question) -> bool:
    """Whether the exporter is still under Directive 95/46/EC, or the Swiss act of 1992, on the day."""
    rule = article(question.regime, exporter_area(question), "general", question.day)
    return rule is not None and rule.area in _OLD_LAW


def bound(question: Question) -> Weighed:
    """Step 0: whether the regime binds this exporter on the day. A doubt, where nothing shows that it does."""
    exporter, day = question.exporter_country, question.day
    row = area_of(exporter, AREAS_OF_REGIME[question.regime], day)
    by = "".join(f", {way.words}" for way in question.ways)
    if row:
        said = f"Regime {question.regime}: binds an exporter in {exporter} on {day}{by} ({row.source}{row.mark})."
        return Weighed(said=said, notes=_careful(question))
    if question.bound and article(question.regime, "", "general", day):
        where = exporter or "no place known"
        return Weighed(said=f"Regime {question.regime}: binds this exporter although it is in {where}{by}.")
    return _doubtful(question)


def _doubtful(question: Question) -> Weighed:
    """Nothing shows that the regime binds; of some territories the law itself leaves it open."""
    exporter, day = question.exporter_country, question.day
    territory = area_of(exporter, ("OUTSIDE",), day) if question.regime == "eu" else None
    if territory and territory.unsettled:
        doubt = f"whether the regime eu binds an exporter in {exporter} is not settled: {territory.note}"
        settles, citation = Doubt.LAW, territory.source
    else:
        doubt = (
            f"the regime {question.regime} does not bind an exporter in {exporter or 'a country that is not stated'} "
            f"on {day} by its seat or its place; whether it does for another reason (GDPR Art. 3(2), data received "
            "from there) is not stated"
        )
        settles, citation = Doubt.BINDING, ""
    return Weighed(said=f"Regime {question.regime}: {doubt}.", doubt=doubt, settles=settles, citation=citation)


def _careful(question: Question) -> tuple[Note, ...]:
    """What to know of an exporter that is bound by its place and by nothing else; that was enough for older acts."""
    reason = article(question.regime, "", "place", question.day)
    if question.ways != (Way.PLACE,) or reason is None:
        return ()
    text = "the exporter is taken to be bound because it processes there; that is the careful reading, since "
    return (Note("bound-by-place-alone", f"{text}{reason.text}"),)


def one_entity(question: Question) -> Weighed | None:
    """Step 1: one legal entity, or the person concerned, makes no transfer."""
    if not question.same_entity and question.importer_role != "data-subject":
        return None
    rule = article(question.regime, exporter_area(question), "same-entity", question.day)
    who = "exporter and importer are one legal entity" if question.same_entity else "the importer is the data subject"
    return Weighed(
        said=f"Parties: {who}, so nothing is transferred to another (security under Art. 32 remains a duty).",
        ground=Ground(
            verdict=TransferVerdict.NOT_RESTRICTED,
            basis="same-entity" if question.same_entity else "data-subject",
            row=f"article:{rule.area}/{rule.subject}" if rule else "",
            citation=rule.text if rule else "",
            unverified=rule.unverified if rule else False,
        ),
    )


def own_area(question: Question) -> Weighed:
    """Step 2: an importer inside the regime's own area; a doubt, where its territory is not settled."""
    country, day = question.importer_country, question.day
    if not country:
        doubt = "in which country the importer is, is not stated"
        return Weighed(said=f"Area: {doubt}.", doubt=doubt, settles=Doubt.COUNTRY)
    row = area_of(country, _OWN_AREA[question.regime], day)
    if row:
        return _inside(question, row)
    outside = area_of(country, ("OUTSIDE",), day) if question.regime == "eu" else None
    said = f"Area: {country} is outside the area of regime {question.regime} on {day}" + (
        f" ({outside.source}{outside.mark})." if outside else "."
    )
    if outside and outside.unsettled:
        return Weighed(
            said=said,
            doubt=f"whether {country} is a third country is not settled: {outside.note}",
            settles=Doubt.LAW,
            citation=outside.source,
        )
    return Weighed(said=said)


def _inside(question: Question, importer: Membership) -> Weighed:
    exporter = area_of(question.exporter_country, AREAS_OF_REGIME[question.regime], question.day)
    deciding = exporter if exporter and exporter.area in _BASIS_OF_AREA else importer
    subject = "free-movement" if question.regime == "eu" else "general"
    area = "DPD" if importer.area == "DPD" else exporter_area(question)  # where one end is still under the Directive
    rule = article(question.regime, area, subject, question.day)
    special = deciding.area in _BASIS_OF_AREA
    return Weighed(
        said=f"Area: {question.importer_country} is inside the area of regime {question.regime} on {question.day} "
        f"({importer.source}{importer.mark}).",
        ground=Ground(
            verdict=TransferVerdict.NOT_RESTRICTED,
            basis=_BASIS_OF_AREA.get(deciding.area, _BASIS_OF_REGIME[question.regime]),
            row=deciding.ground,
            citation=deciding.source if special or rule is None else rule.text,
            until=_last_day_inside(question, importer) if deciding is importer else deciding.valid_to,
            unverified=importer.unverified,
        ),
    )


def _last_day_inside(question: Question, importer: Membership) -> date | None:
    """The last day of the area, or of the one that follows it without a gap on the same basis (DPD, then GDPR)."""
    row = importer
    while row.valid_to:
        following = area_of(row.country, _OWN_AREA[question.regime], row.valid_to + timedelta(1))
        if following is None or _BASIS_OF_AREA.get(following.area) != _BASIS_OF_AREA.get(row.area):
            return row.valid_to
        row = following
    return None
