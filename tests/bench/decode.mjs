// Reads grey frames with zxing-wasm and prints, as JSON, the texts found in each:
// node decode.mjs PACKAGE FOLDER COUNT WIDTH HEIGHT
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [folder, frames, count, width, height] = process.argv.slice(2);
const { prepareZXingModule, readBarcodes } = await import(pathToFileURL(`${folder}/dist/es/reader/index.js`).href);
const wasmBinary = await readFile(`${folder}/dist/reader/zxing_reader.wasm`);
await prepareZXingModule({ overrides: { wasmBinary: wasmBinary.buffer }, fireImmediately: true });

const found = [];
for (let at = 0; at < Number(count); at += 1) {
  const codes = await readBarcodes(picture(await readFile(`${frames}/${at}.grey`)), {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: 1,
  });
  found.push(codes.map((code) => code.text));
}
console.log(JSON.stringify(found));

// The grey pixels as a canvas would give them.
function picture(grey) {
  const data = new Uint8ClampedArray(grey.length * 4);
  grey.forEach((value, at) => data.set([value, value, value, 255], at * 4));
  return { data, width: Number(width), height: Number(height), colorSpace: 'srgb' };
}
