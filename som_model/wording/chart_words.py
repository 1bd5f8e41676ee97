"""What charts say beside their labels: key → (Danish, English)."""

from __future__ import annotations

CHART_WORDS: dict[str, tuple[str, str]] = {
    "chart_subtitle": ("{shown}\n{level}; {sign}", "{shown}\n{level}; {sign}"),
    "positive_is_gain": ("positivt = gevinst", "positive = gain"),
    "not_discounted": ("ikke diskonteret", "undiscounted"),
    "accumulated_sign": ("ikke diskonteret; positivt = gevinst", "undiscounted; positive = gain"),
    "ledger_sign": ("positivt = gevinst, negativt = udgift", "positive = gain, negative = expense"),
    "comparison_sign": (
        "nettoresultat = økonomisk konsekvens minus omkostning, positivt = gevinst",
        "net = savings less programme cost, positive = gain",
    ),
    "for_public_purse": ("{shown}, det offentlige i alt", "{shown}, public purse in total"),
    "comparison_shown": ("Det offentlige i alt, {first}-{last}", "Public purse in total, {first}-{last}"),
    "part_total": ("{part}, i alt", "{part}, total"),
    "stack_total": ("I alt", "Total"),
    "loss_at_end": ("Underskud ved udgangen af {year}", "Loss at the end of {year}"),
    "payback_ring": ("Ring: det år, indsatsen er tilbagebetalt", "Ring: the year in which the programme is paid back"),
    "split_at_end": ("Fordeling ved udgangen af {year}: {split}", "Split at the end of {year}: {split}"),
    "split_of_at_end": ("{name}, fordeling ved udgangen af {year}: {split}", "{name}, split at the end of {year}: {split}"),
    "citizen_beside_total": (
        "Borgernes eget beløb indgår ikke i summen: {amount} i hele perioden",
        "The citizens' own amount is in no total: {amount} over the whole period",
    ),
    "reference_named": ("{name}: sammenligningsgrundlag", "{name}: reference"),
    "net_against_reference": ("{name}: nettoresultat {amount} i forhold til {reference}", "{name}: net {amount} against {reference}"),
    "no_counted_lines": ("Ingen medregnede linjer", "No counted lines"),
}
