import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { step } from './step.mjs'

const rootFiles = ['vite.config.ts', 'index.html', 'package-lock.json']
/** Never part of the web app: the boundaries that scripts/check-boundaries keeps forbid it to import them. */
const serverFolders = ['src/platform', 'src/testing']
const serverFiles = /^(commands|store|queries|routes|jobs|reactions|public|slice)(\.ts)?$/

/** What is built: the web app, and the snippet that sites load. */
const parts = [
  { name: 'web', config: 'vite.config.ts' },
  { name: 'snippet', config: 'src/snippet/vite.config.ts' },
]

/** Builds the web app into dist/web, and the snippet beside it, unless nothing they are made of has changed. */
export async function buildWeb(root, node, say) {
  if (!existsSync(join(root, 'vite.config.ts')) || isBuilt(root, fingerprint(root))) return
  await withLock(root, say, async () => {
    const wanted = fingerprint(root)
    if (isBuilt(root, wanted)) return
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    for (const { name, config } of parts) {
      const draft = join(root, `dist/${name}.draft`)
      await step(say, name === 'web' ? 'Building the web app' : 'Building the snippet for sites', root, node, [
        vite,
        'build',
        '--config',
        join(root, config),
        '--logLevel',
        'warn',
        '--outDir',
        draft,
        '--emptyOutDir',
      ])
      // The old one serves until the new one is whole.
      rmSync(join(root, `dist/${name}`), { recursive: true, force: true })
      renameSync(draft, join(root, `dist/${name}`))
    }
    writeFileSync(join(root, 'dist/.setup/web'), wanted)
  })
}

function isBuilt(root, wanted) {
  const stamp = join(root, 'dist/.setup/web')
  const isThere = parts.every(({ name }) => existsSync(join(root, 'dist', name)))
  return isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

function fingerprint(root) {
  const files = [...rootFiles.filter(name => existsSync(join(root, name))), ...sourcesIn(root, 'src')]
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function sourcesIn(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    if (isServerOnly(folder, entry.name)) return []
    if (entry.isDirectory()) return sourcesIn(root, path)
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path]
  })
}

function isServerOnly(folder, name) {
  if (serverFolders.includes(`${folder}/${name}`)) return true
  return folder.startsWith('src/slices/') && !folder.includes('/web') && serverFiles.test(name)
}
