import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const cache = join(root, 'node_modules', '.cache')

// It unpacks into the folder for temporary files, under names that others may use, and leaves its own libraries packed
// unless it believes itself in the cloud for which it is made.
const unpacking =
  "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()"
const unpackingIn = (folder: string) => ({ TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' })

/** The browser that npm installed, with the libraries and the letters that came with it: it needs nothing of the system's. */
export function packagedBrowser(): { executablePath: string; env: Record<string, string> } {
  if (`${process.platform} ${process.arch}` !== 'linux x64')
    throw new Error(
      'The packaged browser is for Linux on x64: set CHROMIUM_PATH to a browser of this machine.'
    )
  const home = join(cache, `chromium-${packagedVersion()}`)
  if (!existsSync(home)) unpackTo(home)
  return {
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_PATH: join(home, 'fonts') }
  }
}

/** Whole or not at all: another worker may unpack at the same time. */
function unpackTo(home: string): void {
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(`${home}-`)
  const env = { PATH: process.env['PATH'], ...unpackingIn(draft) }
  execFileSync(process.execPath, ['--input-type=module', '--eval', unpacking], { cwd: root, env })
  const letters = join(draft, 'fonts', 'fonts.conf')
  writeFileSync(letters, readFileSync(letters, 'utf8').replaceAll('/tmp/fonts', join(home, 'fonts')))
  try {
    renameSync(draft, home)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}

function packagedVersion(): string {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(main, '..', '..', 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}
