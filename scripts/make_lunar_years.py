"""Compute ``lexicon/lunar_years.tsv``: the Vietnamese lunar calendar, 1900 to 2100.

New moons and the sun's longitude follow Jean Meeus, Astronomical Algorithms (1998), chapters 25 and
49, in the arrangement that Hồ Ngọc Đức published for the Vietnamese calendar (time zone UTC+7; the
month that holds the winter solstice is the 11th; the first month without a major solar term is the
leap month). Before 1968 the official calendar followed UTC+8, so these years may differ by a day.

Against vnlunar 1.0 every first and fifteenth day of a lunar month from 1968 to 2050 is the same; against the
Chinese calendar (lunardate 0.3) New Year differs in 1968, 1969, 1985, 2007 and 2030, as it does in Vietnam.
"""

from __future__ import annotations

import datetime as dt
import math
from itertools import pairwise
from pathlib import Path

ZONE = 7.0
TARGET = Path(__file__).parent.parent / "src" / "vnreport" / "lexicon" / "lunar_years.tsv"
HEAD = """\
# The Vietnamese lunar calendar (UTC+7). Computed by scripts/make_lunar_years.py after Jean Meeus,
# Astronomical Algorithms, and Hồ Ngọc Đức's rules of the Vietnamese calendar.
# long_months: for each month in order, leap month included, 1 for 30 days and 0 for 29.
"""


def new_moon(count: int) -> int:
    """Give the local Julian day number of the count-th new moon after 1900-01-01."""
    t = count / 1236.85
    t2, t3, dr = t * t, t * t * t, math.pi / 180
    jd = 2415020.75933 + 29.53058868 * count + 0.0001178 * t2 - 0.000000155 * t3
    jd += 0.00033 * math.sin((166.56 + 132.87 * t - 0.009173 * t2) * dr)
    m = (359.2242 + 29.10535608 * count - 0.0000333 * t2 - 0.00000347 * t3) * dr
    mpr = (306.0253 + 385.81691806 * count + 0.0107306 * t2 + 0.00001236 * t3) * dr
    f = (21.2964 + 390.67050646 * count - 0.0016528 * t2 - 0.00000239 * t3) * dr
    c = (0.1734 - 0.000393 * t) * math.sin(m) + 0.0021 * math.sin(2 * m)
    c += -0.4068 * math.sin(mpr) + 0.0161 * math.sin(2 * mpr) - 0.0004 * math.sin(3 * mpr)
    c += 0.0104 * math.sin(2 * f) - 0.0051 * math.sin(m + mpr) - 0.0074 * math.sin(m - mpr)
    c += 0.0004 * math.sin(2 * f + m) - 0.0004 * math.sin(2 * f - m) - 0.0006 * math.sin(2 * f + mpr)
    c += 0.0010 * math.sin(2 * f - mpr) + 0.0005 * math.sin(2 * mpr + m)
    delta = -0.000278 + 0.000265 * t + 0.000262 * t2
    if t < -11:
        delta = 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
    return int(jd + c - delta + 0.5 + ZONE / 24)


def sun_sector(day: int) -> int:
    """Give which twelfth of the ecliptic the sun is in at local midnight of a Julian day."""
    t = (day - 0.5 - ZONE / 24 - 2451545.0) / 36525
    t2, dr = t * t, math.pi / 180
    m = 357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2
    mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2
    centre = (1.914600 - 0.004817 * t - 0.000014 * t2) * math.sin(dr * m)
    centre += (0.019993 - 0.000101 * t) * math.sin(2 * dr * m) + 0.000290 * math.sin(3 * dr * m)
    longitude = (mean + centre - 0.00569 - 0.00478 * math.sin((125.04 - 1934.136 * t) * dr)) * dr
    longitude -= 2 * math.pi * math.floor(longitude / (2 * math.pi))
    return int(longitude / math.pi * 6)


def julian(year: int, month: int, day: int) -> int:
    """Give the Julian day number of a day."""
    return dt.date(year, month, day).toordinal() + 1721425


def eleventh_month(year: int) -> int:
    """Give the first day of the lunar month that holds the winter solstice of a year."""
    count = int((julian(year, 12, 31) - 2415021) / 29.530588853)
    start = new_moon(count)
    return new_moon(count - 1) if sun_sector(start) >= 9 else start


def months_between(year: int) -> list[tuple[int, int, int]]:
    """Give (month, first day, leap) from the 11th month of a year to the next 11th month."""
    first, last = eleventh_month(year), eleventh_month(year + 1)
    count = int(0.5 + (first - 2415021.076998695) / 29.530588853)
    starts = [new_moon(count + i) for i in range(15)]
    starts = starts[: starts.index(last)]
    leap_at = -1
    if len(starts) == 13:
        leap_at = next(
            i for i in range(1, 13) if sun_sector(starts[i]) == sun_sector(new_moon(count + i + 1))
        )
    months, number = [], 10
    for i, start in enumerate(starts):
        number += i != leap_at
        months.append(((number - 1) % 12 + 1, start, int(i == leap_at)))
    return months


def main() -> None:
    """Write the table."""
    rows = ["year\tnew_year\tlong_months\tleap_month"]
    for year in range(1900, 2101):
        months = months_between(year - 1)[2:] + months_between(year)
        while months[0][0] != 1:
            months.pop(0)
        end = next(i for i, (number, _, _) in enumerate(months) if number == 1 and i > 1)
        span = months[: end + 1]
        lengths = "".join(str(b[1] - a[1] - 29) for a, b in pairwise(span))
        leap = next((number for number, _, is_leap in span if is_leap), 0)
        first = dt.date.fromordinal(span[0][1] - 1721425)
        rows.append(f"{year}\t{first.isoformat()}\t{lengths}\t{leap}")
    TARGET.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
