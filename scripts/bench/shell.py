"""A page of somebody who is signed in: how long the server takes for it, and when a browser on this machine has painted its
largest part. One connection, one request after the other, so that nothing waits for anything else."""

import base64
import hashlib
import os
import socket
import statistics
import time
from typing import NamedTuple

from konak import Konak
from place import ROOT, Fault, run

HOST, PATH = "face.localhost", "/people"
# What a browser says; the answer is compressed as it would be for one.
FIELDS = "accept: text/html,*/*;q=0.8\r\naccept-encoding: gzip, deflate, br, zstd\r\naccept-language: tr-TR,tr;q=0.9\r\n"
PEOPLE = 20
PYTHON = os.path.join(ROOT, "var", "python", "bin", "python")


class Times(NamedTuple):
    """Milliseconds, medians: the page, the plaintext route over the same kind of connection, the largest paint of each."""

    page: float
    plaintext: float
    paint: float
    plain_paint: float


def number(kind, index=0):
    return f"01900000-0000-7000-8000-0000f{kind:01d}{index:06d}"


def token():
    return hashlib.sha256(b"bench face").digest()


def session():
    return base64.urlsafe_b64encode(token()).decode().rstrip("=")


def seed():
    """A tenant with people, of whom one is signed in."""
    agency, plan, tenant = number(0), number(1), number(2)
    script = f"""
        INSERT INTO kernel.agency (id, slug, name) VALUES ('{agency}', 'face', 'Mavi Ajans');
        INSERT INTO kernel.plan (id, key, name_tr, name_en) VALUES ('{plan}', 'face', 'Temel', 'Basic');
        INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id)
            VALUES ('{tenant}', '{agency}', 'face', 'Ege Yapı', 'active', '{plan}');
        INSERT INTO kernel.brand (id, agency_id, tenant_id, name, hue, chroma)
            VALUES ('{tenant}', '{agency}', '{tenant}', 'Ege Yapı', 262, 190);
        INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, is_primary, challenge)
            VALUES ('{HOST}', 'app', '{agency}', '{tenant}', 'verified', true, repeat('x', 52));"""
    for index in range(PEOPLE):
        person, address, role = number(3, index), f"kisi{index}@face.example", "member" if index else "owner"
        script += f"""
        INSERT INTO security.person (id, agency_id, address, address_key, name)
            VALUES ('{person}', '{agency}', '{address}', '{address}', 'Işık Yılmazoğlu {index}');
        INSERT INTO security.membership (tenant_id, person_id, built_in) VALUES ('{tenant}', '{person}', '{role}');"""
    return script + f"""
        INSERT INTO security.session (id, token_hash, kind, person_id, agency_id, tenant_id, host, label, stage, proved_at,
            created_at, last_used_at, idle_seconds, expires_at)
        VALUES (gen_random_uuid(), '\\x{hashlib.sha256(token()).hexdigest()}', 'staff', '{number(3)}', '{agency}', '{tenant}',
            '{HOST}', 'Firefox, Linux', 'open', now(), now(), now(), 43200, now() + interval '1 day');"""


class Shell:
    def __init__(self, place, database, binary):
        self.place = place
        database.sql("postgres", "-c", seed())
        self.server = Konak(place, database, binary, name="shell").wait()

    def times(self, runs, requests):
        """Medians of interleaved runs."""
        page, plain = [], []
        cookie = f"cookie: __Host-konak-session={session()}\r\n"
        for _ in range(runs):
            page += self._latencies(HOST, PATH, cookie, requests)
            plain += self._latencies("127.0.0.1", "/bench/plaintext", "", requests)
        paints = self._paints()
        self.server.stop()
        return Times(statistics.median(page), statistics.median(plain), *paints)

    def _latencies(self, host, path, more, count):
        asked = f"GET {path} HTTP/1.1\r\nhost: {host}:{self.server.port}\r\n{FIELDS}{more}\r\n".encode()
        latencies = []
        with socket.create_connection(("127.0.0.1", self.server.port), 5) as line:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for turn in range(count + 20):
                begun = time.perf_counter()
                line.sendall(asked)
                answer = _whole(line)
                spent = (time.perf_counter() - begun) * 1000
                if not answer.startswith(b"HTTP/1.1 200"):
                    raise Fault(f"{path}: {answer[:200]!r}")
                # The first ones open connections to the database and fill what is kept.
                if turn >= 20:
                    latencies.append(spent)
        return latencies

    def _paints(self):
        program = os.path.join(ROOT, "scripts", "bench", "paint.py")
        base = f"http://{HOST}:{self.server.port}"
        said = run([PYTHON, program, base + PATH, base + "/bench/plaintext", session()])
        return [float(paint) for paint in said.rpartition(":")[2].split()]


def _whole(line):
    """One answer, its length said or in chunks."""
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += _more(line)
    head, _, body = answer.partition(b"\r\n\r\n")
    fields = dict(field.lower().split(b": ", 1) for field in head.split(b"\r\n")[1:])
    if b"content-length" in fields:
        while len(body) < int(fields[b"content-length"]):
            body += _more(line)
    else:
        while not body.endswith(b"0\r\n\r\n"):
            body += _more(line)
    return head


def _more(line):
    piece = line.recv(65536)
    if not piece:
        raise Fault("the server closed the connection")
    return piece
