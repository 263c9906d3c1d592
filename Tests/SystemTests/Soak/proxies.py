"""Proxies of Debian in front of one or two servers, as they stand in front of a house that is renewed while it is used."""

import os

from server import free_port, http_client, program, wait_until

# A refused connection is tried again, elsewhere where there is another server. What was sent is sent twice only if it may
# be: GET, and only when no byte of an answer came.
HAPROXY = """
global
    log stderr format raw local0 err
    maxconn 4096
defaults
    mode http
    timeout client 30s
    timeout server 30s
    timeout connect 250ms
    option redispatch 1
    retries {retries}
    retry-on conn-failure empty-response
frontend edge
    bind 127.0.0.1:{port}
    default_backend house
backend house
    balance roundrobin
    http-request disable-l7-retry unless METH_GET
{servers}
"""

NGINX = """
daemon off;
{user}
worker_processes 1;
pid {folder}/edge.pid;
error_log {folder}/edge-error.log;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    client_body_temp_path {folder}/edge-body;
    proxy_temp_path {folder}/edge-proxy;
    fastcgi_temp_path {folder}/edge-fastcgi;
    uwsgi_temp_path {folder}/edge-uwsgi;
    scgi_temp_path {folder}/edge-scgi;
    keepalive_requests 1000000000;
    upstream house {{
{servers}
        keepalive 32;
    }}
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://house;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $host;
            proxy_connect_timeout 250ms;
            proxy_next_upstream error timeout;
        }}
    }}
}}
"""


def haproxy(place, ports):
    port = free_port()
    servers = "\n".join(f"    server house{number} 127.0.0.1:{each}" for number, each in enumerate(ports))
    # One server alone is waited for: 40 tries, a quarter of a second between them.
    retries = 40 if len(ports) == 1 else 6
    path = place.write(f"haproxy-{port}.cfg", HAPROXY.format(port=port, servers=servers, retries=retries))
    process = place.start(f"haproxy-{port}", [program("haproxy"), "-db", "-f", path])
    wait_until(lambda: http_client.answers(port, "/bench/plaintext"), 10, "haproxy", process,
               lambda: place.log_of(f"haproxy-{port}"))
    return port


def nginx(place, ports):
    port = free_port()
    servers = "\n".join(f"        server 127.0.0.1:{each} max_fails=0;" for each in ports)
    user = "user root;" if os.geteuid() == 0 else ""
    path = place.write("edge.conf", NGINX.format(folder=place.folder, port=port, servers=servers, user=user))
    process = place.start(
        "edge", [program("nginx"), "-p", place.folder, "-c", path, "-e", place.path("edge-error.log")])
    wait_until(lambda: http_client.answers(port, "/bench/plaintext"), 10, "nginx", process, lambda: place.log_of("edge"))
    return port
