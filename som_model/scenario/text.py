"""A text for readers, in one language or in both."""

from typing import Any, Literal

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from som_model.scenario.frozen import Frozen
from som_model.scenario.quantities import refusal


class Text(Frozen):
    """One text, or one for each language: {da: …, en: …}."""

    da: str | None = None
    """The text in Danish."""
    en: str | None = None
    """The text in English."""

    @model_validator(mode="before")
    @classmethod
    def _one_text_serves_both(cls, raw: Any) -> Any:
        if isinstance(raw, str):
            return {"da": raw, "en": raw}
        if isinstance(raw, list) or raw == {}:
            raise refusal("text_expected")
        return raw

    def say(self, language: Literal["da", "en"] = "da") -> str:
        """The text in the language, else in the other one."""
        first, second = (self.da, self.en) if language == "da" else (self.en, self.da)
        return first or second or ""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler.resolve_ref_schema(handler(schema))]}
