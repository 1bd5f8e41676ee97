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
    # learning
    "learned": ("{title}: {successes} af {of} er set ({seen}); før {before}, nu {after}", "{title}: {successes} of {of} were seen ({seen}); before {before}, now {after}"),
    "learned_between": ("{value} (95 %: {low} til {high})", "{value} (95 %: {low} to {high})"),
    "learned_source": ("{successes} af {of} set lokalt, lagt til {before} ({source})", "{successes} of {of} seen locally, added to {before} ({source})"),
    "learned_note": ("før: {before}, Beta({a}; {b}), kilde: {source}; set: {successes} af {of}", "before: {before}, Beta({a}; {b}), source: {source}; seen: {successes} of {of}"),
    "learned_no_source": ("ingen kilde skrevet", "no source written"),
    "learned_prior": ("Før", "Before"), "learned_seen": ("Set", "Seen"), "learned_posterior": ("Nu", "Now"),
    "learned_mean": ("Værdi", "Value"), "learned_low": ("Fra (95 %)", "From (95 %)"), "learned_high": ("Til (95 %)", "To (95 %)"), "learned_beta": ("Beta(a; b)", "Beta(a; b)"),
    "learn_counts": ("der kan ikke være {successes} succeser af {of}; skriv to hele tal, det første højst så stort som det andet", "there cannot be {successes} successes of {of}; write two whole numbers, the first at most as large as the second"),
    "learn_not_a_share": ("{address} er ikke en andel; kun andele kan lære af, hvor mange der nåede målet", "{address} is not a share; only shares can learn from how many reached the measure"),
    "learn_fixed": ("{address} er et fast tal, som ikke siger, hvor sikkert det er. Skriv low og high, eller begynd forfra med --prior jeffreys (prior=\"jeffreys\")", "{address} is a fixed number, which does not say how sure it is. Write low and high, or begin from nothing with --prior jeffreys (prior=\"jeffreys\")"),
    "learn_not_beta": ("{address} trækkes som {distribution} og kan ikke opdateres; tag distribution bort, så low til high er et 95 %-interval", "{address} is drawn as {distribution} and cannot be updated; take distribution away, so that low to high is a 95 % interval"),
    "learn_prior": ("prior kan kun være jeffreys, ikke {prior}", "prior can only be jeffreys, not {prior}"),
}
