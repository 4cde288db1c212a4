"""Connections that say nothing, or say it letter by letter, so that nobody else finds a place."""

from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0  # for the head of a request, from its first byte or from the connection on


class ImpatientProtocol(H11Protocol):
    """HTTP/1.1 as uvicorn has it, which ends a connection on which the head of a request does not come to its end."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._began: float | None = self.loop.time()  # when the head that is awaited began
        self._look_again()

    def data_received(self, data: bytes) -> None:
        if self._began is None and self._is_idle:
            self._began = self.loop.time()
        super().data_received(data)
        if not self._is_idle:
            self._began = None

    @property
    def _is_idle(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _look_again(self) -> None:
        self.loop.call_later(HEAD_SECONDS / 4, self._look)

    def _look(self) -> None:
        if self.transport.is_closing():
            return
        if self._began is not None and self.loop.time() - self._began > HEAD_SECONDS:
            self.transport.close()
        else:
            self._look_again()
