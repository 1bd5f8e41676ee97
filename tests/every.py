"""One test over many cases that reports every failure at once.

`@every("path", FILES, ids=name)` reads like `pytest.mark.parametrize`, but a thousand words or files are one test: the
others are still tried when one fails, and each failure is told with its case.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any


def every(
    names: str, cases: Iterable[Any], ids: Callable[[Any], str] = str
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The test's arguments `names`, comma-separated, take each of the cases in turn; its other arguments are fixtures."""
    wanted, listed = [name.strip() for name in names.split(",")], list(cases)

    def loop(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def over_all(**fixtures: Any) -> None:
            assert listed, "no cases"
            failures = []
            for case in listed:
                values = case if len(wanted) > 1 else (case,)
                try:
                    test(**dict(zip(wanted, values, strict=True)), **fixtures)
                except Exception as failure:
                    failures.append(f"{ids(case)}: {type(failure).__name__}: {failure}")
            assert not failures, f"{len(failures)} of {len(listed)} fail\n\n" + "\n\n".join(failures)

        signature = inspect.signature(test)
        others = [parameter for name, parameter in signature.parameters.items() if name not in wanted]
        over_all.__signature__ = signature.replace(parameters=others)  # type: ignore[attr-defined]
        del over_all.__wrapped__
        return over_all

    return loop
