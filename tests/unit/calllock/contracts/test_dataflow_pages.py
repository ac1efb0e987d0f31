from __future__ import annotations

from pathlib import Path

import yaml

from calllock.contracts.dataflow import DURABLES, TABLE
from calllock.contracts.dataflow_pages import asyncapi, markdown

DOCS = Path(__file__).parents[4] / "docs"


def test_the_printed_pages_are_fresh() -> None:
    assert (DOCS / "dataflow.md").read_text(encoding="utf-8") == markdown(), "run `make docs`"
    assert (DOCS / "asyncapi.yaml").read_text(encoding="utf-8") == asyncapi(), "run `make docs`"


def test_the_page_names_every_message_and_durable() -> None:
    page = markdown()

    for name in [flow.message.__name__ for flow in TABLE] + [durable.name for durable in DURABLES]:
        assert f"`{name}`" in page


def test_every_reference_of_the_file_leads_somewhere() -> None:
    document = yaml.safe_load(asyncapi())

    def follow(reference: str) -> object:
        place = document
        for step in reference.removeprefix("#/").split("/"):
            place = place[step]
        return place

    references = [
        channel["messages"][name]["$ref"] for channel in document["channels"].values() for name in channel["messages"]
    ]
    for operation in document["operations"].values():
        references += [operation["channel"]["$ref"], *(message["$ref"] for message in operation["messages"])]
    assert len(references) > len(TABLE)
    assert all(follow(reference) for reference in references)


def test_every_writer_and_reader_has_an_operation() -> None:
    operations = yaml.safe_load(asyncapi())["operations"]

    for flow in TABLE:
        for writer in flow.writers:
            assert f"{writer}.send.{flow.message.__name__}" in operations
        for reader in flow.readers:
            assert f"{reader}.receive.{flow.message.__name__}" in operations


def test_a_table_without_messages_prints_all_the_same() -> None:
    assert "| message |" in markdown(())
    assert yaml.safe_load(asyncapi(()))["operations"] == {}
