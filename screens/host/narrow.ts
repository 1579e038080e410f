import { signal } from "@preact/signals";

const query = matchMedia("(max-width: 40rem)");

/** Whether this screen is as narrow as a phone's; the stylesheets ask the same. */
export const narrow = signal(query.matches);
query.addEventListener("change", ({ matches }) => (narrow.value = matches));
