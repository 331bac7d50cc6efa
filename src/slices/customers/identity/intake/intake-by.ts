import type { Ctx } from '../../../../platform/context.ts'

/** On whose behalf people are taken in: a `Ctx` is one. */
export type IntakeBy = Pick<Ctx, 'db' | 'workspaceId' | 'workspace' | 'actor' | 'now'>
