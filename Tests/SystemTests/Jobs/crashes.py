"""The postmaster of PostgreSQL, killed under the load of jobs and events."""

import contextlib
import random
import threading
import time
import uuid

# First: it says where the others are.
from trial import Queue, Worker, prepare, wait_until_effects, wait_until_empty
from place import Fault
from receiver import Receiver

# An event of the bench's module, and the row it tells of, in one transaction.
SAY = """
WITH said AS (
    INSERT INTO bench.audit (tenant_id, id, action, subject)
    VALUES ('00000000-0000-7000-8000-0000000000e1', '{said}', 'said', '{said}'))
INSERT INTO kernel.event (tenant_id, id, name, version, record, content)
VALUES ('00000000-0000-7000-8000-0000000000e1', gen_random_uuid(), 'bench_switch.event.said', 1, '{record}',
    jsonb_build_object('said', '{said}'))
"""
UNHEARD = """
SELECT count(*) FROM bench.audit s WHERE s.action = 'said' AND 1 <> (
    SELECT count(*) FROM bench.audit h WHERE h.action = 'heard' AND h.tenant_id = s.tenant_id AND h.subject = s.subject)
"""


class Speaker(threading.Thread):
    """Says events as a program of a tenant's would, and remembers those whose commit was confirmed."""

    def __init__(self, database):
        super().__init__(daemon=True)
        self.database, self.confirmed, self.is_over = database, [], False
        self.start()

    def run(self):
        record = uuid.uuid4()
        while not self.is_over:
            said = uuid.uuid4()
            # Refused while there is no database; one that was not confirmed may be there all the same.
            with contextlib.suppress(Fault):
                self.database.sql("postgres", "-c", SAY.format(said=said, record=record))
                self.confirmed.append(str(said))

    def end(self):
        self.is_over = True
        self.join()
        return self.confirmed


def run(place, database, binary, report, count, times, seed):
    """The postmaster of PostgreSQL is killed under the load of jobs and events, and started again each time."""
    dice = random.Random(seed)
    report.say("jobs", f"{count} jobs, {times} kills of the postmaster, seed {seed}")
    with Receiver() as receiver:
        prepare(database, receiver, count)
        queue, began = Queue(database), time.monotonic()
        speakers = [Speaker(database) for _ in range(2)]
        workers = [Worker(place, database, binary, f"crashed-{number}") for number in range(2)]
        outages = []
        for turn in range(times):
            wait_until_effects(receiver, count * (turn + 1) // (times + 2), 60, workers)
            time.sleep(dice.uniform(0, 0.1))
            outages.append(crash(database))
        confirmed = [said for speaker in speakers for said in speaker.end()]
        wait_until_empty(queue, 120)
        took = time.monotonic() - began
        ends = [worker.terminate() for worker in workers]
        rows = int(queue.number("SELECT count(*) FROM bench.effect"))
        done = int(queue.number("SELECT count(*) FROM kernel.job WHERE state = 'done' AND kind = 'bench.effect'"))
        report.say(
            "jobs", f"{took:.1f} s, without a database for at most {max(outages):.1f} s; {len(confirmed)} events;"
            f" the receiver saw {receiver.again} keys again")
        report.hold(
            "jobs", [len(receiver.effects), rows, done] == [count] * 3,
            f"crashes: none lost, each key once: {len(receiver.effects)} effects, {rows} rows, {done} done")
        said = set(database.sql("postgres", "-c", "SELECT subject FROM bench.audit WHERE action = 'said'").split())
        report.hold("jobs", len(confirmed) > 10 * times and set(confirmed) <= said, "crashes: no confirmed event is lost")
        wrong = int(queue.number(UNHEARD))
        report.hold("jobs", wrong == 0, f"crashes: each of {len(said)} events was heard once: {wrong} were not")
        report.hold("jobs", ends == [0, 0], f"crashes: the workers live on and end cleanly: {ends}")


def crash(database):
    """For how long there was no database. Its children notice that the postmaster is gone, but not at once."""
    began = time.monotonic()
    database.process.kill()
    database.process.wait()
    while True:
        try:
            database.start()
            return time.monotonic() - began
        except Fault:
            if time.monotonic() - began > 60:
                raise
            time.sleep(0.1)
