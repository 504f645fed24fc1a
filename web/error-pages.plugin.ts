import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'vite'

const askedForLater = /\(\) => import\('\.\/nodes\/(\d+)'\)/g
const page = /export \{ default as component \} from "([^"]*\/\+error\.svelte)"/

/**
 * The framework asks for the page of errors of each layout before it shows anything, one after the other, and each is a journey over
 * the network for a file of fifty bytes that names another. They are in the files of the first page: here they are taken from there.
 */
export function errorPagesAtOnce(): Plugin {
  return {
    name: 'error-pages-at-once',
    apply: 'build',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    transform(code, id) {
      if (!id.endsWith('/app.js') || !code.includes('export const nodes')) return null
      const nodes = join(dirname(id), 'nodes')
      const there: string[] = []
      const rewritten = code.replace(askedForLater, (later, n: string) => {
        const file = page.exec(readFileSync(join(nodes, `${n}.js`), 'utf8'))?.[1]
        if (!file) return later
        there.push(`import error${n} from ${JSON.stringify(resolve(nodes, file))}\n`)
        return `async () => ({ component: error${n} })`
      })
      return { code: there.join('') + rewritten, map: null }
    }
  }
}
