import type { Bench, Figure, Inputs } from './bench.ts'
import type { Dataset } from './dataset.ts'
import { percentile, sendLoad, type Measured } from './load.ts'
import type { Running } from './processes.ts'
import { concurrencies } from './settings.ts'

export interface Sides {
  app: Running
  raw: Running
  cookies: readonly string[]
}

const warmUp = 0.3

/**
 * Measures both sides by turns, so that what else the machine does falls on both: at one client by the median time of a
 * request, at sixteen by requests a second.
 */
export async function measure(
  bench: Bench,
  dataset: Dataset,
  { app, raw, cookies }: Sides,
  seconds: number,
  rounds: number,
): Promise<Figure[]> {
  const choose = chooser(await bench.inputs(dataset))
  const sides = {
    app: { origin: app.origin, next: () => bench.request(choose()) },
    raw: { origin: raw.origin, next: () => rawRequest(bench, choose()) },
  }
  const figures: Figure[] = []
  for (const concurrency of concurrencies) {
    const of = { app: [] as Measured[], raw: [] as Measured[] }
    for (let round = 0; round < rounds; round++) {
      for (const side of ['raw', 'app'] as const) {
        const load = { ...sides[side], cookies: cookies.slice(0, concurrency) }
        await sendLoad({ ...load, seconds: Math.min(warmUp, seconds / 2) })
        of[side].push(await sendLoad({ ...load, seconds }))
      }
    }
    figures.push(compare(bench, concurrency, together(of.app), together(of.raw)))
  }
  return figures
}

function chooser(inputs: Inputs[] | (() => Inputs)): () => Inputs {
  return typeof inputs === 'function' ? inputs : () => inputs[Math.floor(Math.random() * inputs.length)]!
}

function rawRequest({ name, request }: Bench, inputs: Inputs) {
  const { method = 'GET' } = request(inputs)
  if (method === 'POST') return { method, path: `/${name}`, body: JSON.stringify(inputs) }
  return { method, path: `/${name}?${new URLSearchParams(inputs).toString()}` }
}

function together(parts: readonly Measured[]): Measured {
  return {
    requests: parts.reduce((sum, part) => sum + part.requests, 0),
    seconds: parts.reduce((sum, part) => sum + part.seconds, 0),
    latencies: parts.flatMap(part => part.latencies),
    bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
  }
}

function compare({ name, target }: Bench, concurrency: number, app: Measured, raw: Measured): Figure {
  const isOne = concurrency === 1
  const of = (side: Measured) => (isOne ? percentile(side.latencies, 0.5) : side.requests / side.seconds)
  const [value, bare] = [of(app), of(raw)]
  return {
    name: `${name}.c${concurrency}`,
    value,
    unit: isOne ? 'ms (p50)' : 'requests/s',
    raw: bare,
    ratio: isOne ? bare / value : value / bare,
    target,
    bytes: [app.bytes / app.requests, raw.bytes / raw.requests],
    p99: [percentile(app.latencies, 0.99), percentile(raw.latencies, 0.99)],
  }
}
