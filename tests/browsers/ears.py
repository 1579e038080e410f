"""Listening to a page's own sound: noting the frame in which a stroke begins.

A stroke begins with 10 ms of noise above 5 kHz, which nothing that still rings has; so the ear listens high up.
The frame is carried over to the wall's time by the page's output timestamp, not by the page's own clock.
An insecure origin has no AudioWorklet; there a ScriptProcessorNode hands out the same frames.
"""

EAR = """
class Ear {
  constructor(rate) {
    this.rate = rate;
    this.deafUntil = 0;
    this.level = 0;
  }
  hear(samples, first, note) {
    for (let i = 0; i < samples.length; i++) {
      const loud = Math.abs(samples[i]);
      if (loud > 0.002 && loud > 6 * this.level && first + i > this.deafUntil) {
        this.deafUntil = first + i + this.rate / 4;
        note((first + i) / this.rate);
      }
      this.level = Math.max(loud, this.level * 0.9995);
    }
  }
}
"""

WORKLET = (
    EAR
    + """
registerProcessor("ear", class extends AudioWorkletProcessor {
  constructor() {
    super();
    this.ear = new Ear(sampleRate);
  }
  process([input]) {
    if (input[0]) this.ear.hear(input[0], currentFrame, (at) => this.port.postMessage(at));
    return true;
  }
});
"""
)

LISTEN = """async ([worklet, ear]) => {
  const { ctx, out } = window.tingshaAudio;
  const high = ctx.createBiquadFilter();
  high.type = "highpass";
  high.frequency.value = 12000;
  out.connect(high);
  window.ears = { onsets: [] };
  const note = (at) => {
    const stamp = ctx.getOutputTimestamp();
    window.ears.onsets.push(performance.timeOrigin + stamp.performanceTime + (at - stamp.contextTime) * 1000);
  };
  if (ctx.audioWorklet) {
    await ctx.audioWorklet.addModule(URL.createObjectURL(new Blob([worklet], { type: "text/javascript" })));
    const node = new AudioWorkletNode(ctx, "ear", { numberOfOutputs: 0 });
    high.connect(node);
    node.port.onmessage = ({ data }) => note(data);
    return "AudioWorklet";
  }
  const Ear = eval(`(${ear.trim()})`);
  const listening = new Ear(ctx.sampleRate);
  const node = ctx.createScriptProcessor(1024, 1, 1);
  node.onaudioprocess = (event) => {
    // What is processed now is heard a buffer later than it was rendered.
    const first = Math.round(event.playbackTime * ctx.sampleRate) - 1024;
    listening.hear(event.inputBuffer.getChannelData(0), first, note);
  };
  high.connect(node);
  node.connect(ctx.destination);
  return "ScriptProcessor";
}"""
