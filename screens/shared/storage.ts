// What a phone keeps for itself, by gathering. Private windows and full disks throw; then it is simply not kept.

const PREFIX = "tingsha";

/** Where a phone keeps what it needs to be known in a community: a key for this one alone. */
export const placeOf = (community: string): string => `community-${community}`;

export function recall(gathering: string, name: string): string | undefined {
  try {
    return localStorage.getItem(`${PREFIX}.${gathering}.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(gathering: string, name: string, value: string): void {
  try {
    localStorage.setItem(`${PREFIX}.${gathering}.${name}`, value);
  } catch {
    // not kept
  }
}

/** Everything this device kept of one gathering; with `name` only that and what begins with it. */
export function forget(gathering: string, name = ""): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(`${PREFIX}.${gathering}.${name}`)) localStorage.removeItem(key);
    }
  } catch {
    // nothing was kept
  }
}

/** All that is kept, as gathering, name and value. */
export function names(): [string, string, string][] {
  try {
    const ours = Object.keys(localStorage).map((key) => [key.split("."), localStorage.getItem(key)] as const);
    return ours
      .filter(([[prefix]]) => prefix === PREFIX)
      .map(([[, gathering = "", ...name], value]) => [gathering, name.join("."), value ?? ""]);
  } catch {
    return [];
  }
}

/** What holds until the tab is closed: true the first time it is asked. */
export function once(name: string): boolean {
  try {
    if (sessionStorage.getItem(`${PREFIX}.${name}`)) return false;
    sessionStorage.setItem(`${PREFIX}.${name}`, "1");
    return true;
  } catch {
    return false;
  }
}
