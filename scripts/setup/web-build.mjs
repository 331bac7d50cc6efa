import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { step } from './step.mjs'

const rootFiles = ['vite.config.ts', 'index.html', 'package-lock.json']
/** Never part of the web app: the boundaries that scripts/check-boundaries keeps forbid it to import them. */
const serverFolders = ['src/platform', 'src/testing']
const serverFiles = /^(commands|store|queries|routes|jobs|reactions|public|slice)(\.ts)?$/

/** Builds the web app into dist/web unless nothing it is made of has changed. */
export async function buildWeb(root, node, say) {
  if (!existsSync(join(root, 'vite.config.ts')) || isBuilt(root, fingerprint(root))) return
  await withLock(root, say, async () => {
    const wanted = fingerprint(root)
    if (isBuilt(root, wanted)) return
    const draft = join(root, 'dist/web.draft')
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    await step(say, 'Building the web app', root, node, [
      vite,
      'build',
      '--logLevel',
      'warn',
      '--outDir',
      draft,
      '--emptyOutDir',
    ])
    // The old one serves until the new one is whole.
    rmSync(join(root, 'dist/web'), { recursive: true, force: true })
    renameSync(draft, join(root, 'dist/web'))
    writeFileSync(join(root, 'dist/.setup/web'), wanted)
  })
}

function isBuilt(root, wanted) {
  const stamp = join(root, 'dist/.setup/web')
  return existsSync(join(root, 'dist/web')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
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
