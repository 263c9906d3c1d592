"""100,000 jobs with 200 kill -9 of real workers."""

import os
import random
import sys

from server import BINARY, HERE

sys.path.insert(0, os.path.join(HERE, "..", "Jobs"))

import trial  # noqa: E402

JOBS, KILLS = 100_000, 200


def run(place, database, report):
    trial.kills(place, database, BINARY, report, JOBS, KILLS, random.randrange(1 << 32))
    trial.freezes(place, database, BINARY, report, 50_000, 20, random.randrange(1 << 32))
    trial.idle_and_stops(place, database, BINARY, report, 5_000)
