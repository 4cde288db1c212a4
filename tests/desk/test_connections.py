"""Connections on which nothing comes, or letter by letter, are ended; those on which something comes are not."""

import asyncio
import time

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from uvicorn.server import ServerState

from vendor_registry.desk.security import connections
from vendor_registry.desk.security.connections import ImpatientProtocol

WHOLE = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


async def ended_after(pieces: list[bytes], pause: float) -> tuple[float, bytes]:
    """How long a connection is borne on which these pieces come, with pauses between them, and what came back."""
    config = uvicorn.Config(PlainTextResponse("yes"), lifespan="off", log_level="critical")
    config.load()
    state = ServerState()
    server = await asyncio.get_running_loop().create_server(
        lambda: ImpatientProtocol(config, state, {}), "127.0.0.1", 0
    )
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    began, back = time.monotonic(), asyncio.create_task(reader.read())
    for piece in pieces:
        if not writer.is_closing() and not back.done():
            writer.write(piece)
            await asyncio.sleep(pause)
    found = await asyncio.wait_for(back, 5)
    writer.close()
    server.close()
    return time.monotonic() - began, found


@pytest.mark.parametrize("pieces", [[], [b"GET / HT"], [WHOLE[number : number + 1] for number in range(len(WHOLE))]])
def test_a_head_that_does_not_come_to_its_end_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, pieces: list[bytes]
) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.2)
    took, back = asyncio.run(ended_after(pieces, 0.05))
    assert took < 2
    assert b"yes" not in back


def test_who_asks_again_and_again_on_one_connection_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second head begins later than the first would have had to be there, and its end never comes."""
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.2)
    took, back = asyncio.run(ended_after([WHOLE, WHOLE, b"GET"], 0.3))
    assert back.count(b"yes") == 2
    assert 0.6 < took < 2
