/** What settings publish, and the data of each. */
export interface SettingsEvents {
  /** What is new, by setting. */
  'settings.changed': Record<string, unknown>
}
