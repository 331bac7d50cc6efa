import { fold } from '../../../../kernel/text.ts'
import { meaningsOf } from '../../imports/public.ts'
import type { Contact } from '../schema.ts'

const stages = meaningsOf<Contact['lifecycle']>({
  stranger: 'stranger|anonymous|visitor',
  lead: 'other|subscriber|lead|open not contacted',
  prospect: 'marketingqualifiedlead|mql|salesqualifiedlead|sql|opportunity|prospect|working contacted',
  customer: 'customer|client|zakaznik|kunde|closed converted',
  loyal: 'loyal',
  advocate: 'evangelist|advocate|promoter',
  lapsed: 'lapsed|churned|former customer|closed not converted',
})

/** The place on the lifecycle that other systems' stages correspond to. */
export function parseLifecycle(text: string): Contact['lifecycle'] | null {
  const word = fold(text)
    .replace(/[^a-z]+/g, ' ')
    .trim()
  return stages.get(word) ?? stages.get(word.replaceAll(' ', '')) ?? null
}
