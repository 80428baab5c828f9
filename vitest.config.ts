import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** Tests that go through the house's world, or ask for the server themselves, need a database; the others start sooner. */
const all = globSync('{src,tests,scripts}/**/*.test.{ts,tsx}', { exclude: ['tests/e2e/**'] }).sort()
const needsDatabase = (file: string) =>
  /tests\/(world|http)\.ts|\/world\.ts'|inject\('postgresUrl'\)/.test(readFileSync(file, 'utf8'))

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: all.filter((file) => !needsDatabase(file)) } },
      {
        extends: true,
        test: {
          name: 'database',
          include: all.filter(needsDatabase),
          globalSetup: './src/server/postgres/test-cluster.ts',
        },
      },
    ],
  },
})
