#!/usr/bin/python3
"""The pages on people of a real server, in a browser: every control used and its effect looked for after loading anew, in
both languages and by the keyboard alone; support from the agency's console into the tenant and out; then every page walked.

    run.py [--konak PATH] [--shots FOLDER]
"""

import argparse
import base64
import hashlib
import json
import os
import subprocess
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "scripts", "bench"))

from database import Database  # noqa: E402
from konak import Konak  # noqa: E402
from place import Place, run  # noqa: E402

AGENCY, PLAN, TENANT = (f"01900000-0000-7000-8000-00000000000{letter}" for letter in "af1")
PYTHON = os.path.join(ROOT, "var", "python", "bin", "python")
# Who is there: address, name, role in the tenant, role in the agency.
PEOPLE = {
    "owner": ("Ayşe Yılmaz", "owner", None), "admin": ("İpek Şen", "admin", None),
    "manager": ("Çağrı Demir", "manager", None), "member": ("Işık Kaya", "member", None),
    "reader": ("Zeynep Öz", "read_only", None), "mert": ("Mert Doğan", "member", None),
    "selin": ("Selin Aksoy", "member", None), "can": ("Can Bulut", "manager", None),
    "chief": ("Deniz Mavi", None, "owner"),
}
HOSTS = {"owner": "ege.localhost", "reader": "ege.localhost", "chief": "mavi.localhost"}


def person(name):
    return f"01900000-0000-7000-8000-0000000001{list(PEOPLE).index(name):02d}"


def token(name):
    """A session's token; the table keeps its hash."""
    return hashlib.sha256(f"people {name}".encode()).digest()


def levels():
    script = f"""
        INSERT INTO kernel.agency (id, slug, name) VALUES ('{AGENCY}', 'mavi', 'Mavi Ajans');
        INSERT INTO kernel.plan (id, key, name_tr, name_en) VALUES ('{PLAN}', 'temel', 'Temel', 'Basic');
        INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id)
            VALUES ('{TENANT}', '{AGENCY}', 'ege', 'Ege Yapı', 'active', '{PLAN}');
        INSERT INTO kernel.brand (id, agency_id, tenant_id, name, hue, chroma)
            VALUES ('{TENANT}', '{AGENCY}', '{TENANT}', 'Ege Yapı', 262, 190);
        INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, is_primary, challenge) VALUES
            ('mavi.localhost', 'agency', '{AGENCY}', NULL, 'verified', true, repeat('x', 52)),
            ('ege.localhost', 'app', '{AGENCY}', '{TENANT}', 'verified', true, repeat('x', 52));"""
    for name, (shown, role, house) in PEOPLE.items():
        house = f"'{house}'" if house else "NULL"
        script += f"""
        INSERT INTO security.person (id, agency_id, address, address_key, name, house_role)
            VALUES ('{person(name)}', '{AGENCY}', '{name}@ege.example', '{name}@ege.example', '{shown}', {house});"""
        if role:
            script += f"""
        INSERT INTO security.membership (tenant_id, person_id, built_in) VALUES ('{TENANT}', '{person(name)}', '{role}');"""
    for name, host in HOSTS.items():
        kind, tenant = ("house", "NULL") if name == "chief" else ("staff", f"'{TENANT}'")
        script += f"""
        INSERT INTO security.session (id, token_hash, kind, person_id, agency_id, tenant_id, host, label, stage, proved_at,
            created_at, last_used_at, idle_seconds, expires_at)
        VALUES (gen_random_uuid(), '\\x{hashlib.sha256(token(name)).hexdigest()}', '{kind}', '{person(name)}', '{AGENCY}',
            {tenant}, '{host}', 'Firefox, Linux', 'open', now() + interval '1 hour', now(), now(), 43200,
            now() + interval '1 day');"""
    return script


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--konak", help="the binary; without it the tree is built first")
    parser.add_argument("--shots", help="where pictures of the pages go")
    wish = parser.parse_args()
    if not wish.konak:
        run([os.path.join(ROOT, "scripts", "build")])
    konak = os.path.abspath(wish.konak or os.path.join(ROOT, ".build", "release", "konak"))
    with Place() as place:
        database = Database(place, konak, 1, 1)
        database.sql("postgres", "-c", levels())
        server = Konak(place, database, konak)
        server.wait()
        sessions = {name: base64.urlsafe_b64encode(token(name)).decode().rstrip("=") for name in HOSTS}
        ids = {name: person(name) for name in PEOPLE}
        command = [PYTHON, os.path.join(ROOT, "Tests", "BrowserTests", "people.py"), "--port", str(server.port)]
        if wish.shots:
            command += ["--shots", os.path.abspath(wish.shots)]
        known = json.dumps({"sessions": sessions, "people": ids, "tenant": TENANT})
        status = subprocess.run(command, input=known, text=True, check=False).returncode
        server.stop()
    sys.exit(status)


main()
