// Generated from the server's documents; do not edit. The tests check that it is fresh.

export interface Now { now: number; }

export interface Problem { code: string; title: string; detail: string; }

export interface PublicCard {
  id: string;
  title: string;
  language: string;
  mode: "room" | "remote" | "hybrid";
  milling: "free" | "guided" | "numbers";
  groups: string[];
  languages: string[];
  phase: "lobby" | "running" | "together" | "closed";
  picture: string;
  keep_until: number;
  admission: "open" | "ask" | "locked";
  roster: boolean;
  rehearsal: boolean;
  community: string;
}

export interface Joined { participant: string; token: string; version: number; }

export interface Links { join: string; host: string; stage: string; }

export interface Opened { id: string; code: string; host_token: string; stage_token: string; links: Links; version: number; }

export interface Question { challenge: string; give_and_take: string; }

export interface Invitation { challenge: string; give_and_take: string; per_round?: Question[]; openers?: string[]; openers_in?: string; }

export interface PlanView {
  rounds: number;
  turn_s: number;
  think_s: number;
  find_s: number;
  swap_s: number;
  breathe_s: number;
  debrief_s: number;
}

export interface Counts { here: number; in_conversation: number; looking: number; }

export interface Segment {
  kind: "think" | "find" | "turn" | "swap" | "bell" | "breathe" | "debrief";
  round: number;
  starts: number;
  ends: number;
  speaker?: number;
}

export interface BoardStands { version: number; open?: boolean; on_stage?: boolean; few?: boolean; }

export interface DebriefStep {
  kind: "silence" | "pairs" | "voices" | "alone" | "fours" | "all" | "one" | "other" | "second" | "third" | "last";
  starts: number;
  ends: number;
}

export interface Debrief { form: "voices" | "1-2-4-all" | "fifteen" | "fifteen-fours"; steps: DebriefStep[]; }

export interface Common {
  version: number;
  control: number;
  epoch: number;
  phase: "lobby" | "running" | "together" | "closed";
  title: string;
  language: string;
  mode: "room" | "remote" | "hybrid";
  milling: "free" | "guided" | "numbers";
  preset: string;
  groups: string[];
  picture: string;
  invitation: Invitation;
  plan: PlanView;
  lasts_ms: number;
  counts: Counts;
  timeline: Segment[];
  keep_until: number;
  rehearsal: boolean;
  bell: "devices" | "host";
  swap_cue?: boolean;
  follow_up: boolean;
  web: "off" | "after" | "now";
  whole?: boolean;
  community?: string;
  receipt: boolean;
  patterns: string[];
  introductions?: boolean;
  board?: BoardStands;
  paused_at?: number;
  round_bells?: number[];
  ring_at?: number;
  closing_at?: number;
  debrief?: Debrief;
  again?: string;
  counted?: number[];
}

export interface Attention { talk_s: number; median_s: number; phones: number; shown: boolean; }

export interface StageCommon extends Common { code: string; join: string; attention?: Attention; }

export interface PersonName { participant: string; name: string; }

export interface SpotsView {
  count: number;
  rows: number;
  columns: number;
  named: boolean;
  room_m2: number;
  wanted: number;
  propose_rows: number;
  propose_columns: number;
}

export interface Promise {
  round: number;
  units: number;
  trios: number;
  mixed: number;
  mixed_bound: number;
  repeats: number;
  unresolved: PersonName[];
}

export interface Undoable { event: number; what: string; people: PersonName[]; }

export interface Outlook { units: number; mixed: number; repeats: boolean; crowding: string | null; }

export interface GroupCount { group: number; here: number; talking: number; away: number; }

export interface HostSide {
  admission: "open" | "ask" | "locked";
  people: number;
  away: number;
  waiting: PersonName[];
  sitting_out: PersonName[];
  late: PersonName[];
  seeking: PersonName[];
  without_phone: number;
  have_talked: number;
  connected: number;
  trios: number;
  spots: SpotsView;
  promise: Promise[];
  undo: Undoable[];
  roster: number;
  acquainted: number;
  outlook: Outlook | null;
  by_group: GroupCount[];
  joker: PersonName | null;
  joker_joins: boolean;
  due: number | null;
  shorter_turn_s: number | null;
  reached?: boolean;
  unsaved?: boolean;
}

export interface HostCommon extends StageCommon { host: HostSide; }

export interface Partner { participant: string; name: string; group: string | null; phone: boolean; knows?: "met" | "group"; }

export interface BeaconView { colour: string; shape: string; }

export interface TrioTurn { speaker: number; after_ms: number; lasts_ms: number; }

export interface Envelope {
  round: number;
  partners: Partner[];
  spot: number;
  label?: string;
  row?: string;
  beacon: BeaconView;
  speaker: number;
  turns?: TrioTurn[];
  found?: boolean;
  told?: Record<string, boolean>;
}

export interface ContactCard { name?: string; email?: string; phone?: string; link?: string; }

export interface Contact { participant: string; offered?: boolean; card?: ContactCard; wanted?: boolean; buddy?: boolean; }

export interface Notice {
  code: "are-you-there" | "rescued" | "partner-left" | "late" | "joined-you" | "alone" | "removed" | "looking" | "asked";
  params: Record<string, string | number>;
}

export interface Beside { participant: string; name: string; envelopes: Envelope[]; }

export interface Four { others: Partner[]; stays: boolean; label: string; beacon: BeaconView; }

export interface Mine {
  version: number;
  participant: string;
  code: string;
  name: string;
  group: string | null;
  place: "room" | "remote" | null;
  away: boolean;
  envelopes: Envelope[];
  state: "waiting" | "here" | "away" | "left" | "removed";
  looking?: boolean;
  seeking?: boolean;
  joker?: boolean;
  named?: boolean;
  known?: boolean;
  proposals?: Partner[];
  contacts?: Contact[];
  notice?: Notice;
  tags?: string[];
  beside?: Beside[];
  four?: Four;
}

export interface HostMine { version: number; code: string; links: Links; addresses: string[]; again?: string; }

export interface StageMine { version: number; code: string; join: string; again?: string; }

export interface PersonRow {
  participant: string;
  name: string;
  group: string | null;
  place: "room" | "remote" | null;
  languages: string[];
  state: "waiting" | "here" | "away" | "left" | "removed";
  phone: boolean;
  beside: string | null;
  partners: string[][];
}

export interface PeoplePage { people: PersonRow[]; after: number | null; }

export interface LookingPage { people: Partner[]; after: number | null; }

export interface RosterMatch { roster_id: string; name: string; group: string | null; }

export interface RosterMatches { matches: RosterMatch[]; taken?: boolean; }

export interface Recognised { name: string; group: string | null; gatherings: number; until: number; }

export interface Forgotten { gatherings: number; }

export interface Purpose { key: string; name: string; pairs: [string, string, string[]][]; }

export interface Audience { key: string; name: string; }

export interface Library { purposes: Purpose[]; audiences: Audience[]; }

export interface Advice {
  challenge: ("closed" | "too-broad" | "leading" | "double" | "too-long" | "exposing" | "one-sided" | "jargon" | "solution" | "cv")[];
  give_and_take: ("closed" | "too-broad" | "leading" | "double" | "too-long" | "exposing" | "one-sided" | "jargon" | "solution" | "cv")[];
}

export interface Drawn { size: number; dark: string; }

export interface CrowdStands { people: number; joined: number; problems: number; running: boolean; }

export interface SpotsAsked {
  count?: number | null;
  rows?: number | null;
  columns?: number | null;
  names?: string[];
  room_m2?: number | null;
}

export interface Bridge { one: string; other: string; lines: number; chance: number; }

export interface Web {
  groups: string[];
  x: number[];
  y: number[];
  group: number[];
  name: string[];
  a: number[];
  b: number[];
  held: number[];
  new: number[];
  people: number;
  conversations: number;
  sure: number;
  fresh: number;
  mixed: number;
  sortable: number;
  gatherings: number;
  bridged: number;
  bridgeable: number;
  bridges: Bridge[];
  hardly_met: [string, string][];
}

export interface Shared { contribution: string; kind: "insight" | "need" | "offer"; words: string; name?: string; me_too?: number; }

export interface BoardPage { version: number; count: number; contributions: Shared[]; after: string | null; }

export interface Suggested { words: string; count: number; contributions: Shared[]; }

export interface SuggestedPatterns { version: number; patterns: Suggested[]; }

export interface Introduction {
  contribution: string;
  kind: "insight" | "need" | "offer";
  words: string;
  said?: boolean;
  both?: boolean;
  card?: ContactCard;
}
