/** The last line of `npm test`: how many passed, how many failed, and nothing after it. */
import type { Reporter, TestModule } from 'vitest/node'

export class LastLine implements Reporter {
  private counts = { passed: 0, failed: 0, skipped: 0 }

  /** Written when the process ends, since vitest still has things to say after the run. */
  onInit(): void {
    process.once('exit', (status) => {
      const { passed, skipped } = this.counts
      // A run that could not begin has failed, though no test did.
      const failed = this.counts.failed || (status === 0 ? 0 : 1)
      console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
    })
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    this.counts = countOf(modules)
    this.counts.failed += unhandledErrors.length
  }
}

/** A file that fails outside its tests (on import, in a hook) counts as one that failed. */
function countOf(modules: readonly TestModule[]) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      counts[state === 'pending' ? 'skipped' : state] += 1
    }
    counts.failed += module.errors().length
    for (const suite of module.children.allSuites()) counts.failed += suite.errors().length
  }
  return counts
}
