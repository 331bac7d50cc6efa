import { sql } from 'kysely'
import { AppError } from '../../../kernel/errors.ts'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Role } from '../../../kernel/permissions.ts'
import { hashKey } from '../../../platform/crypto/hash.ts'
import type { Db } from '../../../platform/db/database.ts'
import { updateRows, type Row } from '../../../platform/db/row.ts'
import { findWorkspace } from '../../../platform/workspaces.ts'
import { joinMember } from './joins.ts'

const words = defineMessages('members.invitation', {
  usedInvitation: 'This invitation was used, withdrawn or is too old. Ask for a new one.',
})

export interface OpenInvitation {
  id: string
  workspaceId: WorkspaceId
  workspaceName: string
  email: string
  role: Role
  teamIds: string[]
  invitedBy: string | null
  invitedById: string
}

/** The invitation that `token` opens, as long as it can be accepted. */
export async function getOpenInvitation(db: Db, token: string, now: Date): Promise<OpenInvitation> {
  const key = await db
    .selectFrom('invitationHashes')
    .select(['workspaceId', 'invitationId'])
    .where('hash', '=', hashKey(token))
    .executeTakeFirst()
  return requireOpen(db, key, now)
}

/** Uses the invitation up. Two browsers that open the same link race for the one row of its hash. */
export async function takeInvitation(tx: Db, token: string, now: Date): Promise<OpenInvitation> {
  const key = await tx
    .deleteFrom('invitationHashes')
    .where('hash', '=', hashKey(token))
    .returning(['workspaceId', 'invitationId'])
    .executeTakeFirst()
  const invitation = await requireOpen(tx, key, now)
  await updateRows({ ...invitation, db: tx }, 'invitations', invitation.id, { acceptedAt: now })
  return invitation
}

type Key = Pick<Row<'invitationHashes'>, 'workspaceId' | 'invitationId'>

async function requireOpen(db: Db, key: Key | undefined, now: Date): Promise<OpenInvitation> {
  const { rows } = await sql<Omit<OpenInvitation, 'workspaceName'>>`
    select i.id, i.workspace_id, i.email, i.role, i.team_ids, m.name as invited_by, i.invited_by as invited_by_id
    from invitations i ${joinMember('i.invited_by')}
    where i.workspace_id = ${key?.workspaceId ?? null} and i.id = ${key?.invitationId ?? null}
      and i.accepted_at is null and i.revoked_at is null and i.expires_at > ${now}
    ${db.isTransaction ? sql`for update of i` : sql``}`.execute(db)
  const [row] = rows
  if (!row) throw new AppError('invalid', say(words, 'usedInvitation'))
  return { ...row, workspaceName: (await findWorkspace({ db, workspaceId: row.workspaceId }))!.name }
}
