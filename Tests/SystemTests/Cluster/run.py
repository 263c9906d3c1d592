#!/usr/bin/python3
"""Proves the private cluster with the real binary and the real PostgreSQL: it is made, found, adopted, recovered, shared and
stopped, in friendly and unfriendly folders, as root and as a normal user (as root both halves run).

    run.py [--konak PATH] [NAME…]      runs the cases whose name contains one of the NAMEs, else all
"""
# Long: a list of short cases, each read by itself.

import argparse
import os
import pwd
import re
import shutil
import sys
import tempfile
import traceback

from crowd import Crowd, ask
from house import Failure, House, wait_for

CASES = []
ROWS = 3
FOLDERS = {
    "plain": "var",
    "spaces": "my var/with  blanks",
    "long": "/".join(["a-folder-with-a-rather-long-name"] * 5),
    "odd letters": "Müşteri, \"O'Brien\" $HOME `x` %41",
}


def case(test):
    CASES.append(test)
    return test


@case
def every_folder_serves_and_stops(make):
    """Made in each kind of folder, answers each role, and leaves no process behind."""
    for kind, folder in FOLDERS.items():
        house = make(folder)
        with house.running() as run:
            for role in ("app", "control", "portal", "owner"):
                house.expect(run.sql(role, "SELECT current_user") == f"konak_{role}", f"{kind}: {role} comes in")
            house.expect(house.postmaster_account() == house.cluster_account, f"{kind}: never as root")
            house.expect(house.postmaster_listens_nowhere(), f"{kind}: no port is open")
        house.expect(house.postmaster() is None, f"{kind}: it stops with us")
        house.expect(house.state() == "shut down", f"{kind}: it was shut down, not cut off")


@case
def data_outlives_a_clean_stop(make):
    house = make("var")
    with house.running() as run:
        run.keep("one")
    with house.running() as run:
        house.expect(run.kept() == ["one"], "what was committed is there")


@case
def killed_server_recovers(make):
    house = make("var")
    with house.running() as run:
        run.keep("before the kill")
        house.kill_postmaster()
        house.expect(run.stop() == 0, "we end well without it")
    with house.running() as run:
        house.expect(run.kept() == ["before the kill"], "what was committed is there")


@case
def killed_server_with_a_busy_child_recovers(make):
    """The child holds the memory that the next server needs; it must be waited for or ended."""
    house = make("var")
    with house.running() as run:
        run.keep("before the kill")
        busy = run.sql_in_background("superuser", "SELECT count(*) FROM generate_series(1, 100000000000)")
        house.kill_postmaster()
        run.kill()
        house.expect(house.processes(), "a child lives on")
    with house.running() as run:
        house.expect(run.kept() == ["before the kill"], "what was committed is there")
    busy.kill()
    busy.wait()


@case
def killed_konak_leaves_a_cluster_that_is_adopted(make):
    house = make("var")
    with house.running() as run:
        run.keep("before the kill")
        first = house.postmaster()
        run.kill()
        house.expect(house.postmaster() == first, "the server does not die with us")
    with house.running() as run:
        house.expect(house.postmaster() == first, "the same server serves on")
        house.expect(run.kept() == ["before the kill"], "what was committed is there")
    house.expect(house.postmaster() is None, "an adopted server stops with us too")


@case
def both_killed(make):
    house = make("var")
    with house.running() as run:
        run.keep("before the kill")
        run.kill()
        house.kill_postmaster()
    with house.running() as run:
        house.expect(run.kept() == ["before the kill"], "what was committed is there")


@case
def number_given_to_a_stranger(make):
    """After a restart of the machine another process bears the number in postmaster.pid."""
    house = make("var")
    with house.running() as run:
        run.keep("before")
        run.kill()
        house.kill_postmaster()
        stranger = house.sleeper()
        house.write_postmaster_number(stranger.pid)
    with house.running() as run:
        house.expect(run.kept() == ["before"], "it starts all the same")
    house.expect(stranger.poll() is None, "the stranger is left alone")
    stranger.kill()
    stranger.wait()


@case
def unfinished_creation_is_done_again(make):
    house = make("var")
    house.plant_unfinished_creation()
    with house.running() as run:
        house.expect(run.sql("app", "SELECT 1") == "1", "it is made anew")


@case
def killed_while_creating(make):
    house = make("var")
    for delay in (0.05, 0.3, 0.6, 1.0, 1.4, 1.8, 2.2):
        house.start_and_kill(after=delay)
    with house.running() as run:
        house.expect(run.sql("app", "SELECT 1") == "1", "it comes up in the end")


@case
def two_share_and_the_last_one_stops_it(make):
    house = make("var")
    with house.running() as first:
        with house.running() as second:
            server = house.postmaster()
            house.expect(first.stop() == 0, "the first leaves")
            house.expect(house.postmaster() == server, "the server stays for the second")
            house.expect(second.sql("app", "SELECT 1") == "1", "and answers it")
        house.expect(house.postmaster() is None, "the last one out stops it")


@case
def three_at_once_make_one_cluster(make):
    house = make("var")
    runs = [house.launch() for _ in range(3)]
    for run in runs:
        run.wait_until_ready()
    house.expect(len(house.postmasters()) == 1, "one server")
    for run in runs:
        house.expect(run.stop() == 0, "each ends well")
    house.expect(house.postmaster() is None, "the last one out stops it")


@case
def keyboard_interrupt_reaches_us_only(make):
    """Ctrl-C goes to the whole group of processes; the server must not hear it before we are done with it."""
    house = make("var")
    with house.running() as run:
        house.expect(house.session_of(house.postmaster()) != house.session_of(run.process.pid), "another session")
        house.expect(run.interrupt_group() == 0, "we end well")
    house.expect(house.state() == "shut down", "the server was shut down, not cut off")


@case
def folder_of_something_else_is_refused(make):
    house = make("var")
    house.plant_alien_data()
    code, said = house.try_run()
    house.expect(code == 69 and "no cluster" in said, f"refused with a sentence ({code}: {said})")


@case
def data_of_another_account_is_refused(make):
    house = make("var")
    if house.is_root:
        return  # root takes over the owner's account instead
    house.plant_data_of_root()
    code, said = house.try_run()
    house.expect(code == 69 and "belongs to root" in said, f"refused with a sentence ({code}: {said})")


@case
def stolen_socket_folder_is_refused(make):
    """The short folder lies where others may write: one that is not ours alone is not used."""
    house = make(FOLDERS["long"])
    if house.is_root:
        return  # root's lies in /run, where nobody else may write
    with house.running() as run:
        folder = run.socket_folder()
    house.expect(not os.path.exists(folder), "the short folder goes with the server")
    os.symlink("/tmp", folder)
    code, said = house.try_run()
    os.unlink(folder)
    house.expect(code != 0 and folder in said, f"refused with a sentence ({code}: {said})")


@case
def unreachable_folder_of_root_moves_to_var_lib(make):
    house = make("closed/var")
    if not house.is_root:
        return
    os.chmod(house.path("closed"), 0o700)
    with house.running() as run:
        folder = run.sql("superuser", "SHOW data_directory")
        house.expect(folder.startswith("/var/lib/konak/"), f"it lies in {folder}")
        run.keep("there")
    with house.running() as run:
        house.expect(run.kept() == ["there"], "and is found again")
    house.remove_later(os.path.dirname(os.path.dirname(folder)))


@case
def strangers_stay_out(make):
    house = make("var")
    with house.running() as run:
        if house.is_root:
            code, said = run.sql_as("daemon", "app")
            house.expect(code != 0, f"another account does not come in ({said})")
        code, said = run.sql_as(None, "app", user="konak_search")
        house.expect(code != 0, f"nor anybody as a role without log-in ({said})")


@case
def hole_torn_later_keeps_the_server_out(make):
    """The walls were found whole when the database was made, so a start need not look; it does when something was changed."""
    house = make("var")
    with house.running() as run:
        house.expect(run.sql("control", "SELECT guard.is_sound()") == "t", "the walls are known to be whole")
        run.sql("owner", "GRANT USAGE ON LANGUAGE plpgsql TO konak_app", user="postgres")
        with house.serving() as serve:
            house.expect(serve.ended() != 0, "it does not start")
            said = serve.process.stderr.read().decode()
            house.expect("language.open" in said and "plpgsql" in said, f"it says why: {said}")
        run.sql("owner", "REVOKE USAGE ON LANGUAGE plpgsql FROM konak_app", user="postgres")
        house.expect(run.sql("control", "SELECT guard.is_sound()") == "f", "mended, and not yet looked at")
        with house.serving() as serve:
            serve.wait_until_ready()
            house.expect(serve.stop() == 0, "it starts again")


@case
def server_brings_its_database_back(make):
    """`konak serve` notices that its server was killed, starts it again and is ready by itself."""
    house = make("var")
    with house.serving() as serve:
        serve.wait_until_ready()
        before = house.postmaster()
        house.kill_postmaster()
        serve.wait_until_ready(changed_from=before)
        house.expect(house.postmaster() not in (None, before), "a new server")
        house.expect(serve.stop() == 0, "and a clean end")
    house.expect(house.postmaster() is None, "nothing left")


@case
def kills_under_load_make_nobody_wait(make):
    """Whoever asks while the server is killed is answered in time, with a row or with a problem to come back from."""
    timeout = 4
    house = make("var")
    with house.running() as run:
        run.make_bench_rows(customers=ROWS)
    with house.serving(KONAK_BENCH="on", KONAK_RATES="off", KONAK_REQUEST_TIMEOUT=f"{timeout}s") as serve:
        serve.wait_until_ready()
        # A list rather than a row: it asks the same of the database, without a million rows to draw from.
        with Crowd(serve.port, "/bench/list", clients=32, patience=timeout + 6, rows=ROWS) as crowd:
            felt = 0
            # On a busy machine a kill may fall where nobody waits for an answer; two that were felt are wanted.
            for turn in range(1, 7):
                rows = crowd.count(200)
                wait_for(lambda: crowd.count(200) > rows + 300, 20, f"rows before kill {turn}")
                refused, before = crowd.count(503), house.postmaster()
                house.kill_postmaster()
                serve.wait_until_ready(changed_from=before)
                rows = crowd.count(200)
                wait_for(lambda: crowd.count(200) > rows + 300, 20, f"rows after kill {turn}")
                felt += crowd.count(503) > refused
                if felt == 2:
                    break
            house.expect(felt == 2, f"two kills were felt, not {felt}")
        house.expect(not crowd.faults(), f"rows and problems only, not {crowd.faults()[:3]}")
        house.expect(crowd.longest() < timeout + 0.5, f"each in time, not after {crowd.longest():.1f} s")
        house.expect(serve.stop() == 0, "and a clean end")


@case
def files_of_the_house_are_sent_once(make):
    """What the layers promise holds in the binary: kept for ever, asked for in vain, sent in parts, packed."""
    house = make("var")
    with house.serving() as serve:
        serve.wait_until_ready()
        for port in (serve.port, serve.inner):
            _, _, page = ask(port, "/readyz", accept="application/xhtml+xml,text/html;q=0.9")
            link = re.search(r"/assets/[\w-]+\.[0-9a-f]{16}\.css", page.decode())[0]
            status, fields, whole = ask(port, link)
            house.expect(status == 200 and "immutable" in fields["cache-control"], "it may be kept for ever")
            tag = {"if-none-match": fields["etag"]}
            house.expect(ask(port, link, **tag)[0] == 304, "whoever holds it is not sent it")
            house.expect(ask(port, link, range="bytes=2-5")[::2] == (206, whole[2:6]), "a part is sent")
            packed = ask(port, link, **{"accept-encoding": "gzip"})
            house.expect(packed[1]["content-encoding"] == "gzip" and len(packed[2]) < len(whole), "it is packed")
            house.expect(ask(port, "/favicon.ico")[0] == 200, "the icon is there")
        house.expect(ask(serve.port, "/metrics")[0] == 404, "the metrics are not to be seen from outside")


def accounts():
    """As whom the cases run: root and a normal user when we are root, else only ourselves."""
    me = pwd.getpwuid(os.geteuid())
    return [me, pwd.getpwnam("nobody")] if me.pw_uid == 0 else [me]


def run_case(test, account, konak):
    root = tempfile.mkdtemp(prefix="konak-cluster-")
    os.chmod(root, 0o755)
    os.chown(root, account.pw_uid, account.pw_gid)
    houses = []

    def make(folder):
        houses.append(House(konak, os.path.join(root, str(len(houses))), folder, account))
        return houses[-1]

    try:
        test(make)
        return None
    except Failure as failure:
        return str(failure)
    except Exception:  # pylint: disable=broad-except
        return traceback.format_exc()
    finally:
        for house in houses:
            house.clean_up()
        shutil.rmtree(root, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser()
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("--konak", default=os.path.join(here, "../../../.build/debug/konak"))
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    konak = os.path.realpath(options.konak)
    passed = failed = 0
    for account in accounts():
        for test in CASES:
            name = f"{account.pw_name}: {test.__name__}"
            if options.names and not any(word in name for word in options.names):
                continue
            fault = run_case(test, account, konak)
            passed, failed = passed + (fault is None), failed + (fault is not None)
            print(f"cluster: {'ok  ' if fault is None else 'FAIL'} {name}{': ' + fault if fault else ''}", flush=True)
    print(f"cluster: {passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()
