"""vnreport within other libraries: spaCy and Hugging Face datasets; each module needs its library."""
