"""Ordinary load: wrk at a pace that leaves the processor time to spare, reading rows, plain text and now and then writing."""

import re
import subprocess

from server import Fault, http_client, program

SCRIPT = """
local turn = 0
request = function()
   turn = turn + 1
   if turn % 10 == 0 then return wrk.format("POST", "/bench/insert") end
   if turn % 2 == 0 then return wrk.format("GET", "/bench/row") end
   return wrk.format("GET", "/bench/plaintext")
end
delay = function() return {pause} end
done = function(summary, latency)
   local errors = summary.errors
   io.write(string.format("soak %d %d %d %d %d %d %.3f %.3f\\n", summary.requests, errors.connect, errors.read,
      errors.write, errors.status, errors.timeout, latency:percentile(99) / 1000, latency.max / 1000))
end
"""
SAID = re.compile(r"^soak (.*)$", re.MULTILINE)


class Load:
    """A run that goes on beside whatever else is done; `result` waits for its end."""

    def __init__(self, place, port, seconds, connections=32, pause=20):
        script = place.write("load.lua", SCRIPT.replace("{pause}", str(pause)))
        self.seconds = seconds
        self.process = subprocess.Popen(
            [program("wrk"), "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", script,
             f"http://127.0.0.1:{port}/"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )

    def result(self):
        output = self.process.communicate(timeout=self.seconds + 60)[0]
        found = SAID.search(output)
        if not found:
            raise Fault(f"wrk: {output}")
        return Result(*map(float, found[1].split()))

    def end(self):
        self.process.kill()
        self.process.wait()


class Result:
    def __init__(self, requests, connect, read, write, status, timeout, p99, longest):
        self.requests, self.p99, self.longest = int(requests), p99, longest
        counts = {"connect": connect, "read": read, "write": write, "not 2xx or 3xx": status, "timeout": timeout}
        self.errors = {name: int(count) for name, count in counts.items() if count}


def measure(place, port, seconds):
    return Load(place, port, seconds).result()
