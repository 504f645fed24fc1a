import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { bound } from './src/lib/bound.ts'

type Table = Record<string, string>

const literal = /['"`]([\w.-]+)['"`]/g
// The namespace at least is written out: `audit.kept.${one}`.
const template = /`([\w-]+\.[\w.-]*\$\{[^`]*)`/g
const hole = /\$\{[^}]*\}/
const forms = ['', '.one', '.other']

/** The messages that a module may say: those it names, and those that fit a name it puts together. */
export function keysIn(source: string, table: Table): string[] {
  const named = [...source.matchAll(literal)].flatMap(([, name]) => forms.map((form) => `${name}${form}`))
  const fitting = [...source.matchAll(template)].map(([, text = '']) => {
    const parts = text.split(hole).map((part) => part.replaceAll('.', '\\.'))
    return new RegExp(`^${parts.join('[\\w.-]+')}(\\.one|\\.other)?$`)
  })
  const wanted = new Set(named)
  return Object.keys(table).filter((key) => wanted.has(key) || fitting.some((one) => one.test(key)))
}

const tableOf = (locale: string): Table =>
  JSON.parse(readFileSync(new URL(`messages/${locale}.json`, import.meta.url), 'utf8')) as Table

const words = '/src/lib/words.ts'
const empty = `export const tables = { fr: {}, en: {} }
export const bring = (rows) => { for (const [key, fr, en] of rows) { tables.fr[key] = fr; tables.en[key] = en } }`

/**
 * In the browser each module brings its own words with it, in both languages, so that a page asks for those it may say and not for
 * those of the whole house. The server has them all.
 */
export function wordsByModule(): Plugin {
  const [fr, en] = [tableOf('fr'), tableOf('en')]
  return {
    name: 'words-by-module',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    load: {
      order: 'pre',
      handler: (id) => (id.endsWith(words) ? empty : null)
    },
    transform(code, id) {
      if (!/\/src\/[^?]*\.(ts|svelte)$/.test(id) || id.endsWith(words) || id.includes('node_modules'))
        return null
      const keys = keysIn(readFileSync(id, 'utf8'), fr)
      if (keys.length === 0) return null
      const rows = JSON.stringify(keys.map((key) => [key, bound(fr[key] ?? ''), en[key] ?? '']))
      return {
        code: `${code}\nimport { bring as bringWords } from '#lib/words.ts'\nbringWords(${rows})\n`,
        map: null
      }
    }
  }
}
