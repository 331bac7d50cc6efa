export { findKnown, intake, type IntakeBy, type Met } from './intake/intake.ts'
export { handlesOf, type Sighting, type Traits } from './intake/sighting.ts'
export { startRun } from './commands/start-run.ts'
