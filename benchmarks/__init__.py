"""One harness for accuracy, repair, speed and peers: ``python -m benchmarks`` or ``vnreport bench``."""
