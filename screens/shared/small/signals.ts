// Values that tell whoever rests on them: the part of Preact's signals that a phone needs, in a third of the bytes.

/** Something that can be read, and that counts how often it changed. */
interface Source {
  changes: number;
  watchers: Set<Watcher>;
  /** up to date from here on */
  refresh(): void;
}

/** Who rests on sources: what it read last, and how often that had changed by then. */
interface Watcher {
  sources: Map<Source, number>;
  /** something it rests on may have changed */
  stir(): void;
}

export interface ReadonlySignal<T> {
  readonly value: T;
  /** without resting on it */
  peek(): T;
}

export interface Signal<T> extends ReadonlySignal<T> {
  value: T;
}

let reader: Watcher | undefined;

function readBy<R>(watcher: Watcher | undefined, work: () => R): R {
  const before = reader;
  reader = watcher;
  try {
    return work();
  } finally {
    reader = before;
  }
}

/** Without resting on what is read meanwhile. */
export const untracked = <R>(work: () => R): R => readBy(undefined, work);

function forget(watcher: Watcher): void {
  for (const source of watcher.sources.keys()) source.watchers.delete(watcher);
  watcher.sources.clear();
}

/** Whether anything read last time is another by now; in the order of reading, so that what came after is not asked needlessly. */
function outdated({ sources }: Watcher): boolean {
  for (const [source, changes] of sources) {
    source.refresh();
    if (source.changes !== changes) return true;
  }
  return false;
}

function anew<R>(watcher: Watcher, work: () => R): R {
  forget(watcher);
  return readBy(watcher, work);
}

const stirAll = ({ watchers }: Source): void => [...watchers].forEach((one) => one.stir());

function cell<T>(source: Source, held: () => T, put: (next: T) => void): Signal<T> {
  return {
    get value() {
      source.refresh();
      if (reader && !reader.sources.has(source)) {
        reader.sources.set(source, source.changes);
        source.watchers.add(reader);
      }
      return held();
    },
    set value(next) {
      put(next);
    },
    peek() {
      source.refresh();
      return held();
    },
  };
}

export function signal<T>(held: T): Signal<T> {
  const source: Source = { changes: 0, watchers: new Set(), refresh() {} };
  return cell(source, () => held, (next) => {
    if (next === held) return;
    held = next;
    source.changes++;
    batch(() => stirAll(source));
  });
}

export function computed<T>(work: () => T): ReadonlySignal<T> {
  let held: T;
  let stale = true;
  const watcher: Watcher = {
    sources: new Map(),
    stir() {
      if (stale) return;
      stale = true;
      stirAll(source);
    },
  };
  const source: Source = {
    changes: 0,
    watchers: new Set(),
    refresh() {
      if (stale && (!source.changes || outdated(watcher))) {
        const next = anew(watcher, work);
        if (next !== held || !source.changes) source.changes++;
        held = next;
      }
      stale = false;
    },
  };
  return cell(source, () => held, () => {});
}

const MOST_RUNS = 1000;
const due = new Set<() => void>();
let depth = 0;

/** Whoever is stirred meanwhile is told once, at the end. */
export function batch<R>(work: () => R): R {
  depth++;
  try {
    return work();
  } finally {
    try {
      if (depth === 1) settle();
    } finally {
      depth--;
    }
  }
}

function settle(): void {
  const wrong: unknown[] = [];
  let runs = 0;
  for (const run of due) {
    due.delete(run); // a set that grows while it is walked is walked on
    if (runs++ > MOST_RUNS) {
      due.clear();
      throw new Error("effects stir each other without end");
    }
    try {
      run();
    } catch (error) {
      wrong.push(error); // the others are told all the same
    }
  }
  if (wrong.length > 0) throw wrong[0];
}

/** Runs now, and again whenever something it read has changed; the answer stops it. What a run returns tidies up after it. */
export function effect(work: () => void | (() => void)): () => void {
  let tidy: unknown;
  let first = true;
  const tidyUp = () => {
    const before = tidy;
    tidy = undefined;
    if (typeof before === "function") untracked(before as () => void);
  };
  const run = () => {
    if (!first && !outdated(watcher)) return;
    first = false;
    batch(() => {
      tidyUp();
      tidy = anew(watcher, work);
    });
  };
  const watcher: Watcher = { sources: new Map(), stir: () => due.add(run) };
  run();
  return () => {
    due.delete(run);
    forget(watcher);
    tidyUp();
  };
}
