import type { Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Hosting } from "./gathering.ts";

interface Props {
  hosting: Hosting;
  label: string;
  /** what the browser may fill in of the host's own */
  own: "given-name" | "off";
  name: Signal<string>;
  group: Signal<string>;
  children?: ComponentChildren;
}

/** Who somebody is that has no phone at hand: a name, and a group where there are any. */
export function Newcomer({ hosting, label, own, name, group, children }: Props) {
  const { common, texts } = hosting;
  return (
    <div class="inline">
      <label>
        <span class="label">{label}</span>
        <input value={name.value} required maxLength={80} autoComplete={own} onInput={(event) => (name.value = event.currentTarget.value)} />
      </label>
      {common.groups.length > 0 && (
        <label>
          <span class="label">{texts.people_.group}</span>
          <select value={group.value} onChange={(event) => (group.value = event.currentTarget.value)}>
            <option value="">{texts.people_.noGroup}</option>
            {common.groups.map((one) => <option key={one}>{one}</option>)}
          </select>
        </label>
      )}
      {children}
    </div>
  );
}
