"""What the wall costs a query: the latch and the policies, against the same query on the same rows in a database that has
neither. One client, so that nothing waits for anything else; medians of single latencies, both in turn."""

import glob
import os
import shutil
import statistics
from typing import NamedTuple

from place import ROOT, run

OPEN = "open"
QUERIES = ("row", "list")


class Cost(NamedTuple):
    """Milliseconds: behind the wall, in the open."""

    walled: float
    opened: float

    @property
    def more(self):
        return self.walled - self.opened


class Wall:
    def __init__(self, place, database, tenants, customers):
        self.place, self.database = place, database
        self.variables = {"tenants": tenants, "customers": customers}
        self._fill()

    def _fill(self):
        """The same schema and data where no guard builds a wall around them."""
        self.database.sql("postgres", "-c", f"CREATE DATABASE {OPEN}", name="postgres")
        self.database.sql("postgres", "-1", "-f", f"{ROOT}/scripts/bench/schema.sql", name=OPEN)
        self.database.sql(
            "postgres", *[word for name, value in self.variables.items() for word in ("-v", f"{name}={value}")],
            "-f", f"{ROOT}/scripts/bench/data.sql", name=OPEN)

    def costs(self, runs, seconds):
        """The cost of each query, from interleaved runs."""
        walled, opened = {name: [] for name in QUERIES}, {name: [] for name in QUERIES}
        for _ in range(runs):
            for name in QUERIES:
                opened[name].append(self._latency(f"open-{name}", OPEN, seconds))
                walled[name].append(self._latency(name, "konak", seconds))
        return {name: Cost(statistics.median(walled[name]), statistics.median(opened[name])) for name in QUERIES}

    def _latency(self, script, name, seconds):
        folder = self.place.path("latencies")
        os.mkdir(folder)
        command = [self.database.pgbench, "-h", self.place.path("socket"), "-U", "konak_app", "-n", "-M", "prepared"]
        command += ["-c", "1", "-T", str(seconds), "-l", "--log-prefix", f"{folder}/log"]
        command += ["-f", f"{ROOT}/scripts/bench/{script}.pgbench"]
        for variable, value in self.variables.items():
            command += ["-D", f"{variable}={value}"]
        run([*command, name])
        latencies = []
        for path in glob.glob(f"{folder}/log*"):
            with open(path, encoding="ascii") as log:
                latencies += [int(line.split()[2]) for line in log]
        shutil.rmtree(folder)
        return statistics.median(latencies) / 1000
