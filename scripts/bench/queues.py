"""How fast the house works off jobs that do nothing, and events that one listener hears, beside procrastinate with jobs that
do nothing: on the same PostgreSQL, one after the other, every commit on disk. All are laid in while nobody works; the time
runs from the start of the workers' process to the last job. What a start costs is measured and taken off for both.
Procrastinate gets a tenth of the jobs: all would take minutes, and a short table is no harm to it."""

import os
import statistics
import time

from konak import Konak
from place import ROOT, Fault, plain_environment, run, wait_until

PYTHON = os.path.join(ROOT, "var", "python", "bin", "python")
SCRIPT = os.path.join(ROOT, "scripts", "bench", "procrastinate_queue.py")
TENANTS = 100
# Processes and jobs at once in each, tried in turn; the best of them is the yardstick.
SHAPES = ((1, 10), (1, 30), (2, 10), (2, 30))
PATIENCE = 300

HOUSE = f"""
INSERT INTO kernel.agency (id, slug, name) VALUES ('00000000-0000-7000-8000-0000000000a1', 'bench', 'Bench')
    ON CONFLICT DO NOTHING;
INSERT INTO kernel.plan (id, key, name_tr, name_en, modules)
    VALUES ('00000000-0000-7000-8000-0000000000f1', 'bench', 'Bench', 'Bench', '{{bench_switch}}') ON CONFLICT DO NOTHING;
INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id)
    SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '00000000-0000-7000-8000-0000000000a1',
        't' || n, 'T', 'active', '00000000-0000-7000-8000-0000000000f1' FROM generate_series(1, {TENANTS}) n
    ON CONFLICT DO NOTHING;
TRUNCATE kernel.job, kernel.event, kernel.event_record;
"""

TENANT = f"('00000000-0000-7000-8000-' || lpad((n % {TENANTS} + 1)::text, 12, '0'))::uuid"
ID = "('01900000-' || lpad((n / 65536)::text, 4, '0') || '-7000-8000-' || lpad(n::text, 12, '0'))::uuid"

# As in any house that has been at work: the jobs of last week are still there. Without a row the planner would take the
# table for empty, and go through all of it for every event.
WORKED = (
    "INSERT INTO kernel.job (tenant_id, id, kind, module, queue, lane, arguments, state, finished_at)"
    f" SELECT {TENANT}, gen_random_uuid(), kind, split_part(kind, '.', 1), 'default', {ID}::text, '{{}}', 'done', now()"
    " FROM generate_series(1, COUNT / 2) n, (VALUES ('bench.nothing'), ('bench_switch.hear_event')) AS k (kind);")

FILLS = {
    "jobs": "INSERT INTO kernel.job (tenant_id, id, kind, module, arguments)"
            f" SELECT {TENANT}, {ID}, 'bench.nothing', 'bench', '{{}}' FROM generate_series(1, COUNT) n;",
    "events": "INSERT INTO kernel.event (tenant_id, id, name, version, record, content)"
              f" SELECT {TENANT}, {ID}, 'bench_switch.event.passed', 1, {ID}, '{{\"number\": 1}}'"
              " FROM generate_series(1, COUNT) n;",
}

LEFT = {
    "jobs": "SELECT EXISTS (SELECT FROM kernel.job WHERE state IN ('waiting', 'running'))",
    "events": "SELECT EXISTS (SELECT FROM kernel.event WHERE dispatched_at IS NULL)"
              " OR EXISTS (SELECT FROM kernel.job WHERE state IN ('waiting', 'running'))",
}


class Queues:
    def __init__(self, place, database, binary, count, small=False):
        self.place, self.database, self.binary, self.count = place, database, binary, count
        self.shape, self.small, self.number = SHAPES[1], small, 0
        if not os.path.exists(os.path.join(os.path.dirname(PYTHON), "procrastinate")):
            raise Fault("procrastinate is not installed: run scripts/setup")

    def choose_shape(self):
        """Finds the shape in which procrastinate is fastest; how fast each was."""
        rates = {shape: self.theirs(shape, self.count // 40) for shape in SHAPES[: 2 if self.small else None]}
        self.shape = max(rates, key=rates.get)
        return rates

    # Ours

    def ours(self, kind):
        """Jobs or events a second."""
        self.database.sql("postgres", "-1", "-c", HOUSE + (WORKED + FILLS[kind]).replace("COUNT", str(self.count)))
        self.database.sql("postgres", "-c", "VACUUM ANALYZE")
        self.number += 1
        server = Konak(self.place, self.database, self.binary, name=f"queue-{self.number}")
        try:
            wait_until(lambda: self._is_done(kind), PATIENCE, f"{kind} are worked off", server.process)
            seconds = time.perf_counter() - server.started
        finally:
            server.stop()
        self._check(kind)
        return self.count / (seconds - self._our_start())

    def _our_start(self):
        """Seconds to the first answer of a server that finds nothing to do."""
        server = Konak(self.place, self.database, self.binary, name=f"queue-start-{self.number}")
        try:
            return server.wait_closely()
        finally:
            server.stop()

    def _is_done(self, kind):
        return self.database.sql("postgres", "-c", LEFT[kind]).strip() == "f"

    def _check(self, kind):
        done = self.database.sql("postgres", "-c", "SELECT count(*) FROM kernel.job WHERE state = 'done'").strip()
        # Those that were there before are among them.
        if done != str(2 * self.count):
            raise Fault(f"{kind}: {done} of {self.count} jobs are done")

    # Theirs

    def theirs(self, shape=None, count=None):
        """Jobs a second of procrastinate in a shape."""
        (processes, concurrency), count = shape or self.shape, count or self.count // 10
        url = self._new_database()
        self._run(url, "fill", count)
        self.database.sql("postgres", "-c", "VACUUM ANALYZE", name="procrastinate")
        seconds = self._work(url, count, processes, concurrency)
        left = self.database.sql(
            "postgres", "-c", "SELECT count(*) FROM procrastinate_jobs WHERE status = 'succeeded'", name="procrastinate")
        if left.strip() != str(count):
            raise Fault(f"procrastinate: {left.strip()} of {count} jobs are done")
        return count / (seconds - self._start_seconds(url))

    def _new_database(self):
        self.database.sql("postgres", "-c", "DROP DATABASE IF EXISTS procrastinate WITH (FORCE)", name="postgres")
        self.database.sql("postgres", "-c", "CREATE DATABASE procrastinate", name="postgres")
        return self.database.url("postgres", "procrastinate")

    def _work(self, url, count, processes, concurrency):
        began = time.perf_counter()
        started = [
            self.place.start(
                f"procrastinate-{number}", [PYTHON, SCRIPT, url, "work", str(count), str(concurrency)],
                environment=plain_environment())
            for number in range(processes)
        ]
        for process in started:
            if process.wait(PATIENCE) != 0:
                raise Fault(f"procrastinate failed:{self.place.log_of('procrastinate-0')}")
        return time.perf_counter() - began

    def _start_seconds(self, url):
        """What the process costs that finds nothing to do."""
        return statistics.median(self._work(url, 0, 1, 1) for _ in range(3))

    def _run(self, url, *words):
        run([PYTHON, SCRIPT, url, *map(str, words)], environment=plain_environment())
