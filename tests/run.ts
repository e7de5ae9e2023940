// `npm test`: all tests, or those whose path contains one of the words given. Ends with one line that counts.
import { startVitest } from 'vitest/node'

const vitest = await startVitest('test', process.argv.slice(2), {
  config: 'tests/vitest.config.ts',
  watch: false,
})
const modules = vitest.state.getTestModules()
let passed = 0
let failed = vitest.state.getUnhandledErrors().length
for (const module of modules) {
  // A file that could not even be loaded holds no test that could fail.
  if (!module.ok() && ![...module.children.allTests('failed')].length) failed += 1
  passed += [...module.children.allTests('passed')].length
  failed += [...module.children.allTests('failed')].length
}
if (modules.length === 0) failed += 1
await vitest.close()
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
