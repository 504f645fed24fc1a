import svelte from 'eslint-plugin-svelte'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import askingElsewhere from './tests/server/disclosure/elsewhere.json' with { type: 'json' }
import waysOut from './tests/twins/ways-out.json' with { type: 'json' }

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name what you export.'
}
const noInterpolatedLog = {
  selector:
    'CallExpression[callee.property.name=/^(trace|debug|info|warn|error|fatal)$/][callee.object.name=/^log$/] > TemplateLiteral[expressions.length>0]',
  message: 'A log message holds no value: name fields instead.'
}
const noTimer = {
  selector: "Property[key.name='after'] > ObjectExpression",
  message: 'A legal deadline is a row of the database, not a timer of the machine.'
}

// The walls and the gate read one clock, which a demonstration moves; a right that ends by another would end twice.
const realTime =
  /\bnow\(\)|\bcurrent_(date|time|timestamp)\b|\blocaltime(stamp)?\b|\b(clock|statement|transaction)_timestamp\(/i
const oneClock = ['TemplateElement[value.raw', 'Literal[value'].map((text) => ({
  selector: `${text}=${realTime}]`,
  message:
    'Ask `wall_clock()`, or take the moment that the gate gives; real time is for the files of `inRealTime`.'
}))
const inRealTime = [
  // Leases, pauses and signs of life of workers: weeks that a visitor lets pass make none of them late.
  'server/firing/{taking,waiting}.ts',
  'server/db/schema/firing.tables.ts',
  'server/worker/{deliver,heartbeat}.ts',
  'server/http/metrics.ts',
  // Sessions and leases that are over.
  'server/worker/sweep.ts',
  // Who has not signed in for months has not, whatever a visitor lets pass.
  'server/organisations/sweep.ts',
  'server/organisations/access/unseen.ts',
  // How far the clock is ahead of real time.
  'server/demo/desk/clock.ts',
  // What an installation begins with, before any time can pass.
  'server/db/first-version.ts',
  'server/demo/world/reference.ts'
]

// What leaves the house leaves it by the modules of tests/twins/ways-out.json, where lives told twice are compared.
const leavingBy = (libraries) => ({
  'no-restricted-imports': [
    'error',
    ...libraries.map(({ library: name, writing, modules }) => ({
      name,
      ...(writing && { importNames: writing }),
      message: `Leaves by ${modules.join(', ')} alone.`
    }))
  ]
})
const wayOf = (file) => ({
  files: [file],
  rules: leavingBy(waysOut.filter(({ modules }) => !modules.includes(file)))
})

export default defineConfig(
  globalIgnores([
    'node_modules',
    '.data',
    'coverage',
    'test-results',
    'web/build',
    'web/.svelte-kit',
    'web/node_modules'
  ]),
  tseslint.configs.recommended,
  svelte.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true }],
      'max-params': ['error', 4],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': ['error', { allow: ['error'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', noDefaultExport, noInterpolatedLog]
    }
  },
  {
    files: ['workflows/**/*.ts', 'policies/**/*.ts', 'server/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error'
    }
  },
  {
    files: ['workflows/**/*.ts', 'policies/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport, noTimer],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'console'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
        { object: 'Math', property: 'random', message: 'Chance comes in as an argument.' }
      ]
    }
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['server/main.ts', 'server/**/*.cli.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only main.ts and the *.cli.ts read the environment: ask for Config.'
        }
      ]
    }
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['server/disclosure/**', ...askingElsewhere.map(({ file }) => file)],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex:
                '(policies/(data-classes|disclosure|sight|known|action-availability|names)|disclosure/brand)\\.ts$',
              allowTypeImports: true,
              message: 'What a reader may see is asked by server/disclosure alone: take what it discloses.'
            }
          ]
        }
      ]
    }
  },
  { files: ['server/**/*.ts'], rules: leavingBy(waysOut) },
  {
    files: ['server/**/*.ts'],
    ignores: inRealTime,
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noInterpolatedLog, ...oneClock] }
  },
  ...waysOut.flatMap(({ modules }) => modules).map(wayOf),
  {
    files: [
      'server/serve.ts',
      'server/**/*.cli.ts',
      'bench/**/*.ts',
      'verify/**/*.ts',
      'tests/{twins,clocks}/run.ts'
    ],
    rules: { 'no-console': 'off' }
  },
  {
    files: ['tests/**'],
    rules: { 'max-lines-per-function': 'off' }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] } },
    // The product lives at the root of its address: there is no base path to resolve.
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/no-useless-mustaches': 'off'
    }
  },
  {
    files: [
      '**/*.config.ts',
      '*.config.js',
      'verify/mutation/mutation{,.tables}.config.ts',
      'web/vite.config.ts',
      'tests/support/running/global-setup.ts',
      '**/*.d.ts'
    ],
    rules: { 'no-restricted-syntax': 'off' }
  }
)
