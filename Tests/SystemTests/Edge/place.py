"""The parts of an edge on ports of their own: a private cluster, Konak, Pebble, its name server, Caddy."""

import contextlib
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
ORDER = "POST /order-plz -> calling handler()"

LEVELS = """
    INSERT INTO kernel.agency (id, slug, name) VALUES ('01900000-0000-7000-8000-000000000001', 'ajans', 'Ajans');
    INSERT INTO kernel.plan (id, agency_id, key, name_tr, name_en)
    VALUES ('01900000-0000-7000-8000-000000000002', NULL, 'temel', 'Temel', 'Basic');
    INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id) SELECT id::uuid,
        '01900000-0000-7000-8000-000000000001', slug, slug, 'active', '01900000-0000-7000-8000-000000000002'
    FROM (VALUES ('01900000-0000-7000-8000-000000000003', 'firma'), ('01900000-0000-7000-8000-000000000004', 'kapali'))
        AS tenants (id, slug);
"""


class Failure(Exception):
    pass


def free_ports(count):
    """Free for connections and, where a name server needs them, for datagrams; all different."""
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


class Edge:
    def __init__(self, folder, konak, caddy):
        self.folder, self.program, self.caddy_program = folder, konak, caddy
        names = "web inner ask http https acme management dns challenge"
        self.ports = dict(zip(names.split(), free_ports(9)))
        self.started = []
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": folder, "KONAK_VAR": os.path.join(folder, "var"),
            "KONAK_LISTEN": f"127.0.0.1:{self.ports['web']}", "KONAK_METRICS_LISTEN": f"127.0.0.1:{self.ports['inner']}",
            "KONAK_NAME_SERVERS": f"127.0.0.1:{self.ports['dns']}", "KONAK_TRUSTED_PROXIES": "127.0.0.1/32",
            "KONAK_ACCESS_LOG": "off", "KONAK_LOOPS": "1"}

    # Starting and stopping.

    def __enter__(self):
        try:
            self.make_authority_key()
            self.start_database()
            self.sql(LEVELS)
            self.start_konak()
            self.start_pebble()
            self.start_caddy()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.started):
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGCONT)
                process.terminate()
        for process in self.started:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()

    def start(self, name, words, environment=None, **options):
        with open(self.log(name), "a", encoding="utf-8") as log:
            process = subprocess.Popen(
                words, cwd=self.folder, env=environment or self.environment, stdin=subprocess.DEVNULL,
                stdout=options.pop("stdout", log), stderr=log, start_new_session=True, **options)
        self.started.append(process)
        return process

    def log(self, name):
        return os.path.join(self.folder, f"{name}.log")

    def start_database(self):
        """On its own, so that it outlives a Konak that is killed."""
        process = self.start("database", [self.program, "database", "run"], stdout=subprocess.PIPE, text=True)
        self.addresses = {}
        while "superuser" not in self.addresses:
            line = process.stdout.readline()
            if not line:
                raise Failure(f"no database: {self.tail('database')}")
            with contextlib.suppress(ValueError):
                role, address = line.split()
                self.addresses[role] = address

    def start_konak(self):
        self.house = self.start("konak", [self.program, "serve"])
        self.must(lambda: self.fetch(self.ports["inner"], "/readyz") == 200, "Konak serves", "konak")

    def freeze_konak(self):
        self.house.send_signal(signal.SIGSTOP)

    def kill_konak(self):
        self.house.kill()
        self.house.wait()
        self.started.remove(self.house)

    def make_authority_key(self):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
             "-subj", "/CN=edge test", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
             "-keyout", "pebble.key", "-out", "pebble.pem"], cwd=self.folder, check=True, capture_output=True)

    def start_pebble(self):
        ports = self.ports
        dns = f"127.0.0.1:{ports['dns']}"
        self.start("names", [
            "pebble-challtestsrv", "-dns01", dns, "-management", f"127.0.0.1:{ports['challenge']}", "-http01", "",
            "-https01", "", "-tlsalpn01", "", "-defaultIPv6", ""])
        with open(os.path.join(self.folder, "pebble.json"), "w", encoding="utf-8") as file:
            json.dump({"pebble": {
                "listenAddress": f"127.0.0.1:{ports['acme']}", "managementListenAddress": f"127.0.0.1:{ports['management']}",
                "certificate": "pebble.pem", "privateKey": "pebble.key", "httpPort": ports["http"],
                "tlsPort": ports["https"], "ocspResponderURL": "", "externalAccountBindingRequired": False}}, file)
        self.start("pebble", ["pebble", "-config", "pebble.json", "-dnsserver", dns], self.environment | {
            "PEBBLE_VA_NOSLEEP": "1", "PEBBLE_WFE_NONCEREJECT": "0"})
        self.must(lambda: self.fetch(ports["management"], "/roots/0", secure=True) == 200, "Pebble serves", "pebble")

    def start_caddy(self, file="Caddyfile", hosts="var/tls-hosts.d"):
        self.caddy = self.start("caddy", [
            self.caddy_program, "run", "--config", os.path.join(ROOT, "deploy", file), "--adapter", "caddyfile"], {
                "PATH": os.environ["PATH"], "HOME": self.folder, "SSL_CERT_FILE": os.path.join(self.folder, "pebble.pem"),
                "EDGE_HTTP_PORT": str(self.ports["http"]), "EDGE_HTTPS_PORT": str(self.ports["https"]),
                "EDGE_ACME_CA": f"https://localhost:{self.ports['acme']}/dir",
                "EDGE_STORAGE": os.path.join(self.folder, file), "EDGE_KONAK": f"127.0.0.1:{self.ports['web']}",
                "EDGE_KONAK_INSIDE": f"127.0.0.1:{self.ports['inner']}", "EDGE_ASK_PORT": str(self.ports["ask"]),
                "EDGE_HOSTS": os.path.join(self.folder, hosts)})
        self.must(lambda: self.asked_by_proxy("nobody.test") == 404, "Caddy serves", "caddy")

    def restart_caddy(self, **how):
        self.caddy.terminate()
        self.caddy.wait(20)
        self.started.remove(self.caddy)
        self.start_caddy(**how)

    # Looking.

    def tail(self, name):
        with open(self.log(name), encoding="utf-8", errors="replace") as log:
            return log.read()[-1500:]

    def comes(self, condition, seconds=10):
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            if condition():
                return True
            time.sleep(0.05)
        return False

    def must(self, condition, what, log):
        if not self.comes(condition, 60):
            raise Failure(f"not so: {what}: {self.tail(log)}")

    def fetch(self, port, path, secure=False):
        """The status, or 0."""
        opener = DIRECT
        if secure:
            trusting = ssl._create_unverified_context()
            opener = urllib.request.build_opener(
                urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=trusting))
        try:
            with opener.open(f"http{'s' * secure}://127.0.0.1:{port}{path}", timeout=5) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def asked(self, host):
        return self.fetch(self.ports["inner"], f"/tls/ask?domain={host}")

    def asked_by_proxy(self, host):
        return self.fetch(self.ports["ask"], f"/tls/ask?domain={host}")

    def orders(self):
        with open(self.log("pebble"), encoding="utf-8", errors="replace") as log:
            return log.read().count(ORDER)

    def written_hosts(self):
        with open(os.path.join(self.folder, "var/tls-hosts"), encoding="utf-8") as file:
            lines = file.read().split()
        return set(lines) | set(os.listdir(os.path.join(self.folder, "var/tls-hosts.d")))

    @contextlib.contextmanager
    def connection(self, host, patience=5):
        # What is shown is looked at by hand: Pebble makes itself a new root at each start.
        context = ssl._create_unverified_context()
        with socket.create_connection(("127.0.0.1", self.ports["https"]), timeout=patience) as plain:
            with context.wrap_socket(plain, server_hostname=host) as secure:
                yield secure

    def handshake(self, host, patience=5):
        """The names in the certificate shown for a host; None when there was none."""
        try:
            with self.connection(host, patience) as secure:
                shown = secure.getpeercert(binary_form=True)
        except (OSError, ValueError):
            return None
        text = subprocess.run(
            ["openssl", "x509", "-inform", "DER", "-noout", "-ext", "subjectAltName"], input=shown,
            capture_output=True, check=False).stdout.decode()
        return re.findall(r"DNS:([^,\s]+)", text)

    def get(self, host, path):
        with self.connection(host) as secure:
            secure.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            return int(secure.recv(4096).split()[1])

    # Doing.

    def sql(self, script):
        done = subprocess.run(
            ["psql", "-qXAt", "-v", "ON_ERROR_STOP=1", "-c", script, self.addresses["control"]], env=self.environment,
            capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failure(done.stderr)
        return done.stdout.strip()

    def konak(self, *words, code=0):
        done = subprocess.run(
            [self.program, *words, "--json"], env=self.environment, stdin=subprocess.DEVNULL, capture_output=True,
            text=True, check=False, timeout=60)
        if done.returncode != code:
            raise Failure(f"konak {' '.join(words)}: {done.returncode}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout)

    def say_text(self, name, text):
        body = json.dumps({"host": name + ".", "value": text}).encode()
        DIRECT.open(f"http://127.0.0.1:{self.ports['challenge']}/set-txt", body, timeout=5).close()
