import type { Cues } from "../hints.ts";

/** Spanish. */
export default {
  without: ["sin", "ningún", "ninguna"],
  leave: [
    "permiso*", "autoriz*", "aprob*", "aprueb*", "visto bueno", "luz verde", "consentimiento", "mandato", "el sí de",
    "si (se )?(puedo|puede|podemos|me dejan|nos dejan|está permitido)( .*)?", "que me dejen( .*)?", "que nos dejen( .*)?",
    "(convencer|persuadir|preguntar|pedir|pregunto|pido) (.* )?(jefe|jefa|dirección|director|directora|responsable|junta|gerente|gerencia|encargado|encargada)( .*)?",
    "(jefe|jefa|dirección|director|directora|responsable|junta|gerente|gerencia) (.* )?(acepte|acepta|decida|decide|permita|permite|diga que sí|esté de acuerdo|está de acuerdo)( .*)?",
  ],
  means: [
    "presupuesto*", "dinero", "financiación", "financiar", "subvención", "subvenciones", "fondos", "invertir", "inversión", "patrocinador*",
    "(comprar|compra|adquirir|encargar)", "(contratar|contratación|fichar)", "(más|otra|otro|dos|tres) (personas|persona|gente|personal|tiempo|horas|medios|recursos|espacio|dinero|manos|colegas)( más)?",
    "(nuevo|nueva|nuevos|nuevas) (programa|software|sistema|ordenador*|ordenadores|equipo*|herramienta*|sala|plaza)", "recursos", "plantilla",
  ],
  others: [
    "(dirección|ayuntamiento|gobierno|políticos|política|organización|administración|junta|ministerio|rrhh|empresa) (.* )?(debe|debería|deben|deberían|tiene que|tienen que|tendría que|tendrían que)( .*)?",
    "(ellos|ellas|alguien|los demás|la gente|todos|mis colegas|los padres|otros|nosotros) (debe|debería|deben|deberían|deberíamos|tiene que|tienen que|tendría que|tendrían que)( .*)?", "(deberían|tendrían que|tienen que)( .*)?",
    "ojalá( .*)?", "esperar (a|que)", "espero (a|que)", "que (la dirección|los políticos|los demás|mis colegas|todo el mundo|la gente) .*",
  ],
} satisfies Cues;
