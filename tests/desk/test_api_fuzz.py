"""schemathesis sends what the OpenAPI document allows and what it forbids, to a desk on a socket of this machine.

Never a failure of ours, never an answer that the document does not know, never taken what it forbids.
"""

import subprocess
import sys
from pathlib import Path

import httpx2

from tests.cli.desk.test_serve import serving
from tests.desk.test_stories import CUSTOMERS
from vendor_registry.use_cases.register.init import init

PROGRAM = str(Path(sys.executable).with_name("st"))
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,"
    "negative_data_rejection"
)


def test_the_api_keeps_its_own_document(tmp_path: Path) -> None:
    """The session is left out: what is sent there would end it, or wait longer and longer."""
    init(tmp_path)
    (tmp_path / "data" / "customers.csv").write_text(CUSTOMERS.replace(",mail,", ",app,"), encoding="utf-8")
    with serving(tmp_path) as (address, _):
        base, _, token = address.partition("/enter?token=")
        secret = httpx2.post(f"{base}/api/v1/session", json={"token": token}).json()["token"]
        command = [PROGRAM, "run", f"{base}/api/v1/openapi.json", "-H", f"Authorization: Bearer {secret}"]
        command += ["--checks", CHECKS, "--phases", "fuzzing", "--max-examples", "1", "--seed", "1", "--no-color"]
        command += ["--exclude-path", "/api/v1/session", "--continue-on-failure", "--request-timeout", "60"]
        ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
        assert ran.returncode == 0, ran.stdout[-6000:]
        assert "Tested: 32" in ran.stdout
        assert httpx2.get(f"{base}/api/v1/register", headers={"authorization": f"Bearer {secret}"}).status_code == 200
