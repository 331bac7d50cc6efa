/** What orders publish, and the data of each. Amounts are minor units; `base` ones are of the workspace's currency. */
export interface OrderEvents {
  /** A touchpoint: it has the channel that the order came by, and happened when it was placed. */
  'order.placed': {
    orderId: string
    number: string
    amount: number
    currency: string
    baseAmount: number
    itemCount: number
  }
  /** `changes` holds the value before and after, by field; `baseAmountChange` what a correction adds. */
  'order.changed': {
    orderId: string
    number: string
    changes: Record<string, [unknown, unknown]>
    baseAmountChange: number
  }
  /** From here on it counts for nothing, until it is reopened. */
  'order.cancelled': { orderId: string; number: string }
  'order.reopened': { orderId: string; number: string }
  'order.deleted': { orderId: string; number: string }
  'order.restored': { orderId: string; number: string }
  /** A touchpoint, as `order.placed` is. */
  'return.received': {
    returnId: string
    orderId: string | null
    number: string
    amount: number
    currency: string
    baseAmount: number
  }
  'return.deleted': { returnId: string; orderId: string | null; number: string }
  'return.restored': { returnId: string; orderId: string | null; number: string }
}
