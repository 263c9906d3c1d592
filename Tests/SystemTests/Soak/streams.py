"""Browsers that rest on event streams: `streams.py PORT COUNT`. Speaks one JSON object a line to its parent: `ready` once
as many streams have begun; then for each event that has reached all of them its text, when it reached the last and the
first (on the clock that all processes share); `ended` once the server has ended all of them."""

import json
import resource
import select
import socket
import sys
import time

ASK = b"GET /bench/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
CONNECTS_AT_ONCE = 200
PER_ADDRESS = 20_000  # an address has some 28,000 ports to connect from


class Streams:
    def __init__(self, port, count):
        self.port, self.count = port, count
        self.poll, self.sockets, self.begun = select.epoll(), {}, set()
        self.heard, self.ended, self.broken = {}, 0, 0

    def connect(self, number):
        stream = socket.socket()
        stream.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16384)
        stream.bind((f"127.0.0.{2 + number // PER_ADDRESS}", 0))
        stream.connect(("127.0.0.1", self.port))
        stream.sendall(ASK)
        stream.setblocking(False)
        self.sockets[stream.fileno()] = stream
        self.poll.register(stream, select.EPOLLIN)

    def gather(self):
        for number in range(self.count):
            self.connect(number)
            if number % CONNECTS_AT_ONCE == 0:
                self.turn(0)
        while len(self.begun) < self.count and not self.ended:
            self.turn(1)

    def turn(self, seconds):
        for descriptor, _ in self.poll.poll(seconds):
            piece = self.sockets[descriptor].recv(65536)
            if not piece:
                self.end(descriptor)
            elif b"data:" in piece:
                self.note(piece)
            elif b"retry:" in piece:
                self.begun.add(descriptor)

    def end(self, descriptor):
        self.poll.unregister(descriptor)
        self.sockets.pop(descriptor).close()
        self.ended += 1

    def note(self, piece):
        now = time.monotonic()
        text = piece.partition(b"data: ")[2].partition(b"\n")[0]
        count, first, _ = self.heard.get(text, (0, now, now))
        self.heard[text] = (count + 1, first, now)

    def tell(self):
        for text, (count, first, last) in list(self.heard.items()):
            if count == self.count:
                del self.heard[text]
                say({"event": text.decode(), "first": first, "last": last})


def say(what):
    print(json.dumps(what), flush=True)


def main():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    streams = Streams(int(sys.argv[1]), int(sys.argv[2]))
    streams.gather()
    say({"ready": len(streams.begun)})
    told = select.poll()
    told.register(sys.stdin, select.POLLIN | select.POLLHUP)
    while streams.sockets and not told.poll(0):
        streams.turn(0.2)
        streams.tell()
    say({"ended": streams.ended, "open": len(streams.sockets)})


main()
