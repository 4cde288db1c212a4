"""The policy at the desk: a finding leads to the lines it is about; they are judged before they are written."""

from pathlib import Path

import pytest

from tests.desk.running import SHEET, Desk, hidden, opened, text
from tests.small import POLICY
from vendor_registry.store.activity import activities
from vendor_registry.use_cases.desk.policy import policy_file
from vendor_registry.use_cases.files.repository import Repository

RULE = """\

# Architecture asked for this.
[[rules]]
id = "nobody-in-austria"
type = "vendors"  # a comment
"""


def send(desk: Desk, said: str, do: str, **asked: object) -> tuple[int, str]:
    form = hidden(desk.get("/policy", **asked), "/policy")
    answer = desk.client.post("/policy", data=form | {"text": said, "do": do})
    return answer.status_code, text(answer.text)


def policy(desk: Desk) -> str:
    return (desk.folder / "policy.toml").read_bytes().decode()


def test_the_table_around_a_line_is_shown_with_its_comments_and_nothing_else(tmp_path: Path) -> None:
    desk = opened(tmp_path, policy=POLICY.replace("[zones.eu]", '# where they are\n[zones.eu] # "["\n')).enter()
    page = desk.get("/policy", line=10)
    assert "# where they are\n[zones.eu] # &#34;[&#34;\n\nname = &#34;EU&#34;" in page
    assert "products.mail" not in page
    assert "[products.mail]" in desk.get("/policy")
    assert "[products.mail]" in desk.get("/policy", line=9999)


@pytest.mark.parametrize(("mark", "ends"), [("", "\n"), ("\ufeff", "\r\n")])
def test_lines_are_changed_and_every_other_byte_stays(tmp_path: Path, mark: str, ends: str) -> None:
    desk = opened(tmp_path).enter()
    whole = mark + ("# ours\n" + POLICY).replace("\n", ends)
    (tmp_path / "policy.toml").write_bytes(whole.encode())
    line = POLICY.splitlines().index('name = "Hosting"') + 2
    part = hidden(desk.get("/policy", line=line), "/policy")
    changed = '[services.hosting]\r\nname = "Hosting and more"\r\n'
    answer = desk.client.post("/policy", data=part | {"text": changed, "do": "save"})
    assert "Saved" in text(answer.text)
    assert policy(desk) == whole.replace('"Hosting"', '"Hosting and more"')
    [deed, *_] = activities(desk.url)
    assert deed.what == "the policy: 1 line"
    assert (deed.before, deed.after) == ('name = "Hosting"', 'name = "Hosting and more"')


def test_what_it_settles_is_seen_before_it_is_saved(at_desk: Desk) -> None:
    without = POLICY.replace('places = ["EEA"]', 'places = ["DE"]')
    status, said = send(at_desk, without, "preview")
    assert status == 200
    assert "settled" in said or "changes nothing" in said
    other = POLICY.replace("products.mail", "products.post").replace('"Mail"', '"Post"')
    status, said = send(at_desk, other, "preview")
    assert "new fault" in said, "the cells of the sheet name a product that there is none of"
    assert policy(at_desk) == POLICY
    assert activities(at_desk.url) == ()


@pytest.mark.parametrize("broken", ["[", POLICY + "[zones.us]\nplaces = 3\n", POLICY.replace('"DE"', '"Atlantis"')])
def test_what_cannot_be_understood_is_told_with_its_line_and_not_written(at_desk: Desk, broken: str) -> None:
    status, said = send(at_desk, broken, "preview")
    assert status == 200
    assert "new fault" in said
    status, said = send(at_desk, broken, "save")
    assert status == 422
    assert "policy.toml:" in said
    assert policy(at_desk) == POLICY


def test_a_policy_that_is_no_toml_is_mended_at_the_desk(tmp_path: Path) -> None:
    desk = opened(tmp_path, policy=POLICY.replace("[zones.eu]", "[zones.eu")).enter()
    line = POLICY.splitlines().index("[zones.eu]") + 1
    assert f"/policy?line={line}" in desk.get("/")
    form = hidden(desk.get("/policy"), "/policy")
    assert "Saved" in text(desk.client.post("/policy", data=form | {"text": POLICY, "do": "save"}).text)
    assert policy(desk) == POLICY
    assert "Findings of these rows" in text(desk.get("/"))


def test_the_second_of_two_is_told_and_keeps_what_they_wrote(at_desk: Desk) -> None:
    mine = hidden(at_desk.get("/policy"), "/policy")
    other = POLICY + "# theirs\n"
    (at_desk.folder / "policy.toml").write_text(other, encoding="utf-8")
    answer = at_desk.client.post("/policy", data=mine | {"text": POLICY + "# mine\n", "do": "save"})
    assert answer.status_code == 409
    assert "Somebody changed the policy" in text(answer.text)
    assert "# mine" in answer.text
    assert policy(at_desk) == other


def test_only_who_publishes_changes_the_policy(at_desk: Desk) -> None:
    other = at_desk.other()
    session = other.office.sessions.of(other.client.headers["authorization"].removeprefix("Bearer "))
    assert session is not None
    form = hidden(other.get("/policy"), "/policy")
    session.role = list(type(session.role))[1]
    assert "needs the role publish" in text(other.get("/policy"))
    assert other.client.post("/policy", data=form | {"text": "", "do": "save"}).status_code == 403


def test_lines_that_are_not_there_and_files_that_are_no_text_are_no_failure(at_desk: Desk) -> None:
    form = hidden(at_desk.get("/policy"), "/policy")
    for first, last in (("0", "3"), ("5", "2"), ("1", "999"), ("x", "1")):
        answer = at_desk.client.post("/policy", data=form | {"first": first, "last": last, "text": "", "do": "save"})
        assert answer.status_code == 422
    (at_desk.folder / "policy.toml").write_bytes(b"\xff\xfe")
    assert at_desk.client.get("/policy").status_code == 422
    assert at_desk.logged == []
    repository = Repository(at_desk.sheet, at_desk.folder / "none.toml", at_desk.url)
    with pytest.raises(Exception, match="no such file"):
        policy_file(repository)


def test_a_finding_of_the_policy_leads_to_its_lines(tmp_path: Path) -> None:
    """A rule about a category that nothing carries is a finding at the rule, which stands in the policy."""
    rule = '\n[[rules]]\nid = "apart"\ntype = "isolation"\nbetween = ["eu", "us"]\ndata = ["payment"]\n'
    two = POLICY + '\n[data.payment]\nname = "Payment"\n' + '\n[zones.us]\nname = "US"\nplaces = ["US"]\n' + rule
    desk = opened(tmp_path, SHEET, two).enter()
    page = desk.get("/findings")
    line = two.splitlines().index("[[rules]]") + 1
    assert f'href="/policy?line={line}"' in page, text(page)
    assert "apart" in text(desk.get("/policy", line=line))


def test_programs_read_try_and_write_it(at_desk: Desk) -> None:
    csrf = {"x-csrf-token": hidden(at_desk.get("/policy"), "/policy")["csrf"]}
    found = at_desk.client.get("/api/v1/policy").json()
    assert found["text"] == POLICY
    broken = {"version": found["version"], "text": "["}
    seen = at_desk.client.post("/api/v1/policy/preview", json=broken, headers=csrf).json()
    assert seen["faults_left"] > 0
    assert at_desk.client.put("/api/v1/policy", json=broken, headers=csrf).json()["faults"]
    whole = {"version": found["version"], "text": POLICY + "# more\n"}
    assert at_desk.client.put("/api/v1/policy", json=whole, headers=csrf).json()["lines"] == 1
    assert policy(at_desk) == POLICY + "# more\n"
    assert at_desk.client.put("/api/v1/policy", json=whole, headers=csrf).status_code == 409
