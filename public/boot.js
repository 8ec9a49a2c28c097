// Before the first paint: language, theme and mode, as app/src/context/look.rs keeps them. Then a word when the app does
// not come.
(() => {
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const html = document.documentElement;
  const theme = read("theme");
  const dark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  html.dataset.theme = dark ? "dark" : "light";
  const app = location.pathname.match(/^\/(merchant|desk)\//);
  html.dataset.mode = read(app ? `${app[1]}-mode` : "mode") === "elder" ? "elder" : "standard";
  html.lang = read("lang") ?? "zh-CN";
  const slow = () => document.getElementById("start-slow")?.removeAttribute("hidden");
  addEventListener("load", () => setTimeout(slow, 12_000));
})();
