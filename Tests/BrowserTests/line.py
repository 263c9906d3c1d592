"""A line between a browser and a server, which can fail in the ways that lines do: an answer can be lost on its way back, and
files can bear the names that another deployment gives them."""

import http.client
import http.server
import re
import threading

NAME = re.compile(rb"([\w-]+)\.([0-9a-f]{16})\.(\w+)|files-([0-9a-f]{16})")
HOPS = ("connection", "keep-alive", "transfer-encoding", "content-length", "content-encoding", "etag")


class Line:
    def __init__(self, port):
        self.behind, self.generation, self.swallows, self.changes, self.answered = port, 0, 0, [], 0
        self.true_names = {}
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.port = self.server.server_address[1]

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def handler(line):
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                line.carry(self)

            do_POST = do_HEAD = do_GET

            def log_message(self, *_):
                pass

        return Handler

    def carry(self, asked):
        body = asked.rfile.read(int(asked.headers.get("Content-Length") or 0))
        fields = {name: value for name, value in asked.headers.items() if name.lower() not in ("accept-encoding", "connection", "if-none-match")}
        if asked.command == "POST":
            self.changes.append((asked.path, fields.get("Idempotency-Key"), body.decode()))
        try:
            behind = http.client.HTTPConnection("127.0.0.1", self.behind, timeout=20)
            behind.request(asked.command, self.true_names.get(asked.path, asked.path), body or None, fields)
            answer = behind.getresponse()
            content = answer.read()
        except OSError:
            asked.close_connection = True
            return
        if asked.command == "POST" and self.swallows:
            self.swallows -= 1
            asked.close_connection = True
            return
        if self.generation and "text" in (answer.getheader("Content-Type") or ""):
            content = NAME.sub(self.renamed, content)
        asked.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in HOPS:
                asked.send_header(name, value)
        asked.send_header("Content-Length", str(len(content)))
        asked.end_headers()
        if asked.command != "HEAD":
            asked.wfile.write(content)
        self.answered += asked.command == "POST"

    def renamed(self, found):
        """The name that the next deployment has for a file. What names the files changes with them."""
        was = (found[2] or found[4]).decode()
        new = was[:15] + f"{(int(was[15], 16) + self.generation) % 16:x}"
        if found[4]:
            return f"files-{new}".encode()
        name, end = found[1].decode(), found[3].decode()
        self.true_names[f"/assets/{name}.{new}.{end}"] = f"/assets/{name}.{was}.{end}"
        return f"{name}.{new}.{end}".encode()
