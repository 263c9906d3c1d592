"""The server under test: the release binary on a private PostgreSQL, put together as for `make bench`."""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "scripts", "bench"))

import http_client  # noqa: E402
from database import Database  # noqa: E402
from konak import Konak  # noqa: E402
from place import Fault, Place, free_port, program, run, stop, wait_until  # noqa: E402, F401

BINARY = os.path.join(ROOT, ".build", "release", "konak")


def prepare(place):
    """A database with every row that the routes of the bench may ask for."""
    return Database(place, BINARY, 1_000, 1_000)


class Server(Konak):
    """Started again on the same port, so that a proxy finds it."""

    def __init__(self, place, database, name="konak", port=None, **settings):
        port = port or free_port()
        settings = {f"KONAK_{key.upper()}": str(value) for key, value in settings.items()}
        super().__init__(place, database, BINARY, name, environment={"KONAK_LISTEN": f"127.0.0.1:{port}"} | settings)
        self.port = port

    def resident_mib(self):
        return self.status("VmRSS") / 1024


def said(server):
    """Its last words, for a fault."""
    return server.place.log_of(server.name)
