#!/usr/bin/python3
"""Proves with two real servers on one database: a module that is switched off is gone from both at the next request, and
its jobs and events wait; what was said is heard exactly once by each listener, whoever is killed when; and no mail is lost
when its sender is.

    run.py [--konak PATH] [--kills N] [--seed N]
"""

import argparse
import contextlib
import json
import os
import random
import re
import socket
import subprocess
import sys
import threading
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "scripts", "bench"))

from database import Database  # noqa: E402
from konak import Konak  # noqa: E402
from letterbox import Letterbox  # noqa: E402
from place import Fault, Place, plain_environment, run, stop, wait_until  # noqa: E402

MODULE = "bench_switch"
HOST, TENANT, NEIGHBOUR = "acme.localhost", "mavi/acme", "beta.localhost"
AGENCY, PLAN = "01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000f"
IDS = {HOST: "01900000-0000-7000-8000-000000000001", NEIGHBOUR: "01900000-0000-7000-8000-000000000002"}
LEVELS = f"""
INSERT INTO kernel.agency (id, slug, name) VALUES ('{AGENCY}', 'mavi', 'Mavi');
INSERT INTO kernel.plan (id, key, name_tr, name_en, modules) VALUES ('{PLAN}', 'temel', 'Temel', 'Basic', '{{bench_switch}}');
""" + "".join(f"""
INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id)
    VALUES ('{tenant}', '{AGENCY}', '{host.split(".", maxsplit=1)[0]}', 'T', 'active', '{PLAN}');
INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, is_primary, challenge)
    VALUES ('{host}', 'app', '{AGENCY}', '{tenant}', 'verified', true, repeat('x', 52));
""" for host, tenant in IDS.items())
SETTINGS = {"KONAK_JOB_LEASE": "2s", "KONAK_ACCESS_LOG": "off"}
QUIET = 90


class House:
    def __init__(self, place, konak):
        self.place, self.konak, self.number = place, konak, 0
        self.database = Database(place, konak, 1, 1)
        self.sql(LEVELS)

    def sql(self, script):
        return self.database.sql("postgres", "-c", script).strip()

    def count(self, table_and_condition):
        return int(self.sql(f"SELECT count(*) FROM {table_and_condition}"))

    def serve(self):
        self.number += 1
        return Konak(self.place, self.database, self.konak, name=f"node-{self.number}", environment=SETTINGS).wait()

    def modules(self, *words, tenant=TENANT, status=0):
        """What `konak tenant modules` answers."""
        environment = plain_environment() | self.database.environment | {"KONAK_BENCH": "on"}
        done = subprocess.run(
            [self.konak, "tenant", "modules", tenant, *words, "--json"], env=environment, capture_output=True,
            text=True, check=False)
        if done.returncode != status:
            raise Fault(f"tenant modules {words}: status {done.returncode}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout)


def ask(server, path, host=HOST, method="GET"):
    """Status and body, without what differs from one answer to the next."""
    with socket.create_connection(("127.0.0.1", server.port), 10) as connection:
        connection.sendall(
            f"{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n".encode())
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    if not answer.startswith(b"HTTP/1.1 "):
        raise ConnectionError("no answer")
    head, _, body = answer.decode().partition("\r\n\r\n")
    return int(head.split()[1]), body


def expect(holds, what):
    if not holds:
        raise Fault(f"expected: {what}")


def without_path(body):
    return re.sub(r"/bench/\w+", "PATH", re.sub(r"[0-9a-f]{8,}(-[0-9a-f]+)*", "ID", body))


def next_request(house):
    """Off and on again, many times: the first request after the command, on either node, meets the module as it stands."""
    nodes = [house.serve(), house.serve()]
    for _ in range(20):
        for word, status in (("--off", 404), ("--on", 200)):
            said = house.modules(word, MODULE)
            expect(said["nodes"] == 2 and said["silent"] == [], f"both nodes confirm: {said}")
            for node in reversed(nodes):
                expect(ask(node, "/bench/module")[0] == status, f"{status} after {word} on every node")
            expect(ask(nodes[0], "/bench/module", NEIGHBOUR)[0] == 200, "the neighbour keeps it")
    house.modules("--off", MODULE)
    gone, unknown = ask(nodes[1], "/bench/module"), ask(nodes[1], "/bench/nowhere")
    expect(without_path(gone[1]) == without_path(unknown[1]), f"it leaves no trace: {gone}, {unknown}")
    expect(ask(nodes[1], "/bench/module/events", method="POST")[0] == 404, "no operation is left")
    house.modules("--on", MODULE)
    for node in nodes:
        node.stop()


def refusals(house):
    said = house.modules("--off", "bnch", status=1)
    expect("there is no module bnch" in said["errors"][0]["message"], "an unknown module is refused")
    house.sql("UPDATE kernel.plan SET modules = '{}'")
    said = house.modules("--on", MODULE, status=1)
    expect("which the plan temel lacks" in said["errors"][0]["message"], "what the plan lacks is refused")
    listed = {entry["module"]: entry for entry in house.modules()["modules"]}
    expect(listed[MODULE] == {"module": MODULE, "on": False, "reason": f"the plan lacks {MODULE}"}, "the list says why")
    house.sql("UPDATE kernel.plan SET modules = '{bench_switch}'")


def waiting(house):
    """While a module is off its jobs and events wait; on again, all of them are done, the events in their order."""
    nodes = [house.serve(), house.serve()]
    house.modules("--off", MODULE)
    tenant, record = IDS[HOST], "01900000-0000-7000-8000-0000000000ee"
    house.sql(
        f"INSERT INTO kernel.job (tenant_id, id, kind, module, arguments) SELECT '{tenant}', gen_random_uuid(),"
        " 'bench_switch.wait', 'bench_switch', '{\"number\": 1}' FROM generate_series(1, 100)")
    house.sql(
        "INSERT INTO kernel.event (tenant_id, id, name, version, record, content) SELECT"
        f" '{tenant}', gen_random_uuid(), 'bench_switch.event.said', 1, '{record}', jsonb_build_object('said', gen_random_uuid())"
        " FROM generate_series(1, 100)")
    wait_until(lambda: house.count("kernel.event WHERE dispatched_at IS NULL") == 0, 30, "events are handed out")
    time.sleep(2)
    expect(house.count("kernel.job WHERE state = 'waiting'") == 200, "all wait while the module is off")
    house.modules("--on", MODULE)
    wait_until(lambda: house.count("kernel.job WHERE state = 'done'") == 200, QUIET, "all is done once it is on")
    expect(house.count("bench.audit WHERE action = 'heard'") == 100, "each event was heard once")
    disorder = house.count(
        "(SELECT row_number() OVER (ORDER BY e.happened_at) AS said, row_number() OVER (ORDER BY a.at) AS heard"
        " FROM kernel.event e JOIN bench.audit a ON a.id = e.id) AS o WHERE said <> heard")
    expect(disorder == 0, "events of one record were heard in their order")
    for node in nodes:
        node.stop()
    house.sql("TRUNCATE kernel.job, kernel.event, kernel.event_record, bench.audit")


class Speakers:
    """Ask for events on whatever nodes there are, and remember what was promised."""

    def __init__(self, nodes):
        self.nodes, self.promised, self.is_over = nodes, [], False
        self.threads = [threading.Thread(target=self.speak, args=(number,)) for number in range(4)]
        for thread in self.threads:
            thread.start()

    def speak(self, number):
        host = (HOST, NEIGHBOUR)[number % 2]
        while not self.is_over:
            for node in list(self.nodes):
                with contextlib.suppress(OSError):
                    status, body = ask(node, "/bench/module/events", host, "POST")
                    if status == 201:
                        self.promised.append(body.strip())
            time.sleep(0.005)

    def stop(self):
        self.is_over = True
        for thread in self.threads:
            thread.join()
        return self.promised


def kills(house, number, seed):
    """`kill -9` of one node or the other while all speak: between commit and dispatch, dispatch and hearing, anywhere."""
    chance = random.Random(seed)
    nodes = [house.serve(), house.serve()]
    speakers = Speakers(nodes)
    try:
        for _ in range(number):
            time.sleep(chance.uniform(0.05, 0.8))
            victim = nodes.pop(chance.randrange(len(nodes)))
            victim.process.kill()
            stop(victim.process)
            nodes.append(house.serve())
    finally:
        promised = speakers.stop()
    expect(len(promised) > 20 * number, f"the nodes had something to do: {len(promised)} events")
    wait_until(
        lambda: house.sql(
            "SELECT EXISTS (SELECT FROM kernel.event WHERE dispatched_at IS NULL)"
            " OR EXISTS (SELECT FROM kernel.job WHERE state IN ('waiting', 'running'))") == "f",
        QUIET, "all is handed out and heard")
    said = house.count("bench.audit WHERE action = 'said'")
    found = set(house.sql("SELECT subject FROM bench.audit WHERE action = 'said'").split())
    expect(set(promised) <= found, "every promised event is there")
    expect(house.count("kernel.event") == said, "an event for every change, and no other")
    expect(house.count("kernel.job WHERE state = 'done'") == said == house.count("kernel.job"), "one job for each event")
    lost = house.count(
        "bench.audit s WHERE s.action = 'said' AND (SELECT count(*) FROM bench.audit h WHERE h.action = 'heard'"
        " AND h.tenant_id = s.tenant_id AND h.subject = s.subject) <> 1")
    expect(lost == 0 and house.count("bench.audit WHERE action = 'heard'") == said, "each was heard, within its tenant")
    again = house.count("kernel.job WHERE attempt > 1")
    print(f"toggling: {number} kills, seed {seed}: {said} events, {again} heard at a second attempt", flush=True)
    for node in nodes:
        node.stop()


def mail_killed(house, rounds=5):
    """`kill -9` of the sender between the server's "taken" and the row that would note it: the one moment in which a mail
    goes out twice. It bears the same Message-ID both times, and none is lost."""
    box = Letterbox()
    environment = plain_environment() | house.database.environment | {"KONAK_VAR": house.place.path("var")}
    done = subprocess.run(
        [house.konak, "mail", "route", "set", "127.0.0.1", "--port", str(box.port), "--security", "none",
         "--from", "posta@route.test"], env=environment, capture_output=True, text=True, check=False)
    expect(done.returncode == 0, f"the mail server is set: {done.stdout}{done.stderr}")
    ordered = []
    for _ in range(rounds):
        node = house.serve()
        box.took.clear()
        box.is_open.clear()
        for _ in range(4):
            status, body = ask(node, "/bench/module/mails", method="POST")
            expect(status == 201, f"a mail is ordered: {status} {body}")
            ordered.append(body.strip())
        box.victim = node
        box.is_open.set()
        expect(box.took.wait(QUIET), "a mail was taken, and the sender killed before it heard so")
        stop(node.process)
        states = house.sql("SELECT state, count(*) FROM delivery.mail GROUP BY 1 ORDER BY 1")
        # What it had claimed is another's when the lease is over.
        house.sql("UPDATE delivery.mail SET next_at = now() WHERE ended_at IS NULL")
        node = house.serve()
        wait_until(
            lambda: house.count("delivery.mail WHERE state <> 'sent'") == 0, QUIET, f"what was left is sent: {states}")
        node.stop()
    times = {}
    for address, identifier in box.mails:
        times.setdefault(address, []).append(identifier)
    expect(set(times) == set(ordered), f"every mail arrived: {set(ordered) ^ set(times)}")
    twice = [names for names in times.values() if len(names) > 1]
    expect(len(twice) == rounds and all(len(names) == 2 for names in twice), f"one a round came twice: {twice}")
    expect(all(len(set(names)) == 1 for names in twice), f"each repeat bears the same Message-ID: {twice}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--konak", help="the release binary; without it the tree is built first")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    chosen = parser.parse_args()
    if not chosen.konak:
        run([os.path.join(ROOT, "scripts", "build")])
    konak = os.path.abspath(chosen.konak or os.path.join(ROOT, ".build", "release", "konak"))
    cases = [next_request, refusals, waiting, lambda house: kills(house, chosen.kills, chosen.seed), mail_killed]
    names = ["next request", "refusals", "waiting", f"kills (seed {chosen.seed})", "mail"]
    failed = 0
    with Place() as place:
        house = House(place, konak)
        for case, name in zip(cases, names):
            try:
                case(house)
                print(f"toggling: {name}: ok", flush=True)
            except Fault as fault:
                failed += 1
                print(f"toggling: {name}: FAILED: {fault}", flush=True)
    print(f"toggling: {len(cases) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
