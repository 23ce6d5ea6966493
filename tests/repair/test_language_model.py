"""The language model: its file, its probabilities, its filter."""

from __future__ import annotations

import statistics
from importlib.resources import files

import numpy as np
import pytest

from vnreport.repair import language_model
from vnreport.repair.language_model import LanguageModel, load
from vnreport.repair.letters.channel import vocabulary


def ids(text: str) -> list[int]:
    return [vocabulary()[word] for word in text.split()]


def test_the_file_is_small() -> None:
    path = files("vnreport.repair") / "data" / "language_model.bin"
    assert len(path.read_bytes()) < 25_000_000


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="not a language model"):
        LanguageModel(b"something else altogether")


def test_what_is_usual_is_likelier() -> None:
    model = load()
    history = np.array([[i] for i in ids("ủy ban nhân")])
    people, other = ids("dân"), ids("dần")
    assert model.score(history, np.array(people))[0] > model.score(history, np.array(other))[0] + 3


@pytest.mark.parametrize("length", [1, 2, 3])
def test_scores_are_finite_and_as_long_as_asked(length: int) -> None:
    model = load()
    rng = np.random.default_rng(0)
    history = rng.integers(0, len(model.vocabulary), (length, 1000))
    scores = model.score(history, rng.integers(0, len(model.vocabulary), 1000))
    assert scores.shape == (1000,)
    assert np.isfinite(scores).all()


def test_the_probabilities_of_all_words_sum_to_about_one() -> None:
    model = load()
    words = np.arange(len(model.vocabulary))
    sums = []
    for text in (
        "ủy ban nhân",
        "thành phố",
        "của",
        "tổ chức",
        "trên địa bàn",
        "năm",
        "các cơ sở",
        "và",
        "sản xuất",
    ):
        history = np.repeat(np.array([[i] for i in ids(text)]), len(words), axis=1)
        sums.append(float(np.exp(model.score(history, words)).sum()))
    # One n-gram in a thousand that is absent is found by chance, so that single sums lie apart.
    assert 0.95 < statistics.median(sums) < 1.05


def test_absent_ngrams_are_hardly_ever_found() -> None:
    model = load()
    rng = np.random.default_rng(1)
    rare = rng.integers(len(model.vocabulary) // 2, len(model.vocabulary), (4, 20_000))
    hits, _ = model.lookup("p4", language_model.pack(*rare))
    assert hits.mean() < 0.005


def test_an_empty_batch() -> None:
    empty = np.zeros(0, dtype=np.int64)
    assert len(load().score(empty.reshape(1, 0), empty)) == 0
