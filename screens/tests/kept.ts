/** What a browser keeps, as far as a phone asks for it: its keys are its own. */
class Kept {
  [key: string]: unknown;
  getItem(key: string): unknown {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key: string, value: string): void {
    this[key] = value;
  }
  removeItem(key: string): void {
    delete this[key];
  }
}

/** A phone on which nothing is kept yet. */
export function freshPhone(): void {
  Object.defineProperty(globalThis, "localStorage", { value: new Kept(), configurable: true });
}
