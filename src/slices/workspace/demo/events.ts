import type { Removed } from './schema.ts'

/** What the demo publishes. */
export interface DemoEvents {
  'demo.removed': Removed
}
