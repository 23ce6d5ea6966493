"""The parts of ``train_language_model.py``: estimation, packing, tell-tale fragments."""
