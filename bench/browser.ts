import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from '../scripts/find-chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Lateral as `npm start` runs it, on a port and with data of its own, and a browser to look at it with: the folder of its
 * data, the browser, and where the browser is. All are gone when it is disposed of.
 */
export async function openInBrowser(port: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lateral-bench-'));
  const address = `http://localhost:${port}`;
  const executablePath = findChromium();
  const env = { ...process.env, DATA_DIR: folder, PORT: String(port), PUBLIC_URL: address };
  delete (env as NodeJS.ProcessEnv).DATABASE_URL;
  const server = spawn(process.execPath, ['scripts/run.mjs', 'serve'], { cwd: root, env, stdio: 'ignore' });
  const stop = async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answers(`${address}/ready`);
    const browser = await chromium.launch({
      args: ['--no-sandbox', '--disable-gpu'],
      ...(executablePath && { executablePath }),
    });
    const close = async () => {
      await browser.close();
      await stop();
    };
    return { folder, browser, executablePath, [Symbol.asyncDispose]: close };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answers(url: string) {
  for (const end = Date.now() + 180_000; Date.now() < end; await new Promise((r) => setTimeout(r, 200))) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
  }
  throw new Error(`nothing answers at ${url}`);
}
