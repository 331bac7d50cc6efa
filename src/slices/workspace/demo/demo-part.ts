import type { Ctx } from '../../../platform/context.ts'
import type { Product } from './world/catalogue.ts'

declare module '../../../platform/slice.ts' {
  interface AppSlice {
    demo?: DemoPart
  }
}

declare module '../../../platform/context.ts' {
  interface Declared {
    demoParts: readonly DemoPart[]
  }
}

/** What a slice brings to the demo company beside the records that its customers' lives are made of. */
export interface DemoPart {
  /** Adds it to a company that has its staff, customers and orders. */
  seed?(ctx: Ctx, world: DemoWorld): Promise<void>
  /** The same for what no transaction takes back, such as the bytes of files: once all else is there for good. */
  seedLast?(ctx: Ctx, world: DemoWorld): Promise<void>
  /** Takes it away while the company's records are still there; what this returns is done when they are gone. */
  remove?(ctx: Ctx): Promise<void | (() => Promise<void>)>
}

export interface DemoWorld {
  /** The customers who bought most, best first: the ones that somebody who looks around opens first. */
  customers: readonly DemoCustomer[]
  /** By the place in which they are listed, the owner first. */
  staff: readonly DemoMember[]
  /** What the company sells. */
  products: readonly Product[]
}

export interface DemoCustomer {
  id: string
  name: string
  email: string
  language: string | null
  createdAt: Date
}

export interface DemoMember {
  id: string
  name: string
  role: string
}
