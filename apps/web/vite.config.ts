import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Writes .br and .gz beside every text asset, so that the server never compresses on a request. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|svg|txt|webmanifest)$/.test(file)) continue;
        const whole = path.join(dir, file);
        const content = readFileSync(whole);
        if (content.length < 1024) continue;
        writeFileSync(`${whole}.br`, brotliCompressSync(content));
        writeFileSync(`${whole}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}

/**
 * Parts of zod that the SPA never asks for are left out of the bundle, 6 KB that a phone need not fetch: schemas that
 * describe themselves as JSON Schema, parsers compiled with eval, and zod's own words for what is wrong.
 */
function withoutUnusedZod(): Plugin {
  return {
    name: 'without-unused-zod',
    apply: 'build',
    transform(code, id) {
      if (/zod\/v4\/core\/doc\.js$/.test(id)) return { code: 'export class Doc {}', map: null };
      if (/zod\/v4\/locales\/en\.js$/.test(id))
        return { code: "export default () => ({ localeError: () => 'is not right' });", map: null };
      if (!/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/.test(id)) return null;
      const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
      return { code: names.map((name) => `export const ${name} = () => undefined;`).join('\n'), map: null };
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      // Loaders go with their screens: they carry the contract of the screen with them.
      codeSplittingOptions: {
        defaultBehavior: [['component', 'loader', 'pendingComponent', 'errorComponent', 'notFoundComponent']],
      },
      addExtensions: true,
      quoteStyle: 'single',
      semicolons: true,
    }),
    react(),
    withoutUnusedZod(),
    tailwindcss(),
    precompress(),
  ],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // One file compresses better than twenty: what nearly every screen shares travels together.
            { name: 'shared', tags: ['$initial'] },
            { name: 'parts', minShareCount: 6 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
