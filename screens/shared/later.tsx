import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

const RETRY_MS = 2000;

/** A part that few people need and that needs the server anyway: fetched when it is shown. */
export function later<P extends object>(fetch: () => Promise<ComponentType<P>>): (props: P) => ComponentChildren {
  let come: ComponentType<P> | undefined;
  return function Later(props: P) {
    const [Part, setPart] = useState(() => come);
    useEffect(() => {
      let wanted = true;
      const take = (part: ComponentType<P>) => setPart(() => (come = part));
      const ask = () => fetch().then(take, () => wanted && setTimeout(ask, RETRY_MS));
      if (!come) void ask();
      return () => (wanted = false);
    }, []);
    return Part ? <Part {...props} /> : null;
  };
}
