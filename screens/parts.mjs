// In which order a page's script is fetched.

/** What lies in `later/`, and the words of each language, come when they are needed. */
const LATER = /\/later\/|\/languages\/.*\?only=(?!language$)/;

/** Of the phone only the door comes at once: everything that happens behind it follows, as one file, while somebody types
 * their name. */
const BEHIND_THE_DOOR = [
  /\/phone\/(inside|gathering|scene|outbox|tabs|find|talk|thanks|together|lobby|notice|menu|said|partners|questions|closed|conversations|afterwards|erase|sure)\.tsx?$/,
  /\/shared\/(stream|world|cues|segments|debrief|beacon)\.tsx?$/,
];

/** The files of a page, for the bundler. */
export function partsOf(page) {
  const inside = (id) => page === "phone.html" && BEHIND_THE_DOOR.some((part) => part.test(id));
  const atOnce = (id) => !inside(id) && !LATER.test(id);
  return { groups: [{ name: "screen", test: atOnce }, { name: "inside", test: inside }] };
}
