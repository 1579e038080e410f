// The sound itself: two small bronze cymbals that differ a few tenths of a per cent, so that their tones beat slowly.

/** ratio to the ground tone, amplitude, seconds until it has faded by 60 dB */
const PARTIALS = [
  [1, 1, 12],
  [1.0028, 0.6, 11],
  [2.31, 0.35, 6],
  [2.74, 0.22, 4],
  [3.86, 0.12, 2],
  [5.2, 0.06, 1],
] as const;

const GROUND_HZ = 2140;
const SECOND_CYMBAL = 1.0026;
const ATTACK_S = 0.0015;
const STRIKE_S = 0.01;
const STRIKE = 0.15;
const FADE_60_DB = Math.log(1000);
const LOUDNESS = 1 / (2 * PARTIALS.reduce((sum, [, amplitude]) => sum + amplitude, 0));

export interface Stroke {
  /** 0 to 1 */
  strength?: number;
  /** a short stroke fades sooner: 1 is the whole 12 s */
  length?: number;
}

/** Strikes the tingsha at `at` (audio time, s) into `destination`; the answer silences it. Works on live and offline contexts. */
export function tingsha(
  ctx: BaseAudioContext,
  destination: AudioNode,
  at: number,
  { strength = 0.8, length = 1 }: Stroke = {},
): () => void {
  const voice = ctx.createGain();
  voice.gain.value = strength;
  voice.connect(destination);
  const sources = [...cymbal(ctx, voice, at, GROUND_HZ, length), ...cymbal(ctx, voice, at, GROUND_HZ * SECOND_CYMBAL, length)];
  sources.push(strike(ctx, voice, at));
  return () => {
    for (const source of sources) source.stop();
    voice.disconnect();
  };
}

function cymbal(ctx: BaseAudioContext, voice: AudioNode, at: number, ground: number, length: number): AudioScheduledSourceNode[] {
  return PARTIALS.map(([ratio, amplitude, seconds]) => {
    const tone = ctx.createOscillator();
    const swell = ctx.createGain();
    const lasts = seconds * length;
    tone.frequency.value = ground * ratio;
    swell.gain.setValueAtTime(0, at);
    swell.gain.linearRampToValueAtTime(amplitude * LOUDNESS, at + ATTACK_S);
    swell.gain.setTargetAtTime(0, at + ATTACK_S, lasts / FADE_60_DB);
    tone.connect(swell).connect(voice);
    tone.start(at);
    tone.stop(at + lasts * 1.2);
    return tone;
  });
}

function strike(ctx: BaseAudioContext, voice: AudioNode, at: number): AudioScheduledSourceNode {
  const noise = ctx.createBufferSource();
  const high = ctx.createBiquadFilter();
  const level = ctx.createGain();
  noise.buffer = strikeTable(ctx);
  high.type = "highpass";
  high.frequency.value = 5000;
  level.gain.value = STRIKE;
  noise.connect(high).connect(level).connect(voice);
  noise.start(at);
  return noise;
}

/** The same noise on every device and in every stroke, so that recordings can be compared. */
function strikeTable(ctx: BaseAudioContext): AudioBuffer {
  const buffer = ctx.createBuffer(1, Math.max(1, Math.floor(ctx.sampleRate * STRIKE_S)), ctx.sampleRate);
  const samples = buffer.getChannelData(0);
  let seed = 2140;
  for (let i = 0; i < samples.length; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
    samples[i] = (seed / 2 ** 31) * Math.exp((-6 * i) / samples.length);
  }
  return buffer;
}
