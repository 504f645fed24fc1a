import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nextStep } from '../../../server/web-build.ts'

describe('before a start', () => {
  test('pages that are missing and cannot be built are a refusal, never silence', () =>
    expect(nextStep({ built: null, newest: 2, canBuild: false }, false)).toBe('refuse'))

  test('pages older than their sources are served where they cannot be built anew', () =>
    expect(nextStep({ built: 1, newest: 2, canBuild: false }, false)).toBe('serve_stale'))

  test.each([true, false])('pages as new as their sources are served (Vite there: %s)', (canBuild) =>
    expect(nextStep({ built: 2, newest: 2, canBuild }, false)).toBe('nothing')
  )

  test.each([null, 1])('pages that are missing or old are built where that is possible', (built) =>
    expect(nextStep({ built, newest: 2, canBuild: true }, false)).toBe('build')
  )
})

test('a build that is asked for is done or refused, however new the pages are', () => {
  expect(nextStep({ built: 3, newest: 2, canBuild: false }, true)).toBe('refuse')
  expect(nextStep({ built: 3, newest: 2, canBuild: true }, true)).toBe('build')
})

describe('an install without development packages', () => {
  let folder: string
  const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> })
    .scripts
  const built = () => join(folder, 'web', 'build', 'handler.js')
  const inFolder = (script: string) => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' })
    return { status, said: stdout, complained: stderr }
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mnio-install-'))
    for (const path of ['server', 'web/build', 'web/src']) mkdirSync(join(folder, path), { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    for (const file of ['web-build.cli.ts', 'web-build.ts'])
      copyFileSync(join('server', file), join(folder, 'server', file))
    writeFileSync(join(folder, 'web', 'vite.config.ts'), '')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('does not start without pages, and says what to run', () => {
    const { status, complained } = inFolder(scripts['prestart']!)
    expect(status).toBe(1)
    expect(complained).toMatch(/pages are not built.*npm run build && npm prune --omit=dev/s)
  })

  test('starts on pages that were built before the lock was written anew, and has nothing to say', () => {
    writeFileSync(built(), '')
    const later = Date.now() / 1000 + 60
    writeFileSync(join(folder, 'package-lock.json'), '{}')
    utimesSync(join(folder, 'package-lock.json'), later, later)
    expect(inFolder(scripts['prestart']!)).toEqual({ status: 0, said: '', complained: '' })
  })

  test('starts on pages older than their sources, and says so', () => {
    writeFileSync(built(), '')
    utimesSync(built(), 1, 1)
    const { status, complained } = inFolder(scripts['prestart']!)
    expect(status).toBe(0)
    expect(complained).toContain('older than what they are built from')
  })

  test('is prepared without a word', () =>
    expect(inFolder(scripts['prepare']!)).toEqual({ status: 0, said: '', complained: '' }))
})
