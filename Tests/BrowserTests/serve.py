#!/usr/bin/env python3
"""Serves the design's files as the house would: with its policy, with compression, and with an answer to what forms send."""

import http.server
import json
import os
import re
import sys

import brotli

NONCE = "design-page-nonce-0"
POLICY = (
    f"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{NONCE}'; connect-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'; worker-src 'self'"
)
ICON = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#3a66d6"/></svg>'
PACKED = {}
LIVE = os.environ.get("KONAK_LIVE") and os.path.abspath(os.environ["KONAK_LIVE"])
STYLES = "tokens base tones button field choice picker table filter board pieces overlay shell page".split()


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {
        ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml", ".woff2": "font/woff2", ".json": "application/manifest+json", "": "application/octet-stream",
    }

    def do_GET(self):
        if self.path.startswith("/api/"):
            return self.answer(200, b'{"items": [{"text": "Deniz M\xc3\xbchendislik", "href": "/", "group": "Kay\xc4\xb1tlar"}]}', "application/json")
        if self.path == "/icon.svg":
            return self.answer(200, ICON, "image/svg+xml")
        if self.path == "/offline":
            self.path = "/offline.html"
        path = self.live(self.path) or self.translate_path(self.path)
        if not os.path.isfile(path):
            return self.answer(404, b"not found", "text/plain")
        body = open(path, "rb").read()
        kind = self.guess_type(path)
        if "br" in self.headers.get("Accept-Encoding", "") and not kind.startswith("font/"):
            return self.answer(200, self.pack(body), kind, [("Content-Encoding", "br")])
        return self.answer(200, body, kind)

    def live(self, path):
        """With KONAK_LIVE=Sources/UI/Web the styles and scripts come from there as they are now, without a build."""
        name = re.sub(r"\.[0-9a-f]{16}\.", ".", path.rpartition("/")[2].partition("?")[0])
        if LIVE and path.startswith("/assets/") and os.path.isfile(f"{LIVE}/js/{name}"):
            return f"{LIVE}/js/{name}"
        if LIVE and path.startswith("/assets/") and name == "face.css":
            whole = "".join(open(f"{LIVE}/css/{part}.css", encoding="utf-8").read() for part in STYLES)
            with open("face.live.css", "w", encoding="utf-8") as file:
                file.write(whole)
            return "face.live.css"
        if LIVE and path.startswith("/assets/") and not os.path.isfile(self.translate_path(path)):
            return next((f"assets/{file}" for file in os.listdir("assets") if file.startswith(name.split(".")[0] + ".")), None)
        return None

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.endswith("fail"):
            return self.answer(503, json.dumps({"title": "Entegratör yanıt vermedi", "status": 503}).encode(), "application/problem+json")
        event = json.dumps({"toast": {"text": "Kaydedildi", "kind": "good", "undo": "/api/undo"}})
        body = b'{"id": "f1"}' if self.path.endswith("files") else b"{}"
        return self.answer(200, body, "application/json", [("HX-Trigger", event.encode().decode("latin-1"))])

    def pack(self, body):
        if body not in PACKED:
            PACKED[body] = brotli.compress(body, quality=5)
        return PACKED[body]

    def answer(self, status, body, kind, fields=()):
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), ("Content-Security-Policy", POLICY), *fields):
            self.send_header(name, value)
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def serve(folder, port=0):
    os.chdir(folder)
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)


if __name__ == "__main__":
    server = serve(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 8088)
    print(f"http://127.0.0.1:{server.server_address[1]}/tr-light/board.html", flush=True)
    server.serve_forever()
