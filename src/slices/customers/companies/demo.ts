import { letGoOfDemo } from '../../../platform/record/demo-records.ts'
import type { DemoPart } from '../../workspace/demo/public.ts'

export const demo: DemoPart = {
  remove: ctx => letGoOfDemo(ctx, 'companies', 'parent_id', 'companies'),
}
