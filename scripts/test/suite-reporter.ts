import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

export interface Totals {
  passed: number
  failed: number
  skipped: number
}

/** An error that no test awaited; vitest notes what ran when it came. */
interface Unhandled {
  message: string
  stack?: string
  VITEST_TEST_PATH?: string
  VITEST_TEST_NAME?: string
}

/** One line for each file of tests, the details of what failed, and the totals in the file that RAPPORT_TOTALS names. */
export default class SuiteReporter implements Reporter {
  readonly #totals: Totals = { passed: 0, failed: 0, skipped: 0 }

  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()]
    const count = (state: string) => tests.filter(test => test.result().state === state).length
    const [passed, failed, skipped] = [count('passed'), count('failed'), count('skipped')]
    const isBroken = !module.ok() && failed === 0
    this.#totals.passed += passed
    this.#totals.failed += failed + (isBroken ? 1 : 0)
    this.#totals.skipped += skipped
    const name = relative(process.cwd(), module.moduleId)
    const seconds = (module.diagnostic().duration / 1000).toFixed(1)
    console.log(
      `${module.ok() ? 'ok    ' : 'FAILED'} ${name}  ${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}  ${seconds} s`,
    )
    for (const error of module.errors()) console.log(`  ${error.stack ?? error.message}`)
    for (const test of tests) if (test.result().state === 'failed') this.#explain(test)
  }

  onTestRunEnd(_modules: readonly TestModule[], errors: readonly Unhandled[]): void {
    for (const error of errors) {
      const { VITEST_TEST_PATH: file, VITEST_TEST_NAME: name } = error
      console.log(`FAILED outside a test: ${file ? relative(process.cwd(), file) : 'no file is known'}`)
      if (name) console.log(`  while this ran or just after it: ${name}`)
      console.log(`  ${error.stack ?? error.message}`)
    }
    this.#totals.failed += errors.length
    if (process.env.RAPPORT_TOTALS) writeFileSync(process.env.RAPPORT_TOTALS, JSON.stringify(this.#totals))
  }

  #explain(test: TestCase): void {
    console.log(`  ✗ ${test.fullName}`)
    for (const error of test.result().errors ?? []) {
      console.log(`    ${error.message}`)
      if (error.diff) console.log(error.diff)
      for (const frame of error.stacks?.slice(0, 3) ?? [])
        console.log(`    at ${relative(process.cwd(), frame.file)}:${frame.line}`)
    }
  }
}
