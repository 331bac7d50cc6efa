import { addressOf, type Answer, type AnyEndpoint, type CallInput } from './call.ts'
import { offline, readProblem } from './problem-error.ts'

export interface Upload<T> {
  /** Null when it was cancelled. */
  done: Promise<T | null>
  cancel: () => void
}

/** Sends a file as the form field `file` and tells which share has gone; `fetch` cannot tell that. */
export function upload<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  file: File,
  onProgress: (share: number) => void,
): Upload<Answer<E>> {
  const request = new XMLHttpRequest()
  const done = new Promise<Answer<E> | null>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total))
    request.addEventListener('load', () => {
      if (request.status < 400) resolve(JSON.parse(request.responseText) as Answer<E>)
      else reject(readProblem(request.status, request.statusText, request.responseText))
    })
    request.addEventListener('error', () => reject(offline()))
    request.addEventListener('abort', () => resolve(null))
  })
  const form = new FormData()
  form.append('file', file, file.name)
  request.open(endpoint.method, addressOf(endpoint, input))
  request.setRequestHeader('accept-language', document.documentElement.lang)
  request.send(form)
  return { done, cancel: () => request.abort() }
}
