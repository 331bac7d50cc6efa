export { createOwnerLink } from './commands/setup.ts'
