"""The training of the language model: models mixed, and the genre it is for."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from language_model_parts import genre, kneser_ney
from vnreport.repair.language_model import ID_BITS

SIZE = 3000


def model(seed: int) -> kneser_ney.Model:
    rng = np.random.default_rng(seed)
    text = (rng.pareto(0.8, 20_000) * 8).astype(np.int64) % SIZE
    return kneser_ney.estimate(text.astype(np.uint16), 4, SIZE, lambda *_: None)


@pytest.mark.parametrize("trust", [0.0, 0.5, 1.0])
def test_a_model_mixed_with_itself_is_itself(trust: float) -> None:
    one = model(1)
    unigram, orders = kneser_ney.mix([(one, 0.7, 20_000), (one, 0.3, 20_000)], trust)
    assert np.allclose(unigram, one[0])
    for n, order in orders.items():
        assert np.array_equal(order.keys, one[1][n].keys)
        assert np.allclose(order.probability, one[1][n].probability, rtol=1e-4)
        assert np.allclose(order.lower, one[1][n].lower, rtol=1e-4)


def test_a_mixture_lies_between_its_models() -> None:
    one, two = model(1), model(2)
    _, orders = kneser_ney.mix([(one, 0.5, 20_000), (two, 0.5, 20_000)], 0.0)
    for n, order in orders.items():
        both = np.isin(order.keys, one[1][n].keys) & np.isin(order.keys, two[1][n].keys)
        assert both.any()
        keys = order.keys[both]
        sides = [m[1][n].probability[np.searchsorted(m[1][n].keys, keys)] for m in (one, two)]
        assert np.allclose(order.probability[both], sum(sides) / 2, rtol=1e-4)
        assert (order.probability > 0).all()


def test_a_history_decides_what_a_model_is_worth() -> None:
    one, two = model(1), model(2)
    _, orders = kneser_ney.mix([(one, 0.5, 20_000), (two, 0.5, 20_000)], 1.0)
    keys = orders[2].keys[np.isin(orders[2].keys, one[1][2].keys) & np.isin(orders[2].keys, two[1][2].keys)]
    first = (keys >> np.uint64(ID_BITS)).astype(np.int64)
    p, q = (m[1][2].probability[np.searchsorted(m[1][2].keys, keys)] for m in (one, two))
    a, b = one[0][first], two[0][first]
    mixed = orders[2].probability[np.searchsorted(orders[2].keys, keys)]
    assert np.allclose(mixed, (a * p + b * q) / (a + b), rtol=1e-3)


def test_the_nearest_documents_are_those_of_the_genre() -> None:
    alike, other = np.array([0, 1, 1, 2, 1, 1], np.int32), np.array([0, 3, 4, 5, 3, 4], np.int32)
    stream = np.concatenate([other, other, alike, *[other] * 15]).astype(np.int32)
    starts = np.arange(0, len(stream), 6)
    found = genre.nearest(stream, starts, np.repeat(alike, 500), 6)
    assert alike.tolist() in found.reshape(-1, 6).tolist()
    assert len(found) < len(stream) / 4


def test_the_names_of_the_tables_come_with_what_they_belong_to() -> None:
    found = set(genre.phrases())
    assert "xã Lũng Cú, huyện Đồng Văn, tỉnh Hà Giang" in found
    assert any(line.startswith("Sở Tài chính tỉnh") for line in found)
