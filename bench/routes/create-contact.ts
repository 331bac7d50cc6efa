import { randomInt } from 'node:crypto'
import type { Bench } from '../bench.ts'

const host = 'bench-create.example'
const run = randomInt(36 ** 6).toString(36)
let count = 0

export const createContact: Bench = {
  name: 'create',
  title: 'create a contact',
  target: 0.35,
  request: ({ name, email, phone }) => ({
    method: 'POST',
    path: '/api/v1/contacts',
    body: JSON.stringify({ name, email, phone }),
  }),
  async inputs() {
    return () => {
      const number = String(++count).padStart(7, '0')
      return { name: `bench ${run} ${number}`, email: `${run}.${number}@${host}`, phone: `+42074${number}` }
    }
  },
  async cleanUp({ admin, workspaceId }) {
    const { rows } = await admin.query<{ id: string }>(
      `select id from contacts where workspace_id = $1 and email like $2`,
      [workspaceId, `%@${host}`],
    )
    const values = [workspaceId, rows.map(row => row.id)]
    await admin.query(
      `delete from graphile_worker._private_jobs where task_id in (select id from graphile_worker._private_tasks where identifier = 'bench.none')`,
    )
    await admin.query('delete from events where workspace_id = $1 and contact_id = any($2::uuid[])', values)
    await admin.query('delete from contact_facts where workspace_id = $1 and contact_id = any($2::uuid[])', values)
    await admin.query('delete from contacts where workspace_id = $1 and id = any($2::uuid[])', values)
  },
}
