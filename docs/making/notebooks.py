"""The notebooks, executed from the top in a kernel of their own, and their outputs as the repository keeps them.

python docs/making/notebooks.py
"""

from __future__ import annotations

import base64
import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat

if TYPE_CHECKING:
    from nbformat import NotebookNode

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
SECONDS = 300
"""The most that one cell may take."""
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def executed(path: Path) -> NotebookNode:
    """A notebook with the outputs it has today, as they are kept.

    It runs in a copy of its folder with the scenarios beside it, so that nothing is written into the repository, and in a
    process of its own, so that warnings of the kernel's machinery are not those of the caller. Raises RuntimeError with what
    Python says where a cell fails.
    """
    with tempfile.TemporaryDirectory(prefix="som", ignore_cleanup_errors=True) as place:
        copy = Path(place) / "notebooks" / path.name
        copy.parent.mkdir()
        shutil.copyfile(path, copy)
        shutil.copytree(ROOT / "scenarios", Path(place) / "scenarios")
        apart = {"IPYTHONDIR": place, "JUPYTER_RUNTIME_DIR": place, "JUPYTER_PLATFORM_DIRS": "1"}
        done = subprocess.run(
            [sys.executable, __file__, str(copy)],
            env={**os.environ, **apart},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{path.name}: {done.stderr}")
        return kept(nbformat.read(copy, as_version=4))


def kept(notebook: NotebookNode) -> NotebookNode:
    """The notebook without what differs from machine to machine: what ran it, and texts that HTML or a picture stands for."""
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            shown = output.get("data", {})
            if {"text/html", "image/png"} & set(shown):
                shown.pop("text/plain", None)
            if "image/png" in shown:
                shown["image/png"] = of_few_colours(shown["image/png"])
    return notebook


def of_few_colours(picture: str) -> str:
    """A png (base64) in 256 colours, a third of the bytes: charts have few, and the rest are edges of letters and lines."""
    from PIL import Image

    drawn = io.BytesIO()
    with Image.open(io.BytesIO(base64.b64decode(picture))) as image:
        image.convert("RGB").quantize().save(drawn, "png", optimize=True)
    return base64.b64encode(drawn.getvalue()).decode()


def written() -> None:
    """Execute every notebook and write its outputs into the repository."""
    for path in NOTEBOOKS:
        text = nbformat.writes(executed(path)) + "\n"
        path.write_text(text, encoding="utf-8", newline="\n")


def _run_in_place(path: Path) -> None:
    """Execute a notebook file, in its folder and with this very Python, and write it back with its outputs."""
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient

    class ThisPython(KernelSpecManager):
        """Knows one kernel: the Python that runs now, whatever else is installed under its name."""

        def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
            start = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
            return KernelSpec(argv=start, display_name=kernel_name, language="python")

    sockets = {}
    if sys.platform != "win32":  # sockets that are files: two kernels that start at once cannot be given the same port
        sockets = {"transport": "ipc", "connection_file": str(path.parent.parent / "kernel.json")}
    notebook = nbformat.read(path, as_version=4)
    manager = AsyncKernelManager(kernel_spec_manager=ThisPython(), **sockets)
    client = NotebookClient(
        notebook,
        km=manager,
        timeout=SECONDS,
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute()
    nbformat.write(notebook, path)


if __name__ == "__main__":
    if sys.argv[1:]:
        _run_in_place(Path(sys.argv[1]))
    else:
        written()
