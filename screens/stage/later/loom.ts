// The loom holds the picture of who met whom and draws it. It stands beside the page, in a worker, wherever a browser lets a
// worker draw: ten thousand points and thirty thousand lines then take nothing of the page's own time.

import type { Web } from "../../shared/wire.ts";
import { places, weave, type Ink, type Sheets } from "./weaving.ts";

export interface Measures {
  width: number;
  height: number;
  ink: Ink;
  /** the whole picture at once */
  still: boolean;
}

export type Order = { sheets: [HTMLCanvasElement | OffscreenCanvas, HTMLCanvasElement | OffscreenCanvas] } | { told: ArrayBuffer } | { measures: Measures };

/** What is said of a picture in words. */
export type Figures = Pick<Web, "people" | "conversations" | "fresh" | "mixed" | "sortable" | "gatherings" | "bridged" | "bridgeable">;

/** Takes orders in any sequence and draws once it has all three; `tell` hears the figures of each picture that comes in. */
export function loom(tell: (figures: Figures) => void): (order: Order) => void {
  let sheets: Sheets | undefined;
  let web: Web | undefined;
  let measures: Measures | undefined;
  let stop = () => {};
  const begin = () => {
    stop();
    if (!sheets || !web || !measures) return;
    const { width, height, ink, still } = measures;
    for (const { canvas } of [sheets.lines, sheets.points]) Object.assign(canvas, { width, height });
    stop = weave(sheets, web, places(web, width, height), ink, still);
  };
  return (order) => {
    if ("sheets" in order) {
      const [lines, points] = order.sheets.map((sheet) => sheet.getContext("2d") as Sheets["lines"]);
      sheets = { lines: lines!, points: points! };
    } else if ("measures" in order) {
      measures = order.measures;
    } else {
      web = JSON.parse(new TextDecoder().decode(order.told)) as Web;
      tell(figuresOf(web));
    }
    begin();
  };
}

function figuresOf({ people, conversations, fresh, mixed, sortable, gatherings, bridged, bridgeable }: Web): Figures {
  return { people, conversations, fresh, mixed, sortable, gatherings, bridged, bridgeable };
}
