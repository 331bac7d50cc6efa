import { moment, money, required, whole } from '../../../kernel/record/column.ts'
import { columnsFor } from '../../../kernel/record/record.ts'

/** What is counted of a contact or company, in a row beside its own. */
export const factColumns = {
  orders: required(whole(['listed'])),
  orderAmount: required(money(['shown'])),
  returns: required(whole(['shown'])),
  returnAmount: required(money(['shown'])),
  netAmount: required(money(['listed', 'sorted'])),
  touchpoints: required(whole(['shown'])),
  firstTouchAt: moment(['shown']),
  lastTouchAt: moment(['listed', 'sorted']),
  firstOrderAt: moment(['shown']),
  lastOrderAt: moment(['shown']),
}

export const listedFacts = columnsFor(factColumns, 'listed')
