import { defineConfig } from 'vitest/config'

/** What needs a PostgreSQL server; where none is named, it runs with the rest and says that it skipped. */
const onServerOnly = ['test/restored-dump.test.ts', 'test/replicas.test.ts', 'test/rolling-restart.test.ts', 'test/faults/{database-away,killed-job,server-disk-full}.test.ts']

/** What stands on the store or on its access rules is tried on a PostgreSQL server too, where one is named. */
const onServer = [
  ...onServerOnly,
  'src/features/**/*.test.ts',
  'test/{engines,restricted,restricted-timing,attempts,statement-counts,probes,board-export,faults/{mail-away,interrupted-migration,clock-jumps}}.test.ts',
]
/** How pages look and are used in a browser is the same on either engine. */
const lookedAt = ['src/features/**/{pages,check-page}.test.ts']
const isServerNamed = Boolean(process.env.TEST_DATABASE_URL)

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    isolate: false,
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    globalSetup: './test/engines.ts',
    reporters: ['default', './test/plain-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'embedded database',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: isServerNamed ? onServerOnly : [],
        },
      },
      ...(isServerNamed
        ? [
            {
              extends: true as const,
              test: { name: 'PostgreSQL server', include: onServer, exclude: lookedAt, env: { HEED_TEST_ENGINE: 'server' } },
            },
          ]
        : []),
    ],
  },
})
