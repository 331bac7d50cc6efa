import type { Dataset } from './dataset.ts'

export interface Request {
  method?: 'GET' | 'POST'
  path: string
  /** JSON text. */
  body?: string
}

/** What one request is about; its values stand in the statements, where the raw handler puts others in. */
export type Inputs = Record<string, string>

/** One operation that is measured through the app and through a bare handler that sends the same statements. */
export interface Bench {
  name: string
  title: string
  /** Share of the bare handler's speed that must be reached. */
  target: number
  request(inputs: Inputs): Request
  /** Inputs to choose from at random; a function that makes new ones for an operation that writes. */
  inputs(dataset: Dataset): Promise<Inputs[] | (() => Inputs)>
  /** Takes away what was written. */
  cleanUp?(dataset: Dataset): Promise<void>
}

export interface Figure {
  name: string
  value: number
  unit: string
  raw: number
  ratio: number
  target: number
  /** Of one answer, in bytes: of the app, of the bare handler. */
  bytes?: [number, number]
  p99?: [number, number]
}
