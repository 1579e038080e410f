// A phone carries no colours that only other screens use.

/** Leaves out custom properties that nothing in the same stylesheet rests on. It looks at the stylesheet alone, whose name tells its
 * content: what a script asked for would be another content under the same name. */
export const usedOnly = {
  name: "used-only",
  enforce: "post",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.fileName.endsWith(".css")) file.source = withoutUnused(String(file.source));
    }
  },
};

export function withoutUnused(css) {
  const used = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
  const less = css.replace(/(--[\w-]+):[^;{}]*(;|(?=\}))/g, (whole, name) => (used.has(name) ? whole : ""));
  return less === css ? css : withoutUnused(less);
}
