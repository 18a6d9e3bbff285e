import { defineConfig } from 'vitest/config';

/**
 * One project per suite of `npm test`. Node alone runs them all: a screen is tested in a real
 * browser (`e2e`), never in an imitation of one.
 */
function suite(name: string, include: string[], testTimeout: number) {
  return {
    test: {
      name,
      include,
      exclude: ['**/node_modules/**', 'dist/**', 'test/architecture/fixtures/**'],
      environment: 'node' as const,
      pool: 'forks' as const,
      testTimeout,
      hookTimeout: Math.max(testTimeout, 60_000),
      // What comes about by itself gets a good part of the test's own time: this machine may be busy.
      expect: { poll: { timeout: testTimeout / 4 } },
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      suite('architecture', ['test/architecture/**/*.test.ts'], 30_000),
      suite(
        'unit',
        [
          'shared/**/*.test.ts',
          'electron/**/*.test.ts',
          'renderer/**/*.test.{ts,tsx}',
          'district/**/*.test.ts',
          'build/**/*.test.ts',
          'test/bench/**/*.test.ts',
        ],
        20_000,
      ),
      suite('contract', ['test/contract/**/*.test.ts'], 60_000),
      suite('e2e', ['test/e2e/**/*.test.ts'], 180_000),
      suite('faults', ['test/faults/**/*.test.ts'], 120_000),
    ],
  },
});
