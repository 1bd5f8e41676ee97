"""An allowance for optimism: what is taken off effects and savings and put on costs, by how good the figures are."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from som_model.scenario.frozen import Frozen
from som_model.scenario.quantities import Fraction, In, refusal
from som_model.scenario.text import Text

GRADES = ("published", "local", "expert", "assumed", "implied", "not_stated")


FORM = "{source: …, effects: {assumed: 0.2}}"


class ByGrade(Frozen):
    """A share for each grade of quality; 0 unless stated. A number alone holds for every grade."""

    published: Fraction = 0.0
    """For figures that are published."""
    local: Fraction = 0.0
    """For figures from the municipality's own data."""
    expert: Fraction = 0.0
    """For figures judged by experts."""
    assumed: Fraction = 0.0
    """For figures that are assumed."""
    implied: Fraction = 0.0
    """For figures implied by another result."""
    not_stated: Fraction = 0.0
    """For figures whose quality is not stated."""

    def most(self, grades: tuple[str | None, ...]) -> float:
        """The largest share among the grades that a line rests on; None is not stated."""
        return max((getattr(self, grade or "not_stated") for grade in grades), default=0.0)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        mapping = handler.resolve_ref_schema(handler(schema))
        return {"anyOf": [dict(mapping["properties"]["published"]), dict(mapping)]}


def _for_all(raw: Any) -> Any:
    if isinstance(raw, dict) and "value" in raw:
        raise refusal("grades_are_plain", grades=", ".join(GRADES))
    return dict.fromkeys(GRADES, raw) if isinstance(raw, str) else raw


NOTHING = ByGrade.model_construct(None, **dict.fromkeys(GRADES, 0.0))
Allowance = Annotated[ByGrade, In("share, 0-1, one or one for each grade"), BeforeValidator(_for_all)]


class Prudence(Frozen):
    """An allowance for optimism, shown as its own line: lower effects and savings, higher costs, by quality.

    It always counts against the programme. Practice: HM Treasury's Green Book (2003, paragraphs 5.61-5.62: raise
    costs, lower benefits), and Greater Manchester's cost-benefit model, supplementary guidance to it since 2014.
    No percentages are built in: they are stated with their source.
    """

    source: str
    """Whose percentages these are."""
    effects: Allowance = NOTHING
    """Share taken off, by the quality of the success rate and of the change."""
    savings: Allowance = NOTHING
    """Share taken off, by the quality of the unit cost."""
    costs: Allowance = NOTHING
    """Share put on, by the quality of the post or cost line."""
    note: Text | None = None
    """Why these percentages."""

    @model_validator(mode="before")
    @classmethod
    def _is_a_block(cls, raw: Any) -> Any:
        if not isinstance(raw, dict):
            raise refusal("mapping_expected", write=FORM)
        return raw

    @model_validator(mode="after")
    def _states_something(self) -> Self:
        if not {"effects", "savings", "costs"} & self.model_fields_set:
            raise refusal("prudence_nothing", write=FORM)
        return self

    def takes_anything(self) -> bool:
        """Whether any share is above 0."""
        return any(part.most(GRADES) for part in (self.effects, self.savings, self.costs))
