// The service worker of all three apps: one file, filled in at build time for each, scoped by where it is registered.
// It starts an app without a network. It never answers for the API, and it never replaces a running app by itself.
"use strict";

const APP = "__APP__";
const VERSION = "__VERSION__";
const FILES = ["__FILES__"];
const LISTS = ["__LISTS__"];

const BASE = new URL(registration.scope).pathname;
const SHELL = `${APP}-shell-${VERSION}`;
// Lists outlive a version: without a network, an updated till must still be able to verify.
const KEPT_LISTS = `${APP}-lists`;

/** The address of one of this app's files. */
const own = (file) => new URL(file, registration.scope).href;

/** Everything the app needs to start, or nothing: a half-kept version is never used. */
async function keepShell() {
  const shell = await caches.open(SHELL);
  const requests = ["", ...FILES].map((file) => new Request(own(file), { cache: "no-cache" }));
  await shell.addAll(requests);
}

/** The signed lists, when the server has them: the first run may be without a network. */
async function keepLists() {
  const lists = await caches.open(KEPT_LISTS);
  const one = (path) => lists.add(new Request(path, { cache: "no-cache" }));
  await Promise.allSettled(LISTS.map(one));
}

addEventListener("install", (event) => {
  event.waitUntil(Promise.all([keepShell(), keepLists()]));
});

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(`${APP}-shell-`) && name !== SHELL;
  const clean = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter(old).map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(clean());
});

// The person has agreed to the update that the page offered.
addEventListener("message", (event) => {
  if (event.data === "apply-update") event.waitUntil(skipWaiting());
});

/** Whether a path is another app's: the wallet's scope covers theirs. */
const isForeign = (path) =>
  ["/merchant/", "/desk/"].some((other) => other !== BASE && path.startsWith(other)) || !path.startsWith(BASE);

const isList = (path) => path.startsWith("/lists/");

/** Pages of the app have no dot in their last part; files and documents have one. */
const isPage = (request, path) => request.mode === "navigate" && !path.split("/").pop().includes(".");

/**
 * The newest list, kept for the next start. Without a network this fails, as it should: the page then reads what was
 * kept by itself, and must neither believe that the server was reached nor take an old answer's time for the time.
 */
async function newest(request) {
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(KEPT_LISTS)).put(request, answer.clone());
  return answer;
}

/** A file of this version. The page and its files always belong together. */
async function ofThisVersion(request, key) {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(key);
  if (kept) return kept;
  const answer = await fetch(request);
  // The big QR reader is kept from its first use on.
  const path = new URL(request.url).pathname;
  if (answer.ok && path.startsWith(`${BASE}zxing/`)) await shell.put(key, answer.clone());
  return answer;
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || pathname.startsWith("/api/")) return;
  if (isList(pathname)) {
    event.respondWith(newest(request));
  } else if (!isForeign(pathname)) {
    event.respondWith(ofThisVersion(request, isPage(request, pathname) ? own("") : request));
  }
});
