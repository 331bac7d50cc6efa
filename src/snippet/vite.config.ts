import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Makes the one file that sites load; it runs in browsers of the last few years and needs nothing else. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  cacheDir: here('../../node_modules/.vite-snippet'),
  build: {
    outDir: here('../../dist/snippet'),
    emptyOutDir: true,
    target: 'es2020',
    reportCompressedSize: false,
    lib: { entry: here('collect.ts'), formats: ['iife'], name: 'rapportCollect', fileName: () => 'collect.js' },
  },
})
