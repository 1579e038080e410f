import type { Cues } from "../hints.ts";

/** Dutch. */
export default {
  without: ["zonder", "geen"],
  leave: [
    "toestemming*", "goedkeur*", "goedgekeurd*", "akkoord*", "instem*", "fiat*", "groen licht", "zegen van", "handtekening van",
    "of (ik|we|het|dat) (.* )?mag( .*)?", "of (ik|we) (.* )?mogen( .*)?", "als (ik|we|het) (.* )?mag", "mag van", "laten goedkeuren",
    "(directeur|directie|bestuur|manager|leidinggevende|teamleider|baas|chef|afdelingshoofd|rector) (.* )?(overtuig*|overhaal*|overhalen|zo ver|zover|meekrijg*|nodig)",
    "(overtuig*|overhalen|meekrijgen) (.* )?(directeur|directie|bestuur|manager|leidinggevende|teamleider|baas|chef|afdelingshoofd|rector)",
    "(vraag|vragen|verzoek*|verzoeken) (.* )?(directeur|directie|bestuur|manager|leidinggevende|teamleider|baas|chef|afdelingshoofd|hoofd|rector) (.* )?(om|of)( .*)?",
    "(directeur|directie|bestuur|manager|leidinggevende|baas|chef|hoofd) (.* )?(vragen|vraagt|vraag) (om|of)( .*)?",
    "(directeur|directie|bestuur|manager|leidinggevende|baas) (.* )?(beslis*|beslist|besluit*|toestaat|toestaan|goedvindt)",
    "vrij vragen", "vrij krijgen", "mandaat",
  ],
  means: [
    "budget*", "subsidie*", "geld", "financiering", "financieren", "investeren", "investering", "sponsor*", "fonds", "fondsen",
    "(kopen|aanschaffen|aanschaf|inkopen|bestellen)", "(aannemen|inhuren|werven|detacheren)", "vacature*", "uitzendkracht*",
    "extra (collega*|mensen|mens|handen|uren|tijd|ruimte|personeel|kracht*|fte|menskracht|lokaal)", "meer (collega*|mensen|handen|uren|tijd|ruimte|personeel|geld|fte|menskracht|middelen|capaciteit)",
    "(mensen|man|collega's|krachten) (erbij|bij)", "(uren|mensen|tijd|middelen) (vrijkomen|vrijmaken|vrijgemaakt)", "nieuw systeem", "nieuwe (software|computers|laptops|apparatuur|website|app)", "een systeem nodig",
    "capaciteit", "formatie",
  ],
  others: [
    "(management|directie|bestuur|overheid|gemeente|politiek|hr|ict|organisatie|ministerie|inspectie|leiding|raad) (.* )?(moet|moeten|zou|zouden|hoort|horen)( .*)?",
    "(ze|zij|iemand|anderen|men|mensen|collega's|iedereen|ouders|klanten|we) (moet|moeten|zou|zouden|hoort|horen)( .*)?", "er moet( iemand| een| iets)?", "(moeten|moet) (ze|zij|anderen|mensen)",
    "als (mijn |de |onze )?(collega's|anderen|mensen|ouders|klanten|iedereen|ze) (nou|nu|maar|eens|eerst)( .*)?", "dat (de |het |mijn |onze |anderen|men |mensen)?(politiek|management|directie|collega's|organisatie|overheid|gemeente|baas)?( .*)? ons( .*)?",
    "hopen dat", "wachten (op|tot)", "(ze|zij|anderen) (.* )?veranderen",
  ],
} satisfies Cues;
