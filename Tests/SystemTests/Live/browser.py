"""Opens a page of a server under test in Debian's chromium, without a screen, and prints what the page reports:
`browser.py PORT`. The page's script is done when /report answers with something."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

SECONDS = 120


def report(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/report", timeout=10) as answer:
            return answer.read().decode()
    except (urllib.error.URLError, OSError):
        return ""


def start(folder, port):
    chromium = shutil.which("chromium", path="/usr/bin:/bin")
    if not chromium:
        sys.exit("chromium is not installed: run scripts/setup")
    environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "XDG_RUNTIME_DIR": folder, "LANG": "C.UTF-8"}
    with open(os.path.join(folder, "log"), "wb") as log:
        # No sandbox: root has none, and the page is our own.
        return subprocess.Popen(
            [chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
             f"--user-data-dir={folder}/profile", f"http://127.0.0.1:{port}/"],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, start_new_session=True)


def end(process):
    """Its whole session: a browser is many processes."""
    for kind in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, kind)
            process.wait(10)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            pass


def main():
    port = int(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="konak-browser-", ignore_cleanup_errors=True) as folder:
        process = start(folder, port)
        try:
            ends = time.monotonic() + SECONDS
            while not (text := report(port)) and time.monotonic() < ends and process.poll() is None:
                time.sleep(0.2)
        finally:
            end(process)
        print(text)
        if not text:
            with open(os.path.join(folder, "log"), encoding="utf-8", errors="replace") as log:
                print(log.read()[-3000:])
    sys.exit(0 if text else 1)


main()
