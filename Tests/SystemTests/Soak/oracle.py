"""2,000 pairs of an id of another tenant and an id of nobody: whoever asks cannot tell them apart by the time."""

import place as places
from server import BINARY

PAIRS = 2_000
MOST_APART = 0.10


def ask(database):
    lines = places.run([BINARY, "bench", "--oracle", database.url("konak_app")]).splitlines()
    return [float(line.rpartition(":")[2]) for line in lines]


def pairs(database):
    """Ids of the second tenant; the command asks inside the first. Its warm-up asks for some, too."""
    database.sql(
        "postgres", "-c",
        f"""
        INSERT INTO bench.customer (tenant_id, id, name, email, stage, amount)
        SELECT '00000000-0000-7000-8000-000000000001', ('0000000000007002' || lpad(to_hex(n), 16, '0'))::uuid,
            'Müşteri', 'm@kiraci.example', 'open', n FROM generate_series(1, {PAIRS + 200}) n
        """,
        "-c", "VACUUM ANALYZE bench.customer")
    return ask(database)


def run(place, database, report):
    foreign, unknown = pairs(database)
    apart = abs(foreign - unknown) / unknown
    report.hold(
        "oracle", apart <= MOST_APART,
        f"{PAIRS} pairs: median {foreign:.4f} ms for a foreign id, {unknown:.4f} ms for an unknown one, "
        f"{apart:.1%} apart (at most {MOST_APART:.0%})")
