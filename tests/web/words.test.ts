import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import fr from '../../web/messages/fr.json' with { type: 'json' }
import { keysIn } from '../../web/words.plugin.ts'

const table = { 'a.one': '', 'a.other': '', 'b.x.next': '', 'b.y.next': '', 'b.x.title': '', 'home.c': '' }

describe('the words that a module brings into the browser', () => {
  it('are none where it names none, be it by a word of the same letters', () => {
    expect(keysIn("import { a } from './a.ts'; const home = `h${n}`", table)).toEqual([])
  })

  it('are those it names, in both forms where it counts', () => {
    expect(keysIn("t('b.x.title') + tn('a', 2)", table)).toEqual(['a.one', 'a.other', 'b.x.title'])
  })

  it('are all that fit a name it puts together', () => {
    expect(keysIn('t(`b.${kind}.next`)', table)).toEqual(['b.x.next', 'b.y.next'])
  })

  it('are, of all modules together, every word but those that the server alone says', () => {
    const files = readdirSync('web/src', { recursive: true, encoding: 'utf8' })
    const inBrowser = files.filter((name) => /\.(ts|svelte)$/.test(name) && !/\.(server|d)\.ts$/.test(name))
    const said = new Set(inBrowser.flatMap((name) => keysIn(readFileSync(`web/src/${name}`, 'utf8'), fr)))
    const onServer = files
      .filter((name) => name.endsWith('.server.ts'))
      .map((name) => readFileSync(`web/src/${name}`, 'utf8'))
    const unsaid = Object.keys(fr).filter((key) => !said.has(key))
    expect(unsaid.filter((key) => !onServer.some((source) => source.includes(key)))).toEqual([])
  })

  it('are named from their first letters on: no module puts a whole name together', () => {
    const files = readdirSync('web/src', { recursive: true, encoding: 'utf8' })
    const sources = files.filter((name) => /\.(ts|svelte)$/.test(name) && !name.endsWith('lib/messages.ts'))
    const whole = /\btn?\(\s*(`\$\{|['"`]['"`] \+|\w+ \+)/
    expect(sources.filter((name) => whole.test(readFileSync(`web/src/${name}`, 'utf8')))).toEqual([])
    expect(whole.test('t(`${kind}.next`)')).toBe(true)
  })
})
