import { serverNow } from "../../shared/clock.ts";
import { newId } from "../../shared/send.ts";
import { keep, recall } from "../../shared/storage.ts";
import type { Gathering } from "../gathering.ts";
import { dayFrom, type Plan } from "./calendar.ts";

const NAME = "fifteen";
/** Soon enough to be small, late enough to be done. */
const DAYS = 14;

/** One's own 15 %, as it stands on this phone and nowhere else. */
export function myPlan(g: Gathering): Plan {
  const kept = JSON.parse(recall(g.id, NAME) ?? "{}") as Partial<Plan>;
  return { uid: newId(), text: "", day: dayFrom(serverNow(), DAYS), ...kept, from: g.common.title };
}

export function keepPlan(g: Gathering, plan: Plan): void {
  keep(g.id, NAME, plan.text ? JSON.stringify(plan) : "{}");
}
