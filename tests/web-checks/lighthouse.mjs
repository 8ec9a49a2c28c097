// Runs Lighthouse on the served apps: node lighthouse.mjs ORIGIN [--runs N].
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as chromeLauncher from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { goals, metrics, pages } from './goals.mjs';

const flags = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
const out = new URL('../../target/lighthouse/', import.meta.url);

const { origin, runs } = readArguments();
process.env.CHROME_PATH ??= '/usr/bin/chromium';
await mkdir(out, { recursive: true });

let passed = 0;
let failed = 0;
for (const page of pages) {
  const url = new URL(page.path, origin).href;
  const reports = [];
  for (let run = 0; run < runs; run += 1) {
    reports.push(await audit(url));
  }
  const report = median(reports);
  await writeFile(new URL(`${page.name}.json`, out), JSON.stringify(report, null, 1));
  print(page.name, report);
}
console.log(`reports: ${fileURLToPath(out)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function readArguments() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string', default: '3' } } });
  const runs = Number(values.runs);
  if (positionals.length !== 1 || !URL.canParse(positionals[0]) || !Number.isInteger(runs) || runs < 1) {
    console.error('usage: node lighthouse.mjs ORIGIN [--runs N]');
    process.exit(2);
  }
  return { origin: positionals[0], runs };
}

// One run in a browser of its own: nothing is cached from the run before.
async function audit(url) {
  const chrome = await chromeLauncher.launch({ chromeFlags: flags });
  try {
    // No configuration: Lighthouse's own default is the mobile preset.
    const result = await lighthouse(url, { port: chrome.port, output: 'json', logLevel: 'error' });
    if (result?.lhr === undefined || result.lhr.runtimeError !== undefined) {
      throw new Error(`${url}: ${result?.lhr?.runtimeError?.message ?? 'no report'}`);
    }
    return result.lhr;
  } finally {
    await chrome.kill();
  }
}

function median(reports) {
  const byPerformance = reports.toSorted((a, b) => a.categories.performance.score - b.categories.performance.score);
  return byPerformance[Math.floor(byPerformance.length / 2)];
}

// Prints one page's table and counts its binding goals.
function print(name, report) {
  console.log(`\n${name}  ${report.finalDisplayedUrl}`);
  for (const goal of goals) {
    const score = Math.round(report.categories[goal.category].score * 100);
    const met = score >= goal.atLeast;
    if (goal.binding) count(met);
    console.log(`  ${goal.category.padEnd(26)} ${String(score).padStart(8)}      goal ≥ ${goal.atLeast}   ${verdict(met, goal.binding)}`);
    if (!met) printCauses(report, goal.category);
  }
  for (const metric of metrics) {
    const value = report.audits[metric.audit].numericValue;
    const met = metric.atMost === undefined || value <= metric.atMost;
    const goal = metric.atMost === undefined ? '' : `goal ≤ ${metric.atMost} ${metric.unit}   ${verdict(met, false)}`;
    console.log(`  ${metric.audit.padEnd(26)} ${value.toFixed(metric.digits).padStart(8)} ${metric.unit}   ${goal}`);
  }
  const foreign = foreignRequests(report);
  count(foreign.length === 0);
  console.log(`  third-party requests ${foreign.length}   goal 0   ${verdict(foreign.length === 0, true)} ${foreign.join(' ')}`);
}

function count(met) {
  if (met) passed += 1;
  else failed += 1;
}

// Names what took points off, so that a miss can be mended from the printout.
function printCauses(report, category) {
  for (const { id, weight } of report.categories[category].auditRefs) {
    const audit = report.audits[id];
    if (weight > 0 && audit.score !== null && audit.score < 0.9) {
      console.log(`    - ${id}: ${audit.title} ${audit.displayValue ?? ''}`);
      for (const item of (audit.details?.items ?? []).slice(0, 5)) {
        const what = item.node?.snippet ?? item.description ?? item.url ?? item.source;
        if (what !== undefined) console.log(`        ${String(what).slice(0, 160)}`);
      }
    }
  }
}

function foreignRequests(report) {
  const own = new URL(report.finalDisplayedUrl).origin;
  const urls = (report.audits['network-requests'].details?.items ?? []).map((item) => item.url);
  return urls.filter((url) => url.startsWith('http') && new URL(url).origin !== own);
}

function verdict(met, binding) {
  if (met) return 'met';
  return binding ? 'MISSED' : 'missed (not binding)';
}
