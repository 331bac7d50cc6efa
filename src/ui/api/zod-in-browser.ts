/**
 * Stands in for zod in the web build. The browser reads of an endpoint only its method, path and tag, and leaves checking
 * to the server, so the 45 kB that check stay away. Every schema is the same nothing; to use one is a mistake.
 */
const nothing: object = new Proxy(() => nothing, {
  get(_target, key) {
    if (typeof key === 'string' && /parse/i.test(key)) throw new Error(`${key}: schemas are checked on the server only.`)
    return nothing
  },
  apply: () => nothing,
})

export const z = nothing
