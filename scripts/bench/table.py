"""The figures of a run beside what they must reach."""

# Requests a second against the yardstick's, at least.
FLOORS = {"plaintext": 0.55, "json": 0.55, "row": 0.90, "list": 0.70, "insert": 0.60}
CLIENT = 0.50  # of wrk's
# Lines whose yardstick is pgbench, as the floors were drawn: BEGIN, enter, the statements, COMMIT, in one pipeline. They
# are held against two stricter ones as well, of which no floor comes: pgbench in the implicit transaction that we
# use ourselves, and bare.c, which does nothing but this (docs/decisions/0013-the-yardstick-of-the-floors.md).
DATABASE = ("row", "list", "insert")
# Jobs and events a second against those of procrastinate.
QUEUES = {"jobs": 5.0, "events": 5.0}
MEMORY_MIB = 32
START_MS = 100
WALL_MS = 0.15
LIMITER_US = 20
SHELL_MS, PAINT_MS = 3, 300


class Line:
    """One figure. `floor` is what it must reach or, when `most`, must not pass; None asks nothing. What stands `beside` it
    tells how fast the machine is, and is not asked for."""

    def __init__(self, name, figure, floor, yardstick=None, most=False, unit="", more=None, beside=None):
        self.name, self.figure, self.floor, self.yardstick = name, figure, floor, yardstick
        self.most, self.unit, self.more, self.beside = most, unit, more or {}, beside

    @property
    def value(self):
        return self.figure if self.yardstick is None else self.figure / self.yardstick

    @property
    def ok(self):
        if self.floor is None:
            return True
        return self.value <= self.floor if self.most else self.value >= self.floor

    def cells(self):
        if self.yardstick is None:
            others = ("", "") if self.beside is None else (self.shown(self.beside), f"{self.figure / self.beside:.1f}")
            return self.name, self.shown(self.figure), *others, f"≤ {self.floor}", "ok" if self.ok else "ABOVE"
        figures = f"{self.figure:,.0f}/s", f"{self.yardstick:,.0f}/s", f"{self.value:.2f}"
        floor = ("", "") if self.floor is None else (f"≥ {self.floor:.2f}", "ok" if self.ok else "BELOW")
        return self.name, *figures, *floor

    def shown(self, figure):
        return f"{figure:,.{0 if figure >= 100 else 1 if figure >= 1 else 3}f} {self.unit}".strip()

    def facts(self):
        facts = {"name": self.name, "figure": self.figure, "floor": self.floor, "ok": self.ok}
        if self.yardstick is not None:
            facts |= {"yardstick": self.yardstick, "ratio": round(self.value, 3)}
        return facts | self.more


def missed(lines):
    """How many lines do not keep what is asked of them."""
    return sum(not line.ok for line in lines)


def verdict(lines):
    asked = sum(line.floor is not None for line in lines)
    return f"{missed(lines)} of {asked} figures missed their floor"


def text(lines):
    rows = [("", "figure", "yardstick", "ratio", "must be", "")] + [line.cells() for line in lines]
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    def shown(row):
        cells = [row[0].ljust(widths[0])] + [row[column].rjust(widths[column]) for column in range(1, 6)]
        return "| " + " | ".join(cells) + " |"
    rule = "| " + " | ".join("-" * width for width in widths) + " |"
    return "\n".join([shown(rows[0]), rule] + [shown(row) for row in rows[1:]])
