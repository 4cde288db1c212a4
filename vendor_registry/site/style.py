"""How pages look, and what they may load: colours and logo of the policy, and the headers that keep to them."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from markupsafe import Markup

from vendor_registry.model.policy.logo import Logo
from vendor_registry.model.policy.terms import SiteTerms
from vendor_registry.site.edition import Edition
from vendor_registry.site.filters import rules

_PAPER = {
    "text": "#000",
    "quiet": "#444",
    "page": "#fff",
    "card": "#fff",
    "line": "#999",
    "accent": "#000",
    "logo": "#fff",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """The style of all pages of a site, the script that lets filters hold together, and the logo at their top."""

    style: Markup
    script: Markup
    logo: Logo | None = None

    @property
    def policy(self) -> Markup:
        """What a page may load: its own style and script, and the logo beside it (Content Security Policy, level 3)."""
        own = f"style-src {_digest(self.style)}; script-src {_digest(self.script)}"
        images = "; img-src 'self'" if self.logo else ""
        return Markup(f"default-src 'none'; {own}{images}; base-uri 'none'; form-action 'none'")


def look(editions: Iterable[Edition], terms: SiteTerms, logo: Logo | None = None) -> Look:
    """How the pages of some editions look, by the policy of today."""
    light, dark, paper = (_variables(one) for one in (terms.light, terms.dark, _PAPER))
    variables = (
        f":root{{color-scheme:light dark;{light}}}\n@media(prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
        f"@media print{{:root{{color-scheme:only light;{paper}}}}}\n"
    )
    style = Markup(variables + source("page.css") + rules(editions))
    return Look(style=style, script=Markup(source("page.js")), logo=logo)


def headers(look: Look) -> bytes:
    """`_headers`, as static hosts read it."""
    lines = (
        "/*",
        f"  Content-Security-Policy: {look.policy}; frame-ancestors 'none'",
        "  Referrer-Policy: no-referrer",
        "  X-Content-Type-Options: nosniff",
    )
    return "".join(f"{line}\n" for line in lines).encode()


def source(name: str) -> str:
    """The text of a template."""
    return files("vendor_registry.site").joinpath("templates", name).read_text("utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _variables(colours: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())
