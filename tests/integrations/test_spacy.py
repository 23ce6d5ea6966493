"""vnreport as a component of spaCy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vnreport
from vnreport.report import Report

spacy = pytest.importorskip("spacy")
integration = pytest.importorskip("vnreport.integrations.spacy")

TEXT = (
    "Trong tháng 7 năm 2017, Sở Y tế đã thực hiện khoản 2 Điều 5 Nghị định số 09/2017/NĐ-CP ngày 09/02/2017 "
    "của Chính phủ;  tổ chức 02 lớp tập huấn.\n\nPhạt 26 triệu đồng."
)


@pytest.fixture
def nlp() -> Any:
    pipeline = integration.blank()
    pipeline.add_pipe("vnreport")
    return pipeline


def test_mentions_and_facts(nlp: Any) -> None:
    doc = nlp(TEXT)
    report = vnreport.extract(TEXT, repair=False)
    assert [(s.text, s.label_, s.id_) for s in doc.spans["vnreport"]] == [
        (m.text, m.type, m.id) for m in report.mentions
    ]
    assert doc._.facts == report.facts
    assert doc._.vnreport == report
    assert [s._.vnreport for s in doc.spans["vnreport"]] == report.mentions
    assert {e.label_ for e in doc.ents} >= {"instrument", "time", "quantity", "money"}
    assert all(a.end <= b.start for a, b in zip(doc.ents, doc.ents[1:], strict=False))


def test_a_doc_that_was_not_read() -> None:
    doc = spacy.blank("xx")("Xin chào")
    assert (doc._.vnreport, doc._.facts, doc[:1]._.vnreport) == (None, [], None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "  ",
        "\n",
        "a",
        " a",
        "a ",
        "a  b",
        "a\n b",
        "a \n b",
        "\u00a0a\tb\r\n",
        "Sở  Y tế",
        "\0a\x1c b",
        TEXT,
    ],
)
def test_texts_round_trip(text: str) -> None:
    doc = integration.blank()(text)
    assert doc.text == text
    assert "".join(token.text_with_ws for token in doc) == text
    assert all(token.text for token in doc)


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return integration.blank().tokenizer


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_text_round_trips(tokenizer: Any, text: str) -> None:
    assert tokenizer(text).text == text


def test_lone_surrogates_move_no_offset(nlp: Any) -> None:
    doc = nlp("a\ud800b, phạt 26 triệu đồng")
    assert doc.text == "a\ufffdb, phạt 26 triệu đồng"
    assert [s.text for s in doc.spans["vnreport"]] == ["26 triệu đồng"]


def test_words_have_several_syllables() -> None:
    assert "tập huấn" in [token.text for token in integration.blank()("Tổ chức lớp tập huấn.")]


def test_other_tokenizers_widen_spans() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("vnreport")
    doc = nlp("Phạt 26 triệu đồng/người.")
    assert all(span._.vnreport.text in span.text for span in doc.spans["vnreport"])
    assert doc.spans["vnreport"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_entities_that_are_there_stay_unless_told_otherwise(overwrite: bool) -> None:
    nlp = integration.blank()
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "X", "pattern": "26"}, {"label": "X", "pattern": "Zalo"}])
    nlp.add_pipe("vnreport", config={"overwrite_ents": overwrite})
    doc = nlp("Zalo: phạt 26 triệu đồng. Tổ chức 02 lớp tập huấn.")
    labels = {(e.text, e.label_) for e in doc.ents}
    kept = {("26 triệu đồng", "money")} if overwrite else {("Zalo", "X"), ("26", "X")}
    assert labels == {*kept, ("02 lớp tập huấn", "quantity")}


def test_entities_can_be_left_alone(nlp: Any) -> None:
    nlp = integration.blank()
    nlp.add_pipe("vnreport", config={"ents": False})
    doc = nlp(TEXT)
    assert not doc.ents
    assert doc.spans["vnreport"]


def test_the_reference_date() -> None:
    nlp = integration.blank()
    nlp.add_pipe("vnreport", config={"reference_date": "2018-07-03"})
    doc = nlp("Năm ngoái, phạt 26 triệu đồng.")
    assert [t.start_date.year for t in doc._.vnreport.times] == [2017]


def test_processes(nlp: Any) -> None:
    texts = [TEXT, "", "Phạt 5 triệu đồng."] * 3
    docs = list(nlp.pipe(texts, n_process=2, batch_size=2))
    assert [doc.text for doc in docs] == texts
    assert [doc._.vnreport for doc in docs] == [vnreport.extract(text, repair=False) for text in texts]
    assert docs[2].spans["vnreport"][0]._.vnreport.value == 5_000_000
    assert [e.label_ for e in docs[2].ents] == ["money"]


def test_docs_can_be_stored(nlp: Any) -> None:
    doc = nlp(TEXT)
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.vnreport == doc._.vnreport
    stored = spacy.tokens.DocBin(store_user_data=True, docs=[doc]).to_bytes()
    [binned] = spacy.tokens.DocBin().from_bytes(stored).get_docs(spacy.blank("xx").vocab)
    assert binned._.facts == doc._.facts
    assert [s.id_ for s in binned.spans["vnreport"]] == [s.id_ for s in doc.spans["vnreport"]]


def test_pipelines_can_be_stored(nlp: Any, tmp_path: Path) -> None:
    expected = nlp(TEXT)._.vnreport
    again = integration.blank()
    again.add_pipe("vnreport")
    assert again.from_bytes(nlp.to_bytes())(TEXT)._.vnreport == expected
    nlp.to_disk(tmp_path / "model")
    loaded = spacy.load(tmp_path / "model")
    assert loaded(TEXT)._.vnreport == expected
    assert loaded(TEXT).text == TEXT


def test_another_process_finds_the_component_by_its_name(nlp: Any, tmp_path: Path) -> None:
    from importlib.metadata import entry_points

    if not entry_points(group="spacy_factories").select(name="vnreport"):
        pytest.skip("vnreport is not installed, so it has no entry points")
    nlp.to_disk(tmp_path / "model")
    code = (
        "import spacy, sys\n"
        "assert 'vnreport' not in sys.modules\n"
        "spacy.blank('en').add_pipe('vnreport')\n"
        "print(len(spacy.load(sys.argv[1])('Phạt 5 triệu đồng.')._.facts))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "model")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "1"), done.stderr


def test_read_repairs_first(nlp: Any) -> None:
    raw = "Ủy ban thành phố Ðà Nẵng phạt 26 triệu đồng."
    for pipeline in (nlp, integration.blank()):
        doc = integration.read(raw, pipeline)
        assert doc.text == raw.replace("Ð", "Đ")
        assert isinstance(doc._.vnreport, Report)
        assert doc._.vnreport == vnreport.extract(raw)
        assert len(doc.spans["vnreport"]) == len(doc._.vnreport.mentions)
