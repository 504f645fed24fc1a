import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const listed = () =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '' && existsSync(file))

/**
 * A copy of the tree as it stands, changes and all, in which a file may be spoiled. What is installed is linked; what the pages’ own
 * build writes of them is copied, for a copy builds them too.
 */
export const copyOfTree = () => {
  const root = mkdtempSync(join(tmpdir(), 'mutants-'))
  for (const file of listed()) cpSync(file, join(root, file))
  for (const made of ['node_modules', 'web/node_modules']) symlinkSync(resolve(made), join(root, made))
  cpSync('web/.svelte-kit', join(root, 'web/.svelte-kit'), { recursive: true })
  const remove = () => rmSync(root, { recursive: true, force: true })
  process.once('exit', remove)
  return { root, remove }
}
