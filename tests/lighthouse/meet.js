/*
 * Measures a few page types with Lighthouse as on a phone: median of five. In: folder of the built site, file for the
 * outcome. The browser stands in KENNISBANK_CHROMIUM. Not part of `make test`: it takes minutes and a quiet machine.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const PAGES = ['', 'instrumenten/landelijk-maatwerkloket/', 'leerpunten/', 'gemeenten/'];
const RUNS = 5;
const TYPES = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml' };

const [site, out] = process.argv.slice(2);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const server = createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
  const file = join(site, path.endsWith('/') ? `${path}index.html` : path);
  try {
    const body = gzipSync(await readFile(file));
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain', 'Content-Encoding': 'gzip', 'Cache-Control': 'no-cache' });
    response.end(body);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));

const figures = {};
for (const page of PAGES) {
  const runs = [];
  for (let i = 0; i < RUNS; i += 1) {
    const chrome = await launch({ chromePath: process.env.KENNISBANK_CHROMIUM, chromeFlags: ['--headless=new', '--no-sandbox'] });
    const { lhr } = await lighthouse(`http://127.0.0.1:${server.address().port}/${page}`, { port: chrome.port, logLevel: 'error' });
    await chrome.kill();
    runs.push(lhr);
  }
  const score = (name) => Math.round(100 * median(runs.map(({ categories }) => categories[name].score)));
  const value = (name) => median(runs.map(({ audits }) => audits[name].numericValue));
  figures[`/${page}`] = `prestaties ${score('performance')}, toegankelijkheid ${score('accessibility')}, goede gewoonten ${score('best-practices')}, `
    + `vindbaarheid ${score('seo')}; LCP ${(value('largest-contentful-paint') / 1000).toFixed(1)} s, TBT ${Math.round(value('total-blocking-time'))} ms, `
    + `CLS ${value('cumulative-layout-shift').toFixed(3)}`;
  console.log(`/${page}: ${figures[`/${page}`]}`);
}
server.close();
await mkdir(dirname(out), { recursive: true });
await writeFile(out, JSON.stringify(figures, null, 1) + '\n');
