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

/** Addresses of the pages before sign-in: one light page of their own (`sign-in.html`), here as in the API's web.ts. */
const isDoor = (url = '') => /^\/(sign-in|mailbox)(\/|\?|$)/.test(url);

function openDoor(): Plugin {
  return {
    name: 'open-door',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (isDoor(request.url)) request.url = '/sign-in.html';
        next();
      });
    },
  };
}

/** A test for modules of these packages, wherever pnpm has put them. */
const inPackages = (...names: string[]) => new RegExp(`/node_modules/(?!\\.pnpm)(?:${names.join('|')})/`);

/** What the door and the workspace both use, none of which knows the router. */
const atTheDoor =
  /\/(?:web\/src\/(?:[a-z-]+|ui\/(?:anchor|bare-frame|button|button-anchor|button-class|control-class|error-note|error-summary|field|page-header|tally-mark|text-button|text-field))|contract\/src\/(?:endpoint|sign-in|oidc|passkeys)|domain\/src\/(?:people\/roles|sign-in\/[a-z]+))\.tsx?$/;
/** Of those at the top of `src`, the workspace's own. */
const inside =
  /\/src\/(?:main|router|routeTree\.gen|session|recent|door|event-words|versioned-save|calendar-query)\.tsx?$/;

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
    openDoor(),
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
      input: ['index.html', 'sign-in.html'].map((page) => path.join(import.meta.dirname, page)),
      output: {
        codeSplitting: {
          groups: [
            // One file compresses better than twenty: what every page needs, the door too; what the workspace needs.
            {
              name: 'base',
              test: inPackages(
                'react',
                'react-dom',
                'scheduler',
                'zod',
                '@tanstack/(?:react-)?query(?:-core)?',
                'lucide-react/dist/esm/(?!icons)[^/]+',
              ),
            },
            { name: 'door', test: (id) => atTheDoor.test(id) && !inside.test(id) },
            { name: 'workspace', test: inPackages('@tanstack/.*', 'use-sync-external-store') },
            { name: 'parts', test: (id) => !id.includes('/src/sign-in/'), minShareCount: 6 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
