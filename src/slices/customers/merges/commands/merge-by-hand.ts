import { AppError, invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { findKeptApart } from '../kept-apart.ts'
import type { MergeInput } from '../schema.ts'
import { mergeContacts, type MergeRequest } from './merge-contacts.ts'
import { requireContacts } from './require-contacts.ts'

const words = defineMessages('merges.merge-by-hand', {
  judgedApart:
    '{one} and {other} were judged to be different people. Nothing was merged; if that was wrong, merge them with force.',
  oneAlready: 'These contacts are one already. Nothing was changed.',
  notMergedYet: 'Name contacts that are not merged with each other yet.',
  valueOfOne: 'Choose the value of one of the contacts that are merged.',
})

type ForcedInput = MergeInput & { force?: boolean | undefined }

/** Merges contacts into `id` as a person decided; answers with the ids of the merges. */
export async function mergeByHand(ctx: Ctx, id: string, { force = false, ...input }: ForcedInput): Promise<string[]> {
  return inTransaction(ctx, async ctx => {
    const requests = await toRequests(ctx, id, input)
    const apart = force ? undefined : await findKeptApart(ctx, rootsOf(requests))
    if (apart)
      throw new AppError('conflict', say(words, 'judgedApart', { one: apart.one, other: apart.other }), {
        isKeptApart: true,
      })
    const made = await mergeContacts(ctx, requests)
    for (const { id: mergeId, survivorId, mergedId } of made)
      await audit(ctx, {
        action: 'contact.merged',
        subjectId: survivorId,
        detail: { mergeId, contactId: mergedId },
      })
    return made.map(merge => merge.id)
  })
}

export function rootsOf(requests: readonly MergeRequest[]): string[] {
  return [...new Set(requests.flatMap(({ survivorId, mergedId }) => [survivorId, mergedId]))]
}

/** The merges that are wanted, each with its part of the choices. */
export async function toRequests(ctx: Ctx, id: string, { contactIds, choices }: MergeInput): Promise<MergeRequest[]> {
  const [survivor, ...others] = await requireContacts(ctx, [id, ...contactIds])
  const merged = [...new Set(others.map(other => other.id))].filter(other => other !== survivor!.id)
  if (merged.length < new Set(contactIds).size)
    throw new AppError('unprocessable', say(words, 'oneAlready'), {
      fields: [{ path: 'contactIds', message: say(words, 'notMergedYet') }],
    })
  const rootOf = new Map([
    [id, survivor!.id],
    ...contactIds.map((given, at): [string, string] => [given, others[at]!.id]),
  ])
  const chosen = Object.entries(choices ?? {}).map(([key, contactId]) => {
    const root = rootOf.get(contactId) ?? contactId
    if (root !== survivor!.id && !merged.includes(root)) throw invalidField(`choices.${key}`, say(words, 'valueOfOne'))
    return { key, root }
  })
  return merged.map(mergedId => ({
    survivorId: survivor!.id,
    mergedId,
    how: 'person',
    choices: Object.fromEntries(
      chosen.map(({ key, root }) => [key, root === mergedId ? ('merged' as const) : ('survivor' as const)]),
    ),
  }))
}
