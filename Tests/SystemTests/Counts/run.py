#!/usr/bin/python3
"""Counts, of the release binary at steady load, what a request costs in heap allocations and futex calls, and holds it to
its limits. Counts are stable from run to run where times are not, so they are tests. `konak bench` prints them too.

    run.py [--konak PATH]
"""

import argparse
import os
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "scripts", "bench"))

import counts  # noqa: E402
from database import Database  # noqa: E402
from place import Place, run  # noqa: E402

# What the bench routes draw from; fewer customers would leave some requests without a row.
TENANTS = CUSTOMERS = 1_000


def binary():
    parser = argparse.ArgumentParser()
    parser.add_argument("--konak", help="the release binary; without it the tree is built first")
    chosen = parser.parse_args().konak
    if not chosen:
        run([os.path.join(ROOT, "scripts", "build")])
    return os.path.abspath(chosen or os.path.join(ROOT, ".build", "release", "konak"))


def judge(what, found, limits):
    """One line for each figure; how many passed and failed."""
    failed = 0
    for name, figure in found.items():
        limit = limits[name] if isinstance(limits, dict) else limits
        sound = figure <= limit
        failed += not sound
        print(f"counts: {what} per {name}: {figure:.3f}, at most {limit}: {'ok' if sound else 'TOO MANY'}", flush=True)
    return len(found) - failed, failed


def main():
    konak = binary()
    with Place() as place:
        database = Database(place, konak, TENANTS, CUSTOMERS)
        passed, failed = judge("mallocs", counts.mallocs(place, database, konak), counts.MALLOCS)
        more, worse = judge("futex calls", counts.futexes(place, database, konak), counts.FUTEXES)
    print(f"counts: {passed + more} passed, {failed + worse} failed")
    sys.exit(1 if failed + worse else 0)


main()
