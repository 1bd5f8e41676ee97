"""One side of the benchmark: a process that runs its package on request and says how long it took.

The first line of standard input holds the model's numbers, each following line one request:
{"form": name, "draws": n, "seed": s}. The answer is one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Form:
    """One way to write the model in a package."""

    simulate: Callable[[int, int], Any]
    """(draws, seed) to the package's own result; this is timed."""
    net: Callable[[Any], NDArray[np.float64]]
    """The accumulated net of each draw (kr.), read from that result; not timed."""


def answer_requests(versions: Mapping[str, str], forms: Callable[[dict[str, Any]], Mapping[str, Form]]) -> None:
    """Answer until standard input ends."""
    by_name = forms(json.loads(sys.stdin.readline()))
    print(json.dumps({"versions": versions, "forms": list(by_name)}), flush=True)
    for line in sys.stdin:
        print(json.dumps(_timed(by_name, **json.loads(line))), flush=True)


def _timed(forms: Mapping[str, Form], form: str, draws: int, seed: int) -> dict[str, float]:
    forms[form].simulate(draws, seed)  # untimed: the machine hands out memory, and what is loaded late is loaded
    start = time.process_time()  # of all threads; unlike wall time it leaves out what other programs take
    result = forms[form].simulate(draws, seed)
    seconds = time.process_time() - start
    net = np.asarray(forms[form].net(result), dtype=np.float64)
    if net.shape != (draws,):
        raise ValueError(f"{form}: {net.shape} instead of {draws} draws")
    moments = {f"moment_{power}": float(np.mean(net**power)) for power in (1, 2)}
    errors = {f"error_{power}": float(np.std(net**power) / draws**0.5) for power in (1, 2)}
    return {"seconds": seconds, **moments, **errors}
