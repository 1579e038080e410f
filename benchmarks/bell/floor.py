"""The floor: two sound cards' times within one page, with no network and no second clock between them.

`stamp` lays a stroke by `getOutputTimestamp()`, like the bell; `current` by `currentTime` alone, as most pages do.
"""

from typing import Final

TWO_CONTEXTS: Final = """async ([worklet, how, strokes]) => {
  const module = URL.createObjectURL(new Blob([worklet], { type: "text/javascript" }));
  const one = async () => {
    const ctx = new AudioContext({ latencyHint: "interactive" });
    await ctx.resume();
    await ctx.audioWorklet.addModule(module);
    const ear = new AudioWorkletNode(ctx, "ear", { numberOfOutputs: 0 });
    const out = ctx.createGain();
    out.connect(ctx.destination);
    out.connect(ear);
    const breath = new ConstantSourceNode(ctx, { offset: 0 });
    breath.connect(out);
    breath.start();
    const onsets = [];
    ear.port.onmessage = ({ data }) => {
      const stamp = ctx.getOutputTimestamp();
      onsets.push(stamp.performanceTime + (data - stamp.contextTime) * 1000);
    };
    const strike = (at) => {
      const stamp = ctx.getOutputTimestamp();
      const when = how === "stamp"
        ? stamp.contextTime + (at - stamp.performanceTime) / 1000
        : ctx.currentTime + (at - performance.now()) / 1000;
      const tone = new OscillatorNode(ctx, { frequency: 14000 });
      tone.connect(out);
      tone.start(when);
      tone.stop(when + 0.02);
    };
    return { ctx, onsets, strike };
  };
  const both = [await one(), await one()];
  await new Promise((go) => setTimeout(go, 1000));
  for (let i = 0; i < strokes; i++) {
    const at = performance.now() + 300;
    for (const each of both) each.strike(at);
    await new Promise((go) => setTimeout(go, 500));
  }
  await new Promise((go) => setTimeout(go, 300));
  for (const each of both) await each.ctx.close();
  return both.map((each) => each.onsets);
}"""

CLOCK_ERROR: Final = """async () => {
  const samples = [];
  for (let i = 0; i < 12; i++) {
    const left = performance.now();
    const { now } = await (await fetch("/api/clock", { cache: "no-store" })).json();
    const back = performance.now();
    samples.push({ trip: back - left, offset: now - (left + back) / 2 });
  }
  samples.sort((one, other) => one.trip - other.trip);
  // The page and the server are on one machine, so the wall's time is the truth; the server tells whole milliseconds.
  return samples[0].offset + 0.5 - performance.timeOrigin;
}"""
