"""Alert rules and dashboard use the names of metrics that exist, and each alert is in the runbook and seen to fire."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from prometheus_client import REGISTRY

import calllock.runtime.gate
import calllock.runtime.metrics
import dialog_brain.wording.model
import post_call_worker.backlog
import post_call_worker.consumers
import post_call_worker.delivery.loop
import post_call_worker.reporting
import voice_gateway.speech.failure_records
import voice_gateway.webhooks
from tests.unit.voice_gateway.speech.test_chain import Engine, StandingClock
from voice_gateway.speech.chain import Chain
from voice_gateway.speech.faults import CONSEQUENCES, Fault, VendorFailed

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "deploy/observability"
DEFINED_IN = (
    calllock.runtime.gate,
    calllock.runtime.metrics,
    dialog_brain.wording.model,
    post_call_worker.backlog,
    post_call_worker.consumers,
    post_call_worker.delivery.loop,
    post_call_worker.reporting,
    voice_gateway.speech.failure_records,
    voice_gateway.webhooks,
)
RULE_TESTS = Path(__file__).with_name("alert_rules.yml")
RULES = yaml.safe_load((FOLDER / "prometheus/alerts.yml").read_text(encoding="utf-8"))["groups"][0]["rules"]
PANELS = json.loads((FOLDER / "grafana/dashboards/calllock.json").read_text(encoding="utf-8"))["panels"]
EXPRESSIONS = [rule["expr"] for rule in RULES] + [target["expr"] for panel in PANELS for target in panel["targets"]]


def registered() -> dict[str, set[str]]:
    """Sample names and their labels, as Prometheus sees them."""
    assert DEFINED_IN
    labels: dict[str, set[str]] = {"up": set()}
    for collector in REGISTRY._collector_to_names:
        names = getattr(collector, "_labelnames", ())
        for name in REGISTRY._collector_to_names[collector]:
            labels[name] = set(names)
    return labels


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_an_expression_names_only_metrics_and_labels_that_exist(expression: str) -> None:
    known = registered()
    names = re.findall(r"\b(calllock_\w+|up)\b(?:\{(.*?)\})?", expression)
    assert names
    for name, matchers in names:
        assert name in known
        assert set(re.findall(r"(\w+)\s*!?=", matchers)) <= known[name] | {"job"}


def _counted() -> list[tuple[str, dict[str, str]]]:
    """The counters whose increase wakes somebody, with what is asked of their labels."""
    found = [
        (name, dict(re.findall(r'(\w+)="(.*?)"', matchers)))
        for rule in RULES
        for name, matchers in re.findall(r"increase\((\w+)\{(.*?)\}\[", rule["expr"])
    ]
    assert len(found) >= 3
    return found


@pytest.mark.parametrize(("name", "labels"), _counted())
def test_a_counter_is_there_before_it_first_counts_so_that_its_first_increase_is_seen(
    name: str, labels: dict[str, str]
) -> None:
    assert DEFINED_IN
    samples = [sample for metric in REGISTRY.collect() for sample in metric.samples if sample.name == name]
    assert [sample for sample in samples if labels.items() <= sample.labels.items()]


@pytest.mark.parametrize("fault", CONSEQUENCES)
async def test_a_vendor_that_always_fails_fails_often_enough_for_its_alert(fault: Fault) -> None:
    clock, vendor = StandingClock(), Engine("vendor", VendorFailed(fault, "always"))
    chain = Chain("voice", [vendor, Engine("local")], clock)
    ((minutes, most),) = [
        (int(found[1]), int(found[2]))
        for rule in RULES
        if rule["alert"] == "SpeechFailing" and (found := re.search(r"\[(\d+)m\]\)\) > (\d+)$", rule["expr"]))
    ]
    for second in range(60 * minutes):
        clock.now_s = float(second)
        await chain.ask(lambda engine: engine.work())
    assert vendor.asked > 2 * most


def test_every_alert_is_seen_quiet_and_firing() -> None:
    cases = [
        case
        for group in yaml.safe_load(RULE_TESTS.read_text(encoding="utf-8"))["tests"]
        for case in group["alert_rule_test"]
    ]
    for fires in (False, True):
        told = {case["alertname"] for case in cases if bool(case.get("exp_alerts")) is fires}
        assert told == {rule["alert"] for rule in RULES}


KEYS = {
    "collector.yml": {
        "receivers.otlp.protocols.http.endpoint",
        "processors.batch",
        "processors.memory_limiter.check_interval",
        "processors.memory_limiter.limit_mib",
        "exporters.otlphttp.endpoint",
        "service.pipelines.traces.receivers",
        "service.pipelines.traces.processors",
        "service.pipelines.traces.exporters",
    },
    "tempo.yml": {
        "server.http_listen_port",
        "distributor.receivers.otlp.protocols.http.endpoint",
        "compactor.compaction.block_retention",
        "storage.trace.backend",
        "storage.trace.wal.path",
        "storage.trace.local.path",
    },
}
"""What the versions of the compose file read, by their sources: the components of github.com/open-telemetry/
opentelemetry-collector (otlpreceiver, batchprocessor, memorylimiterprocessor, otlphttpexporter), and `Config` of
github.com/grafana/tempo, cmd/tempo/app. Neither server is among the Python packages that the tests run on."""
WRITTEN_FOR = {"otel/opentelemetry-collector": ("0.131", "0.144"), "grafana/tempo": ("2.8", "3.0")}
"""The version that is run, and the one that reads something else: it calls the exporter `otlp_http`, and has no
`compactor` but `backend_scheduler.provider.compaction.compaction`."""


def _paths(value: object, path: str = "") -> set[str]:
    if not isinstance(value, dict) or not value:
        return {path}
    return {one for key, below in value.items() for one in _paths(below, f"{path}.{key}".strip("."))}


@pytest.mark.parametrize("file", KEYS)
def test_the_collector_and_tempo_are_told_only_what_they_read(file: str) -> None:
    assert _paths(yaml.safe_load((FOLDER / file).read_text(encoding="utf-8"))) <= KEYS[file]


def test_the_collector_and_tempo_are_of_versions_that_read_it() -> None:
    compose = yaml.safe_load((ROOT / "deploy/docker-compose.yml").read_text(encoding="utf-8"))["services"]
    run = dict(spec["image"].rsplit(":", 1) for spec in compose.values() if ":" in spec.get("image", ""))
    for image, (written_for, changed_in) in WRITTEN_FOR.items():
        assert run[image].startswith(f"{written_for}."), f"look at {image}'s configuration: {changed_in} reads another"


def test_traces_reach_tempo_through_the_collector() -> None:
    collector, tempo = (yaml.safe_load((FOLDER / file).read_text(encoding="utf-8")) for file in KEYS)
    listens = tempo["distributor"]["receivers"]["otlp"]["protocols"]["http"]["endpoint"]
    assert collector["exporters"]["otlphttp"]["endpoint"] == f"http://tempo:{listens.rsplit(':', 1)[1]}"
    pipeline = collector["service"]["pipelines"]["traces"]
    assert all(set(pipeline[kind]) == set(collector[kind]) for kind in ("receivers", "processors", "exporters"))


def test_every_metric_of_ours_is_looked_at_by_a_rule_or_the_dashboard() -> None:
    ours = {name.removesuffix("_bucket") for name in registered() if name.startswith("calllock_")}
    ours = {name for name in ours if not name.endswith(("_created", "_sum", "_count"))}
    used = " ".join(EXPRESSIONS)
    assert [name for name in sorted(ours) if not re.search(rf"\b{name}(_total|_bucket)?\b", used)] == []


def test_every_panel_has_a_number_and_a_place_of_its_own() -> None:
    places = [panel["gridPos"] for panel in PANELS]
    squares = [
        (x, y) for at in places for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])
    ]
    assert len({panel["id"] for panel in PANELS}) == len(PANELS)
    assert len(set(squares)) == len(squares)


@pytest.mark.parametrize("rule", RULES, ids=[rule["alert"] for rule in RULES])
def test_an_alert_says_how_urgent_it_is_and_what_is_wrong(rule: dict[str, dict[str, str]]) -> None:
    assert rule["labels"]["severity"] in ("page", "ticket")
    assert rule["annotations"]["summary"].endswith(".") or "}}" in rule["annotations"]["summary"]


def test_every_alert_has_its_section_in_the_runbook_with_what_is_heard_one_look_and_one_act() -> None:
    text = (ROOT / "docs/runbook.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE))
    assert set(sections) == {rule["alert"] for rule in RULES}
    for body in sections.values():
        assert [line.split("**")[1] for line in body.splitlines() if line.startswith("**")] == [
            "Callers hear",
            "Look",
            "Do",
        ]


def test_a_metric_that_the_runbook_names_exists() -> None:
    text = (ROOT / "docs/runbook.md").read_text(encoding="utf-8")
    known = {name.removesuffix("_bucket") for name in registered()}
    assert set(re.findall(r"calllock_\w+", text)) - {"calllock_worker"} <= known | set(registered())
