"""What is written as Markdown shows as it is meant, on GitHub and on the site."""

import re

import pytest

from tests.docs.written import CELLS, catalogue_pages, making, page_of


def test_every_row_of_a_table_has_the_cells_of_its_heading() -> None:
    pages = [page_of("language"), page_of("python"), page_of("command_line")]
    for page in (*pages, *catalogue_pages().values()):
        width = 0
        for line in page.splitlines():
            if not line.startswith("|"):
                width = 0
                continue
            width = width or len(CELLS.findall(line))
            assert len(CELLS.findall(line)) == width, line
            assert re.sub(r"`[^`]*`", "", line).count("<") == 0, line


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a|b", "a\\|b"),
        ("a < b", "a &lt; b"),
        ("2 * 3 `a*b|c`", "2 \\* 3 `a*b|c`"),
        ("two\n  lines", "two lines"),
    ],
)
def test_signs_of_markdown_are_written_so_that_they_show(written: str, shown: str) -> None:
    assert making("markdown").plain(written) == shown


def test_brackets_in_an_address_do_not_end_the_link() -> None:
    assert making("markdown").link("a [b]", "https://x.dk/(y)") == "[a &#91;b&#93;](https://x.dk/%28y%29)"
