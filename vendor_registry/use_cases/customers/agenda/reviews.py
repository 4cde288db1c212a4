"""Days on which something is to be reviewed again: by the rules of the policy, or as the last review said."""

from collections.abc import Iterator

from vendor_registry.case.case import Case
from vendor_registry.case.reviews import SUBJECTS, last_review, newest_review
from vendor_registry.model.ledger.due import Due, DueKind
from vendor_registry.model.ledger.review import Review, Subject
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.rules.policy.fresh import RULE, End, Fresh, ends_of
from vendor_registry.rules.shared.policy_rules import chosen, parameters

_DUE = {
    Subject.VENDOR: (DueKind.REVIEW_DUE, "next review due"),
    Subject.TIA: (DueKind.TIA_DUE, "next transfer impact assessment due"),
    Subject.AGREEMENT: (DueKind.REVIEW_DUE, "next review of the agreement due"),
}
_COLUMNS = {subject: column for column, subject in SUBJECTS.items()}


def of_reviews(case: Case) -> Iterator[Due]:
    """An entry for each review that a rule of type `fresh` asks for, and for each further one that a record names."""
    asked: set[tuple[str, Subject]] = set()
    for spec in case.policy.rules:
        if spec.type == RULE.id:
            wanted = parameters(spec, Fresh)
            for row in (case.registry.by_key[key] for key in chosen(case, spec, "where", wanted.where).all):
                for end in (one for one in ends_of(case, row, wanted) if one.due):
                    asked.add((row.key, SUBJECTS[end.column]))
                    yield _by_rule(row, end, spec.id)
    for row in case.registry.engagements if case.reviews else ():
        for subject in Subject:
            review = _newest(case, row, subject)
            if review and review.next_on and (row.key, subject) not in asked:
                yield _by_record(row, review)


def _newest(case: Case, row: Engagement, subject: Subject) -> Review | None:
    column = _COLUMNS.get(subject)
    return newest_review(case, row, column) if column else last_review(case, row.key, subject)


def _by_rule(row: Engagement, end: End, rule: str) -> Due:
    kind, what = _DUE[SUBJECTS[end.column]]
    return Due(
        day=end.day,
        kind=kind,
        what=f"{what} ({rule})",
        whose=f"{row.vendor} ({row.key})",
        where=str(row.cell(end.column)),
        do=end.mend,
        identity=(rule, row.key),
    )


def _by_record(row: Engagement, review: Review) -> Due:
    kind, what = _DUE[review.subject]
    return Due(
        day=review.next_on or review.reviewed_on,
        kind=kind,
        what=what,
        whose=f"{row.vendor} ({row.key})",
        where=f"review {review.number} of {review.reviewed_on}{'' if review.stands else ', which failed'}",
        do="Do it, and record it: vendors review record.",
        identity=("review", str(review.subject), row.key),
    )
