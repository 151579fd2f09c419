"""A tally: what was checked, and what of it failed, told in lines that name the page."""


class Tally:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, holds, page, fault):
        """Counts a check; where it does not hold, says on which page and what is wrong."""
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"failed  {page}: {fault}", flush=True)

    def each(self, faults, page):
        """Counts one check that may have several faults."""
        faults = list(faults)
        self.check(not faults, page, "; ".join(faults))

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0
