"""Counting, interpolated modified Kneser-Ney estimates, and pruning, all in NumPy on packed integers.

Chen and Goodman, "An empirical study of smoothing techniques for language modeling" (1999).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vnreport.repair.language_model import EOS, ID_BITS

Keys = NDArray[np.uint64]
Floats = NDArray[np.float32]
_U = np.uint64
LEAST_COUNT = {2: 1, 3: 1, 4: 2, 5: 2}
"""N-grams seen less often are dropped at once; their mass stays with the shorter history."""


@dataclass
class Order:
    """The n-grams of one length, by key."""

    keys: Keys
    probability: Floats
    lower: Floats
    """The probability under the next shorter history."""
    count: Floats
    """How often it was seen; for the shorter n-grams, behind how many words."""
    contexts: Keys
    """The histories, in order."""
    rest: Floats
    """The mass that each history leaves to the next shorter one."""


Model = tuple[NDArray[np.float64], dict[int, Order]]
"""The probabilities of the words, and the n-grams by length."""


@dataclass
class Kept:
    """The n-grams that the model keeps: log-ratios to the shorter history, and back-offs by context."""

    unigram: Floats
    unigram_backoff: Floats
    values: dict[str, tuple[Keys, Floats]]


def _unique(keys: Keys) -> tuple[Keys, NDArray[np.int32]]:
    keys.sort()
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    return keys[starts], np.diff(np.r_[starts, len(keys)]).astype(np.int32)


def _ngrams(text: NDArray[np.uint16], n: int) -> Keys:
    """Pack all n-grams that no sentence end interrupts."""
    length = len(text) - n + 1
    keys = np.zeros(length, _U)
    whole = np.ones(length, bool)
    for i in range(n):
        ids = text[i : i + length]
        keys = (keys << _U(ID_BITS)) | ids.astype(_U)
        if 0 < i < n - 1:
            whole &= ids != EOS
    return keys[whole]


def _discounts(counts: NDArray[np.int32]) -> NDArray[np.float64]:
    n = [int((counts == i).sum()) for i in range(1, 5)]
    y = n[0] / (n[0] + 2 * n[1])
    return np.array([0.0] + [i + 1 - (i + 2) * y * n[i + 1] / n[i] for i in range(3)])


def _counts(text: NDArray[np.uint16], order: int) -> dict[int, tuple[Keys, NDArray[np.int32]]]:
    """Count the longest n-grams, and for the shorter ones how many words come before them."""
    counts = {order: _unique(_ngrams(text, order))}
    for n in range(order - 1, 0, -1):
        keys, number = _unique(counts[n + 1][0] & _U((1 << (ID_BITS * n)) - 1))
        if n > 1:
            # Nothing comes before the beginning of a sentence: true counts there.
            raw, raw_number = _unique(_ngrams(text, n))
            opens, inner = raw >> _U(ID_BITS * (n - 1)) == EOS, keys >> _U(ID_BITS * (n - 1)) != EOS
            keys = np.concatenate([raw[opens], keys[inner]])
            number = np.concatenate([raw_number[opens], number[inner]])
        counts[n] = keys, number
    return counts


def estimate(text: NDArray[np.uint16], order: int, size: int, log: Callable[..., None]) -> Model:
    """Give the probabilities of the words and of all n-grams up to an order."""
    counts = _counts(text, order)
    keys, number = counts.pop(1)
    full = np.zeros(size)
    full[keys.astype(np.int64)] = number
    discount = _discounts(number)[np.minimum(full.astype(np.int64), 3)]
    unigram = (full - discount) / full.sum() + discount.sum() / full.sum() / size
    shorter, shorter_keys = unigram, None
    orders: dict[int, Order] = {}
    for n in range(2, order + 1):
        keys, number = counts.pop(n)
        context = keys >> _U(ID_BITS)
        starts = np.flatnonzero(np.r_[True, context[1:] != context[:-1]])
        total = np.add.reduceat(number.astype(np.float64), starts)
        keep = number >= LEAST_COUNT[n]
        mass = np.where(keep, number - _discounts(number)[np.minimum(number, 3)], 0)
        rest = 1 - np.add.reduceat(mass, starts) / total
        index = np.repeat(np.arange(len(starts)), np.diff(np.r_[starts, len(keys)]))
        suffix = keys & _U((1 << (ID_BITS * (n - 1))) - 1)
        lower = shorter[
            suffix.astype(np.int64) if shorter_keys is None else np.searchsorted(shorter_keys, suffix)
        ]
        probability = mass / total[index] + rest[index] * lower
        shorter, shorter_keys = probability, keys
        orders[n] = Order(
            keys[keep],
            probability[keep].astype(np.float32),
            lower[keep].astype(np.float32),
            number[keep].astype(np.float32),
            context[starts],
            rest.astype(np.float32),
        )
        log(f"{n}-grams: {len(keys):,}, seen often enough {keep.sum():,}")
    return unigram, orders


def mix(models: list[tuple[Model, float, int]], trust: float) -> Model:
    """Interpolate models linearly, each n-gram at its own length; a history decides what each is worth.

    After ``phổ cập`` the model of reports is worth more than after ``cầu thủ``: its share grows with how
    likely that history is in reports (Weintraub et al., "LM95 project report: fast training and
    portability", 1996).

    Args:
        models: each with its share of the probability, and how many words it was estimated from.
        trust: how far the history decides: 0 not at all, 1 as by Bayes's rule.
    """
    share = [part for _, part, _ in models]
    unigram = sum(part * model[0] for (model, part, _) in models)
    lowers = [model[0] for model, _, _ in models]
    shorter: Keys | None = None
    mixed, orders = np.asarray(unigram), {}
    histories = [np.log(model[0]).astype(np.float32) for model, _, _ in models]
    history_keys: Keys | None = None
    for n in sorted(models[0][0][1]):
        keys = np.unique(np.concatenate([model[1][n].keys for model, _, _ in models]))
        suffix = keys & _U((1 << (ID_BITS * (n - 1))) - 1)
        below = suffix.astype(np.int64) if shorter is None else np.searchsorted(shorter, suffix)
        found = [
            _expand(model[1][n], keys, low[below]) for (model, _, _), low in zip(models, lowers, strict=True)
        ]
        context = keys >> _U(ID_BITS)
        at = context.astype(np.int64) if history_keys is None else np.searchsorted(history_keys, context)
        whole = _weighed(found, share, [history[at] * np.float32(trust) for history in histories])
        histories = [
            history[at] + np.log(one).astype(np.float32)
            for history, one in zip(histories, found, strict=True)
        ]
        history_keys = keys
        count = np.zeros(len(keys), np.float32)
        for model, part, size in models:
            weight = part / share[0] * models[0][2] / size
            count[np.searchsorted(keys, model[1][n].keys)] += weight * model[1][n].count
        nothing = np.zeros(0, np.float32)
        orders[n] = Order(
            keys, whole.astype(np.float32), mixed[below].astype(np.float32), count, np.zeros(0, _U), nothing
        )
        shorter, lowers, mixed = keys, found, whole
    return np.asarray(unigram), orders


def _weighed(
    found: list[NDArray[np.float64]], share: list[float], weight: list[Floats]
) -> NDArray[np.float64]:
    """Give the mean of probabilities, weighed by shares and by log-weights of each n-gram's history."""
    most = np.maximum.reduce(weight)
    total, sum_ = np.zeros(len(most)), np.zeros(len(most))
    for one, part, log in zip(found, share, weight, strict=True):
        weighed = part * np.exp(log - most, dtype=np.float64)
        total += weighed
        sum_ += weighed * one
    return np.asarray(sum_ / total)


def _expand(order: Order, keys: Keys, lower: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the probabilities of n-grams, of those too that the model has not seen."""
    known, at = find(order.contexts, keys >> _U(ID_BITS))
    result = np.where(known, order.rest[at], 1.0) * lower
    result[np.searchsorted(keys, order.keys)] = order.probability
    return np.asarray(result)


def find(table: Keys, keys: Keys) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Tell which keys a sorted table holds, and where."""
    at = np.searchsorted(table, keys)
    at[at == len(table)] = 0
    return table[at] == keys, at


def score(kept: Kept, n: int, keys: Keys) -> NDArray[np.float64]:
    """Give the log-probability of packed n-grams under what is kept."""
    mask = _U((1 << ID_BITS) - 1)
    word = (keys & mask).astype(np.int64)
    result = kept.unigram[word].astype(np.float64)
    for m in range(2, n + 1):
        inner = keys & _U((1 << (ID_BITS * m)) - 1)
        context = inner >> _U(ID_BITS)
        hit, at = find(kept.values[f"p{m}"][0], inner)
        if m == 2:
            back = kept.unigram_backoff[context.astype(np.int64)].astype(np.float64)
        else:
            seen, where = find(kept.values[f"b{m - 1}"][0], context)
            back = np.where(seen, kept.values[f"b{m - 1}"][1][where], 0)
        result += np.where(hit, kept.values[f"p{m}"][1][at], back)
    return np.asarray(result)


def _strongest(gain: Floats, number: int) -> NDArray[np.bool_]:
    if number >= len(gain):
        return np.ones(len(gain), bool)
    return np.asarray(gain >= np.partition(gain, len(gain) - number)[len(gain) - number])


def prune(
    full: Model,
    words: list[str],
    entries: int,
    log: Callable[..., None],
) -> Kept:
    """Keep the n-grams that change most, by weighted difference (Seymore and Rosenfeld, 1996)."""
    unigram, orders = full
    shares = {2: 0.135, 3: 0.45, 4: 0.17}
    kept = Kept(np.log(unigram).astype(np.float32), np.zeros(len(words), np.float32), {})
    masks: dict[int, NDArray[np.bool_]] = {}
    for n in sorted(orders, reverse=True):
        order = orders[n]
        gain = np.abs(order.count * (np.log(order.probability) - np.log(order.lower)))
        masks[n] = _strongest(gain, int(shares[n] * entries))
        if n + 1 in orders:
            # An n-gram may be looked up only where the one without its first word is kept too.
            longer = orders[n + 1].keys[masks[n + 1]] & _U((1 << (ID_BITS * n)) - 1)
            hit, at = find(order.keys, longer)
            masks[n][at[hit]] = True
    for n, order in orders.items():
        mask = masks[n]
        keys, logs = order.keys[mask], np.log(order.probability[mask].astype(np.float64))
        kept.values[f"p{n}"] = (np.zeros(1, _U), np.zeros(1, np.float32))
        kept.values[f"b{n - 1}"] = kept.values.get(f"b{n - 1}", (np.zeros(1, _U), np.zeros(1, np.float32)))
        shorter = score(kept, n - 1, keys & _U((1 << (ID_BITS * (n - 1))) - 1))
        context = keys >> _U(ID_BITS)
        starts = np.flatnonzero(np.r_[True, context[1:] != context[:-1]])
        left = 1 - np.add.reduceat(np.exp(logs), starts)
        right = 1 - np.add.reduceat(np.exp(shorter), starts)
        back = (np.log(np.clip(left, 1e-4, 1)) - np.log(np.clip(right, 1e-4, 1))).astype(np.float32)
        kept.values[f"p{n}"] = keys, (logs - shorter).astype(np.float32)
        if n == 2:
            kept.unigram_backoff[context[starts].astype(np.int64)] = back
            del kept.values["b1"]
        else:
            kept.values[f"b{n - 1}"] = context[starts], back
        log(f"{n}-grams kept: {len(keys):,} in {len(starts):,} contexts")
    return kept
