// A length of time in words: seconds as long as they are few, else whole minutes.

interface Words {
  seconds(n: number): string;
  minutes(n: number): string;
}

const FEW_S = 90;

export function spanOf(words: Words, seconds: number): string {
  return seconds < FEW_S ? words.seconds(seconds) : words.minutes(Math.round(seconds / 60));
}

/** How long a turn is, as one says it: "two minutes", "90 seconds". */
export function turnOf(words: { seconds(n: number): string; turn(minutes: number): string }, seconds: number): string {
  return seconds % 60 ? words.seconds(seconds) : words.turn(seconds / 60);
}
