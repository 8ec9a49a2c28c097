// The strong reader: zxing-wasm in a worker of its own, served beside the app, nothing from elsewhere.
// It speaks as the small reader in Rust does (crates/client/src/scan/worker.rs): first "ready", then one answer a picture.
import { prepareZXingModule, readBarcodes } from "./zxing/reader/index.js";

const LONG_EDGE = 960;
const OPTIONS = { formats: ["QRCode"], tryHarder: true, maxNumberOfSymbols: 4 };

const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext("2d", { willReadFrequently: true });

/** The pixels of a video frame, its longer edge no longer than readers like; the frame is given back. */
function pixels(frame) {
  const { displayWidth, displayHeight } = frame;
  const factor = Math.min(1, LONG_EDGE / Math.max(displayWidth, displayHeight));
  const [width, height] = [Math.round(displayWidth * factor), Math.round(displayHeight * factor)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  try {
    context.drawImage(frame, 0, 0, width, height);
  } finally {
    frame.close();
  }
  return context.getImageData(0, 0, width, height);
}

/** Of several codes in one picture the one that is a credit code, else the first. */
const best = (codes) => (codes.find((code) => code.text.startsWith("CC1:")) ?? codes[0])?.text ?? null;

addEventListener("message", async ({ data: { id, frame, picture } }) => {
  try {
    postMessage({ id, text: best(await readBarcodes(picture ?? pixels(frame), OPTIONS)) });
  } catch {
    postMessage({ id, unfit: true });
  }
});

const locateFile = (file) => new URL(`./zxing/${file}`, import.meta.url).href;
await prepareZXingModule({ overrides: { locateFile }, fireImmediately: true });
postMessage("ready");
