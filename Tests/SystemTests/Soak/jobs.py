"""100,000 jobs with 200 kill -9 of real workers, 500 freezes of one past its lease, 20 kills of the postmaster."""

import os
import random
import sys

from server import BINARY, HERE

sys.path.insert(0, os.path.join(HERE, "..", "Jobs"))

import crashes  # noqa: E402
import trial  # noqa: E402

JOBS, KILLS, FREEZES = 100_000, 200, 500


def run(place, database, report):
    trial.kills(place, database, BINARY, report, JOBS, KILLS, random.randrange(1 << 32))
    trial.freezes(place, database, BINARY, report, FREEZES // (trial.FLOCK - 1), random.randrange(1 << 32))
    crashes.run(place, database, BINARY, report, 40_000, 20, random.randrange(1 << 32))
    trial.idle_and_stops(place, database, BINARY, report, 5_000)
