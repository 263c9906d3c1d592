"""What the steps of `make check` share: the files of the repository, Swift text without comments, one way to report."""

import os
import re
import sys

SKIPPED = {".git", ".build", "var", "__pycache__"}


def files(*roots, suffixes=None):
    """Paths below the given files and folders, in a stable order; what does not exist (yet) is left out."""
    for root in roots:
        if os.path.isfile(root):
            yield root
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if name not in SKIPPED)
            for name in sorted(names):
                if suffixes is None or name.endswith(suffixes):
                    yield os.path.normpath(os.path.join(folder, name))


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def without_comments(swift):
    """The same text with comments blanked out and string literals kept; lines stay where they are."""
    return COMMENT.sub(lambda match: match[0] if match[0][0] in '"#' else re.sub(r"[^\n]", " ", match[0]), swift)


COMMENT = re.compile(
    r'#"(?:.|\n)*?"#'  # raw string
    r'|"""(?:\\.|[^\\])*?"""'  # multi-line string
    r'|"(?:\\.|[^"\\\n])*"'  # string
    r"|//[^\n]*|/\*(?:.|\n)*?\*/"
)


class Report:
    """Collects findings; `finish` prints them and ends the step."""

    def __init__(self, step):
        self.step = step
        self.findings = []

    def add(self, place, text):
        self.findings.append(f"{place}: {self.step}: {text}")

    def finish(self):
        for finding in self.findings:
            print(finding)
        sys.exit(1 if self.findings else 0)
