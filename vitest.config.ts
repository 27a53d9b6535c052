import { defineConfig } from 'vitest/config'

/** What stands on the store or on its access rules is tried on a PostgreSQL server too, where one is named. */
const onServer = [
  'src/features/**/*.test.ts',
  'test/{engines,restricted,restricted-timing,attempts,statement-counts}.test.ts',
]
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
        test: { name: 'embedded database', include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'] },
      },
      ...(isServerNamed
        ? [
            {
              extends: true as const,
              test: { name: 'PostgreSQL server', include: onServer, env: { HEED_TEST_ENGINE: 'server' } },
            },
          ]
        : []),
    ],
  },
})
