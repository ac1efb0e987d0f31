"""Adapter. Opens a model for onnxruntime so that many calls can share one session."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import onnxruntime

from voice_gateway.speech.ports import SpeechFailed


def open_model(path: Path) -> onnxruntime.InferenceSession:
    """A session on one thread that does not spin while it waits; `run` may be called from any thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def package_file(package: str, *parts: str) -> Path:
    """A file inside an installed package, found without importing it; raises `SpeechFailed` when missing."""
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        file = Path(folder, *parts)
        if file.exists():
            return file
    raise SpeechFailed(f"the installed package {package} has no {'/'.join(parts)}; install the locked version")
