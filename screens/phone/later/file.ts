const LEAVES_MS = 10_000;

/** Hands a file that was made on this phone to whoever holds it; no server is asked. */
export function hand(name: string, type: string, content: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LEAVES_MS);
}
