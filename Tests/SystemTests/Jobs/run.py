#!/usr/bin/python3
"""10,000 jobs with 20 kill -9 of real workers, freezes past their lease, kills of the postmaster, and stops under load, on
the real PostgreSQL; the seed is printed.

    run.py [--konak PATH] [--jobs N] [--kills N] [--seed N]
"""

import argparse
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import crashes  # noqa: E402
import trial  # noqa: E402
from database import Database  # noqa: E402
from place import ROOT, Place, run  # noqa: E402


class Report:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def say(self, name, text):
        print(f"{name}: {text}", flush=True)

    def hold(self, name, holds, text):
        self.passed += bool(holds)
        self.failed += not holds
        self.say(name, f"{'ok' if holds else 'FAILED'}: {text}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--konak", help="the binary; without it the release build is made first")
    parser.add_argument("--jobs", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    chosen = parser.parse_args()
    if not chosen.konak:
        run([os.path.join(ROOT, "scripts", "build")])
    konak = os.path.abspath(chosen.konak or os.path.join(ROOT, ".build", "release", "konak"))
    report = Report()
    with Place() as place:
        database = Database(place, konak, 1, 1)
        trial.kills(place, database, konak, report, chosen.jobs, chosen.kills, chosen.seed)
        trial.freezes(place, database, konak, report, 5, chosen.seed)
        trial.shipped_lease(place, database, konak, report, min(chosen.jobs, 2_000))
        crashes.run(place, database, konak, report, min(chosen.jobs, 6_000), 3, chosen.seed)
        trial.idle_and_stops(place, database, konak, report, min(chosen.jobs, 2_000))
    print(f"jobs: {report.passed} passed, {report.failed} failed")
    sys.exit(1 if report.failed else 0)


main()
