"""The base of all models of the report: what they share, and how they are made fast."""

from __future__ import annotations

import ast
import inspect
import itertools
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec, TypeVar, cast

from pydantic import BaseModel, ConfigDict, PlainSerializer

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema


_SPARE_KEYS = 32

P = ParamSpec("P")
M = TypeVar("M")
V = TypeVar("V")


def _json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    PlainSerializer(_json_number, return_type=int | float, when_used="json"),
]
"""A decimal number that JSON shows as a number, not as a string."""


# Factories of our own: pydantic looks at their signatures, and that of ``list`` takes a millisecond.
def no_items() -> list[Any]:
    """Give a new empty list."""
    return []


def no_entries() -> dict[str, Any]:
    """Give a new empty dictionary."""
    return {}


class Model(BaseModel):
    """Base of all models: unknown fields are refused, field docstrings reach the JSON schema."""

    model_config = ConfigDict(extra="forbid", defer_build=True)

    def model_post_init(self, _: Any) -> None:
        """Take all fields as set: one set of names for all of a class, not one each.

        A report of 10 MB has hundreds of thousands of them, and such sets are two fifths of their memory.
        """
        object.__setattr__(self, "__pydantic_fields_set__", _field_names(type(self)))

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe the fields by the docstrings behind them.

        ``use_attribute_docstrings`` does so for every class at every start, a tenth of a second in all.
        """
        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        for owner in cls.__mro__:
            for name, text in _field_docstrings(owner).items():
                if name in properties:
                    properties[name].setdefault("description", text)
        return schema


def made(model: Callable[P, M]) -> Callable[P, M]:
    """Give what makes objects of a model out of values that are right: finding them checked them already.

    Validation would cost more than many a mention took to find.
    """
    maker: Callable[P, M] = _maker(model)
    return maker


@cache
def _maker(model: Any) -> Any:
    fields = model.model_fields
    blank = _blank(model)
    factories = [(name, f.default_factory) for name, f in fields.items() if f.default_factory is not None]
    new, names = model.__new__, _field_names(model)
    # The slots of a model, set without a look for who sets them.
    put_fields, put_names, put_extra, put_private = (
        vars(BaseModel)[slot].__set__
        for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
    )
    private = model.__private_attributes__

    def make(**values: Any) -> Any:
        known = blank.copy()
        known.update(values)
        for name, factory in factories:
            if name not in values:
                known[name] = factory()
        one = new(model)
        put_fields(one, known)
        put_names(one, names)
        put_extra(one, None)
        own = {name: attribute.get_default() for name, attribute in private.items()} if private else None
        put_private(one, own)
        return one

    return make


def _blank(model: type[Model]) -> dict[str, Any]:
    """Give the defaults of a model in a dictionary whose copies are small.

    It is the dictionary of an object: that shares its keys with all of its class, and so do its copies.
    """
    one = object.__new__(model)
    for name, field in model.model_fields.items():
        object.__setattr__(one, name, field.default)
    return vars(one)


def compact(entries: dict[str, V]) -> dict[str, V]:
    """Give a dictionary in half the memory: it shares its keys with all that were compacted with the same."""
    known = _keys(tuple(entries)).copy()
    known.update(entries)
    return known


@cache
def _keys(names: tuple[str, ...]) -> dict[str, Any]:
    """Give the dictionary of an object, whose copies share its keys."""
    kind = type("Keys", (), {})
    one = kind()
    for name in names:
        setattr(one, name, None)
    for _ in range(_SPARE_KEYS):  # each further object gives up one of the places for keys to come
        kind()
    keys: dict[str, Any] = vars(one)
    return keys


@cache
def _field_names(model: type[Model]) -> set[str]:
    return set(model.model_fields)


def _field_docstrings(owner: type) -> dict[str, str]:
    """Read the strings that stand behind the fields in the source of a class."""
    if owner is object or not issubclass(owner, Model):
        return {}
    body = cast("ast.ClassDef", ast.parse(inspect.getsource(owner)).body[0]).body
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in itertools.pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
