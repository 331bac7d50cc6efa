import { sql } from 'kysely'
import { insertAll } from '../../../../platform/db/row.ts'
import { belongsTo, rootId, setDevicesIdentifying } from '../../contacts/public.ts'
import { mergeContacts, unmergeContacts, type MergeRequest } from '../../merges/public.ts'
import type { IntakeBy } from './intake-by.ts'

export interface DevicePerson {
  deviceId: string
  contactId: string
}

/** Remembers who was identified on which device; answers the devices of which something new is known. */
async function remember(by: IntakeBy, links: readonly DevicePerson[]): Promise<string[]> {
  const once = new Map(links.map(link => [`${link.deviceId} ${link.contactId}`, link]))
  const rows = [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link)
  const unlessKnown = sql<{ deviceId: string }>`on conflict do nothing returning device_id`
  const inserted = await insertAll(by, 'devicePeople', rows, unlessKnown)
  return [...new Set(inserted.map(row => row.deviceId))]
}

interface DeviceState {
  deviceId: string
  rootId: string
  /** The surviving contacts of all who were identified on it. */
  people: string[]
  isIdentifying: boolean
  /** The merge that joined the device with somebody. */
  mergeId: string | null
  mergedBy: string | null
}

/**
 * A device is joined with the only person identified on it. When a second person comes, it is taken out again and joins
 * nobody: which visit was whose cannot be told. When the two turn out to be one, it is joined again. `changed` are
 * contacts whose devices may stand differently now, because they were merged.
 */
export async function joinDevices(
  by: IntakeBy,
  links: readonly DevicePerson[],
  changed: readonly string[],
): Promise<string[]> {
  const deviceIds = await remember(by, links)
  if (deviceIds.length === 0 && changed.length === 0) return []
  const states = await readStates(by, deviceIds, changed)
  const [join, part] = [[] as DeviceState[], [] as DeviceState[]]
  for (const state of states) {
    const isOnePersons = state.people.length === 1
    if (isOnePersons && state.rootId !== state.people[0]) join.push(state)
    else if (!isOnePersons && state.isIdentifying) part.push(state)
  }
  await setIdentifying(by, part, false)
  await setIdentifying(by, join, true)
  const undone = part.flatMap(state => (state.mergedBy === 'certain' && state.mergeId ? [state.mergeId] : []))
  if (undone.length > 0) await unmergeContacts(by, undone)
  const joined = join.filter(state => state.rootId === state.deviceId)
  const evidence = { device: true }
  const merges = joined.map(({ people, deviceId }): MergeRequest => {
    return { survivorId: people[0]!, mergedId: deviceId, how: 'certain', evidence }
  })
  await mergeContacts(by, merges)
  return [...join, ...part].flatMap(state => [state.deviceId, ...state.people])
}

async function readStates(by: IntakeBy, deviceIds: string[], changed: readonly string[]): Promise<DeviceState[]> {
  const { workspaceId } = by
  const { rows } = await sql<DeviceState>`
    with concerned as (
      select unnest(${deviceIds}::uuid[]) as id
      union select dp.device_id from device_people dp join contacts c on c.workspace_id = dp.workspace_id and c.id = dp.contact_id
        where dp.workspace_id = ${workspaceId} and ${belongsTo('c', sql`= any(${changed}::uuid[])`)})
    select d.id as device_id, ${rootId('d')} as root_id,
      array(select distinct p.id from (
        select ${rootId('c')} as id from device_people dp join contacts c on c.workspace_id = dp.workspace_id and c.id = dp.contact_id
          where dp.workspace_id = ${workspaceId} and dp.device_id = d.id and c.deleted_at is null
        union all select ${rootId('d')} where exists (
          select from handles own where own.workspace_id = ${workspaceId} and own.contact_id = d.id and own.kind <> 'device' and own.is_identifying and own.deleted_at is null)) p) as people,
      coalesce((select bool_or(h.is_identifying) from handles h
        where h.workspace_id = ${workspaceId} and h.contact_id = d.id and h.kind = 'device' and h.deleted_at is null), false) as is_identifying,
      m.id as merge_id, m.how as merged_by
    from concerned join contacts d on d.id = concerned.id
      left join merges m on m.workspace_id = ${workspaceId} and m.merged_id = d.id and m.undone_at is null
    where d.workspace_id = ${workspaceId} and d.deleted_at is null
    order by d.id`.execute(by.db)
  return rows
}

async function setIdentifying(by: IntakeBy, states: DeviceState[], isIdentifying: boolean): Promise<void> {
  const ids = states.filter(state => state.isIdentifying !== isIdentifying).map(state => state.deviceId)
  if (ids.length === 0) return
  await setDevicesIdentifying(by, ids, isIdentifying)
}
