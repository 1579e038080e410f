import type { Cues } from "../hints.ts";

/** German. */
export default {
  without: ["ohne", "kein", "keine", "keinen", "keiner"],
  leave: [
    "erlaubnis*", "genehmig*", "zustimm*", "freigabe", "freigeben", "grünes licht", "einverstanden", "absegnen", "abgesegnet", "mandat", "einwilligung",
    "ob (ich|wir|es|das) (.* )?(darf|dürfen|erlaubt)( .*)?", "wenn (ich|wir|es) (.* )?(darf|dürfen)",
    "(chef*|chefin|vorgesetzte*|leitung|vorstand*|direktor*|direktion|geschäftsführung|schulleitung|abteilungsleit*) (.* )?(überzeug*|überreden|fragen|frage|bitten|entscheid*|erlaub*|ja sagt|mitspielt)( .*)?",
    "(überzeug*|überrede*|frage|bitte) (.* )?(chef*|chefin|vorgesetzte*|leitung|vorstand*|direktor*|geschäftsführung|schulleitung)( .*)?",
  ],
  means: [
    "budget*", "geld", "gelder", "fördermittel", "förderung", "finanzier*", "zuschuss*", "investier*", "investition*", "sponsor*",
    "(kaufen|anschaffen|anschaffung|beschaffen|bestellen)", "(einstellen|anstellen|anwerben)", "(mehr|zusätzliche*|weitere*) (leute|personal|zeit|stunden|stellen|stelle|raum|räume|geld|mittel|hände|kräfte|kollegen|kapazität*|ressourcen)",
    "neue* (software|system|computer|laptops|geräte|website|app|stelle|stellen)", "ressourcen", "kapazität*",
  ],
  others: [
    "(leitung|vorstand|politik|verwaltung|stadt|gemeinde|regierung|geschäftsführung|behörde|organisation) (.* )?(muss|müsste|müssen|soll|sollte|sollten)( .*)?",
    "(sie|jemand|andere|man|alle|leute|kollegen|wir|eltern) (muss|müsste|müssten|müssen|soll|sollte|sollten|sollen)( .*)?", "(muss|müsste|sollte|sollten|müssen) (jemand|man|die anderen|die leitung|die politik|die verwaltung|der vorstand|endlich)( .*)?",
    "wenn (nur |doch )?(die |meine |meinen )?(kollegen|anderen|leute|alle)( .*)?", "warten (auf|bis)", "warte (auf|bis)", "hoffen( dass)?",
  ],
} satisfies Cues;
