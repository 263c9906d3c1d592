"""Jobs with an effect outside, done by real workers that are killed while they work."""

import os
import random
import re
import signal
import sys
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", "..", ".."))
for folder in (os.path.join(ROOT, "scripts", "bench"), HERE):
    sys.path.insert(0, folder)

from place import free_port, plain_environment  # noqa: E402
from receiver import Receiver  # noqa: E402

LEASE = 2.0
PICK_UP = 90
TENANTS = 3
# Of which all but one are stopped at once.
FLOCK = 6
TABLES = """
CREATE TABLE IF NOT EXISTS bench.effect (
    tenant_id uuid NOT NULL, id uuid NOT NULL, number bigint NOT NULL, PRIMARY KEY (tenant_id, id));
GRANT SELECT, INSERT ON bench.effect TO konak_app;
"""
LEVELS = """
INSERT INTO kernel.agency (id, slug, name) VALUES ('00000000-0000-7000-8000-0000000000aa', 'olcum', 'Ölçüm')
    ON CONFLICT DO NOTHING;
INSERT INTO kernel.plan (id, key, name_tr, name_en, modules)
    VALUES ('00000000-0000-7000-8000-0000000000ff', 'olcum', 'Ö', 'B', '{{bench_switch}}') ON CONFLICT DO NOTHING;
INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id)
SELECT ('00000000-0000-7000-8000-0000000000e' || n)::uuid, '00000000-0000-7000-8000-0000000000aa', 't' || n, 'T', 'active',
    '00000000-0000-7000-8000-0000000000ff' FROM generate_series(1, {tenants}) n ON CONFLICT DO NOTHING;
"""
FILL = """
INSERT INTO kernel.job (tenant_id, id, kind, module, arguments, most_attempts)
SELECT ('00000000-0000-7000-8000-0000000000e' || (1 + n % {tenants}))::uuid,
    ('01900000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'bench.effect', 'bench',
    jsonb_build_object('number', n, 'port', {port}), 1000
FROM generate_series(1, {count}) n
"""
LEFT = """
SELECT (SELECT count(*) FROM kernel.job WHERE state IN ('waiting', 'running'))
    + (SELECT count(*) FROM kernel.event WHERE dispatched_at IS NULL)
"""


class Worker:
    """`konak worker` as a process of its own."""

    def __init__(self, place, database, binary, number, slots=32, lease=LEASE):
        self.name, self.port = f"worker-{number}", free_port()
        own = {
            "KONAK_BENCH": "on", "KONAK_LOOPS": "1", "KONAK_WORKERS": str(slots), "KONAK_WORKERS_PER_TENANT": "64",
            "KONAK_OUTBOUND_ALLOW": "127.0.0.0/8",
            "KONAK_METRICS_LISTEN": f"127.0.0.1:{self.port}", "KONAK_VAR": place.path("var"),
        }
        # Without one it is the lease that a house has which sets nothing.
        if lease:
            own["KONAK_JOB_LEASE"] = f"{int(lease * 1000)}ms"
        self.process = place.start(
            self.name, [binary, "worker"], environment=plain_environment() | database.environment | own)

    def send(self, kind):
        os.killpg(self.process.pid, kind)

    def refused(self):
        """How many ends of jobs it was told to be another's."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/metrics", timeout=10) as answer:
            return int(re.search(rb"^konak_jobs_refused_total (\d+)", answer.read(), re.MULTILINE)[1])

    def kill(self):
        self.send(signal.SIGKILL)
        self.process.wait()

    def terminate(self, seconds=60):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)


class Queue:
    """What the database says of the queue."""

    def __init__(self, database):
        self.database = database

    def number(self, text):
        return float(self.database.sql("postgres", "-c", text).strip() or 0)

    def left(self):
        return int(self.number(LEFT))

    def holders(self):
        return self.database.sql("postgres", "-c", "SELECT DISTINCT holder FROM kernel.job WHERE state = 'running'").split()

    def running(self):
        return int(self.number("SELECT count(*) FROM kernel.job WHERE state = 'running'"))

    def overdue(self):
        """For how long the job that nobody keeps has waited to be taken up again, in seconds."""
        return self.number(
            "SELECT coalesce(max(extract(epoch FROM now() - lease_until)), 0) FROM kernel.job WHERE state = 'running'")


def prepare(database, receiver, count):
    database.sql("konak_owner", "-c", TABLES)
    database.sql("postgres", "-c", LEVELS.format(tenants=TENANTS))
    # As in a house that runs for longer than a measurement.
    database.sql("postgres", "-c", "ALTER SYSTEM SET autovacuum = on", "-c", "SELECT pg_reload_conf()")
    database.sql(
        "postgres", "-c", "TRUNCATE kernel.job, kernel.event, kernel.event_record, bench.effect, bench.audit")
    database.sql("postgres", "-c", FILL.format(tenants=TENANTS, port=receiver.port, count=count))


def kills(place, database, binary, report, count, strikes, seed):
    """`count` jobs, `strikes` kills of one of two workers while it has jobs in hand."""
    dice = random.Random(seed)
    report.say("jobs", f"{count} jobs, {strikes} kills, seed {seed}")
    with Receiver() as receiver:
        prepare(database, receiver, count)
        queue, began, number = Queue(database), time.monotonic(), 2
        workers = [Worker(place, database, binary, 0), Worker(place, database, binary, 1)]
        struck, inhand, longest = 0, 0, 0.0
        pace = receiver_pace(receiver, count, strikes)
        while struck < strikes:
            # One strike for each share of the effects: all of them fall while there is work in hand.
            wait_until_effects(receiver, pace * (struck + 1), 120, workers)
            time.sleep(dice.uniform(0, 0.05))
            victim = dice.randrange(len(workers))
            longest = max(longest, queue.overdue())
            before = queue.running()
            workers[victim].kill()
            inhand += before > 0
            struck += 1
            workers[victim] = Worker(place, database, binary, number)
            number += 1
        last = time.monotonic()
        while queue.left() and time.monotonic() - last < PICK_UP + 120:
            longest = max(longest, queue.overdue())
            time.sleep(0.1)
        took = time.monotonic() - began
        ends = [worker.terminate() for worker in workers]
        judge(queue, database, receiver, report, count, strikes, inhand, longest, took, ends)


def receiver_pace(_, count, strikes):
    return count // (strikes + 2)


def wait_until_effects(receiver, number, seconds, workers):
    ends = time.monotonic() + seconds
    while len(receiver.effects) < number and time.monotonic() < ends:
        time.sleep(0.005)


def judge(queue, database, receiver, report, count, strikes, inhand, longest, took, ends):
    report.say("jobs", f"{took:.1f} s, {count / took:.0f}/s with the kills; the receiver saw {receiver.again} keys again")
    report.hold("jobs", inhand >= strikes * 0.9, f"{inhand} of {strikes} kills struck while jobs were in hand")
    report.hold("jobs", len(receiver.effects) == count, f"none lost, each key once: {len(receiver.effects)} effects")
    rows = int(queue.number("SELECT count(*) FROM bench.effect"))
    report.hold("jobs", rows == count, f"one row for each within the database: {rows}")
    done = int(queue.number("SELECT count(*) FROM kernel.job WHERE state = 'done'"))
    report.hold("jobs", done == count, f"all of them are done: {done}")
    report.hold("jobs", longest < LEASE, f"none stuck after two leases: {LEASE + longest:.1f} s at most without a holder")
    report.hold("jobs", ends == [0, 0], f"the workers end cleanly: {ends}")


def shipped_lease(place, database, binary, report, count):
    """What a killed worker had in hand is done by another within the time, with the lease that nobody has set."""
    with Receiver(delay=0.05) as receiver:
        prepare(database, receiver, count)
        queue = Queue(database)
        workers = [Worker(place, database, binary, f"shipped-{number}", lease=None) for number in range(2)]
        wait_until_effects(receiver, count // 4, 60, workers)
        workers[0].kill()
        killed = time.monotonic()
        # The other finishes what it can; what is left then is in the hands of the dead.
        orphans = 0
        while queue.left() and time.monotonic() - killed < PICK_UP + 30:
            if not queue.number("SELECT count(*) FROM kernel.job WHERE state = 'waiting'"):
                orphans = max(orphans, queue.running())
            time.sleep(0.2)
        took = time.monotonic() - killed
        workers[1].terminate()
        again = int(queue.number("SELECT count(*) FROM kernel.job WHERE attempt > 1"))
        done = int(queue.number("SELECT count(*) FROM kernel.job WHERE state = 'done'"))
        report.hold("jobs", again > 0 and orphans > 0, f"shipped lease: {again} jobs were in a dead hand")
        report.hold("jobs", done == count and took < PICK_UP, f"shipped lease: all done {took:.0f} s after the kill")


def freezes(place, database, binary, report, turns, seed):
    """All workers but one, with jobs in hand, are stopped for longer than their lease, then go on, and find that the jobs
    are another's; turn by turn."""
    dice, lease, count = random.Random(seed), 1.0, turns * 350
    report.say("jobs", f"{turns} turns of {FLOCK - 1} freezes, {count} jobs, seed {seed}")
    # What is outside takes its time, so that there is something in every hand.
    with Receiver(delay=0.05) as receiver:
        prepare(database, receiver, count)
        queue, began, stops = Queue(database), time.monotonic(), 0
        flock = [Worker(place, database, binary, f"frozen-{number}", slots=4, lease=lease) for number in range(FLOCK)]
        for _ in range(turns):
            wait_until_held(queue)
            frozen = dice.sample(flock, FLOCK - 1)
            for worker in frozen:
                worker.send(signal.SIGSTOP)
            stops += len(queue.holders()) - 1
            time.sleep(lease * 1.5)
            for worker in frozen:
                worker.send(signal.SIGCONT)
            time.sleep(dice.uniform(0, 0.1))
        wait_until_empty(queue, 120 + count / 100)
        took = time.monotonic() - began
        refused = sum(worker.refused() for worker in flock)
        ends = [worker.terminate() for worker in flock]
        rows = int(queue.number("SELECT count(*) FROM bench.effect"))
        done = int(queue.number("SELECT count(*) FROM kernel.job WHERE state = 'done'"))
        again = int(queue.number("SELECT count(*) FROM kernel.job WHERE attempt > 1"))
        report.say(
            "jobs", f"{stops} workers frozen past their lease with jobs in hand, {again} jobs taken over, {took:.0f} s")
        report.hold("jobs", stops >= turns * (FLOCK - 1) * 0.8, f"freezes: {stops} struck while jobs were in hand")
        report.hold("jobs", [len(receiver.effects), rows, done] == [count] * 3, f"freezes: {rows} rows, {done} done")
        report.hold("jobs", refused > 0, f"freezes: {refused} ends of jobs that were another's by then were not taken")
        report.hold("jobs", set(ends) == {0}, f"who was frozen ends cleanly: {ends}")


def wait_until_held(queue):
    """Until every worker of the flock has something in hand."""
    limit = time.monotonic() + 5
    while len(queue.holders()) < FLOCK and time.monotonic() < limit:
        time.sleep(0.02)


def wait_until_empty(queue, seconds):
    limit = time.monotonic() + seconds
    while queue.left() and time.monotonic() < limit:
        time.sleep(0.1)


def idle_and_stops(place, database, binary, report, count):
    """A worker killed while idle leaves nothing behind; SIGTERM under load loses nothing and costs no attempt."""
    with Receiver() as receiver:
        prepare(database, receiver, 0)
        queue = Queue(database)
        idle = Worker(place, database, binary, "idle")
        time.sleep(1)
        idle.kill()
        report.hold("jobs", queue.running() == 0, "a worker killed while idle holds nothing")
        prepare(database, receiver, count)
        ends = []
        for number in range(5):
            worker = Worker(place, database, binary, f"stopped-{number}")
            wait_until_effects(receiver, len(receiver.effects) + count // 10, 60, [worker])
            ends.append(worker.terminate())
            if queue.running():
                break
        held = queue.running()
        last = Worker(place, database, binary, "last")
        wait_until_empty(queue, 120)
        ends.append(last.terminate())
        report.hold("jobs", held == 0, f"after SIGTERM nothing is held: {held}")
        report.hold("jobs", set(ends) == {0}, f"SIGTERM under load ends cleanly: {ends}")
        report.hold(
            "jobs", len(receiver.effects) == count and receiver.again == 0,
            f"SIGTERM under load loses nothing and does nothing twice: {len(receiver.effects)}, {receiver.again} again")
