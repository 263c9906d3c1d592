"""Single requests, and load by wrk."""

import re
import socket

from place import Fault, program, run

LINE = re.compile(r"^\s*(\d+) requests in ", re.MULTILINE)
RATE = re.compile(r"^Requests/sec:\s+([\d.]+)", re.MULTILINE)
PERCENTILE = re.compile(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s)", re.MULTILINE)
BAD = re.compile(r"^\s+(Socket errors:.*|Non-2xx.*)$", re.MULTILINE)
MILLISECONDS = {"us": 0.001, "ms": 1, "s": 1000}


def ask(port, path, timeout=2.0):
    """One request on a connection of its own; the whole answer as bytes, empty when there is none."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout) as connection:
            connection.sendall(f"GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n".encode())
            answer = b""
            while piece := connection.recv(65536):
                answer += piece
            return answer
    except OSError:
        return b""


def answers(port, path):
    return ask(port, path).startswith(b"HTTP/1.1 200")


class Load:
    """What wrk saw: requests, requests a second, latencies in milliseconds."""

    def __init__(self, output):
        bad = BAD.search(output)
        if bad or not RATE.search(output):
            raise Fault(f"wrk: {bad[1] if bad else output}")
        self.requests = int(LINE.search(output)[1])
        self.rate = float(RATE.search(output)[1])
        self.latency = {name: float(value) * MILLISECONDS[unit] for name, value, unit in PERCENTILE.findall(output)}


def load(place, port, path, seconds, method="GET", connections=64, threads=1):
    command = [program("wrk"), f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--latency"]
    if method != "GET":
        command += ["-s", place.write("method.lua", f'wrk.method = "{method}"\n')]
    return Load(run([*command, f"http://127.0.0.1:{port}{path}"]))


def own_rate(binary, port, path, seconds):
    """Requests a second by the house's own client."""
    output = run([binary, "bench", "--client", f"http://127.0.0.1:{port}{path}", "--seconds", str(seconds)])
    return float(output.rpartition(":")[2])
