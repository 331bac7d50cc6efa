export { findKnown, intake, type Met } from './intake/intake.ts'
export type { IntakeBy } from './intake/intake-by.ts'
export { handlesOf, type Sighting, type Traits } from './intake/sighting.ts'
export { startRun } from './commands/start-run.ts'
