"""One connection: writes a case's bytes while reading whatever comes back. The write side is never closed."""

import select
import socket
import time
from dataclasses import dataclass

import replies

LIMIT = 5.0  # seconds a case may take altogether
CLOSES_WITHIN = 3.0  # seconds from the last byte sent until the server must have closed
QUIET = 0.2  # seconds of silence after which no further answer is expected
PAUSE = 0.03  # seconds between two writes of a case


@dataclass
class Outcome:
    """What the server did: its responses, bytes that are none, and how the connection ended."""

    replies: list
    rest: bytes
    received: bytes
    ended: bool
    reset: bool
    fault: str


class Exchange:
    def __init__(self, address, head_indices, wants_end, wants_replies):
        self.socket = socket.create_connection(address, timeout=LIMIT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.setblocking(False)
        self.head_indices, self.wants_end, self.wants_replies = head_indices, wants_end, wants_replies
        self.received, self.ended, self.reset, self.broken = bytearray(), False, False, False
        self.started = self.heard = time.monotonic()

    def run(self, pieces, pause):
        with self.socket:
            for index, piece in enumerate(pieces):
                if index:
                    self.listen(time.monotonic() + pause)
                self.send(piece)
            self.listen_until_settled()
        return self.outcome()

    def send(self, piece):
        """Sends all of it, reading meanwhile: a server that refuses early may read no more."""
        view = memoryview(piece)
        while view and not self.ended and not self.broken and self.remaining() > 0:
            readable, writable, _ = select.select([self.socket], [self.socket], [], self.remaining())
            if readable:
                self.receive()
            if writable and not self.ended:
                view = view[self.send_some(view) :]

    def send_some(self, view):
        try:
            return self.socket.send(view[:65536])
        except BlockingIOError:
            return 0
        except OSError:  # closed by the server: what it said may still be read
            self.broken = True
            return 0

    def listen_until_settled(self):
        """Waits for the end of the connection, or, where it stays open, for the answers and then silence."""
        last = min(time.monotonic() + CLOSES_WITHIN, self.started + LIMIT)
        while not self.ended and time.monotonic() < last:
            self.listen(min(last, time.monotonic() + QUIET))
            silent = time.monotonic() - self.heard >= QUIET
            if not self.wants_end and silent and self.finals() >= self.wants_replies:
                return

    def listen(self, until):
        while not self.ended:
            left = min(until - time.monotonic(), self.remaining())
            if left <= 0 or not select.select([self.socket], [], [], left)[0]:
                return
            self.receive()

    def receive(self):
        try:
            data = self.socket.recv(65536)
        except BlockingIOError:
            return
        except OSError:
            self.ended = self.reset = True
            return
        self.received += data
        self.heard = time.monotonic()
        self.ended = not data

    def remaining(self):
        return self.started + LIMIT - time.monotonic()

    def finals(self):
        return sum(reply.status >= 200 for reply in self.outcome().replies)

    def outcome(self):
        data = bytes(self.received)
        try:
            found, used = replies.read_all(data, self.head_indices, self.ended)
            return Outcome(found, data[used:], data, self.ended, self.reset, "")
        except replies.Malformed as error:
            return Outcome([], data, data, self.ended, self.reset, f"malformed response: {error}")
