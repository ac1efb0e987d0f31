"""Alert rules and dashboard use the names of metrics that exist, and each alert is in the runbook."""

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
import post_call_worker.delivery.loop
import post_call_worker.reporting
import voice_gateway.speech.failures
import voice_gateway.webhooks

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "deploy/observability"
DEFINED_IN = (
    calllock.runtime.gate,
    calllock.runtime.metrics,
    dialog_brain.wording.model,
    post_call_worker.backlog,
    post_call_worker.delivery.loop,
    post_call_worker.reporting,
    voice_gateway.speech.failures,
    voice_gateway.webhooks,
)
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
