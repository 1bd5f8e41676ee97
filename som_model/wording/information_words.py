"""What the value of information says: key → (Danish, English)."""

from __future__ import annotations

INFORMATION_WORDS: dict[str, tuple[str, str]] = {
    "sample_not_a_share": ("{address} er ikke en andel; at følge borgere op siger kun noget om en andel, fx en succesrate", "{address} is not a share; following citizens up tells only of a share, such as a success rate"),
    "sample_counts": ("antal borgere skal være hele tal, 0 eller flere, ikke {of}", "numbers of citizens must be whole, 0 or more, not {of}"),
    "sample_cost": ("en pris pr. borger på {cost} kr. og {years} år kan ikke bruges; prisen skal være mindst 0, årene over 0", "a cost per citizen of {cost} kr. and {years} years cannot be used; the cost must be at least 0, the years above 0"),
    "options_differ": ("mulighederne kan ikke sættes over for hinanden: de skal have samme år, prisår, antal trækninger og seed", "the options cannot be set against each other: they need the same years, price year, number of draws and seed"),
    "options_unlike": ("tallet er ikke det samme i mulighederne; de trækkes ens, så et højt tal i den ene er et højt tal i den anden. Er det to forskellige tal, skal de have hver sin adresse", "the number is not the same in the options; they are drawn alike, so that high in one is high in the other. If they are two different numbers, give each its own address"),
    # what is said
    "voi_public": ("det offentlige i alt", "the public purse"),
    "voi_run": ("Som tallene står, bør indsatsen køres: den ventes at give {whose} {expected}.", "As the figures stand, the programme should run: it is expected to give {whose} {expected}."),
    "voi_leave": ("Som tallene står, bør indsatsen ikke køres: den ventes at give {whose} {expected}.", "As the figures stand, the programme should not run: it is expected to give {whose} {expected}."),
    "voi_choose": ("Som tallene står, bør valget være {name}, der ventes at give {whose} {expected}.", "As the figures stand, the choice should be {name}, which is expected to give {whose} {expected}."),
    "voi_nothing_run": ("ingen af dem", "neither"),
    "voi_nothing": ("Usikkerheden ændrer ikke den beslutning, så der er intet at vinde ved at måle først.", "The uncertainty does not change that decision, so there is nothing to gain by measuring first."),
    "voi_cost": ("Usikkerheden koster {evpi} i gennemsnit: så meget mere gav beslutningen, hvis alle tal var kendt.", "The uncertainty costs {evpi} on average: so much more would the decision give if every number were known."),
    "voi_none_alone": ("Intet enkelt tal ændrer beslutningen alene.", "No single number changes the decision by itself."),
    "voi_measure": ("Mest værd at kende er «{title}»: {evppi}.", "Most worth knowing is “{title}”: {evppi}."),
    "voi_no_share": ("Det kan ikke måles ved at følge borgere op, for ingen andel i målgrupperne er usikker.", "It cannot be measured by following citizens up, for no share of the target groups is uncertain."),
    "voi_quoted": ("«{title}»", "“{title}”"),
    "voi_on_it": ("den", "it"),
    "voi_follow_nothing": ("At følge borgere op for at måle {title} ændrer ikke beslutningen.", "Following citizens up to measure {title} does not change the decision."),
    "voi_follow_free": ("Følges {of} borgere op for at måle {title}, er svaret {worth} værd. Skriv --cost-per-citizen, så kan det siges, hvor mange der svarer til prisen.", "Following {of} citizens up to measure {title} gives an answer worth {worth}. Write --cost-per-citizen to be told how many are worth their price."),
    "voi_follow_too_dear": ("At følge {of} borgere op for at måle {title} koster mere, end svaret er værd, når det koster {cost} pr. borger.", "Following {of} citizens up to measure {title} costs more than the answer is worth, at {cost} a citizen."),
    "voi_from_to": ("{low} til {high}", "{low} to {high}"),
    "voi_follow": ("Det bedste er at følge {of} borgere op for at måle {title}: svaret er {worth} værd, koster {cost} og efterlader {left}.", "The best is to follow {of} citizens up to measure {title}: the answer is worth {worth}, costs {cost} and leaves {left}."),
    "voi_takes_years": ("Med {a_year} borgere om året tager det {years} år.", "With {a_year} citizens a year that takes {years} years."),
    "voi_title": ("Værdien af at vide mere, kr.", "The value of knowing more, kr."),
    "voi_assumption": ("Forudsætning", "Assumption"), "voi_evppi": ("Værdi af at kende tallet", "Value of knowing the number"), "voi_part": ("Del af det hele", "Part of the whole"),
    "voi_followed": ("Borgere fulgt", "Citizens followed"), "voi_evsi": ("Værdi af svaret", "Value of the answer"), "voi_cost_of_sample": ("Udgift", "Cost"), "voi_enbs": ("Tilbage", "Left"),
}
