// The same trees, drawn by Preact and by our own: whatever stands in the page afterwards must be the same.

import * as signalsOfPreact from "@preact/signals-core";
import { Fragment, h, options, render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import * as drawing from "../../shared/small/drawing.ts";
import * as hooks from "../../shared/small/hooks.ts";
import * as signals from "../../shared/small/signals.ts";

// Preact runs effects after the next frame; here after each drawing, so that none is left out for being too late.
(options as { requestAnimationFrame?: (flush: () => void) => void }).requestAnimationFrame = (flush) => queueMicrotask(flush);

/** A tree as data: what kind, which key, what it is dressed in, and what is in it. */
interface Tree {
  kind: string;
  key?: string;
  dress: Record<string, unknown>;
  kids: (Tree | string | null | undefined | false | (Tree | string | null)[])[];
}

interface Painter {
  make(type: unknown, props: Record<string, unknown>, kids: unknown[]): unknown;
  group: unknown;
  parts: Record<string, unknown>;
  paint(tree: unknown, into: Element): void;
  diary: string[];
}

type Run = (work: () => void | (() => void), on?: unknown[]) => void;
type Keep = <T>(first: T) => { current: T };

/** Components that note when they come, change and go, and whose element they hold. */
function partsOf(make: Painter["make"], group: unknown, run: Run, keep: Keep, diary: string[]): Record<string, unknown> {
  const Plain = ({ children }: { children?: unknown }) => children;
  const Noting = ({ name, children }: { name?: string; children?: unknown }) => {
    const box = keep<Element | null>(null);
    run(() => {
      diary.push(`come ${box.current?.tagName}`);
      return () => diary.push("gone") && undefined;
    }, []);
    run(() => void diary.push(`named ${name}`), [name]);
    return make("section", { ref: box, "data-name": name }, [children]);
  };
  const Many = ({ children }: { children?: unknown }) => make(group, {}, [make("hr", {}, []), children]);
  return { Plain, Noting, Many };
}

function preact(): Painter {
  const diary: string[] = [];
  const make: Painter["make"] = (type, props, kids) => h(type as string, props, ...(kids as never[]));
  const parts = partsOf(make, Fragment, useEffect as Run, useRef, diary);
  return { make, group: Fragment, parts, diary, paint: (tree, into) => render(tree as never, into) };
}

function ours(): Painter {
  const diary: string[] = [];
  const make: Painter["make"] = (type, { key, ...props }, kids) => drawing.jsx(type as string, { ...props, children: kids.length > 1 ? kids : kids[0] }, key);
  const parts = partsOf(make, drawing.Fragment, hooks.useEffect as Run, hooks.useRef, diary);
  return { make, group: drawing.Fragment, parts, diary, paint: (tree, into) => drawing.render(tree, into) };
}

function shape(by: Painter, tree: Tree["kids"][number]): unknown {
  if (tree === null || tree === undefined || tree === false || typeof tree === "string") return tree;
  if (Array.isArray(tree)) return tree.map((each) => shape(by, each));
  const type = tree.kind === "group" ? by.group : (by.parts[tree.kind] ?? tree.kind);
  const props = { ...tree.dress, ...(tree.key !== undefined && { key: tree.key }) };
  return by.make(type, props, tree.kids.map((kid) => shape(by, kid)));
}

/** Draws these trees one after the other in two places; what differs after each, and what was noted. */
async function drawBoth(trees: Tree[]): Promise<string[]> {
  const wrong: string[] = [];
  const [one, other] = [preact(), ours()];
  const [left, right] = [document.body.appendChild(document.createElement("div")), document.body.appendChild(document.createElement("div"))];
  const kept = new Map<string, Element>();
  for (const [turn, tree] of trees.entries()) {
    one.paint(shape(one, tree), left);
    other.paint(shape(other, tree), right);
    await new Promise((go) => setTimeout(go, 0));
    if (!left.isEqualNode(right)) wrong.push(`${turn}: ${left.innerHTML} | ${right.innerHTML}`);
    if (valuesIn(left) !== valuesIn(right)) wrong.push(`${turn}: values ${valuesIn(left)} | ${valuesIn(right)}`);
    for (const input of [...left.querySelectorAll("input"), ...right.querySelectorAll("input")]) input.value += "typed";
    wrong.push(...sameNodes(kept, right, tree, turn));
  }
  if (sorted(one) !== sorted(other)) wrong.push(`noted ${sorted(one)} | ${sorted(other)}`);
  one.paint(null, left);
  other.paint(null, right);
  await new Promise((go) => setTimeout(go, 0));
  if (right.childNodes.length > 0 || sorted(one) !== sorted(other)) wrong.push(`not all is gone: ${right.innerHTML}, ${sorted(one)} | ${sorted(other)}`);
  left.remove();
  right.remove();
  return wrong;
}

const sorted = ({ diary }: Painter) => [...diary].sort().join();
const valuesIn = (place: Element) => [...place.querySelectorAll("input")].map(({ value }) => value).join();

/** The keyed things of the outermost list are the very same elements as before, wherever they stand now. */
function sameNodes(kept: Map<string, Element>, place: Element, tree: Tree, turn: number): string[] {
  const wrong: string[] = [];
  const now = new Map<string, Element>();
  for (const kid of tree.kids) {
    if (!kid || typeof kid === "string" || Array.isArray(kid) || kid.key === undefined || kid.kind !== "li") continue;
    const node = place.querySelector(`:scope > ${tree.kind} > [id="kept-${kid.key}"]`);
    const before = kept.get(kid.key);
    if (node && before && node !== before) wrong.push(`${turn}: another ${kid.key}`);
    if (node) now.set(kid.key, node);
  }
  kept.clear();
  for (const [key, node] of now) kept.set(key, node);
  return wrong;
}

/** The same steps for signals of both kinds: what effects saw, in order. `steps` are [which signal, next value]. */
function watchBoth(steps: [number, number][]): [string, string] {
  return [watch(signalsOfPreact as unknown as typeof signals, steps), watch(signals, steps)];
}

function watch({ signal, computed, effect, batch }: typeof signals, steps: [number, number][]): string {
  const seen: string[] = [];
  const cells = [signal(0), signal(0), signal(0)] as const;
  const parity = computed(() => cells[0].value % 2);
  const either = computed(() => (parity.value ? cells[1].value : cells[2].value));
  const sum = computed(() => either.value + parity.value);
  const stops = [
    effect(() => void seen.push(`parity ${parity.value}`)),
    effect(() => {
      seen.push(`sum ${sum.value}`);
      return () => seen.push("tidied") && undefined;
    }),
    effect(() => {
      if (cells[1].value > 5) cells[2].value = cells[1].peek();
    }),
  ];
  for (const [which, next] of steps) {
    if (which < 3) cells[which]!.value = next;
    else if (which === 3) batch(() => cells.forEach((cell) => (cell.value = next)));
    else stops[next % 3]!();
    seen.push("·");
  }
  return seen.join();
}

Object.assign(window, { drawBoth, watchBoth, drawing: { ...drawing, ...hooks, ...signals } });
