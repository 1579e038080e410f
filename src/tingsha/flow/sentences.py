"""Every refusal as a status and a sentence for the person, Dutch and English."""

from typing import Final, NamedTuple

from tingsha.words import Refusal


class Sentence(NamedTuple):
    status: int
    nl: str
    en: str


SENTENCES: Final[dict[str, Sentence]] = {
    "not-allowed": Sentence(403, "Dat mag je hier niet.", "That is not yours to do here."),
    "closed": Sentence(409, "Deze bijeenkomst is gesloten.", "This gathering is closed."),
    "stale": Sentence(
        409,
        "Er is net iets veranderd. Kijk even en probeer het opnieuw.",
        "Something has just changed. Have a look and try again.",
    ),
    "forgotten": Sentence(409, "Je bent hier gewist.", "You have been erased here."),
    "was-removed": Sentence(
        409, "De begeleider heeft je uit de groep gehaald.", "The host has taken you out of the group."
    ),
    "locked": Sentence(
        409, "De deur is dicht. Vraag het de begeleider.", "The door is closed. Please ask the host."
    ),
    "full": Sentence(
        409,
        "Er passen hier niet meer dan {most} mensen.",
        "There is no room for more than {most} people here.",
    ),
    "name-empty": Sentence(422, "Vul je naam in.", "Please fill in your name."),
    "name-too-long": Sentence(
        422, "Een naam heeft hoogstens {most} tekens.", "A name has at most {most} characters."
    ),
    "group-empty": Sentence(422, "Een groep heeft een naam nodig.", "A group needs a name."),
    "group-too-long": Sentence(
        422, "Een groepsnaam heeft hoogstens {most} tekens.", "A group's name has at most {most} characters."
    ),
    "too-many-groups": Sentence(
        422,
        "Dat zijn te veel groepen, of te lange namen (hoogstens {most}).",
        "Too many groups, or names too long (at most {most}).",
    ),
    "unknown-group": Sentence(422, "Die groep is er niet.", "There is no such group here."),
    "unknown-language": Sentence(
        422,
        "Schrijf een taal als code van twee of drie letters, zoals nl.",
        "Write a language as a code of two or three letters, like en.",
    ),
    "too-many-languages": Sentence(422, "Dat zijn te veel talen.", "Those are too many languages."),
    "unknown-roster-place": Sentence(
        422, "Die naam staat niet op de lijst.", "That name is not on the list."
    ),
    "roster-place-taken": Sentence(
        409,
        "Die naam is al gekozen. Ben jij het toch? Meld je dan zonder de lijst.",
        "That name is already taken. Is it you after all? Then join without the list.",
    ),
    "title-empty": Sentence(422, "Geef de bijeenkomst een titel.", "Please give the gathering a title."),
    "title-too-long": Sentence(
        422, "Een titel heeft hoogstens {most} tekens.", "A title has at most {most} characters."
    ),
    "too-much-text": Sentence(
        422,
        "Titel, vragen en groepen zijn samen te lang. Maak er een paar korter.",
        "Title, questions and groups are too long together. Please shorten some.",
    ),
    "question-empty": Sentence(422, "Er zijn twee vragen nodig.", "Two questions are needed."),
    "question-too-long": Sentence(
        422, "Een vraag heeft hoogstens {most} tekens.", "A question has at most {most} characters."
    ),
    "liquid-courage-is-spoken": Sentence(
        422,
        "Bij Liquid Courage staan de vijf zinnen vast, en wordt er niets getypt.",
        "In Liquid Courage the five sentences are given, and nothing is typed.",
    ),
    "too-many-questions": Sentence(
        422, "Er zijn meer vragen dan rondes.", "There are more questions than rounds."
    ),
    "spots-unclear": Sentence(
        422,
        "Geef een aantal plekken, of rijen en kolommen, of namen: een van de drie.",
        "Give a number of spots, or rows and columns, or names: one of the three.",
    ),
    "spots-out-of-range": Sentence(
        422,
        "{field} ligt tussen {least} en {most}.",
        "{field} lies between {least} and {most}.",
    ),
    "spot-names-unusable": Sentence(
        422,
        "Elke plek heeft een eigen naam nodig, van hoogstens {most} tekens.",
        "Every spot needs a name of its own, of at most {most} characters.",
    ),
    "keep-days-out-of-range": Sentence(
        422, "Bewaren kan 0 tot {most} dagen.", "Keeping is possible for 0 to {most} days."
    ),
    "rounds-out-of-range": Sentence(
        422, "Kies {least} tot {most} rondes.", "Choose {least} to {most} rounds."
    ),
    "plan-out-of-range": Sentence(
        422,
        "{field} ligt tussen {least} en {most} seconden.",
        "{field} lies between {least} and {most} seconds.",
    ),
    "extend-out-of-range": Sentence(
        422,
        "Dat is geen verlenging tot {most} seconden.",
        "That is not an extension of up to {most} seconds.",
    ),
    "already-started": Sentence(409, "De rondes lopen al.", "The rounds are already on."),
    "not-running": Sentence(409, "Er loopt nu niets.", "Nothing is running now."),
    "already-paused": Sentence(409, "Het staat al op pauze.", "It is already paused."),
    "not-paused": Sentence(409, "Het staat niet op pauze.", "It is not paused."),
    "cannot-undo": Sentence(
        409, "Dat kan niet meer ongedaan worden gemaakt.", "That cannot be undone any more."
    ),
    "web-off": Sentence(
        409,
        "Wie wie ontmoette staat uit. De begeleider kan het aanzetten.",
        "Who met whom is off. The host can turn it on.",
    ),
    "web-not-yet": Sentence(
        409, "Wie wie ontmoette komt na de rondes.", "Who met whom comes after the rounds."
    ),
    "unknown-participant": Sentence(404, "Die persoon is er niet.", "There is no such person here."),
    "same-person": Sentence(422, "Dat is twee keer dezelfde persoon.", "That is the same person twice."),
    "not-here": Sentence(409, "Die is er nu niet.", "Not here right now."),
    "not-away": Sentence(409, "Die is niet weg.", "Not away."),
    "not-waiting": Sentence(409, "Die staat niet bij de deur.", "Not waiting at the door."),
    "unknown-version": Sentence(422, "Die versie is er nog niet.", "There is no such version yet."),
    "not-this-round": Sentence(409, "Dat hoort bij een andere ronde.", "That belongs to another round."),
    "nobody-to-ask": Sentence(409, "Je partner wordt al gevraagd.", "Your partner is already being asked."),
    "not-asked": Sentence(409, "Daar is niet naar gevraagd.", "Nobody asked for that."),
    "no-round-to-look-for": Sentence(
        409,
        "Er is nu geen ronde om iemand voor te zoeken.",
        "There is no round to find somebody for right now.",
    ),
    "has-partner": Sentence(409, "Er is al een gesprekspartner.", "There is a partner already."),
    "unknown-tag": Sentence(
        404,
        "Bij deze code vinden we nu niemand. Lees hem nog eens, of zoek iemand anders.",
        "We find nobody with this code right now. Read it again, or look for somebody else.",
    ),
    "own-tag": Sentence(
        422,
        "Dit is je eigen code. Typ die van de ander.",
        "This is your own code. Type the other person’s.",
    ),
    "no-partner": Sentence(409, "Je hebt nu geen gesprekspartner.", "You have no partner right now."),
    "not-proposed": Sentence(409, "Dat voorstel is er niet meer.", "That proposal is gone."),
    "nothing-to-swap": Sentence(409, "Die twee kunnen niet ruilen.", "Those two cannot change places."),
    "together-already": Sentence(409, "Die twee zijn al samen.", "Those two are together already."),
    "in-conversation": Sentence(
        409,
        "Die zijn allebei in gesprek. Kies een volgende ronde.",
        "Both of them are in conversation. Choose a later round.",
    ),
    "no-turns-to-come": Sentence(409, "Er komen geen beurten meer.", "There are no more turns to come."),
    "not-together": Sentence(
        409, "Dat kan pas na de laatste bel.", "That is possible once the last bell has rung."
    ),
    "steps-out-of-range": Sentence(
        422,
        "Geef {steps} lengtes van hoogstens {most} seconden.",
        "Give {steps} lengths of at most {most} seconds.",
    ),
    "kept-apart": Sentence(409, "Die twee worden niet samen ingedeeld.", "Those two are not paired."),
    "nothing-to-mend": Sentence(409, "Er is niets te herstellen.", "There is nothing to mend."),
    "roster-name-empty": Sentence(
        422, "Regel {line}: hier staat geen naam.", "Line {line}: there is no name here."
    ),
    "roster-name-too-long": Sentence(
        422,
        "Regel {line}: een naam heeft hoogstens {most} tekens.",
        "Line {line}: a name has at most {most} characters.",
    ),
    "roster-unknown-language": Sentence(
        422,
        "Regel {line}: schrijf talen als code van twee of drie letters.",
        "Line {line}: write languages as codes of two or three letters.",
    ),
}


class Told(NamedTuple):
    """A refusal as it goes out: HTTP status, short title, sentence."""

    status: int
    title: str
    detail: str


def sentence(refusal: Refusal, language: str) -> Told:
    """The status and the sentence for a refusal; an unknown code is a fault of ours and says so plainly."""
    found = SENTENCES.get(refusal.code)
    if found is None:
        return Told(400, refusal.code, refusal.code)
    detail = (found.nl if language == "nl" else found.en).format_map(refusal.params)
    return Told(found.status, refusal.code.replace("-", " "), detail)
