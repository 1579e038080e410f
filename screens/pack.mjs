// Packs what was built as small as it goes, once and for all: a server that packs at each start would not take the time.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { gzipAsync } from "@gfx/zopfli";

const TEXT = new Set([".html", ".js", ".css", ".svg", ".webmanifest", ".json"]);
const SMALL = 256;
const ITERATIONS = 15;

/** Beside each text of a folder: `.gz` for every browser, `.br` for those that ask for it, which they do over https. */
export async function pack(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) await pack(path);
    else if (TEXT.has(extname(name)) && statSync(path).size > SMALL) await packOne(path);
  }
}

async function packOne(path) {
  const plain = readFileSync(path);
  writeFileSync(`${path}.gz`, await gzipAsync(plain, { numiterations: ITERATIONS }));
  writeFileSync(`${path}.br`, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }));
}
