/** For a small machine: little memory when idle, good throughput, and every acknowledged write survives a kill. */
const defaults = {
  shared_buffers: '128MB',
  huge_pages: 'off',
  max_connections: '60',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  synchronous_commit: 'on',
  wal_compression: 'on',
  max_wal_size: '1GB',
  // Nothing replicates from this server, so bulk loads into new tables need no log.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  // A query whose Rapport was killed lets go of its locks.
  client_connection_check_interval: '10s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_duration_statement: '1s',
  log_lock_waits: 'on',
  log_checkpoints: 'off',
  // No personal data in the log: neither values of parameters nor of rows.
  log_parameter_max_length: '0',
  log_error_verbosity: 'terse',
}

const header = '# Written by Rapport at each start. Settings of your own: ALTER SYSTEM SET name = value.\n'

/** The text of postgresql.conf. */
export function renderSettings(socketFolder: string, overrides: Record<string, string>): string {
  const settings = {
    ...defaults,
    ...overrides,
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
  }
  return (
    header +
    Object.entries(settings)
      .map(([name, value]) => `${name} = '${quote(value)}'\n`)
      .join('')
  )
}

function quote(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll("'", "''")
}
