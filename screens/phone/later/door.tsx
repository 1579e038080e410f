import { languageOf } from "../../shared/texts/language.ts";
import { textsOf } from "../texts/spoken.ts";

interface Props {
  why: "unknown" | "old-link" | undefined;
  typed: string;
  tidy: (typed: string) => string;
}

/** Where a code is typed: first of all, or again. */
export function Door({ why, typed, tidy }: Props) {
  const texts = textsOf(languageOf());
  const go = (event: SubmitEvent) => {
    event.preventDefault();
    const code = tidy(String(new FormData(event.currentTarget as HTMLFormElement).get("code")));
    if (code) location.assign(`/j/${code}`);
  };

  if (!texts) return null;
  return (
    <main class="sheet">
      <h1>{texts.codeTitle}</h1>
      {why && <p role="alert">{why === "unknown" ? texts.codeUnknown : texts.linkOld}</p>}
      <form onSubmit={go} class="form">
        <label class="field">
          <b>{texts.codeLabel}</b>
          <input
            name="code"
            class="code"
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
          {texts.codeHint}
        </p>
        <button class="main push">{texts.codeGo}</button>
      </form>
    </main>
  );
}
