// Time runs with the writing: where people read from right to left, what comes later is on the left.

export interface Along {
  earlier: { key: "ArrowLeft" | "ArrowRight"; sign: string };
  later: { key: "ArrowLeft" | "ArrowRight"; sign: string };
  /** takes a step back in time */
  undone: string;
}

const LEFT = { key: "ArrowLeft", sign: "←" } as const;
const RIGHT = { key: "ArrowRight", sign: "→" } as const;

/** The arrows that lead along the time in this page's direction. */
export function along(direction = document.documentElement.dir): Along {
  return direction === "rtl" ? { earlier: RIGHT, later: LEFT, undone: "↷" } : { earlier: LEFT, later: RIGHT, undone: "↶" };
}
