import { randomBytes } from 'node:crypto'
import { AppError, invalidField } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { fold } from '../../../../kernel/text.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { insertRow, updateRows } from '../../../../platform/db/row.ts'
import { findPurposes } from '../../../customers/consent/public.ts'
import type { FormInput, FormPatch } from '../schema.ts'
import { claimSlug, findForm } from '../store.ts'
import { noForm } from '../queries.ts'
import { requireMembers } from '../../../../platform/auth/memberships.ts'

const words = defineMessages('forms.change-forms', {
  noMailPurpose: 'There is no such purpose, or it is not asked for by e-mail.',
  noFreeAddress: 'No free address was found for the form. Nothing was saved; try again.',
})

export async function createForm(ctx: Ctx, input: FormInput): Promise<string> {
  return inTransaction(ctx, async ctx => {
    await requireKnown(ctx, input)
    const id = newId()
    const slug = await findFreeSlug(ctx, id, input.name)
    const ownerId = input.ownerId === undefined ? ctx.actor.memberId : input.ownerId
    await insertRow(ctx, 'forms', { ...input, id, slug, ownerId, createdAt: ctx.now(), updatedAt: ctx.now() })
    await audit(ctx, { action: 'form.created', subjectId: id })
    return id
  })
}

export async function changeForm(ctx: Ctx, id: string, patch: FormPatch): Promise<void> {
  await inTransaction(ctx, async ctx => {
    if (!(await findForm(ctx, id))) throw noForm()
    await requireKnown(ctx, patch)
    await updateRows(ctx, 'forms', id, { ...patch, updatedAt: ctx.now() })
    await audit(ctx, { action: 'form.changed', subjectId: id, detail: { fields: Object.keys(patch) } })
  })
}

export async function deleteForm(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    if (!(await findForm(ctx, id))) throw noForm()
    await updateRows(ctx, 'forms', id, { archivedAt: ctx.now(), updatedAt: ctx.now() })
    await audit(ctx, { action: 'form.deleted', subjectId: id })
  })
}

async function requireKnown(ctx: Ctx, { settings, ownerId }: Pick<FormPatch, 'settings' | 'ownerId'>): Promise<void> {
  if (settings) {
    const known = await findPurposes(ctx)
    const isAsked = (id: string) => known.some(own => own.id === id && own.channels.includes('email'))
    const at = settings.purposeIds.findIndex(id => !isAsked(id))
    if (at >= 0) throw invalidField(`settings.purposeIds.${at}`, say(words, 'noMailPurpose'))
  }
  if (ownerId) await requireMembers(ctx, [ownerId], 'ownerId')
}

/** `contact-us-k3f9`: readable, and not to be guessed from the name of another company's form. */
async function findFreeSlug(ctx: Ctx, formId: string, name: string): Promise<string> {
  const readable = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  for (let attempt = 0; attempt < 10; attempt++) {
    const slug = [readable || 'form', randomBytes(3).toString('hex')].join('-')
    if (await claimSlug(ctx, formId, slug)) return slug
  }
  throw new AppError('unavailable', say(words, 'noFreeAddress'))
}
