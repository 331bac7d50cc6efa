import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { AppError } from '../../../kernel/errors.ts'

/** The account that runs the server. PostgreSQL refuses to run as root, so root hands it to another. */
export interface DatabaseUser {
  name: string
  /** Undefined when the server runs as this process's own user. */
  ids: { uid: number; gid: number } | undefined
}

export interface Account {
  name: string
  uid: number
  gid: number
}

export function parseAccounts(passwd: string): Account[] {
  return passwd.split('\n').flatMap(line => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}

/** Best first: whoever owns the data already, nobody, then accounts of the system (never root, never a person's). */
export function rankAccounts(accounts: Account[], owner: { uid: number; gid: number } | undefined): Account[] {
  const system = accounts.filter(account => account.uid > 0 && account.uid < 1000)
  return [
    ...(owner && owner.uid !== 0 ? [{ name: nameOf(accounts, owner.uid), uid: owner.uid, gid: owner.gid }] : []),
    ...accounts.filter(account => account.name === 'nobody'),
    ...system.filter(account => ['postgres', 'daemon', 'www-data'].includes(account.name)),
    ...system,
  ]
}

export function chooseDatabaseUser(dataFolder: string): DatabaseUser {
  const userId = process.getuid?.() ?? 0
  const accounts = parseAccounts(readFileSync('/etc/passwd', 'utf8'))
  if (userId !== 0) return { name: nameOf(accounts, userId), ids: undefined }
  const owner = statSync(dataFolder, { throwIfNoEntry: false })
  for (const { name, uid, gid } of rankAccounts(accounts, owner)) {
    const user = { name, ids: { uid, gid } }
    if (succeeds(user, 'true')) return user
  }
  throw new AppError(
    'unavailable',
    'PostgreSQL refuses to run as root and there is no other account to run it; start Rapport as an ordinary user, or set DATABASE_URL.',
  )
}

function nameOf(accounts: Account[], uid: number): string {
  return accounts.find(account => account.uid === uid)?.name ?? String(uid)
}

/** Whether the user may enter the folder. Asked of the system, because modes alone do not tell (ACLs, mounts). */
export function canEnter(user: DatabaseUser, folder: string): boolean {
  return succeeds(user, 'cd -- "$1"', folder)
}

export function canRun(user: DatabaseUser, program: string): boolean {
  return succeeds(user, '"$1" --version', program)
}

function succeeds(user: DatabaseUser, command: string, ...args: string[]): boolean {
  const done = spawnSync('/bin/sh', ['-c', command, 'sh', ...args], { cwd: '/', stdio: 'ignore', ...user.ids })
  return done.status === 0
}
