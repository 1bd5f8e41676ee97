"""Hypothesis draws of single values of the scenario language: numbers, estimates, years, payers."""

from dataclasses import dataclass, field

from hypothesis import strategies as st


@dataclass
class Frame:
    """What every line of one drawn scenario must agree with."""

    start: int
    end: int
    price_year: int
    price_years: list
    first_month: int
    last_month: int
    needed_from: int
    group_names: list
    expenses: list
    incomes: list
    programme_payers: bool
    rules: bool = False
    rules_as_of: int | None = None
    unit_costs: dict = field(default_factory=dict)

    @property
    def years(self):
        return list(range(self.start, self.end + 1))

    def first_own_year(self, own_years):
        """The first year of a line inside the period."""
        stated = own_years.get("from_year")
        first = self.first_month // 12 if stated is None else int(str(stated)[:4])
        return max(first, self.start)


GRADES = ["published", "local", "expert", "assumed", "implied"]


def chance(draw, one_in):
    # The last number, so that shrinking goes towards the plainer scenario.
    return draw(st.integers(0, one_in - 1)) == one_in - 1


def decimals(low, high, places):
    """Decimal numbers as people write them: no exponents, at most `places` decimals."""
    scale = 10**places
    return st.integers(round(low * scale), round(high * scale)).map(lambda n: n / scale)


def money(low=1, high=100_000):
    # Never three decimals: the language refuses 215.000.
    return st.one_of(st.integers(low, high), decimals(low, high, 2))


def people(high=40):
    return st.one_of(st.integers(0, high), decimals(0, high, 1))


def shares(low=0, high=1):
    return st.one_of(decimals(low, high, 2), decimals(low, high, 4))


def interval_around(value, width, places):
    ends = sorted([round(value * (1 - width), places), round(value * (1 + width), places)])
    return ends if ends[0] < value < ends[1] else None


def share_interval(value, width):
    """Within [0, 1] and narrow enough for a beta distribution."""
    half = width * min(value, 1 - value)
    ends = [round(value - half, 4), round(value + half, 4)]
    return ends if 0 < ends[0] < value < ends[1] < 1 else None


@st.composite
def stated(draw, numbers, is_share=False):
    """A plain number, sometimes an estimate around it."""
    value = draw(numbers)
    if not chance(draw, 5):
        return value
    estimate = {"value": value}
    width = draw(decimals(0.1, 0.4, 2))
    ends = share_interval(value, width) if is_share else interval_around(value, width, 2)
    if ends is not None and draw(st.booleans()):
        estimate["low"], estimate["high"] = ends
        if chance(draw, 4):
            estimate["distribution"] = draw(st.sampled_from(["fitted", "pert", "triangular"]))
    if chance(draw, 3):
        estimate["source"] = "drawn"
    if chance(draw, 3):
        estimate["quality"] = draw(st.sampled_from(GRADES))
    return estimate


@st.composite
def observed(draw):
    of = draw(st.integers(2, 40))
    return {"observed": {"successes": draw(st.integers(1, of - 1)), "of": of}}


@st.composite
def by_year(draw, entries, frame, first_year):
    """A calendar map that covers first_year; it may begin earlier and go on after the period."""
    first_key = first_year - draw(st.integers(0, 1))
    later = draw(st.sets(st.integers(first_key + 1, frame.end + 1), max_size=2))
    return {year: draw(entries) for year in [first_key, *sorted(later)]}


@st.composite
def every_year(draw, entries, frame, zero_before_needed=False):
    """A list of exactly T entries; long periods repeat a short pattern."""
    years = frame.years
    pattern = [draw(entries) for _ in years[:6]]
    values = [pattern[t % len(pattern)] for t in range(len(years))]
    if zero_before_needed:
        values = [0 if year < frame.needed_from else v for year, v in zip(years, values, strict=True)]
    return values


@st.composite
def calendar(draw, entries, frame, first_year=None, is_quantity=False):
    """A calendar value in one of its three forms."""
    form = draw(st.sampled_from(["number", "number", "map", "list"]))
    if form == "number":
        return draw(entries)
    if form == "map":
        first_year = frame.needed_from if first_year is None else first_year
        return draw(by_year(entries, frame, first_year))
    return draw(every_year(entries, frame, zero_before_needed=is_quantity))


@st.composite
def since_entry(draw, entries, frame):
    """One number, or a list that may be shorter or longer than the period."""
    if draw(st.booleans()):
        return draw(entries)
    longest = min(frame.end - frame.start + 2, 6)
    return draw(st.lists(entries, min_size=1, max_size=longest))


@st.composite
def month_between(draw, low, high, whole_year_month):
    """A running month count, most often the first or last month of a year."""
    month = draw(st.integers(low, high))
    whole = month - month % 12 + whole_year_month - 1
    return whole if low <= whole <= high and not chance(draw, 3) else month


@st.composite
def written_month(draw, month, whole_year_month):
    year, month_of_year = month // 12, month % 12 + 1
    if month_of_year == whole_year_month and not chance(draw, 4):
        return year
    return f"{year}-{month_of_year:02d}"


@st.composite
def own_years(draw, frame):
    """from_year and/or to_year of a line, in order and touching the period."""
    if not chance(draw, 3):
        return {}
    states_from, states_to = draw(st.sampled_from([(True, False), (False, True), (True, True)]))
    own, first = {}, max(frame.first_month, frame.start * 12)
    if states_from:
        last_start = frame.end * 12 + 11
        if not states_to:
            last_start = min(last_start, frame.last_month)
        first = draw(month_between(frame.needed_from * 12, last_start, 1))
        own["from_year"] = draw(written_month(first, 1))
    if states_to:
        last = draw(month_between(first, frame.end * 12 + 23, 12))
        own["to_year"] = draw(written_month(last, 12))
    return own


@st.composite
def share_map(draw):
    """Shares that sum to 1, sometimes by naming who takes the rest."""
    payers = ["municipality", "region", "state"]
    if chance(draw, 6):
        payers.append("citizen")
    named = draw(st.lists(st.sampled_from(payers), min_size=1, max_size=3, unique=True))
    if len(named) == 1:
        return {named[0]: 1}
    whole = draw(st.sampled_from([100, 10_000]))
    cuts = draw(
        st.lists(
            st.integers(1, whole - 1),
            min_size=len(named) - 1,
            max_size=len(named) - 1,
            unique=True,
        )
    )
    ends = [0, *sorted(cuts), whole]
    shared = {payer: (ends[i + 1] - ends[i]) / whole for i, payer in enumerate(named)}
    if chance(draw, 3):
        del shared[named[-1]]
        shared["rest"] = named[-1]
    return shared


@st.composite
def payers(draw, frame):
    """Plain shares, shares from given years on, or one share map for each year."""
    form = draw(st.sampled_from(["plain", "plain", "plain", "map", "list"]))
    if form == "plain":
        return draw(share_map())
    if form == "map":
        return draw(by_year(share_map(), frame, frame.needed_from))
    return draw(every_year(share_map(), frame))


@st.composite
def graded(draw):
    """The quality of a line or unit cost, at times."""
    return {"quality": draw(st.sampled_from(GRADES))} if chance(draw, 3) else {}


@st.composite
def price_fields(draw, frame):
    """Price year, own index and real growth of a kr. amount, each left out at times."""
    fields = {}
    if chance(draw, 2):
        fields["price_year"] = draw(st.sampled_from(frame.price_years))
    if chance(draw, 4):
        fields["index"] = "own_wages"
    if chance(draw, 4):
        fields["real_growth"] = draw(decimals(-0.01, 0.03, 3))
    return fields
