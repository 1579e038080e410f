// Draws a tree of shapes into the page and keeps what is there: the part of Preact that a phone needs, in a quarter of the bytes.
// The whole tree is drawn each time; it is small.

import { untracked } from "./signals.ts";

type Props = Readonly<Record<string, unknown>>;
type Component = (props: Props) => unknown;

/** What somebody wants to see: an element, a component, or (without a type) text. */
interface Shape {
  type: string | Component | undefined;
  props: Props;
  key: unknown;
}

/** What is there. A component has no node of its own; what it draws are its kids. */
export interface Drawn {
  shape: Shape;
  kids: Kids;
  node: Element | Text | undefined;
  hooks: Hook[];
}
type Kids = readonly (Drawn | undefined)[];

/** What a component keeps from one drawing to the next. */
export interface Hook {
  held: unknown;
  /** for when all is drawn */
  due?: (() => void) | undefined;
  leave?: (() => void) | undefined;
}

export const jsx = (type: string | Component, props: Props, key?: unknown): Shape => ({ type, props, key });
export const Fragment: Component = (props) => props["children"];

/** Whose hooks are asked for, and which of them comes next. */
export const at: { drawn: Drawn | undefined; hook: number } = { drawn: undefined, hook: 0 };
const refs: (() => void)[] = [];
const effects: (() => void)[] = [];

const roots = new WeakMap<Element, Kids>();

export function render(wanted: unknown, into: Element): void {
  roots.set(into, fill(into, roots.get(into) ?? [], wanted));
  // Everything stands in the page by now. What is read from here on is no reason to draw anew.
  untracked(() => [...refs.splice(0), ...effects.splice(0)].forEach((work) => work()));
}

function fill(host: Element, kids: Kids, wanted: unknown): Kids {
  const fresh = match(kids, wanted, host.namespaceURI!);
  let next: Node | null = null;
  for (const node of nodesOf(fresh).reverse()) {
    if (node.parentNode !== host || node.nextSibling !== next) host.insertBefore(node, next);
    next = node;
  }
  return fresh;
}

function nodesOf(kids: Kids): Node[] {
  return kids.flatMap((kid) => (kid ? (kid.node ?? nodesOf(kid.kids)) : []));
}

/** The same key, or without one the same place, and the same type: then it is the same thing, drawn anew. */
function match(kids: Kids, wanted: unknown, space: string): Kids {
  const rest = new Set(kids);
  const fresh = [wanted].flat().map((one, place) => {
    const shape = shapeOf(one);
    if (!shape) return undefined;
    const fits = (kid: Drawn | undefined) => kid !== undefined && rest.has(kid) && kid.shape.key === shape.key && kid.shape.type === shape.type;
    const kid = shape.key === undefined ? kids[place] : kids.find(fits);
    const same = fits(kid) ? kid : undefined;
    rest.delete(same);
    return { shape, same };
  });
  // What goes is gone before anything comes: an id or a focus is never there twice.
  for (const kid of rest) if (kid) erase(kid, true);
  return fresh.map((one) => one && draw(one.shape, one.same, space));
}

function shapeOf(wanted: unknown): Shape | undefined {
  if (wanted === undefined || wanted === null || typeof wanted === "boolean") return undefined;
  if (Array.isArray(wanted)) return jsx(Fragment, { children: wanted });
  return typeof wanted === "object" ? (wanted as Shape) : { type: undefined, props: { data: `${wanted as string | number}` }, key: undefined };
}

function draw(shape: Shape, there: Drawn | undefined, space: string): Drawn {
  const drawn: Drawn = there ?? { shape, kids: [], node: undefined, hooks: [] };
  const before = there?.shape.props ?? {};
  drawn.shape = shape;
  if (typeof shape.type === "function") drawComponent(drawn, shape.type, space);
  else if (shape.type === undefined) drawText(drawn);
  else drawElement(drawn, shape.type, before, space);
  return drawn;
}

function drawComponent(drawn: Drawn, component: Component, space: string): void {
  const { drawn: outer, hook } = at;
  at.drawn = drawn;
  at.hook = 0;
  const wanted = component(drawn.shape.props);
  at.drawn = outer;
  at.hook = hook;
  drawn.kids = match(drawn.kids, wanted, space);
  for (const each of drawn.hooks) {
    if (each.due) effects.push(each.due);
    each.due = undefined;
  }
}

function drawText(drawn: Drawn): void {
  const data = drawn.shape.props["data"] as string;
  drawn.node ??= document.createTextNode(data);
  if ((drawn.node as Text).data !== data) (drawn.node as Text).data = data;
}

const SVG = "http://www.w3.org/2000/svg";

function drawElement(drawn: Drawn, name: string, before: Props, space: string): void {
  const { props } = drawn.shape;
  const element = (drawn.node ??= document.createElementNS(name === "svg" ? SVG : space, name)) as Element;
  for (const each in before) if (!(each in props)) dress(element, each, before[each], undefined);
  for (const each in props) if (each !== "value" && each !== "checked") dress(element, each, before[each], props[each]);
  drawn.kids = fill(element, drawn.kids, props["children"]);
  // A choice can only be made among options that are there; and what somebody typed is not what was drawn last.
  for (const each of ["value", "checked"]) {
    if (props[each] !== undefined) dress(element, each, (element as unknown as Props)[each], props[each]);
  }
  const { ref } = props;
  if (ref !== before["ref"]) {
    refer(before["ref"], null);
    refs.push(() => refer(ref, element));
  }
}

function refer(ref: unknown, to: Element | null): void {
  if (typeof ref === "function") (ref as (to: Element | null) => void)(to);
  else if (ref) (ref as { current: Element | null }).current = to;
}

function dress(element: Element, name: string, was: unknown, is: unknown): void {
  if (name === "children" || name === "key" || name === "ref" || was === is) return;
  const own = element as unknown as Record<string, unknown>;
  if (name === "style") dressStyle((element as HTMLElement).style, (was ?? {}) as Props, (is ?? {}) as Props);
  else if (name.startsWith("on")) listen(element, name.slice(2).toLowerCase(), is);
  else if (name in element && element.namespaceURI !== SVG && !BY_ATTRIBUTE.test(name)) own[name] = is ?? "";
  else if (is !== undefined && is !== null && (is !== false || name[4] === "-")) element.setAttribute(name, `${is as string}`);
  else element.removeAttribute(name);
}

/** Properties that can't be set, or not as they are written. */
const BY_ATTRIBUTE = /^(width|height|href|list|form|download|role|popover|tabIndex)$/;

function dressStyle(style: CSSStyleDeclaration, was: Props, is: Props): void {
  const own = style as unknown as Record<string, unknown>;
  for (const name in { ...was, ...is }) {
    if (was[name] === is[name]) continue;
    if (name.startsWith("-")) style.setProperty(name, `${(is[name] ?? "") as string}`);
    else own[name] = is[name] ?? "";
  }
}

type Listening = { hear: unknown; since: number };
const listening = new WeakMap<Element, Record<string, Listening>>();
const begun = new WeakMap<Event, number>();
let moment = 0;

function listen(element: Element, type: string, hear: unknown): void {
  const mine = listening.get(element) ?? {};
  listening.set(element, mine);
  const known = mine[type];
  if (known) {
    if (!known.hear) known.since = moment;
    known.hear = hear;
    return;
  }
  mine[type] = { hear, since: moment };
  element.addEventListener(type, heard);
}

/** Who was drawn by what an event did does not hear that same event on its way up. */
function heard(this: Element, event: Event): void {
  if (!begun.has(event)) begun.set(event, moment++);
  const one = listening.get(this)?.[event.type];
  if (one?.hear && begun.get(event)! >= one.since) (one.hear as (event: Event) => void).call(this, event);
}

function erase(drawn: Drawn, here: boolean): void {
  for (const hook of drawn.hooks) hook.leave?.();
  const { ref } = drawn.shape.props;
  if (drawn.node) {
    refer(ref, null);
    if (here) drawn.node.remove();
  }
  for (const kid of drawn.kids) if (kid) erase(kid, here && !drawn.node);
}
