"""A private PostgreSQL with the house's roles, walls and the data of `konak bench`."""

import glob
import os
import signal

from place import ROOT, Fault, plain_environment, program, run, unprivileged_user, wait_until

# As the private cluster of `konak serve` would be on a machine of this size, and nothing that forgives: every commit
# reaches the disk. Checkpoints and autovacuum are kept out of runs of seconds, alike for both sides.
SETTINGS = {
    "listen_addresses": "''",
    "shared_buffers": "'256MB'",
    "fsync": "on",
    "synchronous_commit": "on",
    "jit": "off",
    "max_wal_size": "'8GB'",
    "checkpoint_timeout": "'60min'",
    "autovacuum": "off",
}


class Database:
    def __init__(self, place, binary, tenants, customers):
        self.place, self.binary = place, binary
        folders = sorted(glob.glob("/usr/lib/postgresql/*/bin"), reverse=True)
        self.psql = program("psql", *folders)
        self.pgbench = program("pgbench", *folders)
        self.user = unprivileged_user()
        self._create(program("initdb", *folders))
        self.postgres = program("postgres", *folders)
        self.start()
        self._fill(tenants, customers)

    def _create(self, initdb):
        data = self.place.path("data")
        os.mkdir(data, 0o700)
        os.mkdir(self.place.path("socket"))
        if self.user:
            for folder in (data, self.place.path("socket")):
                os.chown(folder, *_ids(self.user))
        run(
            [initdb, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
            user=self.user, cwd="/",
        )
        with open(os.path.join(data, "postgresql.conf"), "a", encoding="utf-8") as file:
            file.write(f"unix_socket_directories = '{self.place.path('socket')}'\n")
            file.writelines(f"{name} = {value}\n" for name, value in SETTINGS.items())

    def start(self):
        self.process = self.place.start(
            "postgres", [self.postgres, "-D", self.place.path("data")], user=self.user, end=signal.SIGINT)
        socket = self.place.path("socket", ".s.PGSQL.5432")
        wait_until(lambda: os.path.exists(socket) and self._answers(), 30, "PostgreSQL", self.process)

    def _answers(self):
        return os.system(f"{self.psql} {self._where('postgres', 'postgres')} -c ';' >/dev/null 2>&1") == 0

    def _where(self, user, name="konak"):
        return f"-h {self.place.path('socket')} -U {user} -d {name}"

    def sql(self, user, *arguments, name="konak"):
        return run([self.psql, *self._where(user, name).split(), "-XqAt", "-v", "ON_ERROR_STOP=1", *arguments])

    def _fill(self, tenants, customers):
        self._konak("database", "prepare", KONAK_DATABASE_SUPERUSER_URL=self.url("postgres", "postgres"))
        self._konak("migrate", KONAK_DATABASE_OWNER_URL=self.url("konak_owner"))
        self.sql("konak_owner", "-1", "-f", f"{ROOT}/scripts/bench/schema.sql")
        # The superuser stands above the walls and may fill all tenants at once.
        self.sql(
            "postgres", "-v", f"tenants={tenants}", "-v", f"customers={customers}",
            "-f", f"{ROOT}/scripts/bench/data.sql")
        # Whatever makes a table migrates, and so says how the walls stand.
        self._konak("migrate", KONAK_DATABASE_OWNER_URL=self.url("konak_owner"))

    def _konak(self, *words, **more):
        run([self.binary, *words], environment=plain_environment() | self.environment | more)

    @property
    def environment(self):
        return {
            "KONAK_DATABASE_APP_URL": self.url("konak_app"),
            "KONAK_DATABASE_CONTROL_URL": self.url("konak_control"),
        }

    def url(self, role, name="konak"):
        return f"postgresql://{role}@/{name}?host={self.place.path('socket')}"

    def load(self, script, seconds, clients=8, begun=True, **variables):
        """Transactions a second of a pgbench script, with prepared statements in pipelines: each in a transaction that is
        begun and committed, or in the implicit one of its pipeline."""
        command = [self.pgbench, *self._where("konak_app").split()[:4], "-n", "-M", "prepared", "-c", str(clients)]
        command += ["-j", "2", "-T", str(seconds), "-f", self._begun(script) if begun else _script(script)]
        for name, value in variables.items():
            command += ["-D", f"{name}={value}"]
        output = run([*command, "konak"])
        lines = [line for line in output.splitlines() if line.startswith("tps = ")]
        return float(lines[-1].split()[2])

    def _begun(self, script):
        with open(_script(script), encoding="utf-8") as file:
            before, start, rest = file.read().partition("\\startpipeline\n")
        inside, end, after = rest.partition("\\endpipeline\n")
        if not (start and end) or after:
            raise Fault(f"{script}.pgbench is not one pipeline")
        return self.place.write(f"{script}-begun.pgbench", f"{before}{start}BEGIN;\n{inside}COMMIT;\n{end}")


def _script(name):
    return f"{ROOT}/scripts/bench/{name}.pgbench"


def _ids(user):
    import pwd

    entry = pwd.getpwnam(user)
    return entry.pw_uid, entry.pw_gid
