import { AppError } from '../kernel/errors.ts'

/** Failures of the connection, deadlocks and shut-downs pass: what failed is tried again as it is. */
export function isPassing(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'unavailable'
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return /^(08|40|53|55|57)/.test(code) || /ECONN|EPIPE|ENOENT|terminated|timeout/i.test(`${code} ${message}`)
}

/** Two writers met: what is to be written is worked out anew from what is there now. */
export function isClash(error: unknown): boolean {
  return /^(40P01|40001|23505|23503)/.test((error as { code?: string }).code ?? '')
}
