// Who draws: a worker, or this page itself in browsers that have none that can.

import { trusted } from "../../shared/trusted.ts";
import { loom, type Figures, type Order } from "./loom.ts";
import WORKER from "./loom.worker.ts?worker&url";

export interface Hand {
  give(order: Order): void;
  leave(): void;
}

/** Takes the two sheets of this box; each box is given once. */
export function atTheLoom(box: HTMLElement, tell: (figures: Figures) => void): Hand {
  const sheets = [...box.querySelectorAll("canvas")] as [HTMLCanvasElement, HTMLCanvasElement];
  return "transferControlToOffscreen" in sheets[0] ? besideThePage(sheets, tell) : onThePage(sheets, tell);
}

function besideThePage(sheets: [HTMLCanvasElement, HTMLCanvasElement], tell: (figures: Figures) => void): Hand {
  const worker = new Worker(trusted(WORKER), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<Figures>) => tell(data);
  const [lines, points] = sheets.map((sheet) => sheet.transferControlToOffscreen());
  worker.postMessage({ sheets: [lines, points] }, [lines!, points!]);
  return {
    give: (order) => worker.postMessage(order, "told" in order ? [order.told] : []),
    leave: () => worker.terminate(),
  };
}

function onThePage(sheets: [HTMLCanvasElement, HTMLCanvasElement], tell: (figures: Figures) => void): Hand {
  const take = loom(tell);
  take({ sheets });
  return { give: take, leave: () => {} };
}
