import { existsSync } from 'node:fs'
import { join } from 'node:path'

export default function requireBuild(): void {
  if (!existsSync(join(import.meta.dirname, '../dist/web/index.html'))) {
    throw new Error('The web app is not built. Run npm test, or npx vite build.')
  }
}
