// What one takes along: one thing at a time, and leaving it is as easy as doing it.

import type { Thing } from "../afterwards.tsx";
import type { Gathering } from "../gathering.ts";
import type { AfterwardsWords } from "../words.ts";
import { Contacts } from "./contacts.tsx";
import { Fifteen } from "./fifteen.tsx";
import { Keepsake } from "./keepsake.tsx";

interface Props {
  g: Gathering;
  words: AfterwardsWords;
}

export function Sheet({ g, words, thing }: Props & { thing: Thing }) {
  switch (thing) {
    case "contacts":
      return <Contacts g={g} words={words} />;
    case "fifteen":
      return <Fifteen g={g} words={words} />;
    case "keepsake":
      return <Keepsake g={g} words={words} />;
  }
}
