#!/usr/bin/python3
"""Proves with two real servers on one database: whatever ends or changes somebody's rights does so at the next request on
both: a new log-in, signing out, a new password, another role, a suspended membership, a disabled person; and a token that
was stolen before opens nothing afterwards.

    run.py [--konak PATH] [--turns N]
"""

import argparse
import http.cookies
import json
import os
import secrets
import socket
import subprocess
import sys
import urllib.parse

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "scripts", "bench"))

from database import Database  # noqa: E402
from konak import Konak  # noqa: E402
from place import Fault, Place, plain_environment, run  # noqa: E402

HOST, PLACE, ADDRESS = "acme.localhost", "mavi/acme", "ada@acme.example"
AGENCY, PLAN = "01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000f"
TENANT = "01900000-0000-7000-8000-000000000001"
LEVELS = f"""
INSERT INTO kernel.agency (id, slug, name) VALUES ('{AGENCY}', 'mavi', 'Mavi');
INSERT INTO kernel.plan (id, key, name_tr, name_en, modules) VALUES ('{PLAN}', 'temel', 'Temel', 'Basic', '{{bench_switch}}');
INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id)
    VALUES ('{TENANT}', '{AGENCY}', 'acme', 'Acme', 'active', '{PLAN}');
INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, is_primary, challenge)
    VALUES ('{HOST}', 'app', '{AGENCY}', '{TENANT}', 'verified', true, repeat('x', 52));
"""
SESSION = "__Host-konak-session"
RIGHTS, OWN = "/bench/module/rights", "/account"


class House:
    def __init__(self, place, konak, turns):
        self.place, self.konak, self.turns = place, konak, turns
        self.database = Database(place, konak, 1, 1)
        self.sql(LEVELS)
        self.password = self.user("create", "--role", "owner", "--name", "Ada", "--generate")["password"]
        settings = {"KONAK_JOBS": "off", "KONAK_ACCESS_LOG": "off"}
        self.nodes = [
            Konak(place, self.database, konak, name=f"node-{number}", environment=settings) for number in (1, 2)]
        for node in self.nodes:
            node.wait()

    def sql(self, script):
        return self.database.sql("postgres", "-c", script).strip()

    def user(self, word, *words):
        """What `konak user …` answers; no node is asked, only the database they share."""
        environment = plain_environment() | self.database.environment | {"KONAK_VAR": self.place.path("var")}
        done = subprocess.run(
            [self.konak, "user", word, ADDRESS, "--at", PLACE, *words, "--json"], env=environment,
            capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Fault(f"user {word} {words}: status {done.returncode}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout)

    def log_in(self, node, token=None):
        """The token of a new session."""
        form = urllib.parse.urlencode({"address": ADDRESS, "password": self.password})
        status, fields, body = ask(node, "/log-in", token, "POST", form)
        cookies = http.cookies.SimpleCookie()
        for name, value in fields:
            if name == "set-cookie":
                cookies.load(value)
        if SESSION not in cookies:
            raise Fault(f"no log-in: {status} {body}")
        return cookies[SESSION].value


def ask(node, path, token=None, method="GET", body=""):
    """Status, fields and body, as a page of the site itself would be answered."""
    cookie = f"cookie: {SESSION}={token}\r\n" if token else ""
    kind = "content-type: application/x-www-form-urlencoded\r\n" if body else ""
    with socket.create_connection(("127.0.0.1", node.port), 10) as connection:
        connection.sendall((
            f"{method} {path} HTTP/1.1\r\nhost: {HOST}\r\nconnection: close\r\nsec-fetch-site: same-origin\r\n"
            f"{cookie}{kind}content-length: {len(body)}\r\n\r\n{body}").encode())
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    if not answer.startswith(b"HTTP/1.1 "):
        raise ConnectionError("no answer")
    head, _, content = answer.decode().partition("\r\n\r\n")
    lines = head.split("\r\n")
    fields = [tuple(part.strip() for part in line.split(":", 1)) for line in lines[1:]]
    return int(lines[0].split()[1]), [(name.lower(), value) for name, value in fields], content


def expect(holds, what):
    if not holds:
        raise Fault(f"expected: {what}")


def everywhere(house, token, status, what, path=OWN):
    for node in house.nodes:
        found = ask(node, path, token)[0]
        expect(found == status, f"{status} on every node {what}, not {found} on {node.name}")


def fixed_before(house):
    """A token that the browser had before is dead after the log-in, be it anybody's session or nobody's."""
    for planted in (house.log_in(house.nodes[0]), secrets.token_urlsafe(32)):
        token = house.log_in(house.nodes[1], planted)
        expect(token != planted, "a token of its own")
        everywhere(house, planted, 401, "for the token of before")
        everywhere(house, token, 200, "for the new one")


def ends(house):
    """Each way in which sessions end, met at the next request on the other node."""
    token = house.log_in(house.nodes[0])
    everywhere(house, token, 200, "after the log-in")
    expect(ask(house.nodes[1], "/sign-out", token, "POST")[0] < 400, "signing out")
    everywhere(house, token, 401, "after signing out")
    token = house.log_in(house.nodes[0])
    house.password = house.user("password", "--generate")["password"]
    everywhere(house, token, 401, "after a new password")
    token = house.log_in(house.nodes[1])
    house.user("reset-factors")
    everywhere(house, token, 401, "after the factors were reset")
    token = house.log_in(house.nodes[0])
    house.user("disable")
    everywhere(house, token, 401, "for who is disabled")
    house.user("enable")
    everywhere(house, token, 401, "for the session of before, though its owner is let in again")
    everywhere(house, house.log_in(house.nodes[0]), 200, "for a new session")


def roles(house):
    """Another role, back and forth: the first request after it meets the rights as they are, on both nodes."""
    token = house.log_in(house.nodes[0])
    for _ in range(house.turns):
        for role, status in (("member", 403), ("admin", 200), ("read_only", 403), ("owner", 200)):
            house.sql(f"UPDATE security.membership SET built_in = '{role}'")
            everywhere(house, token, status, f"as {role}", RIGHTS)
            everywhere(house, token, 200, "for one's own account", OWN)
    house.sql("UPDATE security.membership SET state = 'suspended'")
    everywhere(house, token, 401, "for who is suspended", RIGHTS)
    everywhere(house, token, 401, "for who is suspended")
    house.sql("UPDATE security.membership SET state = 'active'")
    everywhere(house, token, 200, "once the suspension is over", RIGHTS)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--konak", help="the binary; without it the tree is built first")
    parser.add_argument("--turns", type=int, default=10)
    wish = parser.parse_args()
    if not wish.konak:
        run([os.path.join(ROOT, "scripts", "build")])
    konak = os.path.abspath(wish.konak or os.path.join(ROOT, ".build", "release", "konak"))
    passed, failed = 0, 0
    with Place() as place:
        house = House(place, konak, wish.turns)
        for case in (fixed_before, ends, roles):
            try:
                case(house)
                passed += 1
            except Fault as fault:
                failed += 1
                print(f"{case.__name__}: {fault}")
        for node in house.nodes:
            node.stop()
    print(f"rights: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
