"""The letters to customers. What is the same for several of them is composed once."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from vendor_registry.case.case import Case
from vendor_registry.documents.document import Document
from vendor_registry.documents.formats.as_eml import addresses
from vendor_registry.documents.formats.catalogue import MAIL, Format
from vendor_registry.documents.notice import States, addressed, notice
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.text.counting import abridged
from vendor_registry.use_cases.customers.notices.notifications import Notification, Notifications
from vendor_registry.use_cases.documents.written import writer
from vendor_registry.use_cases.selection.customers import under_conditions

_USUAL = "en"  # where a customer's row has no language
_NAMED = 3  # customers that a warning names


@dataclass(frozen=True)
class Letters:
    """A letter to each customer that the changes concern, in one format."""

    notifications: Notifications
    wanted: Format
    language: str = ""  # of all of them; "": each customer's
    reason: str = ""  # why the changes are made, in the words of whoever sends the letters

    @cached_property
    def by_key(self) -> dict[str, Notification]:
        return {one.key: one for one in self.notifications.told}

    @property
    def customers(self) -> Sequence[Customer]:
        return [one.concern.customer for one in self.notifications.told]

    def names(self, customer: Customer) -> tuple[str, ...]:
        return (f"{customer.key}{self.wanted.suffix}",)

    def content(self, customer: Customer) -> tuple[bytes, ...]:
        letter, alike = self.letter(customer), self._alike(customer)
        if alike not in self._writers:
            self._writers[alike] = writer(letter, self.wanted)
        return (self._writers[alike](letter),)

    def made_from(self, customer: Customer) -> str:
        """Digest of all that decides what a customer's letter says."""
        told = self.by_key[customer.key]
        said = repr((self._common, self._digests(told.before), told.days, customer))
        return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()

    def letter(self, customer: Customer) -> Document:
        """Raises UsageError for a language without wording."""
        told, alike = self.by_key[customer.key], self._alike(customer)
        if alike not in self._composed:
            states, language = self._states(told, customer.conditions), self._language(customer)
            self._composed[alike] = notice(told.concern, states, told.days, language=language, reason=self.reason)
        return addressed(self._composed[alike], told.concern)

    def _alike(self, customer: Customer) -> object:
        """What decides all of a letter but to whom it is."""
        told = self.by_key[customer.key]
        scope = (customer.products, customer.zone, customer.conditions)
        return (told.before, scope, self._language(customer), told.days)

    def _language(self, customer: Customer) -> str:
        return self.language or customer.language or _USUAL

    def refuse_unworded(self) -> None:
        """Raises UsageError for a language without wording, before the first letter is written."""
        for language in sorted(set(map(self._language, self.customers))):
            phrases(language)

    def warnings(self) -> Iterator[str]:
        """What whoever sends the letters should know, a sentence each."""
        told, company = self.notifications.told, self.notifications.after.policy.company
        early = [f"{one.key or 'all'} not before {one.earliest}" for one in told if one.days.effective < one.earliest]
        if early:
            yield f"The notice does not run before the change takes effect: {abridged(early, _NAMED)}."
        promised = [f"{one.key} ({commitment.text})" for one in told for commitment in one.concern.commitments]
        if promised:
            yield f"The changes touch what was promised: {abridged(promised, _NAMED)}."
        unsure = [one.key for one in told if not one.concern.sure]
        if any(unsure):
            yield f"Whether it concerns them depends on conditions nobody has answered: {abridged(unsure, _NAMED)}."
        if self.wanted is MAIL:
            unknown = [one.key for one in self.customers if not addresses("", one.notice_address)]
            if any(unknown):
                named = abridged(unknown, _NAMED)
                yield f"No e-mail address in notice_address, so the message has no recipient yet: {named}."
        if not (company.contact or company.dpo):
            yield "The letter names nobody to write to: fill in contact of [company] of the policy."

    def _states(self, told: Notification, conditions: tuple[str, ...] | None) -> States:
        alike = (told.before, conditions)
        if alike not in self._known:
            before, after = (
                under_conditions(case, conditions)
                for case in (self.notifications.before[told.before], self.notifications.after)
            )
            self._known[alike] = States(replace(before, as_of=told.days.sent), after)
        return self._known[alike]

    @cached_property
    def _composed(self) -> dict[object, Document]:
        return {}

    @cached_property
    def _writers(self) -> dict[object, Callable[[Document], bytes]]:
        return {}

    @cached_property
    def _known(self) -> dict[tuple[str, tuple[str, ...] | None], States]:
        return {}

    @cached_property
    def _common(self) -> str:
        after = self.notifications.after
        policy = hashlib.sha256(Path(after.policy.file).read_bytes()).hexdigest()
        template = hashlib.sha256(self.wanted.template).hexdigest()
        said = (version("vendor-registry"), after.as_of, policy, self.wanted.name, template, self.language, self.reason)
        return repr((said, _digests(after)))

    def _digests(self, before: str) -> tuple[str, ...]:
        return _digests(self.notifications.before[before])


def _digests(case: Case) -> tuple[str, ...]:
    return tuple(sheet.sha256 for sheet in case.registry.sheets)
