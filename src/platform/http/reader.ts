import type { FastifyRequest } from 'fastify'
import { acceptedLanguage } from '../languages.ts'

const readers = new WeakMap<FastifyRequest, string>()

/** Whoever is known by now is answered in this language, refusals included. */
export function rememberReader(request: FastifyRequest, locale: string): void {
  readers.set(request, locale)
}

export function readerOf(request: FastifyRequest): string {
  return readers.get(request) ?? acceptedLanguage(request.headers['accept-language']) ?? 'en'
}
