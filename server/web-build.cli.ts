import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const web = fileURLToPath(new URL('../web', import.meta.url))
const built = join(web, 'build', 'handler.js')
const sources = ['src', 'static', 'messages', 'vite.config.ts', '../package-lock.json']

/** Builds the pages when they were never built, or when a source is newer. */
function buildIfNeeded(force: boolean): number {
  if (!existsSync(join(web, 'vite.config.ts'))) return 0
  const newest = Math.max(...sources.map((source) => newestIn(join(web, source))))
  if (!force && existsSync(built) && statSync(built).mtimeMs >= newest) return 0
  console.log('Building the pages (once; about half a minute)…')
  const { status } = spawnSync('vite', ['build', '--logLevel', 'warn'], { cwd: web, stdio: 'inherit' })
  return status ?? 1
}

function newestIn(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  const inside = readdirSync(path).map((name) => newestIn(join(path, name)))
  return Math.max(stat.mtimeMs, ...inside)
}

process.exitCode = buildIfNeeded(process.argv.includes('--force'))
