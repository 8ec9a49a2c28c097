// What is measured, and what is aimed at.

// Seconds depend on the machine, so performance is shown but does not bind; its causes are counted elsewhere (bundle bytes, requests).
export const goals = [
  { category: 'performance', atLeast: 98, binding: false },
  { category: 'accessibility', atLeast: 100, binding: true },
  { category: 'best-practices', atLeast: 100, binding: true },
  { category: 'seo', atLeast: 100, binding: true },
];

export const metrics = [
  { audit: 'largest-contentful-paint', atMost: 2000, unit: 'ms', digits: 0 },
  { audit: 'first-contentful-paint', unit: 'ms', digits: 0 },
  { audit: 'total-blocking-time', unit: 'ms', digits: 0 },
  { audit: 'cumulative-layout-shift', unit: '', digits: 3 },
  { audit: 'total-byte-weight', unit: 'B', digits: 0 },
];

export const pages = [
  { name: 'wallet', path: '/' },
  { name: 'merchant', path: '/merchant/' },
];
