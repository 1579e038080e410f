import type { Cues } from "../hints.ts";

/** French. */
export default {
  without: ["sans", "aucun", "aucune"],
  leave: [
    "permission*", "autoris*", "l'autorisation", "l'accord", "accord", "approbation", "l'approbation", "approuv*", "feu vert", "validation", "valide", "valider", "l'aval", "aval", "mandat",
    "si (je|on|nous|c'est|j'ai) (.* )?(peux|peut|pouvons|permis|autorisé|le droit)( .*)?", "si c'est (permis|autorisé|possible)",
    "(convaincre|persuader|demander à|demande à) (.* )?(chef|cheffe|patron|patronne|direction|directeur|directrice|responsable|conseil|hiérarchie|manager|proviseur)( .*)?",
    "(chef|cheffe|patron|patronne|direction|directeur|directrice|responsable|conseil|hiérarchie|manager) (.* )?(accepte|soit d'accord|décide|permette|permet|dise oui|est d'accord)( .*)?",
  ],
  means: [
    "budget*", "argent", "l'argent", "financement*", "financer", "subvention*", "fonds", "investir", "investissement", "sponsor*",
    "(acheter|achat|commander)", "(embaucher|recruter|engager)", "plus de (temps|moyens|monde|personnel|personnes|place|budget|bras|collègues|ressources|d'heures)", "plus d'(argent|heures|espace|effectifs)",
    "(une|deux|trois|des) (personne|personnes|heures|salle) (de plus|supplémentaire*|en plus)", "(nouveau|nouvel|nouvelle|nouveaux|nouvelles) (logiciel*|système|ordinateur*|matériel|salle|poste*|outil*|outils)", "ressources", "effectifs",
  ],
  others: [
    "(direction|mairie|gouvernement|état|l'état|politiques|hiérarchie|organisation|l'organisation|administration|l'administration|rh|ministère) (.* )?(doit|devrait|doivent|devraient)( .*)?",
    "(ils|elles|quelqu'un|on|les autres|les gens|tout le monde|les collègues|mes collègues|les parents|nous) (doit|devrait|doivent|devraient|devons|devrions)( .*)?", "il faut que (quelqu'un|la direction|les|tout|mes|ils|on|l'état)( .*)?", "il faudrait que( .*)?",
    "si seulement( .*)?", "attendre (que|de|la|le)", "j'attends (que|de|la|le)", "espérer que", "que (la direction|les politiques|les autres|mes collègues|tout le monde) .*",
  ],
} satisfies Cues;
