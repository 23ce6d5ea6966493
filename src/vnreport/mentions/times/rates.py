"""What makes a month or a quarter that of every year: ``hàng`` *tháng*, ``mỗi`` *quý*."""

from __future__ import annotations

from vnreport.mentions.times.reading import Reading
from vnreport.mentions.times.words import words

_RATES = frozenset({"mỗi", "một", "hàng", "hằng", "theo", "bình quân"})


def rated(reading: Reading, at: int) -> bool:
    """Tell whether a word of rate stands before a time; ``ngân hàng`` *tháng 5* is a bank's month."""
    word = reading.word_before(at)
    if word == "hàng":
        noun = reading.before(at).split()[-2:-1]
        return not noun or noun[0] not in words("goods")
    return word in _RATES
