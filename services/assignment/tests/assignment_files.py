"""The small county written to a folder, as a county hands its register in."""

from pathlib import Path

from assignment_register import TABLES

COUNTY_TOML = 'code = "640425"\nname = "彭阳县"\nversion = "2026.1"\n[settings]\n'


def write_folder(folder: Path, **changes: str) -> Path:
    """Every table; `units="…"` puts another one in the place of `units.csv`."""
    for file, table in TABLES.items():
        text = changes.get(file.removesuffix(".csv"), table)
        lines = [line.strip() for line in text.strip().splitlines()]
        (folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    if "wardens" in changes:
        lines = [line.strip() for line in changes["wardens"].strip().splitlines()]
        (folder / "wardens.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "county.toml").write_text(COUNTY_TOML, encoding="utf-8")
    return folder
