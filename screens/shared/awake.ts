// Keeps the screen lit while people talk. Plain HTTP has no wake lock; a playing stream of an unchanging picture with silent
// sound does the same there. It is made here and not fetched: the page's policy allows no data: address.

let wanted = false;
let still: HTMLVideoElement | undefined;

/** Must be called from a tap. */
export function stayAwake(): void {
  if (!wanted) document.addEventListener("visibilitychange", () => void hold());
  wanted = true;
  void hold();
}

async function hold(): Promise<void> {
  if (!wanted || document.hidden) return;
  try {
    if ("wakeLock" in navigator) await navigator.wakeLock.request("screen");
    else await play();
  } catch {
    // low battery or no leave: the screen goes dark and a tap wakes it
  }
}

async function play(): Promise<void> {
  still ??= picture();
  await still.play();
}

function picture(): HTMLVideoElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 2;
  const paint = canvas.getContext("2d");
  const stream = canvas.captureStream(1);
  setInterval(() => paint?.fillRect(0, 0, 2, 2), 1000);
  const silence = window.tingshaAudio?.ctx.createMediaStreamDestination();
  for (const track of silence?.stream.getAudioTracks() ?? []) stream.addTrack(track);

  const video = document.createElement("video");
  video.playsInline = true;
  video.muted = !silence; // only sound that could be heard counts as watching
  video.srcObject = stream;
  video.className = "awake";
  video.setAttribute("aria-hidden", "true");
  document.body.append(video);
  return video;
}
