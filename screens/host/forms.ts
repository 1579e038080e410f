// How long looking back takes in each form.

import type { Debrief, HostCommon } from "../shared/wire.ts";

export type Form = Debrief["form"];
export const FORMS: readonly Form[] = ["voices", "1-2-4-all", "fifteen", "fifteen-fours"];

/** In a rehearsal minutes are seconds. */
const SHORT: Record<Form, number[]> = {
  voices: [5, 8, 7], "1-2-4-all": [5, 8, 12, 15], fifteen: [8, 10, 10], "fifteen-fours": [8, 12, 10, 10, 10],
};
/** In seconds, as the server has them; the voices share what the plan gives to looking back. */
const WHOLE: Record<Exclude<Form, "voices">, number> = { "1-2-4-all": 720, fifteen: 540, "fifteen-fours": 960 };

type Lasting = Pick<HostCommon, "rehearsal"> & { plan: Pick<HostCommon["plan"], "debrief_s"> };

/** The steps to ask for; nothing where the server's own lengths will do. */
export const stepsOf = (form: Form, { rehearsal }: Lasting): { steps_s?: number[] } => (rehearsal ? { steps_s: SHORT[form] } : {});

/** How many seconds all its steps take together. */
export function lengthOf(form: Form, { rehearsal, plan }: Lasting): number {
  if (rehearsal) return SHORT[form].reduce((sum, each) => sum + each, 0);
  return form === "voices" ? plan.debrief_s : WHOLE[form];
}
