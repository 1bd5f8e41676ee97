"""What the reader should know of a result; nothing here stops a run: key → (Danish, English)."""

from __future__ import annotations

NOTICES: dict[str, tuple[str, str]] = {
    # reading
    "local_replaces_catalogue": ("scenariets egen pris bruges i stedet for katalogets {key}", "the scenario's own price replaces the catalogue's {key}"),
    "own_catalogue_replaces": ("prisen {key} tages fra jeres eget katalog ({own} kr.) i stedet for det nationale ({national} kr. i {year})", "the price {key} is taken from your own catalogue ({own} kr.) instead of the national one ({national} kr. in {year})"),
    "own_entry_replaces": ("{key} tages fra jeres eget katalog i stedet for det indbyggede", "{key} is taken from your own catalogue instead of the built-in one"),
    "vintage_after_price_year": ("kataloget har ingen {key} fra {price_year} eller før; prisen fra {vintage} bruges", "the catalogue has no {key} from {price_year} or before; the price of {vintage} is used"),
    "definition_consequences": ("gruppen skriver ingen konsekvenser; katalogets bruges: {lines}", "the group writes no consequences; the catalogue's are used: {lines}"),
    "estimate_dropped": ("et fast tal er sat i stedet for et skøn; skønnets interval og kilde er dermed taget bort", "a plain number replaces an estimate; its interval and source are dropped with it"),
    "other_catalogue": ("scenariet er skrevet til katalog {stated}; her er {installed}. Ændret siden: {changes}", "the scenario was written for catalogue {stated}; {installed} is installed. Changed since: {changes}"),
    "other_catalogue_same": ("scenariet er skrevet til katalog {stated}; her er {installed}. Intet af det, scenariet bruger, er ændret", "the scenario was written for catalogue {stated}; {installed} is installed. Nothing that the scenario uses has changed"),
    "unknown_catalogue_version": ("scenariet er skrevet til katalog {stated}, som ikke kendes her ({installed}); hvad der er ændret siden, kan ikke siges", "the scenario was written for catalogue {stated}, which is not known here ({installed}); what has changed since cannot be told"),
    "since_price": ("{key} (prisen)", "{key} (the price)"), "since_payers": ("{key} (hvem der betaler)", "{key} (who pays)"),
    "since_fields": ("{key} (lov, enhed eller andet)", "{key} (law, unit or other)"), "since_vintage": ("{key} (et andet prisår tages nu)", "{key} (another price year is taken now)"), "since_new_entry": ("{key} (fandtes ikke)", "{key} (was not there)"),
    "since_other": ("{key}", "{key}"),
    # figures
    "unknown_figure": ("tallet er ikke kendt (null); er der en medregnet linje, der bruger det, kan der ikke regnes", "the figure is not known (null); where a counted line uses it, nothing can be calculated"),
    "unused_null": ("tallet er ikke kendt (null), men ingen medregnet linje bruger det", "the figure is not known (null), but no counted line uses it"),
    "unit_not_stated": ("prisen siger ikke, hvad en enhed er; skriv unit: …", "the price does not say what a unit is; write unit: …"),
    "harm": ("succesraten ligger under basisraten: indsatsen regnes som skadelig", "the success rate is below the baseline rate: the programme is counted as harmful"),
    "list_ends": ("listen har {entries} år, men deltagerne følges i op til {followed}; derefter regnes 0", "the list has {entries} years, but participants are followed for up to {followed}; 0 is counted after that"),
    "list_outside_years": ("listen har tal i {years}, uden for linjens egne år; de tælles med", "the list has figures in {years}, outside the line's own years; they are counted"),
    # time
    "cut_to_period": ("årene {stated} rækker ud over {first}-{last} og er skåret til perioden", "the years {stated} reach beyond {first}-{last} and are cut to the period"),
    "no_years_left": ("linjen har ingen år: den begynder {from_year} og slutter {to_year}", "the line has no years: it begins {from_year} and ends {to_year}"),
    "index_extended": ("{series} kendes for {first}-{last}; prisåret {year} er omregnet med {rate} om året, som er en antagelse", "{series} is known for {first}-{last}; the price year {year} is converted with {rate} a year, which is an assumption"),
    "index_partial": ("{series} for {year} er kun kendt delvis: {known}", "{series} for {year} is known only in part: {known}"),
    # payers
    "law_notice": ("{rule}: {said}", "{rule}: {said}"),
    "law_carried_on": ("{rule}: loven er læst til og med {known_to} og er ført videre uændret", "{rule}: the law was read up to {known_to} and is carried on unchanged"),
    "saves_more_at_an_end": ("ved {field} = {end} (en ende af intervallet) sparer linjen {taken} for hver borger, men {name} er {had}: det er mere, end borgeren havde. Sådanne værdier regnes, som de er skrevet; gør intervallet for {field} smallere", "at {field} = {end} (one end of the interval) the line saves {taken} for each citizen, but {name} is {had}: that is more than the citizen had. Such values are counted as written; narrow the interval of {field}"),
    "law_level_moved": ("{rule}: lovens grænser er flyttet fra {level}-niveau til {to}-priser med {series}", "{rule}: the law's limits are moved from the {level} level to {to} prices by {series}"),
    "prudence_empty": ("prudence ({source}) tager intet fra: skriv andele under effects, savings eller costs", "prudence ({source}) takes nothing off: write shares under effects, savings or costs"),
    "price_assumed": ("prisen er usikker (antaget). {note}", "the price is not surely known (assumed). {note}"),
    "no_note": ("Kilden er ikke uddybet.", "The source says no more"),
    "payers_unknown_basis": ("fordelingen på kasser er ikke kendt; den er sat i stedet for en, der følger af lov eller kilde", "the split between payers is not known; it stands in for one that follows from a law or a source"),
    "account_recalled": ("kontoen {account} er ikke efterprøvet; slå den op i kontoplanen", "the account {account} is not verified; look it up in the chart of accounts"),
    # programme
    "prudence_applied": ("resultatet rummer et fradrag for optimisme, vist som sin egen linje; procenterne er jeres ({source}), ikke data", "the result holds an allowance for optimism, shown as its own line; the percentages are yours ({source}), not data"),
    "beyond_capacity": ("i {years} starter flere deltagere, end stillingen rækker til (i {year}: {participants} til {capacity} pladser)", "in {years} more participants start than the post can carry (in {year}: {participants} for {capacity} places)"),
}
