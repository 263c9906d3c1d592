"""The framing corpus: how a case is read, expanded to bytes and cut into writes."""

import json
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = os.path.join(HERE, "cases.jsonl")
REPEAT = re.compile(r"\{\{repeat:(.+?):(\d+)\}\}", re.DOTALL)
CANARY = re.compile(r"/canary-([a-z0-9-]+)")


def load(path=CASES):
    """The cases in file order; a broken line raises with its number."""
    cases = []
    with open(path, encoding="ascii") as lines:
        for number, line in enumerate(lines, 1):
            try:
                cases.append(json.loads(line))
            except ValueError as error:
                raise ValueError(f"{path}:{number}: {error}") from None
    return cases


def expand(raw):
    """The bytes that travel: repeats written out, each code point one byte."""
    return REPEAT.sub(lambda m: m[1] * int(m[2]), raw).encode("latin-1")


def writes(case):
    """The expanded bytes, cut at the offsets of `split`."""
    data, cuts = expand(case["raw"]), case.get("split", [])
    edges = [0, *cuts, len(data)]
    return [data[a:b] for a, b in zip(edges, edges[1:])]


def shape(raw):
    """The raw text without what only names the case, to find cases that are the same."""
    return re.sub(r"/canary-[a-z0-9-]+", "/canary", raw)
