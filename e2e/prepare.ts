import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { installed, unpackBrowser } from './browser.ts'

/** What all journeys need, once before the first two of them start side by side. */
export default async function prepare(): Promise<void> {
  if (!existsSync(join(import.meta.dirname, '../dist/web/index.html'))) {
    throw new Error('The web app is not built. Run npm test, or npx vite build.')
  }
  if (!installed) await unpackBrowser()
}
