import react from '@vitejs/plugin-react'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** `vite build` makes the web app; `vite build --mode gallery` makes the page that shows every component. */
export default defineConfig(({ mode }) => {
  const gallery = mode === 'gallery'
  return {
    root: here(gallery ? 'src/ui/gallery' : 'src/app/web'),
    publicDir: here('src/app/web/public'),
    base: '/',
    cacheDir: here('node_modules/.vite'),
    plugins: [react()],
    resolve: { alias: [{ find: /^zod$/, replacement: here('src/ui/api/zod-in-browser.ts') }] },
    build: {
      outDir: here(gallery ? 'dist/gallery' : 'dist/web'),
      emptyOutDir: true,
      target: 'es2022',
      sourcemap: false,
      // Everything is a file of its own: the content security policy allows no data: scripts or fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 600,
      rolldownOptions: {
        // A language is one file, and so is what slices declare of events, needed after the first screen. Small modules
        // that many screens use travel together: a screen asks for few files.
        output: {
          codeSplitting: {
            groups: [
              { name: path => `words-${basename(path, '.json')}`, test: /\/words\/[^/]+\.json$/ },
              { name: 'shared', minShareCount: 18, maxModuleSize: 2500 },
              { name: 'events', test: /\/slices\/[^/]+\/[^/]+\/events\.ts$/ },
            ],
          },
        },
      },
    },
  }
})
