import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nextStep, wayToBuild as way } from './web-build.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const web = join(root, 'web')
const vite = join(root, 'node_modules', '.bin', 'vite')
const sources = ['src', 'static', 'messages', 'vite.config.ts']

/** Builds the pages when they were never built, or when a source is newer; the status of the process. */
function buildIfNeeded(asked: boolean): number {
  const canBuild = existsSync(vite) && existsSync(join(web, 'vite.config.ts'))
  // Taking the development packages away writes the lock anew, though nothing that the pages hold has changed.
  const counted = canBuild ? [...sources, '../package-lock.json'] : sources
  const pages = {
    built: writtenAt(join(web, 'build', 'handler.js')),
    newest: newestOf(counted.map((path) => join(web, path))),
    canBuild
  }
  switch (nextStep(pages, asked)) {
    case 'nothing':
      return 0
    case 'build':
      console.log('Building the pages (once; about half a minute)…')
      return (
        spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: web, stdio: 'inherit' })
          .status ?? 1
      )
    case 'serve_stale':
      console.error(
        `The pages are older than what they are built from, and Vite is not installed: they are served as they are. To build them again: ${way}`
      )
      return 0
    case 'refuse':
      console.error(
        `The pages are not built, and Vite, which builds them, is not installed: it is a development package. Run: ${way}`
      )
      return 1
  }
}

const writtenAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null

function newestOf(paths: string[]): number {
  return Math.max(0, ...paths.map(newestIn))
}

function newestIn(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0
  return Math.max(stat.mtimeMs, newestOf(readdirSync(path).map((name) => join(path, name))))
}

const asked = process.argv.includes('--force')
// A worker serves no page.
process.exitCode = !asked && process.env['MODE'] === 'worker' ? 0 : buildIfNeeded(asked)
