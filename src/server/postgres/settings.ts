import { totalmem } from 'node:os'

const mebibyte = 2 ** 20

/** Memory that this process may use, in bytes: the machine's, or less in a container. */
function memoryBytes(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}

/** What PostgreSQL is told on every start. Given as arguments, so that a newer Nhịp never meets an older file. */
export function settingsFor(place: {
  socketFolder: string
  logFolder: string
  memory?: number
}): Record<string, string> {
  const memory = (place.memory ?? memoryBytes()) / mebibyte
  const megabytes = (share: number, from: number, to: number) =>
    `${Math.round(Math.min(to, Math.max(from, memory * share)))}MB`
  return {
    // No network. A comma or quote in the path would otherwise be read as a list.
    listen_addresses: '',
    unix_socket_directories: `"${place.socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: '60',

    // What was acknowledged stays, also after a power cut.
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    wal_compression: 'on',
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',

    shared_buffers: megabytes(1 / 16, 64, 512),
    effective_cache_size: megabytes(1 / 2, 256, 8192),
    maintenance_work_mem: megabytes(1 / 32, 32, 128),
    work_mem: '16MB',
    random_page_cost: '1.1',
    jit: 'off',

    // Seven files, one a weekday, each overwritten after a week. Terse: the details of an error hold personal data.
    logging_collector: 'on',
    log_directory: place.logFolder,
    log_filename: 'postgres-%a.log',
    log_file_mode: '0600',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_line_prefix: '%m [%p] %a ',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',

    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
  }
}
