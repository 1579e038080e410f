"""Why a plan is not better than it is, as sentences for the host."""

from typing import Final

from tingsha.pairs.why import Why

REASONS: Final[dict[str, dict[str, str]]] = {
    "unresolved-alone": {
        "nl": "Er is maar één mens, en voor een gesprek zijn er twee nodig.",
        "en": "There is only one person, and a conversation takes two.",
    },
    "unresolved-apart": {
        "nl": "Zonder plek: {people}. Wie er nog over is, mogen ze niet treffen.",
        "en": "Without a place: {people}. Whoever is left is somebody they must not meet.",
    },
    "unresolved-place": {
        "nl": "Bij mensen op een andere plek ingedeeld: {people}. Waar zij zelf zijn, is niemand over.",
        "en": "Placed with people who are elsewhere: {people}. Where they are, nobody is left.",
    },
    "unresolved-language": {
        "nl": "Ingedeeld zonder gedeelde taal: {people}. Niemand die hun taal spreekt is nog vrij.",
        "en": "Placed without a shared language: {people}. Nobody who speaks theirs is free.",
    },
    "trio-odd": {
        "nl": "Jullie zijn met een oneven aantal, dus elke ronde zijn er drie samen.",
        "en": "You are an odd number, so in every round three are together.",
    },
    "trio-circles": {
        "nl": "Per taal en plek is het aantal mensen oneven; zo komen er tot {trios} drietallen in een ronde.",
        "en": "By language and place the numbers are odd, which makes up to {trios} trios in a round.",
    },
    "trio-apart": {
        "nl": "Om iedereen een plek te geven zijn er tot {trios} drietallen in een ronde.",
        "en": "To give everybody a place, a round has up to {trios} trios.",
    },
    "trio-again": {
        "nl": "Iemand zit {times} keer in een drietal. Anders treffen mensen elkaar twee keer, of het past niet.",
        "en": "Somebody is in a trio {times} times. Otherwise people meet twice, or it does not fit.",
    },
    "repeats-few-people": {
        "nl": "{repeats} keer een bekende: met {people} mensen is er geen {rounds} rondes lang iemand nieuw.",
        "en": "Partners met again: {repeats}. {people} people do not last for {rounds} rounds of somebody new.",
    },
    "repeats-tried": {
        "nl": "{repeats} keer een bekende. Alles is nagegaan: minder kan niet.",
        "en": "Partners met again: {repeats}. Everything was tried: there is no way with fewer.",
    },
    "repeats-found": {
        "nl": "{repeats} keer een bekende. Iets beters is niet gevonden.",
        "en": "Partners met again: {repeats}. Nothing better was found.",
    },
    "unmixed-largest": {
        "nl": "{largest} van de {people} mensen horen bij één groep; niet elk van hen kan iemand van buiten treffen.",
        "en": "{largest} of {people} people belong to one group; not each of them can meet an outsider.",
    },
    "unmixed-tried": {
        "nl": "Nog {units} keer bleef het bij één groep. Alles is nagegaan: beter kan niet zonder herhaling.",
        "en": "{units} more stayed within one group. Everything was tried: better is not possible without repeats.",
    },
    "unmixed-gap": {
        "nl": "Meer menging is niet gevonden; het bewezen maximum ligt {units} hoger.",
        "en": "No better mix was found; the proven maximum is {units} higher.",
    },
    "met-before": {
        "nl": "{couples} keer treffen mensen elkaar die elkaar van een eerdere bijeenkomst kennen.",
        "en": "People who met at an earlier gathering meet again: {couples}.",
    },
}  # fmt: skip


def sentence(why: Why, language: str) -> str:
    """The reason in this language, in English where we do not speak it."""
    told = REASONS[why.code]
    return told.get(language, told["en"]).format(**why.params)
