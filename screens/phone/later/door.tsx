import type { LaterWords } from "../words.ts";

interface Props {
  why: "unknown" | "old-link" | undefined;
  typed: string;
  tidy: (typed: string) => string;
  words: LaterWords;
}

/** Where a code is typed: first of all, or again. */
export function Door({ why, typed, tidy, words }: Props) {
  const go = (event: SubmitEvent) => {
    event.preventDefault();
    const code = tidy(String(new FormData(event.currentTarget as HTMLFormElement).get("code")));
    if (code) location.assign(`/j/${code}`);
  };

  return (
    <main class="sheet">
      <h1>{words.codeTitle}</h1>
      {why && <p role="alert">{why === "unknown" ? words.codeUnknown : words.linkOld}</p>}
      <form onSubmit={go} class="form">
        <label class="field">
          <b>{words.codeLabel}</b>
          <input
            name="code"
            class="code"
            dir="ltr"
            defaultValue={typed}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            required
            maxLength={12}
            aria-describedby="code-hint"
          />
        </label>
        <p id="code-hint" class="fine">
          {words.codeHint}
        </p>
        <div class="push">
          <button class="main wide">{words.codeGo}</button>
        </div>
      </form>
    </main>
  );
}
