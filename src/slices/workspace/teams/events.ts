/** What teams publish, and the data of each. */
export interface TeamEvents {
  'team.created': { name: string }
  'team.changed': { name: string }
  'team.deleted': { name: string }
}
