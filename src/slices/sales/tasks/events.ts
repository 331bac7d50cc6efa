/** What tasks publish. */
export interface TaskEvents {
  'task.created': { title: string; assigneeId: string | null; dueAt: string | null }
  /** `changes` holds the value before and after, by field. */
  'task.changed': { title: string; changes: Record<string, [unknown, unknown]> }
  'task.completed': { title: string }
  'task.reopened': { title: string }
  'task.deleted': { title: string }
  'task.restored': { title: string }
}
