import { invalidField } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineText } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { insertRow, updateRows } from '../../../../platform/db/row.ts'
import { findPurposes, insertPurpose, lockPurpose, noPurpose } from '../purposes.ts'
import type { PurposeInput, PurposePatch } from '../schema.ts'

const taken = defineText('consent.change-purposes.taken', 'There is a purpose “{key}” already. Choose another key.')

export async function createPurpose(ctx: Ctx, input: PurposeInput): Promise<string> {
  return inTransaction(ctx, async ctx => {
    const known = await findPurposes(ctx)
    const id = newId()
    const position = Math.max(-1, ...known.map(purpose => purpose.position)) + 1
    const isNew = await insertPurpose(ctx, { ...input, id, position })
    if (!isNew) throw invalidField('key', taken({ key: input.key }), 'conflict')
    await audit(ctx, { action: 'consent-purpose.created', subjectId: id, detail: { key: input.key } })
    return id
  })
}

export async function changePurpose(ctx: Ctx, id: string, patch: PurposePatch): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const before = noPurpose.unless(await lockPurpose(ctx, id))
    const { isArchived, ...rest } = patch
    const next = { ...before, ...rest }
    if (isArchived !== undefined) next.archivedAt = isArchived ? (before.archivedAt ?? ctx.now()) : null
    const isReworded = patch.text !== undefined && !isSame(patch.text, before.text)
    if (isReworded) {
      next.textVersion = before.textVersion + 1
      const { text, textVersion: version } = next
      await insertRow(ctx, 'consentTexts', { purposeId: id, version, text, createdAt: ctx.now() })
    }
    await updateRows(ctx, 'consentPurposes', id, next)
    await audit(ctx, {
      action: 'consent-purpose.changed',
      subjectId: id,
      detail: { key: before.key, fields: Object.keys(patch), textVersion: next.textVersion },
    })
  })
}

function isSame(a: Record<string, string>, b: Record<string, string>): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every(language => a[language] === b[language])
}
