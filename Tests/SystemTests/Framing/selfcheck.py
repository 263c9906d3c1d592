#!/usr/bin/env python3
"""Proves that run.py is not blind: a server that refuses all and one that accepts all must both fail it."""

import io
import re
import socket
import sys
import threading
from contextlib import closing, redirect_stdout
from unittest import mock

import corpus
import run

REFUSAL = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


def refuse_all(peer):
    """Refuses whatever comes, then reads on so that the refusal is not lost in a reset."""
    peer.recv(65536)
    peer.sendall(REFUSAL)
    peer.shutdown(socket.SHUT_WR)
    while peer.recv(65536):
        pass


def accept_all(peer):
    """Takes every empty line for the end of a request and answers 200; hangs up after a moment of silence."""
    peer.settimeout(0.15)
    buffer = b""
    while data := peer.recv(65536):
        buffer += data
        *heads, buffer = re.split(rb"\r?\n\r?\n", buffer)
        for head in heads:
            target = (head.split(b" ") + [b""])[1][:200]
            peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(target), target))


def serve(listener, behaviour):
    while True:
        try:
            peer, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=converse, args=(peer, behaviour), daemon=True).start()


def converse(peer, behaviour):
    with peer:
        try:
            behaviour(peer)
        except OSError:
            pass


def failures(behaviour):
    """The ids of the cases that fail against a server of this behaviour."""
    with closing(socket.create_server(("127.0.0.1", 0), backlog=64)) as listener:
        threading.Thread(target=serve, args=(listener, behaviour), daemon=True).start()
        output = io.StringIO()
        with mock.patch.object(sys, "argv", ["run.py", "127.0.0.1", str(listener.getsockname()[1])]):
            with redirect_stdout(output):
                run.main()
    return {line.split(":")[0] for line in output.getvalue().splitlines() if ": " in line} - {"framing"}


def main():
    cases = corpus.load()
    answers = {case["id"] for case in cases if case["expect"] == "answer"}
    refusals = {case["id"] for case in cases} - answers
    plain = {case["id"] for case in cases if case["expect"] == "refuse" and not case["requests"]
             and 400 in case["status"]}
    against_refuser, against_accepter = failures(refuse_all), failures(accept_all)
    missed = sorted((answers - against_refuser) | (against_refuser & plain) | (refusals - against_accepter))
    for name in missed:
        print(f"{name}: the runner is blind to it, or complains without cause")
    print(f"selfcheck {len(cases)} {len(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
