// Fast ones first: pure functions, then the objects inside workerd, then the gateway over real sockets, then Chromium.
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = join(import.meta.dirname, '..')

/** The first two set the browser policy of the whole machine; the other depends on who has the focus, moment by moment. */
const alone = ['options', 'forced-install', 'insert-target'].map((name) => `tests/browser/${name}.test.ts`)
/** On two cores: much of such a test is waiting. */
const atOnce = 3
/** `expect.poll` gives up after a second unless told otherwise, and a busy machine takes longer. */
const patient = { poll: { timeout: 20_000 } }
const inChromium = {
  // Three browsers with real editors on two cores: what fails twice in a row is a fault.
  retry: 1,
  globalSetup: ['tests/browser/build.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: patient,
}

/** The file that takes longest begins first: at the end it would run alone. On a fresh clone no times are known. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => (moduleId.endsWith('/editors.test.ts') ? 0 : 1)
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  root,
  test: {
    watch: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root,
        test: {
          name: 'unit',
          maxWorkers: 2,
          // Lists and weights are read once for many files. What a module keeps between calls, each file has under names of its own.
          isolate: false,
          testTimeout: 30_000,
          include: ['tests/unit/**/*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        plugins: [cloudflareTest({ wrangler: { configPath: join(root, 'wrangler.toml') } })],
        test: { name: 'objects', include: ['tests/gateway/objects/*.test.ts'], sequence: { groupOrder: 2 } },
      },
      {
        root,
        test: {
          name: 'gateway',
          maxWorkers: atOnce,
          include: ['tests/gateway/*.test.ts'],
          globalSetup: ['tests/gateway/build.ts'],
          testTimeout: 30_000,
          expect: patient,
          sequence: { groupOrder: 3 },
        },
      },
      {
        root,
        test: {
          ...inChromium,
          name: 'browser',
          include: ['tests/browser/*.test.ts'],
          exclude: alone,
          maxWorkers: atOnce,
          sequence: { groupOrder: 4 },
        },
      },
      {
        root,
        test: {
          ...inChromium,
          name: 'browser-alone',
          include: alone,
          fileParallelism: false,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
})
