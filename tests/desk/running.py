"""A desk in this process, and a register in a folder of its own."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from tests.small import POLICY
from vendor_registry.desk.app import desk
from vendor_registry.desk.office import Office
from vendor_registry.desk.settings import Settings
from vendor_registry.use_cases.files.repository import Repository

DAY = date(2026, 11, 23)
SHEET = """\
key,vendor,legal_name,address,contact,country,role,service,purpose,products,zone,data_subjects,data,region,wiki
host,Sample Cloud,Sample GmbH,"Weg 2, Berlin",Ada,DE,sub-processor,hosting,Servers,mail,eu,customers,content,DE,x
post,Post & Co,Post AG,"Ring 1, Wien",,AT,sub-processor,hosting,"Mail, <printed>",mail,eu,customers,content,,"a ""b"" c"
"""


@dataclass
class Desk:
    """A browser at a desk."""

    folder: Path
    office: Office
    client: TestClient
    logged: list[str]

    @property
    def sheet(self) -> Path:
        return self.folder / "vendors.csv"

    @property
    def url(self) -> str:
        return self.office.settings.repository.ledger

    def enter(self) -> "Desk":
        assert self.client.get("/enter", params={"token": self.office.token.secret}).status_code == 200
        return self

    def get(self, path: str, **query: Any) -> str:
        answer = self.client.get(path, params=query or None)
        assert answer.status_code == 200, answer.text
        return answer.text

    def fields(self, path: str, action: str, **query: Any) -> dict[str, str]:
        """The hidden fields of a form on a page, as a browser would send them."""
        return hidden(self.get(path, **query), action)

    def other(self) -> "Desk":
        """Another browser at the same desk."""
        app = self.client.app
        secret, _ = self.office.sessions.begin("Grace", next(iter(self.office.sessions._open.values())).role)
        client = TestClient(app, str(self.client.base_url), headers={"authorization": f"Bearer {secret}"})
        return replace(self, client=client)


def hidden(page: str, action: str) -> dict[str, str]:
    form = next(one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if f'action="{action}"' in one)
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: unescape(value) for name, value in found}


def text(page: str) -> str:
    """What a reader sees."""
    return " ".join(unescape(re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL)).split())


def opened(folder: Path, sheet: str = SHEET, policy: str = POLICY, url: str = "", **settings: Any) -> Desk:
    (folder / "vendors.csv").write_bytes(sheet.encode())
    (folder / "policy.toml").write_text(policy, encoding="utf-8")
    repository = Repository(folder / "vendors.csv", folder / "policy.toml", url or f"sqlite:///{folder}/ledger.db")
    said: dict[str, Any] = {
        "owner": "Ada",
        "today": lambda: DAY,
        "clock": lambda: datetime(2026, 11, 23, 9, tzinfo=UTC),
    }
    logged: list[str] = []
    app, office = desk(Settings(repository=repository, **(said | settings)), logged.append)
    return Desk(folder, office, TestClient(app, "http://127.0.0.1:8000", raise_server_exceptions=False), logged)
