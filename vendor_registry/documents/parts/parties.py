"""The two parties of a contract, as the annexes of the clauses name them."""

from vendor_registry.documents.document import Cell, Fields, line
from vendor_registry.documents.parts.contract import Contract

_ROLES = {  # of exporter and importer, by module
    "1": ("controller", "controller"),
    "2": ("controller", "processor"),
    "3": ("processor", "processor"),
    "4": ("processor", "controller"),
}


def exporter(contract: Contract) -> Fields:
    """The data exporter of SCC 2021/914 Annex I.A: the customer, or we where we send data back (Module Four)."""
    return _transferring(contract, ours=contract.sends_back, importing=False)


def importer(contract: Contract) -> Fields:
    """The data importer of SCC 2021/914 Annex I.A."""
    return _transferring(contract, ours=not contract.sends_back, importing=True)


def controller(contract: Contract) -> Fields:
    """The controller of SCC 2021/915 Annex I."""
    return Fields(
        contract.say("art28.controller"),
        (*identity(contract, ours=False), _signature(contract, False, "art28")),
        narrow=True,
    )


def processor(contract: Contract) -> Fields:
    """The processor of SCC 2021/915 Annex I."""
    fields = (
        *identity(contract, ours=True),
        _officers(contract, True, "art28.dpo"),
        _signature(contract, True, "art28"),
    )
    return Fields(contract.say("art28.processor"), fields, narrow=True)


def known(contract: Contract, *, ours: bool) -> tuple[tuple[str, str], ...]:
    """Name, address and contact person of a party, each with the entry that would say it; "": the customer does."""
    them, company = contract.customer, contract.case.policy.company
    if ours:
        said = {"legal_name": company.legal_name, "address": company.address, "contact": company.contact}
        return tuple((text, f"[company] {name}") for name, text in said.items())
    if them is None:
        return (("", ""),) * 3
    seat = contract.names.country(them.country) if them.country else ""
    told = (them.formal_name, them.address or seat, them.contact or them.notice_address)
    return tuple((text, "") for text in told)


def identity(contract: Contract, *, ours: bool) -> tuple[tuple[str, Cell], ...]:
    """Name, address and contact person; our trading name where nobody says which company signs."""
    keys, said = ("pack.name", "pack.address", "pack.contact"), known(contract, ours=ours)
    trading = contract.case.policy.company.name if ours and not said[0][0] else ""
    if not trading:
        return tuple(contract.field(key, text, entry) for key, (text, entry) in zip(keys, said, strict=True))
    legal = contract.value(contract.say("company.legal_name"), *said[0])
    others = (contract.field(key, text, entry) for key, (text, entry) in zip(keys[1:], said[1:], strict=True))
    return (contract.say(keys[0]), (line(trading), *legal)), *others


def role(contract: Contract, *, importing: bool) -> str:
    """The roles of a party: with several modules, each with its own."""
    named = {one: contract.say(f"role.{_ROLES[one][importing]}") for one in contract.modules}
    if len(set(named.values())) == 1:
        return next(iter(named.values()))
    return contract.names.phrases.series(
        contract.say("scc.role_of", module=contract.say(f"scc.module_{one}"), role=named[one]) for one in named
    )


def _transferring(contract: Contract, *, ours: bool, importing: bool) -> Fields:
    terms = contract.terms
    doing, entry = (terms.activities, "[contract] activities") if ours else (terms.customer_activities, "")
    return Fields(
        contract.say("scc.importer" if importing else "scc.exporter"),
        (
            *identity(contract, ours=ours),
            _officers(contract, ours, "scc.officers"),
            contract.field("scc.activities", contract.text(doing), entry),
            contract.field("scc.role", role(contract, importing=importing), "[company] role"),
            _signature(contract, ours, "scc"),
        ),
        narrow=True,
    )


def _officers(contract: Contract, ours: bool, key: str) -> tuple[str, Cell]:
    company = contract.case.policy.company
    told = contract.names.phrases.series(filter(None, (company.dpo, company.representative))) if ours else ""
    return contract.field(key, told, "[company] dpo" if ours else "")


def _signature(contract: Contract, ours: bool, act: str) -> tuple[str, Cell]:
    terms = contract.terms
    day = contract.names.day(terms.signed) if terms.signed else ""
    told = contract.names.phrases.series(filter(None, (terms.signatory, day))) if ours and terms.signatory else ""
    return contract.field(f"{act}.signature", told, "[contract] signatory" if ours else "")
