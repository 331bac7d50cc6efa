import { randomInt } from 'node:crypto'
import { newId, type WorkspaceId } from '../../../../kernel/ids.ts'
import { createUser, findUser } from '../../../../platform/auth/users.ts'
import { within, type App } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { systemCtx } from '../../../../platform/system-ctx.ts'
import { makeBatches } from '../batches.ts'
import { loadBatches } from '../load.ts'
import { startRun } from '../../../customers/identity/public.ts'
import { seedDoubles } from './seed-doubles.ts'
import { demoSignIn } from '../sign-in.ts'
import { readWorld } from '../world.ts'
import { colleagues } from '../world/staff.ts'

export interface SeedOptions {
  /** Where the app's database is; rows go in by COPY on a connection of their own. */
  url: string
  contacts?: number
  months?: number
  seed?: number
  eventsPerContact?: number
  onProgress?: (line: string) => void
}

/** Makes a workspace with the demo company, whole or not at all, and the account that signs in to it. */
export async function seedDemo(
  app: App,
  { url, contacts = 2000, months = 18, seed = 1, eventsPerContact = 18, onProgress = () => {} }: SeedOptions,
): Promise<WorkspaceId> {
  const started = Date.now()
  const workspaceId = newId() as WorkspaceId
  const ownerUserId = await ensureOwner(app)
  const plan = { contacts, months, seed, eventsPerContact, now: app.clock.now().getTime() }
  const count = (number: number) => number.toLocaleString('en')
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1)
  const say = (line: string) => onProgress(`  ${line} (${seconds()} s)`)
  onProgress(`Making the demo company: ${count(contacts)} contacts over ${months} months …`)
  let toldAt = started
  const onLoaded = (loaded: number) => {
    if (Date.now() - toldAt < 10_000) return
    toldAt = Date.now()
    say(`${count(loaded)} of ${count(contacts)} contacts`)
  }
  const batches = makeBatches({ plan, salt: randomInt(2 ** 31), workspaceId, ownerUserId })
  await loadBatches(url, contacts, batches, onLoaded, say)
  const ctx = await systemCtx(app, workspaceId)
  const world = await readWorld(ctx)
  await inTransaction(app, async ({ db }) => {
    await seedDoubles(within(ctx, db), plan)
    for (const part of app.demoParts) await part.seed?.(within(ctx, db), world)
    await startRun(within(ctx, db), 'score')
  })
  for (const { seedLast } of app.demoParts) await seedLast?.(ctx, world)
  onProgress(`The demo company is ready (${seconds()} s).`)
  return workspaceId
}

/** The account of an earlier demo serves again. */
async function ensureOwner(app: App): Promise<string> {
  const { email, password } = demoSignIn(app)
  return inTransaction(app, async ({ db }) => {
    const known = await findUser(db, email)
    return known?.id ?? createUser(db, { name: colleagues[0]!.name, email, password })
  })
}
