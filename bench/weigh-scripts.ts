import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

const quietMs = 1000;

/**
 * Counts the JavaScript that a page fetches from here on, each file as gzip makes it (level 9).
 * @returns ends the count once nothing has come for a second, and gives it in KB of 1,000 bytes
 */
export function weighScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  const weigh = (response: Response) => {
    if (/\.js$/.test(new URL(response.url()).pathname))
      sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  };
  page.on('response', weigh);
  return async () => {
    for (let before = -1; before < sizes.length; ) {
      before = sizes.length;
      await page.waitForTimeout(quietMs);
    }
    page.off('response', weigh);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
  };
}
