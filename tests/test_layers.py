"""The layers of the house: imports run one way, nothing goes round, and heavy libraries stay upstairs."""

import ast
from pathlib import Path

from tests.every import every

ROOT = Path(__file__).parent.parent / "som_model"
LAYERS = ("wording", "errors", "scenario", "catalogue", "resolved", "reading", "projection", "analysis", "presentation", "cli")
KEPT_TO = {
    "pydantic": ("scenario", "catalogue", "reading"),
    "pydantic_core": ("scenario",),
    "yaml": ("reading",),
    "numpy": ("catalogue", "resolved", "projection", "analysis", "presentation"),
    "pandas": ("presentation",),
    "matplotlib": ("presentation",),
    "babel": ("wording",),
    "rich": ("cli",),
    "typer": ("cli",),
    "scipy": ("analysis", "presentation"),
    "xlsxwriter": ("presentation",),
    "docx": ("presentation",),
    "jinja2": ("presentation",),
    "typst": ("presentation",),
    "pyarrow": ("presentation",),
}
FILES = sorted(ROOT.rglob("*.py"))


DOORS = {"wording/shown.py": {"som_model.presentation.notebook"}}
"""The one place that asks a layer above, when a notebook shows a result: results would else hold HTML."""


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(path: Path) -> set[str]:
    """Every module that a file imports, also inside functions, for types only and by its name as text."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "import_module":
            found |= {text.value for text in ast.walk(node) if isinstance(text, ast.Constant) and isinstance(text.value, str)}
    return found - DOORS.get(path.relative_to(ROOT).as_posix(), set())


def layer_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "som_model" and len(parts) > 1 and parts[1] in LAYERS else None


@every("path", FILES, ids=lambda path: module_of(path))
def test_imports_run_one_way(path: Path) -> None:
    own = layer_of(module_of(path))
    if own is None:
        return
    above = [name for name in imports_of(path) if (layer := layer_of(name)) and LAYERS.index(layer) > LAYERS.index(own)]
    assert above == []


def test_no_module_reaches_itself() -> None:
    modules = {module_of(path) for path in FILES}
    graph = {module_of(path): {name for name in imports_of(path) if name in modules} - {"som_model"} for path in FILES}
    graph.pop("som_model")
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " → ".join((*path, module))
        if module not in done:
            for other in graph[module]:
                visit(other, (*path, module))
            done.add(module)

    for module in graph:
        visit(module, ())


@every("path", FILES, ids=lambda path: module_of(path))
def test_libraries_stay_in_their_layer(path: Path) -> None:
    own = layer_of(module_of(path))
    for name in imports_of(path):
        allowed = KEPT_TO.get(name.split(".")[0])
        assert own is None or allowed is None or own in allowed, f"{name} in {own}"


@every("path", FILES, ids=lambda path: module_of(path))
def test_only_the_command_line_prints(path: Path) -> None:
    calls = [
        node
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not calls or layer_of(module_of(path)) == "cli"


@every("path", FILES, ids=lambda path: module_of(path))
def test_files_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 41, node.name


def test_sub_packages_hold_a_docstring_only() -> None:
    for path in ROOT.rglob("*/__init__.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        assert len(body) == 1, path
        assert isinstance(body[0], ast.Expr), path
