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
