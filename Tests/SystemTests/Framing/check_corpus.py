#!/usr/bin/env python3
"""Checks the corpus itself: form, canaries, doubles, spread. Last line: corpus CHECKED FAILED."""

import re
import sys
from collections import Counter

import corpus

NEEDED = {"id": str, "family": str, "source": str, "expect": str, "status": list, "requests": int, "paths": list,
          "raw": str, "note": str}
OPTIONAL = {"split": list, "pause": int, "head": list, "interim": list}
REFUSALS, ANSWERS = 300, 40  # the least the corpus must hold
CANARIES = 0.9  # the least share of refusals that carry a canary
FAMILY = 0.12  # the largest share of the refusals one family may have


def main():
    cases = corpus.load()
    failed = 0
    for case in cases:
        faults = list(form_faults(case)) or list(content_faults(case))
        failed += say(case.get("id", "?"), faults)
    failed += say("corpus", list(whole_faults(cases)))
    spread(cases)
    print(f"corpus {len(cases)} {failed}")
    return 1 if failed else 0


def say(name, faults):
    if faults:
        print(f"{name}: {'; '.join(faults)}")
    return bool(faults)


def form_faults(case):
    """Fields and their types."""
    for name, kind in NEEDED.items():
        if type(case.get(name)) is not kind or case[name] == "":
            yield f"field {name}"
    for name in case.keys() - NEEDED.keys() - {"close"}:
        if not isinstance(case[name], OPTIONAL.get(name, ())):
            yield f"field {name}"
    if "close" not in case or case["close"] not in (True, False, None, "eof"):
        yield "field close"


def content_faults(case):
    yield from name_faults(case)
    yield from expectation_faults(case)
    yield from byte_faults(case)


def name_faults(case):
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", case["id"]) or case["id"].split("-")[0] != case["family"]:
        yield "id or family"
    if not re.match(r"(RFC \d+ \d+(\.\d+)*|llhttp [a-z-]+\.md)(;|$)", case["source"]):
        yield "source must begin with an RFC's section or a file of llhttp's tests"
    if (case["family"] == "ok") != (case["expect"] == "answer"):
        yield "family ok is for the cases that must be answered"


def expectation_faults(case):
    refuse = case["expect"] == "refuse"
    if case["expect"] not in ("refuse", "answer"):
        yield "expect"
    if not case["status"] or not all(isinstance(s, int) and (400 <= s < 600 if refuse else 200 <= s < 300)
                                     for s in case["status"]):
        yield "status"
    if refuse and case["close"] is not True and not {417, 501} & set(case["status"]):
        yield "only 417 and 501 may leave the connection open"
    if len(case["paths"]) != case["requests"] or (not refuse and not case["paths"]):
        yield "requests and paths"
    if any(not 0 <= index < case["requests"] + refuse for index in case.get("head", [])):
        yield "head"
    interim = case.get("interim", [0, 0])
    if len(interim) != 2 or not 0 <= interim[0] <= interim[1]:
        yield "interim"


def byte_faults(case):
    if any(ord(character) > 255 for character in case["raw"]):
        yield "raw holds a code point that is no byte"
        return
    data = corpus.expand(case["raw"])
    if b"{{" in data or not data:
        yield "raw does not expand"
    cuts = [0, *case.get("split", []), len(data)]
    if any(a >= b for a, b in zip(cuts, cuts[1:])):
        yield "split offsets must rise and lie inside the bytes"
    names = set(corpus.CANARY.findall(case["raw"]))
    if names - {case["id"]}:
        yield f"canary of another case: {names}"
    if names and case["expect"] == "refuse" and case["close"] is None and not covered(case["raw"]):
        yield "a canary after a refusal that may leave the connection open must be content"


def covered(raw):
    """Whether the canary is the declared content of the request before it."""
    canary = raw[raw.index("GET /canary-") :].split("\r\n\r\n")[0]
    size = len(canary) + 4
    return f"Content-Length: {size}\r\n" in raw or f"{size:x}\r\n" in raw


def whole_faults(cases):
    for name, times in Counter(case.get("id") for case in cases).items():
        if times > 1:
            yield f"id {name} occurs {times} times"
    seen = {}
    for case in cases:
        twin = seen.setdefault(corpus.shape(case["raw"]), case["id"])
        if twin != case["id"]:
            yield f"{case['id']} sends the same bytes as {twin}"
    refusals = [case for case in cases if case["expect"] == "refuse"]
    if len(refusals) < REFUSALS or len(cases) - len(refusals) < ANSWERS:
        yield f"{len(refusals)} refusals, {len(cases) - len(refusals)} answers: too few"
    marked = sum("/canary-" in case["raw"] for case in refusals)
    if marked < CANARIES * len(refusals):
        yield f"only {marked} of {len(refusals)} refusals carry a canary"
    for family, size in Counter(case["family"] for case in refusals).items():
        if size > FAMILY * len(refusals):
            yield f"family {family} has {size} of {len(refusals)} refusals"


def spread(cases):
    refusals = Counter(case["family"] for case in cases if case["expect"] == "refuse")
    print("refuse", " ".join(f"{family}={size}" for family, size in refusals.most_common()))
    split = sum("split" in case for case in cases)
    print(f"refuse={sum(refusals.values())} answer={len(cases) - sum(refusals.values())} split={split}")


if __name__ == "__main__":
    sys.exit(main())
