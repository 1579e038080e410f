import { loom, type Order } from "./loom.ts";

// The first number that a browser writes out takes it more than ten ms, in whichever thread: here nobody waits for it.
(0).toLocaleString();
const take = loom((figures) => postMessage(figures));
onmessage = ({ data }: MessageEvent<Order>) => take(data);
