import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

/** How many demo records of a kind there are, counted up to 10,000. */
const records = z.object({ count: z.int(), isCapped: z.boolean() })

export const demo = z.object({
  /** Whether the workspace holds a demo company. */
  isDemo: z.boolean(),
  contacts: records,
  companies: records,
  orders: records,
  returns: records,
  notes: records,
  tasks: records,
  members: records,
})
export type Demo = z.output<typeof demo>
export type DemoRecords = keyof Omit<Demo, 'isDemo'>

export const removed = z.object({
  contacts: z.int(),
  companies: z.int(),
  orders: z.int(),
  returns: z.int(),
  notes: z.int(),
  tasks: z.int(),
  members: z.int(),
})
export type Removed = z.output<typeof removed>

const tag = 'demo'

export const getDemo = endpoint({
  method: 'GET',
  path: '/demo',
  access: 'workspace',
  tag,
  summary: 'What the workspace holds of the demo company',
  response: demo,
})
export const removeDemo = endpoint({
  method: 'DELETE',
  path: '/demo',
  access: 'demo:remove',
  tag,
  summary: 'Remove everything of the demo company; records of your own stay',
  response: removed,
})
export const getDemoSignIn = endpoint({
  method: 'GET',
  path: '/demo/sign-in',
  access: 'public',
  tag,
  summary: 'How to sign in to the demo; only on the machine that Rapport runs on',
  response: z.object({ email: z.string(), password: z.string() }),
})
