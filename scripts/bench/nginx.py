"""nginx as the yardstick of plaintext and JSON: static answers of the same bodies, and an access log of the same lines,
buffered as ours is."""

from place import free_port, program, wait_until
import http_client

CONFIGURATION = """
daemon off;
{user}
worker_processes 2;
pid {folder}/{name}.pid;
error_log {folder}/nginx-error.log;
events {{ worker_connections 4096; }}
http {{
    log_format line escape=json '{{"at":"$time_iso8601","event":"request","status":$status,"request":"$request_id",'
        '"method":"$request_method","path":"$uri","bytes":$body_bytes_sent,"peer":"$remote_addr"}}';
    access_log {folder}/nginx-access.log line buffer=32k flush=250ms;
    client_body_temp_path {folder}/nginx-body;
    proxy_temp_path {folder}/nginx-proxy;
    fastcgi_temp_path {folder}/nginx-fastcgi;
    uwsgi_temp_path {folder}/nginx-uwsgi;
    scgi_temp_path {folder}/nginx-scgi;
    keepalive_requests 1000000000;
    server {{
        listen 127.0.0.1:{port} reuseport;
        location = /bench/plaintext {{ default_type "text/plain; charset=utf-8"; return 200 "Merhaba, dünya!"; }}
        location = /bench/json {{ default_type application/json; return 200 '{{"message":"Merhaba, dünya!"}}'; }}
    }}
}}
"""


class Nginx:
    def __init__(self, place, name="nginx"):
        import os

        self.port = free_port()
        user = "user root;" if os.geteuid() == 0 else ""
        path = place.write(f"{name}.conf", CONFIGURATION.format(folder=place.folder, port=self.port, user=user, name=name))
        process = place.start(name, [program("nginx"), "-p", place.folder, "-c", path, "-e", place.path("nginx-error.log")])
        wait_until(lambda: http_client.answers(self.port, "/bench/plaintext"), 10, "nginx", process)
