import { useCallback } from 'react'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { changeOrder, type OrderRow } from '../schema.ts'

/** Changes an order: shown at once wherever it is, taken back when the server refuses. */
export function useChangeOrder() {
  const { run } = useCommand(changeOrder, {
    optimistic: (cache, { params, body: { fields, status } = {} }) =>
      cache.patch('orders', [params.id], (record: OrderRow) => ({
        ...record,
        ...(status ? { status } : {}),
        fields: { ...record.fields, ...fields },
      })),
    refreshes: ['orders', 'contacts', 'companies', 'timeline'],
  })
  return useCallback(
    (id: string, body: NonNullable<Parameters<typeof run>[0]['body']>) => run({ params: { id }, body }),
    [run],
  )
}
