"""The other yardstick of the database routes: bare.c, compiled for the run and set as serves each of them best."""

import http_client
from place import ROOT, free_port, program, run, stop, wait_until

# Connections of each loop, and requests at a time on each of them.
BEST = {"row": (1, 16), "list": (2, 16), "insert": (4, 8)}


class Bare:
    def __init__(self, place, database):
        self.place, self.database = place, database
        self.binary = place.path("bare")
        library = run([program("pkg-config"), "--cflags", "--libs", "libpq"]).split()
        run([program("cc"), "-O2", "-pthread", "-o", self.binary, f"{ROOT}/scripts/bench/bare.c", *library])

    def load(self, name, seconds, method):
        port = free_port()
        shape = [str(number) for number in BEST[name]]
        process = self.place.start("bare", [self.binary, str(port), self.database.url("konak_app"), *shape])
        wait_until(
            lambda: http_client.answers(port, "/bench/row"), 10, "bare", process, lambda: self.place.log_of("bare"))
        http_client.load(self.place, port, f"/bench/{name}", 1, method)
        load = http_client.load(self.place, port, f"/bench/{name}", seconds, method)
        stop(process)
        return load
