// Keys for whoever runs a gathering from a keyboard.

/** `code` as in KeyboardEvent.code or the letter itself */
export type Keys = Record<string, () => void>;

const TYPING = "input, textarea, select, [contenteditable]";
const PRESSES_ITSELF = "button, a[href], summary, label";

/** Runs what belongs to a key, but never while somebody types, and never the space or arrow that a control wants for itself. */
export function onKeys(read: () => Keys): void {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.closest(TYPING)) return;
    if (event.code === "Space" && target.closest(PRESSES_ITSELF)) return;
    const act = read()[event.code];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
