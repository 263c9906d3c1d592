"""Thousands of addresses that somebody has and as many that nobody has: neither answers nor times tell them apart. Each
pair is asked one right after the other, in an order by chance, so that both have the same machine under them: at once they would
wait for each other's hash."""

import http.client
import random
import re
import statistics
import time
import urllib.parse

from server import BINARY, Fault, Server, run as call, said

AGENCY, PLAN = "00000000-0000-7000-8000-0000000000aa", "00000000-0000-7000-8000-0000000000ba"
TENANT = "00000000-0000-7000-8000-0000000000ea"
# A hash takes its time: half as many pairs of log-ins.
PAIRS = {"/log-in": 1_000, "/password/forgotten": 2_000}
WARM = 20
MOST_APART = 0.02

LEVELS = f"""
INSERT INTO kernel.agency (id, slug, name) VALUES ('{AGENCY}', 'doors', 'Doors');
INSERT INTO kernel.plan (id, agency_id, key, name_tr, name_en)
VALUES ('{PLAN}', '{AGENCY}', 'doors', 'Kapı', 'Doors');
INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id)
VALUES ('{TENANT}', '{AGENCY}', 'doors', 'Doors', 'active', '{PLAN}');
INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, is_primary, challenge)
VALUES ('doors.localhost', 'app', '{AGENCY}', '{TENANT}', 'verified', true, repeat('x', 52));
"""

# All with the hash of the first, whose password nobody guesses.
PEOPLE = f"""
INSERT INTO security.person (id, agency_id, address, address_key, name, state, password_hash)
SELECT gen_random_uuid(), p.agency_id, a.text, a.text, 'X', 'active', p.password_hash
FROM security.person p, generate_series(0, {max(PAIRS.values()) + WARM}) n,
    LATERAL (SELECT 'known' || lpad(n::text, 5, '0') || '@example.test' AS text) a
WHERE p.address_key = 'first@example.test';
INSERT INTO security.membership (tenant_id, person_id, built_in)
SELECT '{TENANT}', id, 'member' FROM security.person WHERE address LIKE 'known%';
"""
VOLATILE = re.compile(rb'nonce="[^"]*"|name="idempotency-key" value="[^"]*"|(known|wrong)\d{5}(@|%40)example\.test')


def run(place, database, report):
    database.sql("postgres", "-c", LEVELS)
    server = Server(place, database, rates="off", trusted_proxies="127.0.0.1").wait()
    call([BINARY, "user", "create", "first@example.test", "--at", "doors/doors", "--generate"],
         environment=server._environment(database, {}))
    database.sql("postgres", "-c", PEOPLE, "-c", "VACUUM ANALYZE security.person, security.membership")
    for path, pairs in PAIRS.items():
        judge(report, server, path, pairs)
    if server.process.poll() is not None:
        raise Fault(f"the server ended:{said(server)}")
    server.stop()


def judge(report, server, path, pairs):
    times = {"known": [], "wrong": []}
    shapes = {"known": set(), "wrong": set()}
    chance = random.Random(7)
    for number in range(-WARM, pairs):
        order = ["known", "wrong"]
        chance.shuffle(order)
        for kind in order:
            took, shape = ask(server.port, path, kind, number + WARM)
            if number >= 0:
                times[kind].append(took)
                shapes[kind].add(shape)
    known, unknown = (statistics.median(times[kind]) * 1_000 for kind in ("known", "wrong"))
    apart = abs(known - unknown) / unknown
    report.hold(path, apart <= MOST_APART, f"{pairs} pairs: median {known:.3f} ms for addresses that somebody has, "
                f"{unknown:.3f} ms for others, {apart:.2%} apart (at most {MOST_APART:.0%})")
    report.hold(path, shapes["known"] == shapes["wrong"] and len(shapes["known"]) == 1,
                f"the same status, fields and page for all: {len(shapes['known'] | shapes['wrong'])} kind")


def ask(port, path, kind, number):
    """Seconds to the answer, and what of it could tell something."""
    address = f"{kind}{number:05d}@example.test"
    form = {"address": address}
    if path == "/log-in":
        form["password"] = "correct-horse"
    # Each from a network of its own: tries are counted by network too.
    at = number * 2 + (kind == "known") + (path == "/log-in") * 20_000
    fields = {"Host": "doors.localhost", "Sec-Fetch-Site": "same-origin", "Accept": "text/html",
              "Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": f"198.18.{at // 250}.{at % 250}"}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.connect()
        body = urllib.parse.urlencode(form)
        start = time.perf_counter()
        connection.request("POST", path, body, fields)
        answer = connection.getresponse()
        page = answer.read()
        took = time.perf_counter() - start
    finally:
        connection.close()
    names = tuple(sorted(name.lower() for name, _ in answer.getheaders()))
    return took, (answer.status, names, len(page), VOLATILE.sub(b"", page))
