import type { Order } from '../schema.ts'

declare module '../../../../ui/screen/slots.ts' {
  interface Slots {
    /** The name of an item of an order; `skus` are those of the whole order, to be asked for at once. */
    'order.item': { item: Order['items'][number]; skus: readonly string[] }
  }
}
