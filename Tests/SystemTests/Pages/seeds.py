"""Who and what there is while pages are walked: a tenant with somebody of every role and one record of each kind, and a house
in which every name, reason, label and letter is a script payload."""

import base64
import hashlib
import json
import os
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "Tests", "BrowserTests"))

from payloads import PAYLOADS  # noqa: E402

AGENCY, PLAN, FOES, EGE, KALE, LALE = (f"01900000-0000-7000-8000-00000000000{letter}" for letter in "afb123")
# Who is there: name, role in the tenant, role in the agency or at the operator, host.
PEOPLE = {
    "owner": ("Ayşe Yılmaz", "owner", None, "ege.localhost"), "admin": ("İpek Şen", "admin", None, "ege.localhost"),
    "manager": ("Çağrı Demir", "manager", None, "ege.localhost"), "member": ("Işık Kaya", "member", None, "ege.localhost"),
    "read_only": ("Zeynep Öz", "read_only", None, "ege.localhost"), "agency": ("Deniz Mavi", None, "owner", "mavi.localhost"),
    "agency_member": ("Efe Mavi", None, "member", "mavi.localhost"), "operator": ("Ece Konak", None, "owner", "konak.localhost"),
    # Between password and second factor: one who has a factor, one who must set one up.
    "half": ("Can Bulut", "member", None, "ege.localhost"), "newcomer": ("Eda Kale", "owner", None, "kale.localhost"),
    "mert": ("Mert Doğan", "member", None, None), "left": ("Selin Aksoy", "member", None, None),
    "guest": ("Yeni Kişi", "member", None, None),
}
LINKS = {"/invitation": ("invitation", "guest"), "/password/reset": ("reset", "mert"), "/verify": ("verification", "mert"),
         "/address": ("address_change", "mert")}


def number(kind, index=0):
    """An id that says what it is of: each kind has numbers of its own."""
    return f"01900000-0000-7000-8{kind:03d}-{index:012d}"


def person(name):
    return number(100, list(PEOPLE).index(name))


def secret(name):
    return hashlib.sha256(f"pages {name}".encode()).digest()


def token(name):
    return base64.urlsafe_b64encode(secret(name)).decode().rstrip("=")


def said(value):
    """As SQL writes it."""
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(value)


class Script:
    """Rows of tables, as one script."""

    def __init__(self):
        self.lines = []

    def row(self, table, raw=None, **columns):
        """`raw` holds expressions."""
        words = {name: said(value) for name, value in columns.items()} | (raw or {})
        self.lines.append(f"INSERT INTO {table} ({', '.join(words)}) VALUES ({', '.join(words.values())});")

    def tenant(self, tenant, agency, slug, name, brand, hue):
        self.row("kernel.tenant", id=tenant, agency_id=agency, slug=slug, name=name, state="active", plan_id=PLAN)
        self.row("kernel.brand", id=tenant, agency_id=agency, tenant_id=tenant, name=brand, hue=hue, chroma=180)
        self.host(f"{slug}.localhost", "app", agency, tenant)

    def host(self, host, surface, agency, tenant=None):
        self.row(
            "kernel.domain", {"is_primary": "true"}, host=host, surface=surface, agency_id=agency, tenant_id=tenant,
            state="verified", challenge="x" * 52)

    def person(self, key, agency, address, name, house=None, state="active"):
        self.row(
            "security.person", id=key, agency_id=agency, address=address, address_key=address, name=name,
            house_role=house, state=state)

    def session(self, name, key, agency, tenant, host, stage="open", label="Firefox, Linux", session=None, visit=None):
        self.row(
            "security.session", {
                "token_hash": f"'\\x{hashlib.sha256(secret(name)).hexdigest()}'", "proved_at": "now() + interval '1 hour'",
                "created_at": "now()", "last_used_at": "now()", "expires_at": "now() + interval '1 day'"},
            id=session or number(101, len(self.lines)), kind="staff" if tenant else "house", person_id=key,
            agency_id=agency, tenant_id=tenant, host=host, label=label, stage=stage, idle_seconds=43_200,
            impersonation_id=visit)

    def passkey(self, key, of, host, label):
        self.row(
            "security.passkey", {
                "credential": f"'\\x{hashlib.sha256(key.encode()).hexdigest()}'", "public_key": "decode(repeat('ab', 64), 'hex')",
                "aaguid": "decode(repeat('00', 16), 'hex')", "created_at": "now()", "is_backup_eligible": "true",
                "is_backed_up": "true", "has_verified_user": "true"},
            id=key, person_id=of, relying_party=host, sign_count=0, attestation="none", label=label)

    def key(self, key, tenant, of, name, prefix):
        self.row(
            "security.api_key", {
                "secret_hash": f"'\\x{hashlib.sha256(key.encode()).hexdigest()}'", "permissions": "'{people.member.read}'",
                "created_at": "now()"},
            id=key, tenant_id=tenant, person_id=of, name=name, prefix=prefix)

    def visit(self, key, tenant, agency, by, guest, reason, has_entered=False):
        (by_id, by_name), (as_id, as_name) = by, guest
        times = {"started_at": "now()", "ends_at": "now() + interval '50 minutes'"}
        if has_entered:
            times["entered_at"] = "now()"
        self.row(
            "security.impersonation", times, id=key, tenant_id=tenant, agency_id=agency, by_id=by_id, by_name=by_name, as_id=as_id, as_name=as_name, reason=reason,
            host="ege.localhost")

    def departure(self, key, tenant, who, successor):
        (person_id, person_name), (successor_id, successor_name) = who, successor
        self.row(
            "security.offboarding", {
                "begun_at": "now()", "undo_until": "now() + interval '20 days'", "ended_at": "now()", "built_in": "'member'"},
            tenant_id=tenant, id=key, person_id=person_id, successor_id=successor_id, by_id=successor_id,
            person_name=person_name, successor_name=successor_name, membership_state="active", sessions=1, keys=0,
            state="done")

    def letter(self, key, text, tenant=None):
        self.row(
            "delivery.kept_mail", id=key, tenant_id=tenant, house=text, recipient=text, subject=text, language="tr",
            html=f"<!doctype html><html lang=tr><title>Mektup</title><main><h1>Mektup</h1><p>{key}</p></main>", plain=text,
            head=text)

    def record(self, key, tenant, text):
        self.row("trial_pages.record", id=key, tenant_id=tenant, title=text, note=text)

    def member(self, tenant, key, built_in="member", state="active"):
        self.row("security.membership", tenant_id=tenant, person_id=key, built_in=built_in, state=state)


def quiet_house(script):
    """One tenant as it would be."""
    script.row("kernel.agency", id=AGENCY, slug="mavi", name="Mavi Ajans")
    script.row("kernel.plan", {"modules": "'{bench_switch,trial_pages}'"}, id=PLAN, key="temel", name_tr="Temel", name_en="Basic")
    script.host("mavi.localhost", "agency", AGENCY)
    script.tenant(EGE, AGENCY, "ege", "Ege Yapı", "Ege Yapı", 155)
    script.tenant(KALE, AGENCY, "kale", "Kale Sigorta", "Kale Sigorta", 262)
    script.tenant(LALE, AGENCY, "lale", "Lale Danışmanlık", "Lale Danışmanlık", 20)
    script.row("security.tenant_policy", tenant_id=KALE, second_factor="required")
    for name, (shown, role, house, host) in PEOPLE.items():
        tenant = None if not role else KALE if name == "newcomer" else EGE
        agency = None if name == "operator" else AGENCY
        script.person(person(name), agency, f"{name}@ege.example", shown, house, "invited" if name == "guest" else "active")
        if role:
            script.member(tenant, person(name), role, "ended" if name == "left" else "active")
        if host:
            stage = "half" if name in ("half", "newcomer") else "open"
            script.session(name, person(name), agency, tenant, host, stage, session=number(109, list(PEOPLE).index(name)))
    script.member(LALE, person("owner"), "owner")
    script.session("owner elsewhere", person("owner"), AGENCY, EGE, "ege.localhost", label="Safari, iPhone", session=number(102))
    for index, name in enumerate(("owner", "admin", "manager", "member", "read_only", "half"), 1):
        script.passkey(number(103, index), person(name), "ege.localhost", "Telefonum")
    script.passkey(number(103, 7), person("agency"), "mavi.localhost", "Bilgisayarım")
    script.passkey(number(103, 8), person("operator"), "konak.localhost", "Bilgisayarım")
    script.passkey(number(103, 9), person("agency_member"), "mavi.localhost", "Bilgisayarım")
    script.row("kernel.team", tenant_id=EGE, id=number(104), name="Saha satış")
    script.row("security.team_member", tenant_id=EGE, team_id=number(104), person_id=person("mert"))
    script.row("security.role", tenant_id=EGE, id=number(105), name="Saha ekibi")
    script.row("security.role_permission", tenant_id=EGE, role_id=number(105), permission="people.member.read")
    script.key(number(106), EGE, person("owner"), "Muhasebe aktarımı", "muhasebe0001")
    chief, reader = (person("agency"), "Deniz Mavi"), (person("read_only"), "Zeynep Öz")
    script.visit(number(107), EGE, AGENCY, chief, reader, "Fatura sorusuna birlikte bakıldı")
    # One who works in the owner's place, and one who has not come in yet.
    boss = (person("owner"), "Ayşe Yılmaz")
    script.visit(number(107, 1), EGE, AGENCY, chief, boss, "Ayarlara birlikte bakılacak", has_entered=True)
    script.session("support", person("owner"), AGENCY, EGE, "ege.localhost", session=number(114), visit=number(107, 1))
    script.visit(number(107, 2), EGE, AGENCY, chief, reader, "Raporlara birlikte bakılacak")
    script.departure(number(108), EGE, (person("left"), "Selin Aksoy"), (person("mert"), "Mert Doğan"))
    script.letter(number(110), "Parolanızı yenileyin")
    script.record(number(112), EGE, "Yazlık depo sayımı")
    script.record(number(113), EGE, "Yangın tatbikatı")
    script.row(
        "kernel.list_view", tenant_id=EGE, id=number(115), list="security.membership", owner_id=person("owner"), name="Sahadakiler",
        state="state=suspended")
    for purpose, who in LINKS.values():
        script.row(
            "security.link", {
                "token_hash": f"'\\x{hashlib.sha256(secret('link ' + purpose)).hexdigest()}'", "created_at": "now()",
                "expires_at": "now() + interval '15 minutes'"},
            purpose=purpose, agency_id=AGENCY, tenant_id=EGE, subject_id=person(who), host="ege.localhost",
            address="yeni@ege.example" if purpose == "address_change" else None)


def hostile_house(script):
    """An agency whose every word is a payload: sixty tenants, and in the first sixty of everything."""
    script.row("kernel.agency", id=FOES, slug="foes", name=PAYLOADS[0])
    script.row("kernel.brand", id=FOES, agency_id=FOES, name=PAYLOADS[1], hue=20, chroma=180)
    script.host("foes.localhost", "agency", FOES)
    home = number(201, 1)
    for index, text in enumerate(PAYLOADS, 1):
        tenant, key = number(201, index), number(202, index)
        script.tenant(tenant, FOES, f"x{index:02d}", text, text, index * 6 % 360)
        script.person(key, FOES, f"{text}@x.example", text)
        if tenant != home:
            script.member(tenant, key, "owner")
    boss, chief = number(203, 1), number(203, 2)
    script.person(boss, FOES, "boss@x.example", PAYLOADS[14])
    script.member(home, boss, "owner")
    script.session("boss", boss, FOES, home, "x01.localhost", session=number(203, 3))
    script.person(chief, FOES, "chief@x.example", PAYLOADS[15], "owner")
    script.session("foe", chief, FOES, None, "foes.localhost", session=number(203, 4))
    for index, text in enumerate(PAYLOADS, 1):
        key, name = number(202, index), text
        role, team = number(204, index), number(205, index)
        script.row("security.role", tenant_id=home, id=role, name=name)
        script.row("security.role_permission", tenant_id=home, role_id=role, permission="people.member.read")
        script.row("kernel.team", tenant_id=home, id=team, name=name)
        script.row("security.membership", tenant_id=home, person_id=key, role_id=role)
        script.row("security.team_member", tenant_id=home, team_id=team, person_id=key)
        script.key(number(206, index), home, boss, name, f"foe{index:09d}")
        script.visit(number(207, index), home, FOES, (chief, name), (key, name), f"{name} ve on harf")
        script.session(f"boss {index}", boss, FOES, home, "x01.localhost", label=name, session=number(208, index))
        script.passkey(number(209, index), boss, "x01.localhost", name)
        script.departure(number(210, index), home, (key, name), (boss, name))
        script.letter(number(211, index), name, home)
        script.record(number(212, index), home, name)


def script():
    whole = Script()
    quiet_house(whole)
    hostile_house(whole)
    return "SET standard_conforming_strings = on;\nBEGIN;\n" + "\n".join(whole.lines) + "\nCOMMIT;\n"


def known():
    """What the browsers must know: sessions, links, and an id for each parameter of a path."""
    roles = {name: {"host": host, "session": token(name)} for name, (_, _, _, host) in PEOPLE.items() if host}
    roles["support"] = {"host": "ege.localhost", "session": token("support")}
    ids = {
        "person": person("mert"), "team": number(104), "role": number(105), "key": number(106), "visit": number(107),
        "tenant": EGE, "session": number(102), "departure": number(108), "mail": number(110), "record": number(112), "view": number(115), "file": "countries.tr.json"}
    links = {path: token("link " + purpose) for path, (purpose, _) in LINKS.items()}
    passkeys = {"agency": 7, "operator": 8, "agency_member": 9} | {
        name: index for index, name in enumerate(("owner", "admin", "manager", "member", "read_only"), 1)}
    return {
        "roles": roles, "ids": ids, "links": links, "passkeys": {name: number(103, at) for name, at in passkeys.items()},
        "foes": {"boss": token("boss"), "foe": token("foe"), "operator": token("operator"), "kinds": {
            "tenant": 201, "person": 202, "role": 204, "team": 205, "key": 206, "passkey": 209, "mail": 211, "record": 212}}}


if __name__ == "__main__":
    print(script() if "--sql" in sys.argv else json.dumps(known(), indent=1))
