"""Acme Mail and Northwind Mail: made-up companies to draw, and what the law and the rules might say of them."""

import shutil
from dataclasses import replace
from typing import Any

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.drawing.album import Album, Page
from vendor_registry.drawing.compose import compose
from vendor_registry.drawing.picture.picture import Line, Picture
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.view import View
from vendor_registry.drawing.views import product, region
from vendor_registry.model.findings.finding import Finding, Hop, Verdict
from vendor_registry.model.findings.transfer import Answer, Transfer, TransferVerdict, Way
from vendor_registry.model.policy.policy import Named, OwnFlow
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.model.register.flow import Flow

VIEWS: tuple[View, ...] = (region.VIEW, product.VIEW)
SCC = Claim("SCC M3", "scc_2021_914", module=3)
DPF = Claim("DPF", "dpf")
LAPSED: dict[str, Any] = {"mechanism": (Claim("SCC 2010/87/EU", "scc_2010_87"),)}  # says something, and carries nothing

POLICY: dict[str, Any] = {
    "products": {
        "mail": Named(key="mail", name={"": "Acme Mail"}),
        "sms": Named(key="sms", name={"": "Acme SMS"}),
    },
    "systems": {
        "mail-eu": make.system("mail-eu", name={"": "Mail platform (EU)"}, zone="eu", region="DE"),
        "mail-us": make.system("mail-us", name={"": "Mail platform (US)"}, zone="us", region="US"),
        "sms-eu": make.system("sms-eu", name={"": "SMS platform (EU)"}, products=("sms",), zone="eu", region="FR"),
        "billing": make.system("billing", name={"": "Billing"}, products=("*",), data=("payment",), store=True),
    },
    "flows": (OwnFlow(source="mail-eu", target="billing", data=("contact",)),),
}


def small() -> Case:
    """Twelve engagements: hosting with a fourth party in both data regions, payments, support, a blank place."""
    return make.case(
        make.engagement("oak-eu", vendor="Oak Cloud", products=("mail", "sms"), region="DE; BE", line=2),
        make.engagement("oak-us", vendor="Oak Cloud", zone="us", country="US", region="US", line=3),
        make.engagement("elm-eu", vendor="Elm Hosting", country="US", region="DE", mechanism=(SCC,), line=4),
        make.engagement("ash-eu", vendor="Ash Metal", country="US", engaged_by=("elm-eu",), region="DE", line=5),
        make.engagement("pine", vendor="Pine Pay", service="payments", country="US", line=6, **_billing("US")),
        make.engagement("fir", vendor="Fir Pay", service="payments", country="US", line=7, **_billing("US")),
        make.engagement("yew", vendor="Yew Pay", service="payments", country="CH", line=8, **_billing("CH")),
        make.engagement("desk-in", vendor="Desk India", service="support", country="IN", region="IN", line=9, **LAPSED),
        make.engagement("desk-bg", vendor="Desk Sofia", service="support", country="BG", region="BG", line=10),
        make.engagement("chat", vendor="Chat", service="support", country="US", region="", data=None, line=11),
        make.engagement("log", vendor="Logs", country="IE", region="IE", access_from="IN", line=12),
        make.engagement("reg", vendor="Registry", country="GB", region="GLOBAL", role=Role.CONTROLLER, line=13),
        **POLICY,
    )


def _billing(place: str) -> dict[str, Any]:
    return {"products": ("*",), "zone": "*", "receives_from": ("billing",), "data": ("payment",), "region": place}


def large(number: int = 60) -> Case:
    """Many engagements over six services, three products, six systems and eight countries."""
    countries = ("US", "US", "US", "DE", "IE", "IN", "CA", "")
    services = ("hosting", "support", "payments", "website", "engagement", "analytics")
    systems = ("mail-eu", "mail-us", "sms-eu", "sms-us", "site", "billing")
    engagements: list[Engagement] = [
        make.engagement(
            f"v{index:03}",
            vendor=f"Vendor {index * 7 % number:03}",
            service=services[index % len(services)],
            country=countries[index * 5 % 7],
            region=countries[index * 5 % 8],
            products=("*",),
            zone=("eu", "us", "*")[index % 3],
            engaged_by=(f"v{index - 9:03}",) if index % 10 == 9 else (),
            receives_from=() if index % 10 == 9 else _sources(systems, index),
            line=index + 2,
        )
        for index in range(number)
    ]
    return make.case(
        *engagements,
        products={key: Named(key=key, name={"": f"Acme {key.title()}"}) for key in ("mail", "sms", "site")},
        services={key: Named(key=key, name={"": key.title()}) for key in services},
        systems={
            key: make.system(
                key,
                name={"": f"Platform {key}"},
                products=(key.split("-")[0],) if "-" in key else ("*",),
                zone=key.split("-")[1] if "-" in key else "*",
                region={"eu": "DE", "us": "US"}.get(key[-2:], ""),
            )
            for key in systems
        },
        flows=(OwnFlow(source="mail-eu", target="sms-eu", data=("contact",)),),
    )


def _sources(systems: tuple[str, ...], index: int) -> tuple[str, ...]:
    return systems if index % 12 == 0 else (systems[index % 6], systems[(index // 6) % 6])


def transfers(case: Case) -> tuple[Transfer, ...]:
    """Made up: to the US by clauses where they are claimed, to CH adequate, to IN without a ground, else not known."""
    flows = [flow for flow in case.graph.flows if flow.target in case.registry.by_key]
    return tuple(_judged(flow, case.registry.by_key[flow.target]) for flow in flows)


def _judged(flow: Flow, engagement: Engagement) -> Transfer:
    verdicts = {
        "US": TransferVerdict.COVERED if engagement.mechanism else TransferVerdict.UNKNOWN,
        "CH": TransferVerdict.COVERED,
        "CA": TransferVerdict.COVERED,
        "IN": TransferVerdict.NOT_COVERED,
    }
    verdict = verdicts.get(engagement.country, TransferVerdict.NOT_RESTRICTED)
    return transfer(flow, verdict, next(iter(engagement.mechanism), None), engagement.country)


def transfer(flow: Flow, verdict: TransferVerdict, claim: Claim | None = None, country: str = "US") -> Transfer:
    answer = Answer(verdict=verdict, basis="scc" if claim else "adequacy", claim=claim, citation="2000/518/EC")
    return Transfer(
        flow=flow,
        regime="eu",
        exporter_country="DE",
        importer_country=country,
        via="country",
        ways=(Way.PLACE,),
        sure=True,
        answer=answer,
    )


def finding(case: Case, *keys: str, verdict: Verdict = Verdict.BROKEN, rule: str = "apart", **more: str) -> Finding:
    """A finding whose witness is the flows to some engagements, one hop each."""
    hops = [next(flow for flow in case.graph.flows if flow.key == key) for key in keys]
    return Finding(
        rule=rule,
        verdict=verdict,
        cell=hops[-1].cell if hops else case.running[0].cell(),
        message=more.get("message", "Content reaches India"),
        mend="Ask.",
        waived_by=more.get("waived_by", ""),
        witness=tuple(Hop(flow, flow.data or ()) for flow in hops),
    )


def question(case: Case, *findings: Finding, **more: Any) -> Question:
    return Question(case=case, transfers=transfers(case), findings=findings, **more)


def picture(case: Case, view: View = region.VIEW, *findings: Finding) -> Picture:
    """All of a case on one page, folded by number alone."""
    return compose(question(case, *findings), view)


def album(*pictures: Picture) -> Album:
    """Some pictures as pages, for the bundled engine."""
    pages = tuple(Page(picture, engine="wasm") for picture in pictures)
    return Album(question(make.case()), region.VIEW, pages)


def hub() -> Picture:
    """Nine systems that hand data to one vendor, six each to eight others: too many lines, not too many boxes."""
    keys = [f"s{number}" for number in range(9)]
    return picture(
        make.case(
            make.engagement("logs", products=("*",), zone="*", service="support"),
            *(
                make.engagement(
                    f"v{number}", receives_from=tuple(keys[number % 3 : number % 3 + 6]), service=f"service {number}"
                )
                for number in range(8)
            ),
            products={f"p{number}": Named(key=f"p{number}", name={"": f"P{number}"}) for number in range(9)},
            systems={key: make.system(key, products=(f"p{number}",), region="DE") for number, key in enumerate(keys)},
        )
    )


def only(whole: Picture, line: Line) -> Picture:
    """A picture with one line and nothing else."""
    return replace(whole, boxes=(), clusters=(), lines=(line,))


def system_engine() -> bool:
    """Whether this machine has the program `dot`."""
    return shutil.which("dot") is not None
