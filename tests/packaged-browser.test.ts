import { execFileSync } from 'node:child_process'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { packagedBrowser } from './support/running/packaged-browser.ts'

// What a Debian without anything has, since its package manager needs it.
const everywhere = /^(linux-vdso|\/lib64\/ld-linux-x86-64|lib(dl|pthread|m|gcc_s|c))\.so/

test('the packaged browser needs no library that a bare machine lacks, and takes none of the system’s where it brings its own', () => {
  const { executablePath, env } = packagedBrowser()
  const found = execFileSync(executablePath, {
    env: { ...env, LD_TRACE_LOADED_OBJECTS: '1' },
    encoding: 'utf8'
  })
  const own = found
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !everywhere.test(line))
  expect(own.map((line) => line.split('.so')[0]).sort()).toEqual(
    ['libexpat', 'libnspr4', 'libnss3', 'libnssutil3', 'libplc4', 'libplds4'].sort()
  )
  for (const line of own) expect(line).toContain(`=> ${dirname(executablePath)}/`)
})
