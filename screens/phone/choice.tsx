import type { Signal } from "@preact/signals";

interface Props {
  label: string;
  options: readonly string[];
  /** what to show for each option, where that differs */
  words?: readonly string[];
  chosen: Signal<string[]>;
  kind: "one" | "several";
}

/** Chips to choose from. */
export function Choice({ label, options, words = options, chosen, kind }: Props) {
  const tap = (option: string) => {
    const on = chosen.value.includes(option);
    const others = kind === "one" ? [] : chosen.value.filter((one) => one !== option);
    chosen.value = on ? others : [...others, option];
  };

  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <div class="chips">
        {options.map((option, i) => (
          <button key={option} type="button" class="chip" aria-pressed={chosen.value.includes(option)} onClick={() => tap(option)}>
            <bdi>{words[i]}</bdi>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
