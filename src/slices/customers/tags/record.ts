import { choice, key, line, moment, required, yesNo, requiredOr } from '../../../kernel/record/column.ts'
import { defineRecord, without, type Stored } from '../../../kernel/record/record.ts'

export const tagColors = [
  'grey',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'indigo',
  'violet',
  'pink',
] as const

export const tagRecord = defineRecord({
  name: 'tag',
  table: 'tags',
  columns: {
    id: key(),
    name: required(line(['written', 'shown'], 60)),
    color: required(choice(tagColors, ['written', 'shown'])),
    isDemo: requiredOr(false, yesNo(['defaulted'])),
    createdAt: required(moment(['shown', 'defaulted'])),
  },
})

export const shownColumns = without(tagRecord.columns, 'isDemo')
export type ShownTag = Stored<typeof shownColumns>
