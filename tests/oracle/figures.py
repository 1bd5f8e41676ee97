"""Discounting and payback of plain lists with one number a year."""

# Each band: the last year number i it covers, and its rate.
DISCOUNT_SCHEDULES = {
    "finance_ministry_2021": [(35, 0.035), (70, 0.025)],
    "finance_ministry_2013": [(35, 0.04), (70, 0.03)],
    "finance_ministry_before_2013": [(70, 0.05)],
}


def rate_in_year_number(discount_rate, i):
    if discount_rate not in DISCOUNT_SCHEDULES:
        return float(discount_rate)
    for last_year_number, rate in DISCOUNT_SCHEDULES[discount_rate]:
        if i <= last_year_number:
            return rate
    raise ValueError("the schedule ends at year number 70")


def discount_factors(discount_rate, number_of_years):
    factors = [1.0]
    for i in range(1, number_of_years):
        factors.append(factors[-1] / (1 + rate_in_year_number(discount_rate, i)))
    return factors


def present_value(amounts, factors):
    return sum(amount * factor for amount, factor in zip(amounts, factors, strict=True))


def running_sum(amounts):
    accumulated, so_far = [], 0.0
    for amount in amounts:
        so_far += amount
        accumulated.append(so_far)
    return accumulated


def payback_year(programme_cost, savings, accumulated, years):
    """For one payer or the total (method.md: Figures of a decision); None when it carries no cost or never pays back."""
    if not any(round(cost, 2) > 0 for cost in programme_cost):
        return None
    # A payer with no money yet stands at exactly 0, which is not a payback.
    first = 0
    while round(savings[first], 2) == 0 and round(programme_cost[first], 2) == 0:
        first += 1
    for t in range(first, len(years)):
        if all(round(later, 2) >= 0 for later in accumulated[t:]):
            return years[t]
    return None


def quotient(numerator, denominator):
    """None where the figure is undefined."""
    if denominator is None or denominator == 0:
        return None
    return numerator / denominator
