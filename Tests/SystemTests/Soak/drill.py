"""The drill of isolation with a million requests over the sample's routes, and over what the release binary has installed."""

import os
import subprocess
import sys

from server import BINARY, ROOT, Fault

REQUESTS = 1_000_000
PATIENCE = 3_000


def last_line(text):
    lines = [line for line in text.splitlines() if line.startswith("drill isolation: ")]
    if not lines:
        raise Fault(f"no report: {text[-600:]}")
    return lines[-1]


def figures(line):
    return {name: int(value) for name, value in (word.split("=") for word in line.split()[2:])}


def run(place, database, report):
    environment = dict(os.environ, KONAK_DRILL_REQUESTS=str(REQUESTS))
    sample = subprocess.run(
        ["swift", "test", "--filter", "IsolationDrillTests/findsNothing"], cwd=ROOT, env=environment,
        capture_output=True, text=True, timeout=PATIENCE, check=False)
    line = last_line(sample.stdout + sample.stderr)
    found = figures(line)
    report.hold(
        "drill", sample.returncode == 0 and found["leaks"] == 0 and found["requests"] >= REQUESTS, f"the sample: {line}")
    state = os.path.join(place.folder, "drill")
    os.makedirs(state, mode=0o755, exist_ok=True)
    product = subprocess.run(
        [BINARY, "drill", "isolation", "--requests", str(REQUESTS)], cwd=ROOT,
        env=dict(os.environ, KONAK_VAR=state), capture_output=True, text=True, timeout=PATIENCE, check=False)
    sys.stderr.write(product.stderr)
    line = last_line(product.stdout)
    report.hold("drill", product.returncode == 0 and figures(line)["leaks"] == 0, f"what is installed: {line}")
