import type { Cues } from "../hints.ts";

/** English. */
export default {
  without: ["without", "no"],
  leave: [
    "(get|getting) (.* )?(boss|manager|director|board|supervisor|head|lead|management|principal) (on board|to agree|to say yes)( .*)?",
    "if (.* )?(is|are) (fine|ok|okay|happy) with( .*)?",
    "(submit*|put|propose) (.* )?(proposal|request|plan) (.* )?to( .*)?",
    "works council",
    "(permit|licence|license|clearance)",
    "permission*", "approv*", "sign-off", "sign off", "signed off", "green light", "go-ahead", "consent of", "blessing of", "mandate", "authoris*", "authoriz*",
    "(whether|if) (i|we) (.* )?(may|could|can|am allowed|are allowed)( .*)?", "(be|is|it's|its|am|are|get) allowed", "let (me|us)", "lets (me|us)",
    "(convince|persuade|win over|talk round) (.* )?(boss|manager|director|board|supervisor|head|management|principal|leadership|lead|ceo|chief)",
    "(ask|asking|asks) (.* )?(boss|manager|director|board|supervisor|head|management|principal|leadership|ceo) (.* )?(for|to|if|whether)( .*)?",
    "(boss|manager|director|board|supervisor|head|management|head of department|principal) (.* )?(agree*|decide*|allow*|support*|says yes|to agree)( .*)?",
  ],
  means: [
    "(i|we|i'd|we'd|you'd|i'll|we'll) (.* )?need (a|an|another|extra|second|third|new|bigger|better|some)( .*)?",
    "(raise|raising|win|secure) (.* )?(thousand|million|euros|pounds|dollars)( .*)?",
    "(find|get|look for|recruit) (.* )?(intern|interns|volunteer*|assistant*|substitute*|consultant*)( .*)?",
    "(rebuild*|renovat*|refurbish*|extension)",
    "budget*", "funding", "fund", "funds", "grant", "grants", "money", "invest", "investment", "sponsor*", "finance", "subsid*",
    "(buy|buying|purchase|order|afford)", "(hire|hiring|recruit|recruiting|take on)", "vacanc*", "(extra|additional|more) (people|person|staff|hands|hours|time|space|colleague*|money|resources|capacity|help|room|headcount|personnel)",
    "(two|three|four|another|some) more (people|colleagues|hands|staff|hours)", "(hours|time|people|staff|resources) (.* )?(freed|freed up|released)", "free up (hours|time|people|staff)", "headcount", "capacity",
    "new (system|software|computers|laptops|equipment|website|app|building)", "better (equipment|software|computers|system*)",
  ],
  others: [
    "it would (help|be good|be nice|be great) if( .*)?",
    "as a (team|group|school|company|department) we( .*)?",
    "(change|changing|loosen|adapt|rewrite) (.* )?(law|laws|rules|policy|culture|system)",
    "(motivate|convince|persuade|activate) (.* )?(colleagues|people|others|everyone|everybody|team|parents|staff|pupils)( .*)?",
    "(management|leadership|colleagues|department|team|boss) to (finally|really|at last)( .*)?",
    "(management|the board|leadership|hr|it|the council|the government|politicians|the organisation|the organization|the company|the ministry|headquarters|head office|council|the city) (.* )?(should|must|has to|have to|needs to|need to|ought to)( .*)?",
    "(they|somebody|someone|others|people|everybody|everyone|colleagues|parents|customers|we) (should|must|has to|have to|needs to|need to|ought to)( .*)?",
    "if only( .*)?", "(wait|waiting) (for|until)", "hope that", "that (politicians|management|they|others|people|colleagues|the board|the government|everybody|everyone) .*", "(get|make|want) (them|others|people|everybody|everyone|colleagues) to( .*)?",
  ],
} satisfies Cues;
