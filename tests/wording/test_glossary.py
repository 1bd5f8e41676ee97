"""The glossary: one word for each idea in Danish and in English, the same on its pages and in every text a reader sees."""

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import som_model as som
from som_model.catalogue.rules.rule import rule_called, rules
from som_model.cli.app import program
from som_model.reading.language import models
from som_model.wording.labels import DANISH_NAMES
from som_model.wording.table import TABLE, TERMS, glossary_labels
from tests.docs.written import making

BY_KEY = {term.key: term for term in TERMS}
FIELDS = {field for model in models() for field in model.model_fields}
LONGEST = 300
"""Characters of a meaning: two or three short sentences."""
HEARD_ELSEWHERE = {"fte": "årsværk", "seed": "Startværdien"}
"""Words that a meaning names because the reader knows them from elsewhere."""
OF_THE_FIELD = {
    "scenario": "scenarie",
    "variant": "variant",
    "assumption": "forudsætning",
    "estimate": "skøn",
    "target group": "målgruppe",
    "participants": "deltagere",
    "completion rate": "gennemførelse",
    "success rate": "succesrate",
    "baseline rate": "basisrate",
    "relapse rate": "tilbagefald",
    "attrition rate": "frafald",
    "consequence": "konsekvens",
    "unit cost": "enhedspris",
    "programme": "indsats",
    "payer": "kasse",
    "municipality": "kommune",
    "region": "region",
    "state": "stat",
    "citizen": "borger",
    "savings": "økonomisk konsekvens",
    "programme cost": "omkostning",
    "net": "nettoresultat",
    "accumulated net": "akkumuleret nettoresultat",
    "notice": "bemærkning",
}
"""The words that an economist of the field brings along, English and Danish."""


def literals(annotation: Any) -> Iterator[str]:
    """Every word that a field of the language may hold."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    for inner in get_args(annotation):
        yield from literals(inner)


VALUES = {value for model in models() for field in model.model_fields.values() for value in literals(field.annotation)}
RULES = {entry.key for entry in som.read_catalogue().find(section="payer_rules")}


def commands_and_options() -> set[str]:
    """Every command and option of the command line."""
    found: set[str] = set()

    def visit(command: Any, name: str) -> None:
        found.update([name, *(option for parameter in command.params for option in parameter.opts)])
        for key, inner in getattr(command, "commands", {}).items():
            visit(inner, f"{name} {key}")

    visit(program("da"), "som")
    return found


def test_each_word_stands_once() -> None:
    assert len(BY_KEY) == len(TERMS)
    for words in ([term.danish for term in TERMS], [term.english for term in TERMS]):
        assert sorted(words) == sorted(set(words))


def test_each_word_has_a_short_meaning_in_both_languages() -> None:
    meanings = [meaning for term in TERMS for meaning in (term.meaning_da, term.meaning_en)]
    assert [meaning for meaning in meanings if not re.fullmatch(r"[A-ZÆØÅÉ\d].*[.)]", meaning)] == []
    assert [meaning for meaning in meanings if len(meaning) > LONGEST] == []
    assert [meaning for meaning in meanings if set("|<>") & set(meaning)] == [], "it stands in a table of a page"
    assert [term.key for term in TERMS if not re.fullmatch(r"[a-z][a-z0-9_]*", term.key)] == []


def test_labels_are_the_word_or_its_plural_with_a_capital_letter_or_as_it_stands() -> None:
    labels = glossary_labels()
    assert labels["net"] == ("Nettoresultat", "Net")
    assert labels["published"] == ("offentliggjort", "published")
    assert labels["target_groups"] == ("Målgrupper", "Target groups")
    assert len(labels) == sum(len(list(term.words())) for term in TERMS), "a key stands under two words"
    assert {key: TABLE[key] for key in labels} == labels


def test_a_label_that_is_a_word_of_the_glossary_comes_from_it() -> None:
    words = {(term.danish.lower(), term.english.lower()) for term in TERMS}
    words |= {(term.plural[0].lower(), term.plural[1].lower()) for term in TERMS}
    labels = glossary_labels()
    assert [key for key, (da, en) in TABLE.items() if (da.lower(), en.lower()) in words and key not in labels] == []


def test_the_words_of_the_field_are_here_as_they_are() -> None:
    assert OF_THE_FIELD.items() - {(term.english, term.danish) for term in TERMS} == set()


def test_what_one_writes_is_there_to_be_written() -> None:
    for term in TERMS:
        for written in term.fields:
            field, _, value = written.partition(": ")
            assert field in FIELDS, (term.key, written)
            assert not value or value in (RULES if field == "rule" else VALUES), (term.key, written)
        for call in term.calls:
            assert call in COMMANDS if call.startswith(("som ", "--")) else public(call), (term.key, call)


COMMANDS = commands_and_options()


def public(name: str) -> bool:
    """Whether a name in Python is a public one, or belongs to one."""
    first, *rest = name.removeprefix("som.").split(".")
    thing = getattr(som, first)
    return first in som.__all__ and all(each in getattr(thing, "__all__", dir(thing)) for each in rest)


def test_a_danish_name_that_a_file_may_hold_is_the_word_of_its_field() -> None:
    checked = 0
    for term in TERMS:
        written = {part for field in term.fields for part in field.split(": ")}
        for word in {term.danish, term.plural[0]} & set(DANISH_NAMES) if written else ():
            assert DANISH_NAMES[word] in written, (word, term.key)
            checked += 1
        assert (rule_called(term.danish) or term.key) in (term.key, "kmf_psychiatry")
    assert checked > 20


def test_no_text_has_another_danish_word_for_it() -> None:
    texts = {key: re.sub(r"\{\w*\}", "", danish) for key, (danish, _) in TABLE.items()}
    for rule in rules().values():
        for asked in rule.parameters:
            texts |= {f"{asked.name}: {what}": getattr(asked, what)[0] for what in ("unit", "label", "at", "asked")}
    texts |= {f"meaning of {term.key}": term.meaning_da.replace(HEARD_ELSEWHERE.get(term.key, "\0"), "") for term in TERMS}
    avoided = {word.lower(): term.danish for term in TERMS for word in term.avoided}
    other = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, avoided))})(?![\w-])", re.IGNORECASE)
    found = {key: (word[0], avoided[word[0].lower()]) for key, text in texts.items() if (word := other.search(text))}
    assert found == {}, "(the word that stands there, the word of the glossary)"


def test_attrition_says_what_it_is_and_what_it_is_not() -> None:
    attrition, completion = BY_KEY["attrition_rate"], BY_KEY["completion_rate"]
    assert "dør eller flytter" in attrition.meaning_da
    assert f"IKKE dem, der forlader indsatsen undervejs: dem viser {completion.danish}n" in attrition.meaning_da
    assert "die or move away" in attrition.meaning_en
    assert f"the {completion.english} tells of them" in attrition.meaning_en


def test_the_pages_lead_to_every_word_in_alphabetical_order() -> None:
    glossary = making("glossary")
    for page, language in ((glossary.glossary_page(), "english"), (glossary.glossary_page_in_danish(), "danish")):
        rows = re.findall(r'^\| <a id="(\w+)"></a>\*\*(.+?)\*\* \|', page, flags=re.MULTILINE)
        assert dict(rows) == {term.key: getattr(term, language) for term in TERMS}
        assert len(rows) == len(TERMS)
        assert set(re.findall(r"\]\(#(\w+)\)", page)) <= set(BY_KEY)
        initials = [word[0] for _, word in rows]
        assert initials == sorted(initials, key="abcdefghijklmnopqrstuvwxyzæøå".index)
    danish = [word for _, word in rows]
    assert danish.index("udsving") < danish.index("underskud") < danish.index("ændring i enheder")
    assert danish.index("ændring i enheder") < danish.index("økonomisk konsekvens") < danish.index("årgang")
    assert danish.index("succes") < danish.index("succesmål") < danish.index("succesrate")


def test_the_pages_say_in_each_language_what_a_word_means_and_what_one_writes() -> None:
    row = '| <a id="attrition_rate"></a>**{}** | *{}* | {}<br>`attrition_rate` |\n'
    term = BY_KEY["attrition_rate"]
    assert row.format("attrition rate", "frafald", term.meaning_en) in making("glossary").glossary_page()
    assert row.format("frafald", "attrition rate", term.meaning_da) in making("glossary").glossary_page_in_danish()
    assert "(Kilde: Rigsarkivet.)<br>`som budget` |" in making("glossary").glossary_page_in_danish()
