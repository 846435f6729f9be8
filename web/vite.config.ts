import { svelte } from '@sveltejs/vite-plugin-svelte'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { offline } from './scripts/offline.ts'
import { policy } from './scripts/policy.ts'
import { made } from './scripts/made.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// `vite build` makes the page with the engine; `--mode mock` makes one for tests whose answers are recorded.
export default defineConfig(({ mode }) => {
  const mock = mode === 'mock'
  return {
    // Relative, so that the page works in any folder of any host.
    base: './',
    plugins: [svelte(), policy(), made(mock), offline()],
    resolve: { alias: { $engine: here(mock ? './src/engine/mock.ts' : './src/engine/open.ts') } },
    server: { fs: { allow: [here('..')] } },
    worker: { format: 'es' },
    build: {
      outDir: mock ? 'dist-mock' : 'dist',
      target: 'es2022',
      // What is inlined as data: would be refused by the policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  }
})
