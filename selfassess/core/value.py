"""Value: what every thing of the subject is made of."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A value: never changed in place, never holding a field it does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )

    def changed(self, **fields: Any) -> Self:
        """Return this value with some fields replaced, all of them checked again.

        Raises:
            pydantic.ValidationError: a field does not exist or does not fit.
        """
        now = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate({**now, **fields})
