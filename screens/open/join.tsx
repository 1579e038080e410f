import { useSignal } from "@preact/signals";
import { halves } from "../shared/entrance.ts";
import type { Texts } from "./words.ts";

const LENGTH = 8;

/** The code field: eight characters, shown in two halves as on the stage. */
export function Join({ texts }: { texts: Texts }) {
  const code = useSignal("");
  const whole = code.value.length === LENGTH;
  const join = (event: Event) => {
    event.preventDefault();
    if (whole) location.assign(`/j/${code.value}`);
    else (event.currentTarget as HTMLFormElement).querySelector("input")?.focus();
  };
  const type = (event: Event & { currentTarget: HTMLInputElement }) => {
    code.value = tidy(event.currentTarget.value);
    event.currentTarget.value = shown(code.value);
  };
  return (
    <form class="card join" aria-labelledby="join" onSubmit={join}>
      <h2 id="join">{texts.join}</h2>
      <label>
        <span class="label">{texts.code}</span>
        <input
          class="code numerals"
          dir="ltr"
          value={shown(code.value)}
          onInput={type}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          placeholder="···· ····"
          aria-describedby="code-hint"
        />
      </label>
      <p class="fine" id="code-hint">{texts.codeHint}</p>
      <button type="submit" class={whole ? "main wide" : "wide"}>{texts.go}</button>
    </form>
  );
}

function tidy(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, LENGTH);
}

function shown(code: string): string {
  const [left, right] = halves(code);
  return right ? `${left} ${right}` : left;
}
