"""What simulation and learning say: key → (Danish, English)."""

from __future__ import annotations

UNCERTAINTY_WORDS: dict[str, tuple[str, str]] = {
    # notices
    "no_estimates": ("intet i scenariet er usikkert, så alle trækninger er ens. Skriv low og high på det, I ikke kender sikkert, fx {address} som {line} (tallene er et eksempel)", "nothing in the scenario is uncertain, so all draws are alike. Write low and high on what you do not know for sure, such as {address} as {line} (the figures are an example)"),
    "no_estimates_at_all": ("intet i scenariet er usikkert, så alle trækninger er ens. Skriv low og high på det, I ikke kender sikkert", "nothing in the scenario is uncertain, so all draws are alike. Write low and high on what you do not know for sure"),
    "fit_misses": ("fordelingen, der passer til værdi og bredde, har {level} % mellem {fitted_low} og {fitted_high}, ikke {low} og {high}: værdien ligger skævt i intervallet. Skriv distribution: pert, hvis low og high er yderpunkter", "the distribution that fits value and width holds {level} % between {fitted_low} and {fitted_high}, not {low} and {high}: the value lies askew in the interval. Write distribution: pert if low and high are the extremes"),
    "correlation_of_certain": ("{address} er ikke usikker, så sammenhængen har ingen virkning", "{address} is not uncertain, so the correlation has no effect"),
    # errors
    "draws_not_kept": ("de {draws} enkelte trækninger er ikke gemt, kun sammendrag; kør med højst 1.000.000 trækninger", "the {draws} single draws were not kept, only summaries; run at most 1,000,000 draws"),
    "not_drawn": ("{address} er ikke usikker og trækkes ikke; der trækkes: {known}", "{address} is not uncertain and is not drawn; drawn are: {known}"),
    "whole_number_at_least": ("{name} skal være et helt tal på mindst {least}, ikke {number}", "{name} must be a whole number of at least {least}, not {number}"),
}
