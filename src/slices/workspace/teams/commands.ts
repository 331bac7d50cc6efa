import { sql } from 'kysely'
import { AppError, invalidField } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { audit } from '../../../platform/audit/audit.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { deleteRows, findRow, insertRow, updateRows } from '../../../platform/db/row.ts'
import { record } from '../../../platform/events/record.ts'
import { teamEvents } from './events.ts'
import type { TeamInput, TeamPatch } from './schema.ts'
import { noTeam } from './queries.ts'
import { setMembersOf } from './store.ts'

const words = defineMessages('teams.commands', {
  ownsRecords: 'Records belong to this team. Give them to another team first; nothing was deleted.',
  taken: 'There is a team called {name} already.',
})

export async function createTeam(ctx: Ctx, { name, memberIds }: TeamInput): Promise<string> {
  const id = newId()
  await inTransaction(ctx, async ctx => {
    await refuseTakenName(() => insertRow(ctx, 'teams', { id, name, createdAt: ctx.now() }), name)
    await setMembersOf(ctx, id, memberIds)
    await record(ctx, [teamEvents.created({ id }, { name })])
    await audit(ctx, { action: 'team.created', subjectId: id, detail: { memberIds } })
  })
  return id
}

export async function changeTeam(ctx: Ctx, id: string, { name, memberIds }: TeamPatch): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const team = noTeam.unless(await findRow(ctx, 'teams', ['name'], id, sql`for update`))
    if (name !== undefined && name !== team.name)
      await refuseTakenName(() => updateRows(ctx, 'teams', id, { name }), name)
    if (memberIds) await setMembersOf(ctx, id, memberIds)
    await record(ctx, [teamEvents.changed({ id }, { name: name ?? team.name })])
    await audit(ctx, {
      action: 'team.changed',
      subjectId: id,
      detail: { ...(name === undefined ? {} : { name }), ...(memberIds ? { memberIds } : {}) },
    })
  })
}

export async function deleteTeam(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const team = await findRow(ctx, 'teams', ['name'], id, sql`for update`)
    if (!team) throw noTeam()
    try {
      await deleteRows(ctx, 'teams', id)
    } catch (error) {
      if ((error as { code?: string }).code !== '23503') throw error
      throw new AppError('conflict', say(words, 'ownsRecords'))
    }
    rightsChanged(ctx.db)
    await record(ctx, [teamEvents.deleted({ id }, team)])
    await audit(ctx, { action: 'team.deleted', subjectId: id })
  })
}

async function refuseTakenName(write: () => Promise<unknown>, name: string): Promise<void> {
  try {
    await write()
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error
    throw invalidField('name', say(words, 'taken', { name }), 'conflict')
  }
}
