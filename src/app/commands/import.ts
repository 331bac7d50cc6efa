import { existsSync, openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../kernel/errors.ts'
import type { App } from '../../platform/context.ts'
import { runDueJobs } from '../../platform/jobs/worker.ts'
import { apiPrefix } from '../../platform/http/server.ts'
import type { ImportDetail } from '../../slices/customers/imports/schema.ts'
import { jobs } from '../compose.ts'
import { createHttp } from '../http.ts'
import type { Command } from './command.ts'
import { withOwnerKey } from './owner-key.ts'
import { withApp } from './with-app.ts'

export const importFile: Command = {
  name: 'import',
  usage: 'FILE [--object contacts|companies|orders|…] [--dry-run] [--yes] [--workspace ID]',
  about: 'Imports a CSV or vCard file, after trying it and showing what it would do.',
  options: {
    object: { type: 'string' },
    'dry-run': { type: 'boolean' },
    yes: { type: 'boolean', short: 'y' },
    workspace: { type: 'string' },
  },
  help: [
    'Columns are mapped as the app proposes; map them by hand under Imports where that does not fit.',
    '--dry-run writes nothing. --yes does not ask before writing. Without --workspace it is the first workspace.',
    'An import can be undone in the app, under Imports.',
  ],
  async run({ values, positionals: [file] }) {
    if (file === undefined) throw new AppError('invalid', 'Name the file to import.')
    if (!existsSync(file)) throw new AppError('not-found', `There is no file ${file}.`)
    const object = values['object']
    return withApp((app, url) =>
      withOwnerKey(app, values['workspace'], 'imports', async key => {
        const api = await openApi(app, url, key)
        try {
          const draft = await api.upload(file, object as string | undefined)
          return await proceed(api, draft, values['dry-run'] === true, values['yes'] === true)
        } finally {
          await api.close()
        }
      }),
    )
  },
}

/** Tries the file, asks, and imports it. Returns the exit code. */
async function proceed(api: Api, draft: ImportDetail, isDryRun: boolean, isAgreed: boolean): Promise<number> {
  let isRun = false
  try {
    const checked = await tryOut(api, draft)
    if (checked.status === 'failed') return 1
    if (isDryRun) return 0
    isRun = isAgreed || (await agrees())
  } finally {
    if (!isRun) await api.discard(draft.id)
  }
  if (!isRun) {
    console.log('Nothing was imported.')
    return 1
  }
  const done = await api.work(draft.id, 'run')
  report(done, done.result, 'Imported')
  return done.status === 'done' ? 0 : 1
}

async function tryOut(api: Api, draft: ImportDetail): Promise<ImportDetail> {
  const left = draft.columns.filter((_, at) => draft.mapping[at] === null).map(column => column.name)
  console.log(`${draft.fileName}: ${draft.object}${draft.preset ? `, exported from ${draft.preset.label}` : ''}`)
  if (left.length > 0) console.log(`Left out: ${left.join(', ')}`)
  if (draft.missing.length > 0) throw new AppError('unprocessable', draft.missing.join(' '))
  const checked = await api.work(draft.id, 'check')
  report(checked, checked.check, 'Would import')
  return checked
}

async function agrees(): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new AppError('invalid', 'Nothing was imported. Add --yes to import without being asked.')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question('Import it? [y/N] ')
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

function report({ error, problems }: ImportDetail, counts: ImportDetail['check'], did: string): void {
  if (counts) {
    const { rows, warned } = counts
    const records = Object.entries(counts.records)
      .filter(([, { created, updated }]) => created + updated > 0)
      .map(([table, { created, updated }]) => `${created} new and ${updated} changed ${table}`)
    console.log(`${did}: ${records.join(', ') || 'nothing'}.`)
    console.log(
      `Rows: ${rows.created} new, ${rows.updated} changed, ${rows.unchanged} as they were, ${rows.repeated} repeated, ${rows.refused} refused, ${warned} not taken whole.`,
    )
  }
  for (const { row, column, reason } of problems.slice(0, 10))
    console.log(`  row ${row}${column ? `, ${column}` : ''}: ${reason}`)
  if (error) console.error(error)
}

interface Api {
  upload(file: string, object: string | undefined): Promise<ImportDetail>
  /** Starts a check or run and does the work, or waits for the process that does. */
  work(id: string, what: 'check' | 'run'): Promise<ImportDetail>
  discard(id: string): Promise<void>
  close(): Promise<void>
}

/** The same API that the app uses, served to this process alone. */
async function openApi(app: App, url: string, key: string): Promise<Api> {
  const server = await createHttp({ ...app, log: app.log.child({}, { level: 'warn' }) })
  const origin = await server.listen({ host: '127.0.0.1', port: 0 })
  const send = async (method: string, path: string, body?: FormData): Promise<ImportDetail> => {
    const answer = await fetch(origin + apiPrefix + path, {
      method,
      headers: { authorization: `Bearer ${key}` },
      ...(body ? { body } : {}),
    })
    const text = await answer.text()
    if (!answer.ok) throw new AppError('unprocessable', (JSON.parse(text) as { detail: string }).detail)
    return (text === '' ? null : JSON.parse(text)) as ImportDetail
  }
  return {
    async upload(file, object) {
      const form = new FormData()
      form.set('file', await openAsBlob(file), basename(file))
      return send('POST', `/imports${object ? `?object=${object}` : ''}`, form)
    },
    async work(id, what) {
      await send('POST', `/imports/${id}/${what}`)
      for (;;) {
        const working = runDueJobs(app, url, jobs)
        while (await Promise.race([working.then(() => false), sleep(5000, true)]))
          tell(await send('GET', `/imports/${id}`))
        const found = await send('GET', `/imports/${id}`)
        if (found.status !== 'checking' && found.status !== 'running') return found
        await sleep(1000)
      }
    },
    async discard(id) {
      await send('DELETE', `/imports/${id}`)
    },
    close: () => server.close(),
  }
}

function tell({ progress, doneRows }: ImportDetail): void {
  if (!progress) return
  const left = progress.secondsLeft === null ? '' : `, about ${Math.ceil(progress.secondsLeft)} s left`
  console.error(`  ${Math.round(progress.fraction * 100)}%, ${doneRows.toLocaleString('en')} rows${left}`)
}
