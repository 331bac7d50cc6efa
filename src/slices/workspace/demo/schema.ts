import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'

export const demoRecords = [
  'contacts',
  'companies',
  'orders',
  'returns',
  'products',
  'notes',
  'tasks',
  'members',
] as const
export type DemoRecords = (typeof demoRecords)[number]

/** The same for each kind of demo records. */
export const ofEach = <T>(of: T) => Object.fromEntries(demoRecords.map(kind => [kind, of])) as Record<DemoRecords, T>

/** Counted up to 10,000. */
const count = z.object({ count: z.int(), isCapped: z.boolean() })
/** Whether the workspace holds a demo company, and how much of it. */
export const demo = z.object({ isDemo: z.boolean(), ...ofEach(count) })
export type Demo = z.output<typeof demo>

export const removed = z.object(ofEach(z.int()))
export type Removed = z.output<typeof removed>

const demoSignIn = z.object({ email: z.string(), password: z.string() })
export type DemoSignIn = z.output<typeof demoSignIn>

const { get, remove } = endpointsOf('demo', { read: 'workspace', write: 'demo:remove' })

export const getDemo = get('/demo', 'What the workspace holds of the demo company', { response: demo })
export const removeDemo = remove('/demo', 'Remove everything of the demo company; records of your own stay', {
  response: removed,
})
export const getDemoSignIn = get(
  '/demo/sign-in',
  'How to sign in to the demo; only on the machine that Rapport runs on',
  { access: 'public', response: demoSignIn },
)
