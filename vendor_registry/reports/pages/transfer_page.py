"""Answers to transfer questions, for the terminal and for programs."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from vendor_registry.law.question import Question
from vendor_registry.model.findings.transfer import Answer
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.parts.wrapping import wrapped

Answers = Sequence[tuple[Question, Answer]]


def as_text(answers: Answers, explain: bool) -> str:
    """One paragraph for each regime; with `explain`, every step that led to the answer."""
    return "\n".join("\n".join(_paragraph(question, answer, explain)) for question, answer in answers) + "\n"


def as_json(answers: Answers) -> str:
    """One object with a list `answers`, steps and notes always in it."""
    return (
        json.dumps({"version": 1, "answers": [_object(*one) for one in answers]}, ensure_ascii=False, indent=2) + "\n"
    )


def _paragraph(question: Question, answer: Answer, explain: bool) -> Iterator[str]:
    yield (
        f"{question.exporter_country} ({question.exporter_role}) to {question.importer_country} "
        f"({question.importer_role}) on {question.day}, regime {question.regime}: "
        f"{answer.verdict}, {answer.basis}"
    )
    yield from wrapped("bound", ", ".join(way.words for way in question.ways))
    yield from wrapped("ground", visible(answer.ground))
    yield from wrapped("claim", visible(answer.claim.written) if answer.claim else "")
    yield from wrapped("law", visible(answer.citation))
    yield from wrapped("until", answer.until.isoformat() if answer.until else "")
    yield from wrapped("also", "; ".join(visible(claim.written) for claim in answer.fallbacks))
    for number, step in enumerate(answer.steps if explain else ()):
        yield from wrapped("step" if number == 0 else " ", f"{number + 1}. {visible(step)}")
    for note in answer.notes:
        yield from wrapped("note", f"{note.code}: {visible(note.text)}")


def _object(question: Question, answer: Answer) -> dict[str, Any]:
    return {
        "regime": question.regime,
        "exporter_country": question.exporter_country,
        "bound_by": [str(way) for way in question.ways],
        "exporter_role": question.exporter_role,
        "importer_country": question.importer_country,
        "importer_role": question.importer_role,
        "as_of": question.day.isoformat(),
        "verdict": str(answer.verdict),
        "basis": answer.basis,
        "ground": answer.ground,
        "claim": _claim(answer.claim) if answer.claim else None,
        "citation": answer.citation,
        "until": answer.until.isoformat() if answer.until else None,
        "fallbacks": [_claim(claim) for claim in answer.fallbacks],
        "notes": [{"code": note.code, "text": note.text} for note in answer.notes],
        "steps": list(answer.steps),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "written": claim.written,
        "instrument": claim.instrument,
        "module": claim.module,
        "from": claim.signed.isoformat() if claim.signed else None,
        "to": claim.until.isoformat() if claim.until else None,
    }
