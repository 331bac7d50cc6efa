import type { RecordRule, Role } from '../../kernel/permissions.ts'
import type { WorkspaceSettings } from '../context.ts'

/** Columns of the member `m` and the workspace `w`, the same for sessions and API keys. */
export const actorColumns = `m.id as member_id, m.name as member_name, m.role, m.locale, m.time_zone,
  array(select t.team_id from team_members t where t.workspace_id = m.workspace_id and t.member_id = m.id) as team_ids,
  w.settings -> 'recordRules' ->> m.role as record_rule, w.id as workspace_id, w.name as workspace_name, w.country,
  w.currency, w.time_zone as workspace_time_zone, w.locale as workspace_locale, w.is_demo`

export interface ActorRow {
  member_id: string
  member_name: string
  role: Role
  locale: string | null
  time_zone: string | null
  team_ids: string[]
  record_rule: RecordRule | null
  workspace_id: string
  workspace_name: string
  country: string
  currency: string
  workspace_time_zone: string
  workspace_locale: string
  is_demo: boolean
}

export function toActor(row: ActorRow) {
  return {
    memberId: row.member_id,
    name: row.member_name,
    role: row.role,
    teamIds: row.team_ids,
    recordRule: row.record_rule ?? 'all',
    locale: row.locale,
    timeZone: row.time_zone,
  }
}

export function toWorkspace(row: ActorRow): WorkspaceSettings {
  return {
    name: row.workspace_name,
    country: row.country,
    currency: row.currency,
    timeZone: row.workspace_time_zone,
    locale: row.workspace_locale,
    isDemo: row.is_demo,
  }
}
