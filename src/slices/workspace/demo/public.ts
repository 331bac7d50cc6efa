export type { DemoCustomer, DemoMember, DemoPart, DemoWorld } from './demo-part.ts'
export { seedDemo, type SeedOptions } from './commands/seed-demo.ts'
export { demoSignIn, findDemoSignIn } from './sign-in.ts'
