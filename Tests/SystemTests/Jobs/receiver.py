"""Somebody outside who is called by jobs: takes each key once, and counts what comes again."""

import socketserver
import threading
import time
import urllib.parse


class Receiver:
    """Used with `with`. Whatever is counted is counted before the answer goes out, which takes `delay` seconds."""

    def __init__(self, delay=0.0):
        self.delay = delay

    def __enter__(self):
        self.effects, self.again, self.lock = set(), 0, threading.Lock()
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                while line := self.rfile.readline():
                    while self.rfile.readline() not in (b"\r\n", b""):
                        pass
                    outer.count(line.split()[1].decode())
                    time.sleep(outer.delay)
                    self.wfile.write(b"HTTP/1.1 204 No Content\r\n\r\n")

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            request_queue_size = 512

            def handle_error(self, request, client_address):
                """A worker that was killed breaks its connections."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def count(self, path):
        key = urllib.parse.parse_qs(urllib.parse.urlsplit(path).query)["key"][0]
        with self.lock:
            if key in self.effects:
                self.again += 1
            else:
                self.effects.add(key)
