// Preloaded into the program that npm started: npm signals only the shell between them, which passes nothing on, so that
// without this a killed npm would leave Rapport running where nobody sees it.
import { isMainThread } from 'node:worker_threads'
import { findAncestor, startOf } from './process-table.mjs'

if (isMainThread && process.env.npm_lifecycle_event) {
  const parent = process.ppid
  const npm = findAncestor(parent, /^([^\0]*\/)?npm\b|npm-cli\.js/)
  const npmStart = npm && startOf(npm)
  const timer = setInterval(() => {
    if (process.ppid === parent && (!npm || startOf(npm) === npmStart)) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 250).unref()
}
