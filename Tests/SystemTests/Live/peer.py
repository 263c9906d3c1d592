"""A WebSocket client of PyPI's `websockets` against a server that echoes: `peer.py PORT [WORD…]`. Words name the checks to
run; without any all but `stop` are. The last line is `peer: N passed, N failed`.

Paths of the server: /echo; /close/CODE closes at once; /fail throws; /flood/COUNT sends that many messages of 1 MiB, each
with its number in every byte; /stop says `ready` and then waits for the server to stop."""

import asyncio
import sys

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.frames import Frame, Opcode

MIB = 1 << 20
SECONDS = 60


class Peer:
    def __init__(self, port):
        self.port = port

    def open(self, path="/echo", **options):
        return connect(f"ws://127.0.0.1:{self.port}{path}", max_size=2 * MIB, open_timeout=SECONDS, close_timeout=SECONDS,
                       **options)

    async def sizes(self):
        """Every form of the length, as text and as bytes, packed or not at the client's wish."""
        for compression in (None, "deflate"):
            async with self.open(compression=compression) as socket:
                hold(not socket.protocol.extensions, "no extension is agreed on")
                for size in (0, 1, 125, 126, 127, 65535, 65536, 65537, MIB):
                    for message in ("ı" * (size // 2) + "a" * (size % 2), bytes(number & 255 for number in range(size))):
                        await socket.send(message)
                        hold(await socket.recv() == message, f"{type(message).__name__} of {size}")

    async def too_big(self):
        async with self.open() as socket:
            await socket.send(bytes(MIB + 1))
            hold(await code_of(socket) == 1009, "a byte more than 1 MiB is 1009")
        async with self.open() as socket:
            await socket.send([bytes(MIB), b"a"])
            hold(await code_of(socket) == 1009, "in pieces too")

    async def fragments(self):
        async with self.open() as socket:
            await socket.send(["Ağ", "", "ır ", "ılık"])
            hold(await socket.recv() == "Ağır ılık", "text in pieces")
            pieces = [bytes([number & 255]) * 1000 for number in range(1000)]
            await socket.send(pieces)
            hold(await socket.recv() == b"".join(pieces), "a thousand pieces")
            letters = "ğ€😀".encode()
            raw(socket, Frame(Opcode.TEXT, letters[:1], fin=False))
            for byte in letters[1:]:
                raw(socket, Frame(Opcode.CONT, bytes([byte]), fin=False))
            raw(socket, Frame(Opcode.CONT, b""))
            hold(await socket.recv() == "ğ€😀", "letters cut byte by byte")

    async def control(self):
        async with self.open() as socket:
            for payload in (b"", b"a", bytes(125)):
                await asyncio.wait_for(await socket.ping(payload), SECONDS)
            pongs = [await socket.ping(bytes([number])) for number in range(200)]
            await asyncio.wait_for(asyncio.gather(*pongs), SECONDS)
            await socket.pong(b"nobody asked")
            raw(socket, Frame(Opcode.TEXT, b"bir", fin=False))
            await asyncio.wait_for(await socket.ping(b"between"), SECONDS)
            raw(socket, Frame(Opcode.CONT, b"iki"))
            hold(await socket.recv() == "biriki", "a ping between two pieces is answered before the message is whole")

    async def codes(self):
        for code, reason in ((1000, ""), (1001, "gidiyorum"), (3000, ""), (4999, "ş" * 61)):
            async with self.open() as socket:
                await socket.close(code, reason)
                hold((socket.close_code, socket.close_reason) == (code, reason), f"our {code} comes back")
        for code in (1000, 1001, 1008, 3000, 4999):
            async with self.open(f"/close/{code}") as socket:
                hold(await code_of(socket) == code, f"the server's {code} arrives")
                hold(socket.close_reason == "güle güle", "with its words")
        async with self.open("/fail") as socket:
            hold(await code_of(socket) == 1011, "a handler that fails is 1011")

    async def hostile(self):
        cases = {
            "not masked": (Frame(Opcode.TEXT, b"a").serialize(mask=False), 1002),
            "a ping not masked": (Frame(Opcode.PING, b"a").serialize(mask=False), 1002),
            "text that is none": (Frame(Opcode.TEXT, b"\xff").serialize(mask=True), 1007),
            "a surrogate": (Frame(Opcode.TEXT, b"\xed\xa0\x80").serialize(mask=True), 1007),
            "half a letter": (Frame(Opcode.TEXT, b"\xc3").serialize(mask=True), 1007),
            "text broken in its first piece": (Frame(Opcode.TEXT, b"a\xff", fin=False).serialize(mask=True), 1007),
            "words of a goodbye that are none": (Frame(Opcode.CLOSE, b"\x03\xe8\xff").serialize(mask=True), 1007),
            "half a code": (Frame(Opcode.CLOSE, b"\x03").serialize(mask=True), 1002),
            "a code nobody may send": (Frame(Opcode.CLOSE, b"\x03\xee").serialize(mask=True), 1002),
            "a reserved bit": (b"\xc1\x80\0\0\0\0", 1002),
            "a reserved opcode": (b"\x83\x80\0\0\0\0", 1002),
            "a ping in pieces": (b"\x09\x80\0\0\0\0", 1002),
            "a long ping": (b"\x89\xfe\x00\x7e\0\0\0\0" + bytes(126), 1002),
            "a length longer than need be": (b"\x82\xfe\x00\x01\0\0\0\0a", 1002),
            "a length without end": (b"\x82\xff" + b"\xff" * 8 + b"\0\0\0\0", 1002),
            "a length beyond all": (b"\x82\xff\x7f" + b"\xff" * 7 + b"\0\0\0\0", 1009),
            "a continuation of nothing": (Frame(Opcode.CONT, b"a").serialize(mask=True), 1002),
        }
        for name, (frames, code) in cases.items():
            async with self.open() as socket:
                socket.transport.write(frames)
                found = await code_of(socket)
                hold(found == code, f"{name} is {code}, not {found}")

    async def handshakes(self):
        async with self.open(subprotocols=["eski", "sohbet"]) as socket:
            hold(socket.subprotocol == "sohbet", "the protocol both know")
        async with self.open(origin=f"http://127.0.0.1:{self.port}") as socket:
            await socket.send("kendi sayfamız")
            hold(await socket.recv() == "kendi sayfamız", "our own page")
        for origin in ("https://kotu.example", "null", f"http://127.0.0.1:{self.port}.kotu.example"):
            try:
                async with self.open(origin=origin):
                    hold(False, f"{origin} was let in")
            except InvalidStatus as refusal:
                hold(refusal.response.status_code == 403, f"{origin} is 403")

    async def pressure(self):
        """A server that sends more than anyone's buffers hold, to a client that takes its time."""
        async with self.open("/flood/48", max_queue=1) as socket:
            for number in range(48):
                if number % 16 == 0:
                    await asyncio.sleep(0.3)
                hold(await socket.recv() == bytes([number]) * MIB, f"message {number}")

    async def many(self):
        async def talk(number):
            async with self.open() as socket:
                for turn in range(10):
                    text = f"{number} {turn}"
                    await socket.send(text)
                    hold(await socket.recv() == text, text)

        await asyncio.gather(*(talk(number) for number in range(200)))

    async def stop(self):
        async with self.open("/stop") as socket:
            hold(await socket.recv() == "ready", "it serves")
            hold(await code_of(socket) == 1001, "the server says that it goes")


async def code_of(socket):
    """The code with which the server ends it."""
    try:
        while True:
            await asyncio.wait_for(socket.recv(), SECONDS)
    except ConnectionClosed as end:
        return end.rcvd.code if end.rcvd else None


def raw(socket, frame):
    """A frame that the library would not send by itself."""
    socket.transport.write(frame.serialize(mask=True))


def hold(holds, text):
    if not holds:
        raise AssertionError(text)


async def main():
    peer = Peer(int(sys.argv[1]))
    words = sys.argv[2:] or [
        "sizes", "too_big", "fragments", "control", "codes", "hostile", "handshakes", "pressure", "many"]
    failed = 0
    for word in words:
        try:
            await asyncio.wait_for(getattr(peer, word)(), SECONDS)
            print(f"peer: {word}: ok", flush=True)
        except Exception as fault:  # pylint: disable=broad-except
            failed += 1
            print(f"peer: {word}: FAILED: {type(fault).__name__}: {fault}", flush=True)
    print(f"peer: {len(words) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


asyncio.run(main())
