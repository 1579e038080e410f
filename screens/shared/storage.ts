// What a phone keeps for itself, by gathering. Private windows and full disks throw; then it is simply not kept.

const PREFIX = "tingsha";

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

/** Everything this device kept of one gathering. */
export function forget(gathering: string): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(`${PREFIX}.${gathering}.`)) localStorage.removeItem(key);
    }
  } catch {
    // nothing was kept
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
