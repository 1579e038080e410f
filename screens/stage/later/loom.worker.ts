import { loom, type Order } from "./loom.ts";

const take = loom((figures) => postMessage(figures));
onmessage = ({ data }: MessageEvent<Order>) => take(data);
