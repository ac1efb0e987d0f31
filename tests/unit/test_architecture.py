"""Shell. The rules of ARCHITECTURE.md that a program can check."""

from __future__ import annotations

import ast
import fnmatch
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = [src for folder in ("shared", "services/*", "deploy/local") for src in sorted(ROOT.glob(f"{folder}/src/*"))]
MODULES = {
    ".".join(file.relative_to(package.parent).with_suffix("").parts): file
    for package in PACKAGES
    for file in sorted(package.rglob("*.py"))
    if file.stat().st_size
}
TESTS = {str(file.relative_to(ROOT)): file for file in sorted((ROOT / "tests").rglob("*.py"))}
KINDS = ("Pure.", "Adapter.", "Shell.")
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40

NOT_PURE = frozenset(
    {
        *("alembic", "asyncio", "asyncpg", "concurrent", "fastapi", "http", "httpx", "importlib", "io", "logging"),
        *(
            "multiprocessing",
            "nats",
            "onnxruntime",
            "os",
            "pipecat",
            "pydantic_settings",
            "random",
            "secrets",
            "shutil",
        ),
        *("signal", "socket", "sqlalchemy", "ssl", "starlette", "structlog", "subprocess", "sys", "tempfile"),
        *("threading", "time", "urllib.request", "uvicorn", "websockets"),
    }
)
"""Libraries that do input or output, know the time, or wait."""

WITH_THE_CODE = frozenset({"importlib.resources", "importlib.resources.files"})
"""What a package brings beside its modules is as constant as they are."""

TELLS_NOTHING = re.compile(r"(^|_)(utils?|helpers?|common|managers?|base|misc|stuff)($|_)|(Manager|Helper|Utils?)$")

TESTED_ELSEWHERE = {
    "tests/contracts/test_schemas.py": ["calllock.contracts.commands", "calllock.contracts.events"],
    "tests/unit/calllock/contracts/test_wire.py": ["calllock.contracts.message"],
    "tests/contracts/test_bus_behaviour.py": [
        "calllock.runtime.bus",
        "calllock.runtime.nats_*",
    ],
    "tests/conversations/test_conversations.py": ["dialog_brain.flow.*"],
    "tests/unit/dialog_brain/understanding/test_understand.py": ["dialog_brain.understanding.*"],
    "tests/unit/dialog_brain/wording/test_guard.py": ["dialog_brain.wording.vocabulary"],
    "tests/unit/dialog_brain/wording/test_model.py": ["dialog_brain.wording.chat", "calllock.runtime.answer_limits"],
    "tests/integration/test_voice_gateway_line.py": ["voice_gateway.line.*"],
    "tests/integration/test_voice_gateway_call.py": ["voice_gateway.speech.*"],
    "tests/unit/post_call_worker/classification/test_classify.py": ["post_call_worker.classification.*"],
    "tests/unit/post_call_worker/test_folding.py": ["post_call_worker.record", "post_call_worker.vocabulary"],
    "tests/unit/post_call_worker/test_replies.py": ["post_call_worker.reply_words"],
    "tests/integration/test_post_call_worker.py": [
        *("post_call_worker.models", "post_call_worker.archive", "post_call_worker.call_store"),
    ],
    "tests/integration/test_post_call_worker_backlog.py": ["post_call_worker.backlog"],
    "tests/integration/test_post_call_worker_deliveries.py": ["post_call_worker.delivery.queue"],
    "tests/integration/test_post_call_worker_replies.py": ["post_call_worker.acknowledgements"],
    "tests/integration/test_post_call_worker_graver.py": ["post_call_worker.ladder"],
    "tests/integration/test_post_call_worker_arrivals.py": ["post_call_worker.delivery.arrivals"],
    "tests/unit/post_call_worker/delivery/test_sending.py": ["post_call_worker.delivery.posting"],
    "tests/integration/test_console_sound.py": ["post_call_worker.console.tickets"],
    "tests/integration/test_console_pages.py": [
        *("post_call_worker.console.inbox_query", "post_call_worker.console.rendering"),
        "post_call_worker.console.tables",
    ],
    "tests/integration/test_console_numbers.py": ["post_call_worker.console.numbers_query"],
    "tests/integration/test_console_access.py": [
        *("post_call_worker.console.accounts", "post_call_worker.console.passwords"),
    ],
    "tests/unit/calllock_local/test_backend_standin.py": [
        *("calllock_local.backend_answers", "calllock_local.business_backend", "calllock_local.known_callers"),
    ],
    "tests/integration/test_local_servers.py": [
        *("calllock_local.local_server", "calllock_local.nats_server", "calllock_local.postgres_server"),
    ],
    "tests/unit/calllock_local/test_processes.py": ["calllock_local.loopback"],
}
"""Modules without a test file of their own, by the file that tests them together with others.

Shell modules are not asked for one: they only wire, and run in the tests of integration and e2e.
"""


def _tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def _kind(module: str) -> str:
    return (ast.get_docstring(_tree(module)) or "").split(" ", 1)[0]


def _imports(module: str) -> Iterator[str]:
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _mirror(module: str) -> Path:
    *package, name = module.split(".")
    return ROOT.joinpath("tests/unit", *package, f"test_{name.strip('_')}.py")


def _texts() -> Iterator[tuple[str, str]]:
    kinds = {".py", ".md", ".yaml", ".yml", ".toml", ".sh", ".json", ".lock", ".txt", ""}
    tops = ["shared", "services", "deploy", "tests", "docs", ".ci"]
    files = [file for top in tops for file in (ROOT / top).rglob("*")]
    files += [file for file in ROOT.iterdir() if file.name not in {"uv.lock", ".git"}]
    for file in sorted(files):
        if file.is_file() and file.suffix in kinds and "__pycache__" not in file.parts:
            yield str(file.relative_to(ROOT)), file.read_text(encoding="utf-8")


def test_the_modules_are_found() -> None:
    assert {module.split(".")[0] for module in MODULES} == {
        "calllock",
        "calllock_local",
        "dialog_brain",
        "post_call_worker",
        "voice_gateway",
    }


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_first_what_kind_it_is(module: str) -> None:
    only_a_docstring = module.endswith(".__init__") and len(_tree(module).body) == 1
    assert _kind(module) in KINDS or only_a_docstring


@pytest.mark.parametrize("module", MODULES)
def test_a_pure_module_imports_only_pure_things(module: str) -> None:
    if _kind(module) != "Pure.":
        return
    imported = set(_imports(module))
    outside = {name for name in imported if name in NOT_PURE or name.split(".")[0] in NOT_PURE}
    outside -= WITH_THE_CODE
    ours = {name for name in imported if name in MODULES and _kind(name) != "Pure."}
    assert outside | ours == set()


@pytest.mark.parametrize("file", [*MODULES.values(), *TESTS.values()], ids=[*MODULES, *TESTS])
def test_modules_and_functions_are_short(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines = text.count("\n")
    assert lines <= LONGEST_MODULE, f"{lines} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize("module", MODULES)
def test_names_tell_what_is_inside(module: str) -> None:
    classes = [node.name for node in ast.walk(_tree(module)) if isinstance(node, ast.ClassDef)]
    assert [name for name in (module.rsplit(".", maxsplit=1)[-1], *classes) if TELLS_NOTHING.search(name)] == []


def test_every_module_that_decides_or_adapts_has_its_test_file() -> None:
    asked = {module for module in MODULES if _kind(module) in ("Pure.", "Adapter.") and not module.endswith("__init__")}
    alone = {module for module in asked if not _mirror(module).exists()}
    excused = {
        pattern: fnmatch.filter(alone, pattern) for patterns in TESTED_ELSEWHERE.values() for pattern in patterns
    }
    assert sorted(alone.difference(*excused.values())) == []
    assert [pattern for pattern, modules in excused.items() if not modules] == [], "these need no excuse any more"
    assert [file for file in TESTED_ELSEWHERE if not (ROOT / file).exists()] == []


def _reads_words(tree: ast.Module) -> list[str]:
    """What a module does with a caller's text besides handing it to `understand` or writing it down whole."""
    handing = {
        "understand",
        "understand_afterwards",
        "dictated_since",
        "names_offer",
        "listen",
        "decide_turn_after_end",
    }
    kept = {"flooding", "half", "noted", "said_of_visit", "suspicious", "words"}
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    faults = []
    for node in ast.walk(tree):
        if (node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else "") != "text":
            continue
        part, parent = node, parents[node]
        while isinstance(parent, ast.JoinedStr | ast.FormattedValue) or (
            isinstance(parent, ast.Subscript) and part is parent.value
        ):
            part, parent = parent, parents[parent]
        handed = isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name) and parent.func.id in handing
        if not handed and not (isinstance(parent, ast.keyword) and parent.arg in kept):
            faults.append(ast.unparse(parent))
    return faults


FLOW = [module for module in MODULES if module.startswith("dialog_brain.flow.")]
READING = ("re", "dialog_brain.understanding.language.words", "dialog_brain.understanding.language.phrases")


@pytest.mark.parametrize("module", FLOW)
def test_the_flow_never_reads_what_a_caller_says(module: str) -> None:
    assert _reads_words(_tree(module)) == []
    assert {name for name in _imports(module) if name in READING} == set()


@pytest.mark.parametrize(
    "fault",
    [
        'if "nothing" in heard.text: pass',
        "words = heard.text.lower()",
        "found = PATTERN.search(text)",
        "if not heard.text: pass",
        "call = call._replace(half=heard.text.lower())",
        "words = heard.text",
        "choose(hear(text), offers, now)",
    ],
)
def test_a_flow_that_read_a_callers_words_would_be_noticed(fault: str) -> None:
    assert _reads_words(ast.parse(fault))
    assert not _reads_words(ast.parse('understand(f"{call.half} {heard.text}", asked); f(noted=heard.text[:300])'))


def test_the_lock_names_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert lock.count("--hash=sha256:") > 100


def test_no_file_names_a_place_of_one_machine_or_a_package_registry() -> None:
    folders = "|".join(("root", "work", "home", "Users"))
    hosts = "|".join(("pypi", "pythonhosted", "npmjs"))
    place = re.compile(rf"""(^|[\s"'=(`])/({folders})/|://[^/\s]*({hosts})\.""", re.MULTILINE)
    assert [name for name, text in _texts() if place.search(text)] == []


def test_every_suppressed_complaint_has_its_reason_beside_it() -> None:
    codes = r"[A-Z]+[0-9]+(, ?[A-Z]+[0-9]+)*"
    bare = re.compile(rf"# (noqa(: {codes})?|type: ignore(\[[a-z, -]+\])?) *$", re.MULTILINE)
    assert [(name, found.group()) for name, text in _texts() for found in bare.finditer(text)] == []


def test_the_generated_pages_are_what_the_tables_say() -> None:
    pages = ["docs/dataflow.md", "docs/asyncapi.yaml", "docs/flow.md"]
    script = ROOT / "deploy/local/print_pages.sh"
    done = subprocess.run(["sh", script, "--check", *pages], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
