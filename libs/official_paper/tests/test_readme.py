"""The README shows what happens."""

import doctest
from pathlib import Path


def test_every_example_of_the_readme_gives_what_it_shows():
    readme = Path(__file__).parents[1] / "README.md"
    assert doctest.testfile(str(readme), module_relative=False, encoding="utf-8") == (0, 5)
