"""What a check finds wrong."""

from typing import NamedTuple


class Failure(NamedTuple):
    """One thing that is wrong, told in one line: which check, on which page, seen how, and what to mend."""

    check: str
    page: str
    what: str
    view: str = ""

    def __str__(self):
        view = f" ({self.view})" if self.view else ""
        return f"{self.check}: {self.page}{view}: {' '.join(self.what.split())}"
