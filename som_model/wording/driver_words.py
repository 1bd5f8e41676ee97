"""What drives the difference between two scenarios, in words: key → (Danish, English)."""

from __future__ import annotations

DRIVER_WORDS: dict[str, tuple[str, str]] = {
    "drivers_title": ("Hvad forskellen består af: {other} i forhold til {reference}, {first}-{last}", "What drives the difference: {other} against {reference}, {first}-{last}"),
    "drivers_of_all": ("Hvad forskellen fra {reference} består af, {first}-{last}", "What drives the difference from {reference}, {first}-{last}"),
    "drivers_need_reference": ("angiv, hvad der sættes op imod: reference, på kommandolinjen --reference", "name what is set against: reference, on the command line --reference"),
    "drivers_need_two": ("der er intet at sætte op imod referencen; vælg en anden variant, eller ændr en forudsætning med --set", "there is nothing to set against the reference; choose another variant, or change an assumption with --set"),
    "drivers_shown": ("Hvad forskellen består af: {whose}, {first}-{last}", "What drives the difference: {whose}, {first}-{last}"),
    "drivers_against": ("{other} i forhold til {reference}", "{other} against {reference}"),
    "drivers_sign": ("akkumuleret nettoresultat, ikke diskonteret; positivt = gevinst", "accumulated net, undiscounted; positive = gain"),
    "drivers_other": ("Øvrige ({count})", "Other ({count})"),
    "drivers_by_payer": ("Forskellen på {amount} fordelt på kasser: {split}", "The difference of {amount} by payer: {split}"),
    "drivers_moved": ("Uændret for det offentlige i alt; flyttet mellem kasserne: {split}", "Unchanged for the public purse in total; moved between payers: {split}"),
    "drivers_note_of": ("{name}: {note}", "{name}: {note}"),
    "drivers_rounded": ("Tallene er afrundet og summer derfor ikke altid på det sidste ciffer.", "Figures are rounded and do not always add up in the last digit."),
    "drivers_none": ("Ingen forskel", "No difference"),
    "driver": ("Forudsætning eller linje", "Assumption or line"), "driver_from": ("Fra", "From"), "driver_to": ("Til", "To"), "driver_kind": ("Art", "Kind"),
    "driver_whole": ("Forskel i alt", "Whole difference"), "driver_of_payer": ("{title}: {payer}", "{title}: {payer}"),
    "kind_line_added": ("Tilføjet linje", "Line added"), "kind_line_left_out": ("Udeladt linje", "Line left out"), "kind_line_changed": ("Ændret linje", "Line changed"),
    "driver_line_added": ("Tilføjet: {name}", "Added: {name}"), "driver_line_left_out": ("Udeladt: {name}", "Left out: {name}"), "driver_line_changed": ("Ændret: {name}", "Changed: {name}"),
    "driver_payers": ("hvem betaler", "who pays"), "driver_law": ("hvilket års lov", "which year's law"),
    "driver_years": ("hvilke år", "which years"), "driver_counted_for": ("hvad der tælles", "what is counted"),
    "driver_effect_lasts": ("varer perioden ud", "lasts the whole period"), "driver_in_full": ("100 %", "100 %"),
    "drivers_all_orders": ("Hver forudsætnings del er gennemsnittet over alle de rækkefølger, forudsætningerne kan ændres i (Shapley); delene summer til hele forskellen.", "Each assumption's part is the mean over every order in which the assumptions can be changed (Shapley); the parts sum to the whole difference."),
    "drivers_some_orders": ("Hver forudsætnings del er gennemsnittet over {orders} faste rækkefølger, som forudsætningerne ændres i (Shapley); delene summer til hele forskellen.", "Each assumption's part is the mean over {orders} fixed orders in which the assumptions are changed (Shapley); the parts sum to the whole difference."),
}
