"""`konak serve` as a process of its own on the private database, with the bench routes switched on."""

import os
import time

import http_client
from place import Fault, free_port, plain_environment, stop, wait_until


class Konak:
    def __init__(self, place, database, binary, name="konak", prefix=(), environment=None):
        self.port = free_port()
        self.name = name
        self.place = place
        self.started = time.perf_counter()
        self.process = place.start(
            name, [*prefix, binary, "serve"], environment=self._environment(database, environment or {}))

    def _environment(self, database, more):
        # A setting to be tried out is given as BENCH_…: BENCH_DATABASE_CONNECTIONS for KONAK_DATABASE_CONNECTIONS.
        chosen = {"KONAK_" + name[6:]: value for name, value in os.environ.items() if name.startswith("BENCH_")}
        own = {
            "KONAK_LISTEN": f"127.0.0.1:{self.port}",
            "KONAK_METRICS_LISTEN": f"127.0.0.1:{free_port()}",
            "KONAK_LOOPS": "2",
            "KONAK_BENCH": "on",
            # One address asks for all; its pace is not what is measured.
            "KONAK_RATES": "off",
            "KONAK_VAR": self.place.path("var"),
            "KONAK_ACCESS_LOG": self.place.path(self.name + "-access.log"),
        }
        return plain_environment() | database.environment | own | chosen | more

    def wait(self, seconds=20):
        wait_until(
            lambda: http_client.answers(self.port, "/bench/plaintext"), seconds, self.name, self.process,
            lambda: self.place.log_of(self.name))
        return self

    def wait_closely(self, seconds=20):
        """Seconds from the start of the process to its first whole answer."""
        while not http_client.answers(self.port, "/bench/plaintext"):
            if self.process.poll() is not None or time.perf_counter() - self.started > seconds:
                raise Fault(f"{self.name} does not serve:{self.place.log_of(self.name)}")
            time.sleep(0.0005)
        return time.perf_counter() - self.started

    def stop(self):
        stop(self.process)

    @property
    def pid(self):
        """The server's own process, which strace would hide behind its own."""
        with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children", encoding="ascii") as children:
            child = children.read().split()
        return int(child[0]) if child else self.process.pid

    def status(self, field):
        """Kilobytes of a field of /proc/…/status."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith(field + ":"))

    def processor_seconds(self):
        with open(f"/proc/{self.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
