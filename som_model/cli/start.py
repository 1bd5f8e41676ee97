"""Where the command `som` begins and ends."""

import gc


def main() -> None:
    """Load the command line and run it.

    Modules and a scenario's types are many small objects that stay to the end. Looking for garbage among
    them takes a tenth of a command's time while they load and a fifth when it ends, so the collector is
    told to look rarely, and at the end not at all.
    """
    gc.set_threshold(200_000)
    from som_model.cli.app import main as run

    try:
        run()
    finally:
        gc.freeze()
