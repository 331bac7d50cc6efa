/**
 * Stands in for zod in the web build. The browser reads of an endpoint only its method, path and tag, and leaves checking
 * to the server, which names the field at fault; so the 45 kB that check stay away. Every schema is the same one, which
 * accepts anything as it is.
 */
const anything: object = new Proxy(() => anything, {
  get(_target, key) {
    if (key === 'parse') return (value: unknown) => value
    if (key === 'safeParse') return (value: unknown) => ({ success: true, data: value })
    return anything
  },
  apply: () => anything,
})

export const z = anything
