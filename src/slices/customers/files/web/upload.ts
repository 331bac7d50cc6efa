import { addressOf, type CallInput } from '../../../../ui/api/call.ts'
import { offline, ProblemError, type Problem } from '../../../../ui/api/problem-error.ts'
import { uploadFile } from '../schema.ts'

export interface Upload {
  done: Promise<void>
  cancel: () => void
}

/** Sends a file and tells how much has gone; `fetch` cannot tell that. */
export function upload(file: File, parent: NonNullable<CallInput<typeof uploadFile>['query']>, onProgress: (share: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<void>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total))
    request.addEventListener('load', () => {
      if (request.status < 400) resolve()
      else reject(problemOf(request))
    })
    request.addEventListener('error', () => reject(offline()))
    request.addEventListener('abort', () => resolve())
  })
  const form = new FormData()
  form.append('file', file, file.name)
  request.open('POST', addressOf(uploadFile, { query: parent }))
  request.send(form)
  return { done, cancel: () => request.abort() }
}

function problemOf({ status, statusText, responseText }: XMLHttpRequest): ProblemError {
  const fallback: Problem = { status, code: status === 413 ? 'too-large' : 'unavailable', title: statusText, detail: `The server answered with status ${status}. Try again.` }
  try {
    return new ProblemError({ ...fallback, ...(JSON.parse(responseText) as Partial<Problem>) })
  } catch {
    return new ProblemError(fallback)
  }
}
