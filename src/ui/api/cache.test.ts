import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { changeableCache } from './cache.ts'

function filled() {
  const client = new QueryClient()
  client.setQueryData(['contacts', 'GET /contacts', {}, {}], {
    pages: [
      {
        items: [
          { id: 'a', name: 'Ada' },
          { id: 'b', name: 'Bo' },
        ],
        nextCursor: 'x',
      },
      { items: [{ id: 'c', name: 'Cy' }], nextCursor: null },
    ],
    pageParams: [null, 'x'],
  })
  client.setQueryData(['contacts', 'GET /contacts/{id}', { id: 'b' }, {}], { id: 'b', name: 'Bo' })
  client.setQueryData(['tasks', 'GET /tasks', {}, {}], { items: [{ id: 'b', name: 'A task with the same id' }] })
  return client
}
const all = (client: QueryClient) => client.getQueriesData({}).map(([, data]) => data)

test('a record changes in every list and where it stands alone, not in other resources', () => {
  const client = filled()
  changeableCache(client).cache.patch('contacts', ['b'], record => ({ ...record, name: 'Bob' }))
  expect(JSON.stringify(client.getQueriesData({ queryKey: ['contacts'] })).match(/Bob/g)).toHaveLength(2)
  expect(JSON.stringify(client.getQueryData(['tasks', 'GET /tasks', {}, {}]))).toContain('same id')
})

test('removing takes a record out of lists and leaves the open one', () => {
  const client = filled()
  changeableCache(client).cache.remove('contacts', ['b', 'c'])
  expect(client.getQueryData(['contacts', 'GET /contacts', {}, {}])).toMatchObject({
    pages: [{ items: [{ id: 'a' }] }, { items: [] }],
  })
  expect(client.getQueryData(['contacts', 'GET /contacts/{id}', { id: 'b' }, {}])).toMatchObject({ name: 'Bo' })
})

test('undo puts back what was there before several changes', () => {
  const client = filled()
  const before = structuredClone(all(client))
  const { cache, undo } = changeableCache(client)
  cache.patch('contacts', ['a'], record => ({ ...record, name: 'X' }))
  cache.remove('contacts', ['a'])
  expect(all(client)).not.toEqual(before)
  undo()
  expect(all(client)).toEqual(before)
})
