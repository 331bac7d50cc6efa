/**
 * A backup is a gzip stream of frames: one JSON line, then exactly `bytes` bytes. The first line describes the backup;
 * each further one is a piece of a table's COPY text; the last one says `end` with the number of rows, so that a file
 * that was cut short is noticed.
 */
export interface BackupHead {
  format: 'rapport-backup'
  version: 1
  migrations: string[]
  madeAt: string
}

export type Frame = { table: string; columns: string[]; bytes: number } | { end: true; rows: number; tables: number }

export interface Counts {
  rows: number
  tables: number
}

/** Stands for the queue of background work, whose own tables belong to the library and are refilled through it. */
export const jobsTable = 'jobs'
export const jobColumns = ['identifier', 'payload', 'queue_name', 'run_at', 'max_attempts', 'key']
