import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { asProblem, type ProblemError } from '../../../../ui/api/problem-error.ts'
import { upload, type Upload } from '../../../../ui/api/upload.ts'
import { refresh } from '../../../../ui/api/use-command.ts'
import { createImport, type ImportDetail } from '../schema.ts'

export interface UploadState {
  file: File | null
  /** 0 to 1; 1 while the server reads what has come. */
  share: number
  problem: ProblemError | null
  start: (file: File) => void
  cancel: () => void
}

/** Sends one file at a time to be imported. */
export function useUploadImport(onDone: (made: ImportDetail) => void): UploadState {
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [share, setShare] = useState(0)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const running = useRef<Upload<ImportDetail> | null>(null)

  const start = (next: File) => {
    running.current?.cancel()
    const uploading = upload(createImport, {}, next, setShare)
    running.current = uploading
    setFile(next)
    setShare(0)
    setProblem(null)
    uploading.done
      .then(made => {
        if (running.current !== uploading || made === null) return
        refresh(client, ['imports'])
        onDone(made)
      })
      .catch((error: unknown) => {
        if (running.current === uploading) setProblem(asProblem(error))
      })
      .finally(() => {
        if (running.current === uploading) setFile(null)
      })
  }
  const cancel = () => {
    running.current?.cancel()
    running.current = null
    setFile(null)
  }
  return { file, share, problem, start, cancel }
}
