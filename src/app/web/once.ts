/** Begins when it is first asked for; what failed is tried again. */
export function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined
  return () =>
    (value ??= load().catch(error => {
      value = undefined
      throw error
    }))
}
