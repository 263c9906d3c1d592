#!/usr/bin/python3
"""Walks every page that a real server has registered, once for each role; uses every control that no other stage uses; and
shows that none of sixty script payloads runs, whatever they are the name of.

    run.py [--konak PATH] [--only walk|controls|payloads] [--below PATH] [--shots FOLDER]
"""

import argparse
import json
import os
import re
import subprocess
import sys

import seeds

ROOT = seeds.ROOT
sys.path.insert(0, os.path.join(ROOT, "scripts", "bench"))

from database import Database  # noqa: E402
from konak import Konak  # noqa: E402
from place import Place, plain_environment, run  # noqa: E402

PYTHON = os.path.join(ROOT, "var", "python", "bin", "python")
HOSTS = {"app": "ege.localhost", "agency": "mavi.localhost", "operator": "konak.localhost"}
PARTS = {"walk": "pages.py", "controls": "controls.py", "payloads": "hostile.py"}
# What the kernel itself answers and no module registers, found in its sources; and what of that is not for a tenant's hosts.
OWN = re.compile(r'Route\(\.get, try PathTemplate\("(/[^"]*)"\)|PathTemplate\("(/search|/preferences)"\)')
ELSEWHERE = {"/metrics": "on the listener of metrics", "/tls/ask": "on the listener of metrics",
             "/design": "walked by the stage face", "/design/:page": "walked by the stage face",
             "/assets/:name": "named by their content: every page brings them",
             "/impersonation": "with a way in that is open for half a minute: the stage people goes that way",
             "/move/here": "with a number that another host left in the browser: the stage doors goes that way"}
QUERIES = {"/prove": "to=/account", "/move": "from=lale.localhost", "/search": "q=ya",
           "/api/people/rights": f"person={seeds.person('mert')}&permission=people.member.read",
           "/move/from": "to=lale.localhost&n=" + "A" * 43, "/preferences": "language=tr&to=/"}


def own_routes():
    """As the kernel's sources have them, so that none can be forgotten here."""
    found = set()
    for folder, _, names in os.walk(os.path.join(ROOT, "Sources", "Kernel")):
        for name in names:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                found |= {one or other for one, other in OWN.findall(file.read())}
    return [{"path": path, "surfaces": ["app"] if path == "/search" else list(HOSTS)} for path in sorted(found - set(ELSEWHERE))]


def plan(konak, port):
    """Every GET route of the registry, and who asks."""
    listed = json.loads(run([konak, "routes", "--json"], environment=plain_environment() | {"KONAK_BENCH": "on"}))["routes"]
    routes = {}
    for route in listed:
        if route["method"] == "GET" and route["path"] not in ELSEWHERE and not route["path"].startswith("/bench/module"):
            routes.setdefault(route["path"], set()).update(set(route["surfaces"]) & set(HOSTS))
    registered = [{"path": path, "surfaces": sorted(surfaces)} for path, surfaces in routes.items()]
    known = seeds.known()
    for name in ("half", "newcomer"):
        known["roles"][name]["only"] = "/log-in"
    return known | {"port": port, "hosts": HOSTS, "routes": registered + own_routes(), "queries": QUERIES}


def side_by_side(names, plan_file):
    """How many of the parts failed. Those that are together work in different houses."""
    parts = []
    for name in names:
        with open(plan_file, encoding="utf-8") as known:
            parts.append(subprocess.Popen([PYTHON, os.path.join(ROOT, "Tests", "BrowserTests", PARTS[name])], stdin=known))
    return sum(part.wait() != 0 for part in parts)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--konak", help="the binary; without it the tree is built first")
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--below", default="", help="walks only the pages whose path begins so")
    parser.add_argument("--shots", help="where pictures of the pages that are walked go")
    wish = parser.parse_args()
    if wish.shots:
        os.makedirs(wish.shots, exist_ok=True)
    if not wish.konak:
        run([os.path.join(ROOT, "scripts", "build")])
    konak = os.path.abspath(wish.konak or os.path.join(ROOT, ".build", "release", "konak"))
    failed = 0
    with Place() as place:
        database = Database(place, konak, 1, 1)
        database.sql("postgres", "-f", place.write("levels.sql", seeds.script()))
        server = Konak(place, database, konak).wait()
        more = {"below": wish.below, "shots": wish.shots and os.path.abspath(wish.shots)}
        known = json.dumps(plan(konak, server.port) | more)
        for names in (("walk",), ("controls", "payloads")):
            failed += side_by_side([name for name in names if wish.only in (None, name)], place.write("plan.json", known))
        server.stop()
    sys.exit(1 if failed else 0)


main()
