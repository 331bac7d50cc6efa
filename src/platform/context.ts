import type { Logger } from 'pino'
import { defineMessages, say } from '../kernel/messages.ts'
import { dayIn, type Clock } from '../kernel/time.ts'
import { AppError } from '../kernel/errors.ts'
import type { WorkspaceId } from '../kernel/ids.ts'
import { isAtLeast, type Permission, type RecordRule, type Role } from '../kernel/permissions.ts'
import type { Config } from './config.ts'
import type { Db } from './db/database.ts'
import type { LiveHub } from './events/live-hub.ts'
import type { FileStore } from './files/file-store.ts'

const words = defineMessages('platform.context', {
  needsPermission:
    'This needs the permission {permission}, which starts at the role {least, select, member {member} manager {manager} admin {admin} other {owner}}. Ask an admin of your workspace.',
})

/** What the manifests of all slices say together; each contract adds itself by declaration, as `PersonalData` does. */
export interface Declared {}

/** What one process has: made once by `app/`, passed on as a parameter. */
export interface App extends Declared {
  config: Config
  db: Db
  clock: Clock
  log: Logger
  live: LiveHub
  files: FileStore
  secret: string
  /** Least role of every permission that the slices declare. */
  permissions: ReadonlyMap<Permission, Role>
}

export interface WorkspaceSettings {
  name: string
  country: string
  currency: string
  timeZone: string
  locale: string
  isDemo: boolean
}

/** Who acts: a member, an API key (with the member who made it as `memberId`), or the system itself. */
export interface Actor {
  kind: 'member' | 'api-key' | 'system'
  id: string | null
  memberId: string | null
  userId: string | null
  sessionId: string | null
  name: string
  role: Role
  teamIds: string[]
  /** Scopes of an API key; null for people, whose role decides. */
  scopes: ReadonlySet<string> | null
  recordRule: RecordRule
  locale: string | null
  timeZone: string | null
}

/** Everything a command needs to know about where, by whom and when it runs. `db` may be a transaction. */
export interface Ctx {
  app: App
  db: Db
  workspaceId: WorkspaceId
  workspace: WorkspaceSettings
  actor: Actor
  /** The language of who reads the answer: the member's own, else the browser's, else the workspace's. */
  locale: string
  requestId: string
  /** Address of the caller, already truncated; null for jobs. */
  address: string | null
  now(): Date
}

/** The day that it is in the workspace. */
export function today({ workspace, now }: Pick<Ctx, 'workspace' | 'now'>): string {
  return dayIn(now(), workspace.timeZone)
}

/** The same context working in the transaction `tx`. */
export function within<C extends object>(ctx: C, tx: Db): C & { db: Db } {
  return { ...ctx, db: tx }
}

export function can({ app, actor }: Pick<Ctx, 'app' | 'actor'>, permission: Permission): boolean {
  const least = app.permissions.get(permission)
  if (least === undefined) throw new Error(`No slice declares the permission ${permission}.`)
  return actor.scopes ? actor.scopes.has(permission) : isAtLeast(actor.role, least)
}

export function forbidden(permission: string, least: string): AppError {
  return new AppError('forbidden', say(words, 'needsPermission', { permission, least }))
}
