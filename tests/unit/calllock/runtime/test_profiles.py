from __future__ import annotations

from pathlib import Path

import pytest

from calllock.contracts.business import ProfileError
from calllock.runtime.profiles import load_profiles

SHIPPED = Path(__file__).parents[4] / "deploy" / "businesses"


def test_the_shipped_profiles_are_found_by_id_and_by_number() -> None:
    profiles = load_profiles(SHIPPED)

    for profile in profiles:
        assert profiles.by_id(profile.id) is profile
        assert all(profiles.by_number(number) is profile for number in profile.numbers)
    assert profiles.by_number("+15125550999") is None
    assert profiles.by_id("nobody") is None


def test_a_folder_without_profiles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="no business profile"):
        load_profiles(tmp_path)


def test_a_number_of_two_businesses_is_refused_and_both_files_are_named(tmp_path: Path) -> None:
    text = (SHIPPED / "ace-cooling.yaml").read_text(encoding="utf-8")
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(text.replace("id: ace-cooling", "id: other"), encoding="utf-8")

    with pytest.raises(ProfileError, match=r"b\.yaml: numbers: \+15125550100 is already used by a\.yaml"):
        load_profiles(tmp_path)


@pytest.mark.parametrize("data", [b"id: [", b"\xff\xfe\x00", b"- 1"])
def test_a_file_that_is_no_profile_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "bad.yaml").write_bytes(data)

    with pytest.raises(ProfileError, match=r"^bad\.yaml: "):
        load_profiles(tmp_path)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()

    with pytest.raises(ProfileError, match=r"^folder\.yaml: cannot be read: Is a directory"):
        load_profiles(tmp_path)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("holidays: [2026-13-01]", r"^bad\.yaml: holidays\.0: .*date"),
        ("holidays: [2026-12-25, 2026-02-30]", r"^bad\.yaml: holidays\.1: .*date"),
        ("holidays: [2026-01-01T25:00:00]", r"^bad\.yaml: holidays\.0: .*date"),
        ("numbers: [+15125550100]", r"^bad\.yaml: numbers\.0: put it in quotes$"),
        ("persona: no", r"^bad\.yaml: persona: put it in quotes$"),
        ("persona:", r"^bad\.yaml: persona: Input should be a valid string$"),
        ("persona: Ann\npersona: Bob", r"^bad\.yaml: not YAML: line \d\d+: persona is there twice$"),
        ("facts: {hours: Always., hours: Never.}", r"^bad\.yaml: not YAML: line \d\d+: hours is there twice$"),
        ("persona: [", r"^bad\.yaml: not YAML: line \d\d+: expected"),
        ("\tpersona: Ann", r"^bad\.yaml: not YAML: line \d\d+: found character"),
        ("persona: !!int x", r"^bad\.yaml: not YAML: invalid literal"),
        ("persona: " + "[" * 2000, r"^bad\.yaml: not YAML: "),
    ],
)
def test_a_wrong_line_is_named_by_field_or_by_its_place(tmp_path: Path, line: str, reason: str) -> None:
    field = line.partition(":")[0]
    shipped = (SHIPPED / "ace-cooling.yaml").read_text(encoding="utf-8").splitlines()
    text = "\n".join([*(kept for kept in shipped if not kept.startswith(f"{field}:")), line])
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError, match=reason):
        load_profiles(tmp_path)


def test_a_profile_may_end_in_yml(tmp_path: Path) -> None:
    shipped = (SHIPPED / "ace-cooling.yaml").read_text(encoding="utf-8")
    (tmp_path / "ace.yml").write_text(shipped, encoding="utf-8")

    assert [profile.id for profile in load_profiles(tmp_path)] == ["ace-cooling"]
