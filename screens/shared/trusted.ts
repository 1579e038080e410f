interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The page's policy wants to know where scripts may come from: the address of one of our own workers. */
export function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  return trustedTypes?.createPolicy("tingsha-worker", { createScriptURL: (wish) => wish }).createScriptURL(url) ?? url;
}
