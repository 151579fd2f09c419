#!/usr/bin/env python3
"""Hostile input that is long: run.py JINGJIAN [--only WORDS] [--every] – time and memory grow with the length.

Each shape is given to the program with nearly 4 MiB, the most that a text may have, which may take five
seconds of the processor and 512 MiB; and where it takes more than a moment, with an eighth of that: eight
times as much may cost no more than twelve times as much, above what an empty site costs. A run that fails
for its time is tried three times, and the least counts. `--every` tells the figures of all. The last line
counts: `N passed, N failed`.
"""
import argparse
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import media  # noqa: F401
import packets  # noqa: F401
import records  # noqa: F401
from sample import CHECK, run
from shapes import SHAPES

MOST = (4 << 20) - (64 << 10)
TIMES = 12
SECONDS = 5
MEMORY = 512 << 20
# What is not worth comparing, in seconds.
MOMENT = 0.5
# What a run of some hundredths of a second may be off by, in seconds.
NOISE = 0.3


def tried(program, base, shape):
    make, command, most = shape
    size = most or MOST
    large = run(program, make(size), command)
    if large.code not in (0, 1, 2):
        return large, None, f"ended with {large.code}"
    if "[file-size]" in large.told:
        return large, None, "was not read at all"
    if large.memory > MEMORY:
        return large, None, f"took {large.memory >> 20} MiB"
    if large.seconds - base <= MOMENT:
        return large, None, None
    small = run(program, make(size // 8), command)
    for attempt in range(3):
        grown = large.seconds - base > TIMES * max(0, small.seconds - base) + NOISE
        if not grown and large.seconds <= SECONDS:
            return large, small, None
        if attempt < 2:
            large = min(large, run(program, make(size), command), key=lambda cost: cost.seconds)
            small = min(small, run(program, make(size // 8), command), key=lambda cost: cost.seconds)
    if large.seconds > SECONDS:
        return large, small, f"took {large.seconds:.1f} s"
    return large, small, f"grew from {small.seconds - base:.2f} s to {large.seconds - base:.2f} s"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("--only", default="")
    options.add_argument("--every", action="store_true")
    options = options.parse_args()
    program = os.path.abspath(options.program)
    base = min(run(program, {}).seconds for _ in range(3))
    chosen = {name: shape for name, shape in SHAPES.items() if options.only in name}
    failed = 0
    start = time.monotonic()
    with ThreadPoolExecutor(2) as pool:
        told = pool.map(lambda shape: tried(program, base, shape), chosen.values())
        for name, (large, small, fault) in zip(chosen, told):
            failed += fault is not None
            if fault or options.every:
                first = large.told.split("\n")[0][:100]
                print(f"{'FAIL' if fault else 'ok':4} {name}: {fault or ''} [{large.seconds:.2f} s, "
                      f"{large.memory >> 20} MiB, small {small.seconds if small else 0:.2f}] {first}", flush=True)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    if options.every:
        print(f"{time.monotonic() - start:.0f} s")
    sys.exit(failed > 0 or not chosen)


if __name__ == "__main__":
    main()
