// Keys for whoever runs a gathering from a keyboard.

/** by KeyboardEvent.code, or by the sign itself where that stands elsewhere on each keyboard */
export type Keys = Record<string, () => void>;

const TYPING = "input, textarea, select, [contenteditable]";

/** Runs what belongs to a key, but never while somebody types. A key that means something here presses no button that
 * happens to have the focus: whoever strikes the space bar for a pause must not remove a person. Enter still presses. */
export function onKeys(read: () => Keys): void {
  addEventListener("keydown", (event) => {
    const act = meant(event, read());
    if (!act) return;
    event.preventDefault();
    if (!event.repeat) act();
  });
  // Firefox presses a button when the space bar comes up, whatever became of its going down.
  addEventListener("keyup", (event) => meant(event, read()) && event.preventDefault());
}

function meant(event: KeyboardEvent, keys: Keys): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const target = event.target instanceof Element ? event.target : document.body;
  return target.closest(TYPING) ? undefined : (keys[event.code] ?? keys[event.key]);
}
