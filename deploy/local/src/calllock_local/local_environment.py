"""Shell. Which of the settings around it reach the processes of a local run.

A shell that has a deployment's settings, as for `calllock doctor`, must not make a local call text, book or post for
real: of the services' settings only those pass that reach nobody and no system of a business.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic_settings import BaseSettings

from dialog_brain.settings import Settings as BrainSettings
from post_call_worker.settings import MigrationSettings
from post_call_worker.settings import Settings as WorkerSettings
from voice_gateway.settings import Settings as GatewaySettings

_READ_BY_SERVICES: tuple[type[BaseSettings], ...] = (GatewaySettings, BrainSettings, WorkerSettings, MigrationSettings)
PASSED_ON = ("RECOGNIZERS", "VOICES", "DEEPGRAM_", "ELEVENLABS_", "OPENAI_", "MODEL_", "RECORDINGS_DIR", "LOG_")
"""How the names begin of the settings that a local run takes from its shell."""


def local_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """`environment` without the settings of a deployment."""
    kept_back = {
        name
        for kind in _READ_BY_SERVICES
        for name in map(str.upper, kind.model_fields)
        if not name.startswith(PASSED_ON)
    }
    return {name: value for name, value in environment.items() if name.upper() not in kept_back}
