"""The notebooks: as the repository keeps them, without outputs, and as the site shows them, executed from the top."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat

if TYPE_CHECKING:
    from jupyter_client.manager import AsyncKernelManager
    from nbformat import NotebookNode

ROOT = Path(__file__).parent.parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SECONDS = 300
"""The most that one cell may take."""
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def emptied(path: Path) -> str:
    """The text of a notebook's file without outputs, and without what tells of the machine that ran it."""
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return nbformat.writes(notebook) + "\n"


def execute(folder: Path) -> None:
    """Write every notebook with its outputs into a folder.

    They run in a copy of their folder with the scenarios beside it, so that nothing is written into the repository, and in a
    process of its own, so that warnings of the kernel's machinery are not those of the caller. Raises RuntimeError with what
    Python says where a cell fails.
    """
    with tempfile.TemporaryDirectory(prefix="som", ignore_cleanup_errors=True) as place:
        shutil.copytree(ROOT / "scenarios", Path(place) / "scenarios")
        (Path(place) / "notebooks").mkdir()
        apart = {"IPYTHONDIR": place, "JUPYTER_RUNTIME_DIR": place, "JUPYTER_PLATFORM_DIRS": "1", "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, __file__, str(Path(place) / "notebooks"), str(folder)],
            env={**os.environ, **apart},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            raise RuntimeError(done.stderr)


def _execute_here(place: Path, folder: Path) -> None:
    """Execute each notebook as if it stood at a place, one after the other in one kernel that forgets what it knew."""
    from jupyter_core.utils import run_sync

    kernel = _kernel_of_this_python(place.parent)
    folder.mkdir(parents=True, exist_ok=True)
    for path in NOTEBOOKS:
        nbformat.write(_executed(nbformat.read(path, as_version=4), place, kernel), folder / path.name)
    run_sync(kernel.shutdown_kernel)(now=True)


def _executed(notebook: NotebookNode, place: Path, kernel: AsyncKernelManager) -> NotebookNode:
    from nbclient import NotebookClient

    notebook.cells.insert(0, nbformat.v4.new_code_cell("%reset -f"))
    at_place = {"metadata": {"path": str(place)}}
    client = NotebookClient(notebook, km=kernel, timeout=SECONDS, record_timing=False, coalesce_streams=True, resources=at_place)
    client.execute()
    client.kc.stop_channels()
    del notebook.cells[0]
    return notebook


def _kernel_of_this_python(folder: Path) -> AsyncKernelManager:
    """A kernel of the Python that runs now, whatever else is installed under its name."""
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager

    class ThisPython(KernelSpecManager):
        """Knows one kernel."""

        def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
            start = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
            return KernelSpec(argv=start, display_name=kernel_name, language="python")

    sockets = {}
    if sys.platform != "win32":  # sockets that are files: two kernels that start at once cannot be given the same port
        sockets = {"transport": "ipc", "connection_file": str(folder / "kernel.json")}
    return AsyncKernelManager(kernel_spec_manager=ThisPython(), **sockets)


if __name__ == "__main__":
    _execute_here(Path(sys.argv[1]), Path(sys.argv[2]))
