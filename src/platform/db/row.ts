import { sql, type SqlBool } from 'kysely'

/** That it is the row of a tenant table with this id: `.where(isRow(workspaceId, id))`. */
export function isRow(workspaceId: string, id: string | null) {
  return sql<SqlBool>`workspace_id = ${workspaceId} and id = ${id}`
}
