"""A server with two tenants and their people, for programs that use it in a browser: sessions are there, nobody logs in."""

import base64
import hashlib
import os
import signal
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "scripts", "bench"))

from database import Database  # noqa: E402
from konak import Konak  # noqa: E402
from place import Place, free_port  # noqa: E402

AGENCY, PLAN = (f"01900000-0000-7000-8000-00000000000{letter}" for letter in "af")
COOKIE = "__Host-konak-session"
BROWSER = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox", "--host-resolver-rules=MAP * 127.0.0.1"]}
# Each tenant: its host, its name, the hue of its brand.
TENANTS = {"ege": ("ege.localhost", "Ege Yapı", 262), "lale": ("lale.localhost", "Lale & Oğulları Gayrimenkul Danışmanlık", 20)}
# Who is there: shown name, tenant, role in it, role in the agency.
PEOPLE = {
    "owner": ("Ayşe Yılmaz", "ege", "owner", None), "admin": ("İpek Şen", "ege", "admin", None),
    "manager": ("Çağrı Demir", "ege", "manager", None), "member": ("Işık Kaya", "ege", "member", None),
    "reader": ("Zeynep Öz", "ege", "read_only", None), "mert": ("Mert Doğan", "ege", "member", None),
    "selin": ("Selin Aksoy", "ege", "member", None), "can": ("Can Bulut", "ege", "manager", None),
    "sukru": ("Şükrü Karamanlıoğlu-Yazıcıoğulları", "ege", "member", None), "ece": ("Ece Tan", "ege", "member", None),
    "lale": ("Lale Gül", "lale", "owner", None), "chief": ("Deniz Mavi", None, None, "owner"),
}
TEAMS = {"Saha satış": ("member", "mert", "selin"), "Müşteri ilişkileri ve şikâyet yönetimi": ("can", "ece"), "Muhasebe": ("admin",)}


def person(name):
    return f"01900000-0000-7000-8000-0000000001{list(PEOPLE).index(name):02d}"


def tenant(name):
    return f"01900000-0000-7000-8000-0000000000{list(TENANTS).index(name) + 1:02d}"


def host(name):
    home = PEOPLE[name][1]
    return TENANTS[home][0] if home else "mavi.localhost"


def token(name):
    return hashlib.sha256(f"house {name}".encode()).digest()


def session(name):
    """What the cookie of somebody's session holds."""
    return base64.urlsafe_b64encode(token(name)).decode().rstrip("=")


def places():
    script = f"""
        INSERT INTO kernel.agency (id, slug, name) VALUES ('{AGENCY}', 'mavi', 'Mavi Ajans');
        INSERT INTO kernel.plan (id, key, name_tr, name_en) VALUES ('{PLAN}', 'temel', 'Temel', 'Basic');
        INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, is_primary, challenge)
            VALUES ('mavi.localhost', 'agency', '{AGENCY}', NULL, 'verified', true, repeat('x', 52));"""
    for name, (its_host, shown, hue) in TENANTS.items():
        script += f"""
        INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id)
            VALUES ('{tenant(name)}', '{AGENCY}', '{name}', '{shown}', 'active', '{PLAN}');
        INSERT INTO kernel.brand (id, agency_id, tenant_id, name, hue, chroma)
            VALUES ('{tenant(name)}', '{AGENCY}', '{tenant(name)}', '{shown}', {hue}, 190);
        INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, is_primary, challenge)
            VALUES ('{its_host}', 'app', '{AGENCY}', '{tenant(name)}', 'verified', true, repeat('x', 52));"""
    return script


def people():
    script = ""
    for number, (name, (shown, home, role, above)) in enumerate(PEOPLE.items()):
        address, above = f"{name}@{home or 'mavi'}.example", f"'{above}'" if above else "NULL"
        script += f"""
        INSERT INTO security.person (id, agency_id, address, address_key, name, house_role)
            VALUES ('{person(name)}', '{AGENCY}', '{address}', '{address}', '{shown}', {above});"""
        if home:
            script += f"""
        INSERT INTO security.membership (tenant_id, person_id, built_in) VALUES ('{tenant(home)}', '{person(name)}', '{role}');"""
        script += f"""
        INSERT INTO security.session (id, token_hash, kind, person_id, agency_id, tenant_id, host, label, stage, proved_at,
            created_at, last_used_at, idle_seconds, expires_at)
        VALUES (gen_random_uuid(), '\\x{hashlib.sha256(token(name)).hexdigest()}', '{"staff" if home else "house"}',
            '{person(name)}', '{AGENCY}', {f"'{tenant(home)}'" if home else "NULL"}, '{host(name)}', 'Firefox, Linux', 'open',
            now() + interval '1 hour', now() - interval '{number * 7} hours', now() - interval '{number * 5} hours', 1209600,
            now() + interval '9 days');"""
    return script


def teams():
    script = ""
    for number, (name, inside) in enumerate(TEAMS.items()):
        team = f"01900000-0000-7000-8000-0000000002{number:02d}"
        script += f"INSERT INTO kernel.team (tenant_id, id, name) VALUES ('{tenant('ege')}', '{team}', '{name}');"
        for member in inside:
            script += f"""
        INSERT INTO security.team_member (tenant_id, team_id, person_id) VALUES ('{tenant('ege')}', '{team}', '{person(member)}');"""
    return script


class House:
    """The server. It can be killed and started anew at the same port, as if nothing had been said."""

    def __init__(self, konak, with_teams=False):
        self.binary, self.with_teams = os.path.abspath(konak), with_teams

    def __enter__(self):
        self.place = Place()
        self.place.__enter__()
        try:
            self.database = Database(self.place, self.binary, 1, 1)
            self.database.sql("postgres", "-c", places() + people() + (teams() if self.with_teams else ""))
            self.port = free_port()
            self.start()
        except BaseException:
            self.place.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.place.__exit__()

    def start(self):
        self.konak = Konak(self.place, self.database, self.binary, environment={
            "KONAK_DESIGN": "on", "KONAK_LISTEN": f"127.0.0.1:{self.port}"})
        self.konak.port = self.port
        self.konak.wait()

    def kill(self):
        """Without a word, as when the power goes."""
        os.killpg(self.konak.process.pid, signal.SIGKILL)
        self.konak.process.wait()

    def ask(self, statement):
        return self.database.sql("postgres", "-c", statement).strip()


def enter(context, name):
    """Signs somebody in: the browser takes such a cookie for names of this machine only when it is set as if over TLS."""
    context.add_cookies([{"name": COOKIE, "value": session(name), "url": f"https://{host(name)}/", "secure": True}])
