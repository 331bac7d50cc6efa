import { z } from 'zod'
import type { WorkspaceId } from '../../kernel/ids.ts'
import type { App } from '../context.ts'
import type { Tenant } from '../db/database.ts'
import { decrypt, encrypt } from '../crypto/secret-box.ts'
import { tlsModes, type MailServer } from './mail-server.ts'

/** What a workspace keeps under `mail` in its settings. */
export const workspaceMail = z.object({
  host: z.string(),
  port: z.int(),
  tls: z.enum(tlsModes),
  user: z.string().nullable(),
  /** Encrypted by `sealMailPassword`. */
  password: z.string().nullable(),
  from: z.object({ name: z.string().nullable(), address: z.string() }),
  /** The key is encrypted by `sealDkimKey`; `publicKey` is what DNS must say. */
  dkim: z.object({ domain: z.string(), selector: z.string(), privateKey: z.string(), publicKey: z.string() }).nullish(),
})
export type WorkspaceMail = z.infer<typeof workspaceMail>

const settingsWithMail = z.object({ mail: workspaceMail.nullish() })

export function sealMailPassword(app: App, workspaceId: WorkspaceId, password: string): string {
  return encrypt(app.secret, purpose(workspaceId), password)
}

export function sealDkimKey(app: App, workspaceId: WorkspaceId, privateKey: string): string {
  return encrypt(app.secret, dkimPurpose(workspaceId), privateKey)
}

/** The server for a workspace's mail: its own, else that of the instance, else null. */
export async function findMailServer({ app, db, workspaceId }: Tenant & { app: App }): Promise<MailServer | null> {
  const row = await db.selectFrom('workspaces').select('settings').where('id', '=', workspaceId).executeTakeFirst()
  const { mail } = settingsWithMail.parse(row?.settings ?? {})
  if (!mail) return app.config.mail
  const password = mail.password === null ? null : decrypt(app.secret, purpose(workspaceId), mail.password)
  const dkim = mail.dkim && {
    domain: mail.dkim.domain,
    selector: mail.dkim.selector,
    privateKey: decrypt(app.secret, dkimPurpose(workspaceId), mail.dkim.privateKey),
  }
  return { ...mail, password, dkim: dkim ?? null, rules: app.config.outgoing }
}

function dkimPurpose(workspaceId: WorkspaceId): string {
  return `mail.dkim:${workspaceId}`
}

function purpose(workspaceId: WorkspaceId): string {
  return `mail.password:${workspaceId}`
}
