"""The pages of the catalogue leave nothing out: every entry with its amounts and its source."""

import re

import som_model as som
from som_model.wording.numbers import number
from tests.docs.written import catalogue_pages, making, section_of


def test_every_entry_of_the_catalogue_is_on_a_page_with_its_source() -> None:
    pages, plain = catalogue_pages(), making("markdown").plain
    known = som.read_catalogue()
    assert len(known) > 400
    places = {"indices": "price_indices", "discount_schedules": "discount_rates"}
    for entry in known:
        page = getattr(entry.value, "topic", None) or places.get(entry.section, entry.section)
        said = section_of(pages[f"reference/catalogue/{page}.md"], entry.key)
        assert entry.value.label is not None
        assert plain(entry.value.label.say("da")) in said, entry.name
        assert plain(entry.value.label.say("en")) in said, entry.name
        sourced = getattr(entry.value, "laws", (entry.value,))
        for each in sourced:
            assert not each.url or making("markdown").link(each.source, each.url) in said, (entry.name, each.source)
        if entry.price_year is not None:
            amount = number(entry.value.amount.every.value, "en")  # type: ignore[union-attr]
            assert re.search(rf"^\| {entry.price_year} \| {re.escape(amount)}[ |]", said, flags=re.MULTILINE), entry.name


def test_every_entry_leads_from_the_overview_to_its_section() -> None:
    pages = catalogue_pages()
    overview = pages["reference/catalogue.md"]
    for entry in som.read_catalogue():
        assert f"#{entry.key})" in overview, entry.name
    for place, name in re.findall(r"\]\((catalogue/[\w.]+)#(\w+)\)", overview):
        assert f"\n## {name}\n" in pages[f"reference/{place}"]


def test_every_known_figure_of_a_target_group_is_on_the_page() -> None:
    page, markdown = catalogue_pages()["reference/catalogue/target_groups.md"], making("markdown")
    for entry in som.read_catalogue().find(section="target_groups"):
        said = section_of(page, entry.name)
        for fact in entry.value.facts.values():  # type: ignore[union-attr]
            assert markdown.plain(fact.label.say("en")) in said
            assert fact.url is None or markdown.link(fact.source, fact.url) in said
