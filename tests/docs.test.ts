import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { counted } from '../docs/generate/counts.ts'
import { pages } from '../docs/generate/pages.ts'
import { commandRow, commandTypes, regionIds, regionTables } from '../workflows/case/commands.ts'
import { deadlineCodes } from '../workflows/deadlines/deadlines.ts'
import { legalCodes } from '../workflows/law/register.ts'
import { transitionIds } from '../workflows/vocabulary/transitions.ts'
import { kinds } from '../workflows/referral/kinds/kinds.ts'
import { roles } from '../policies/actor.ts'
import { emergencySight } from '../policies/emergency-access.ts'
import { capacities, type Capacity } from '../workflows/vocabulary/capacities.ts'
import { emergencyReasons, emergencyRefusals } from '../workflows/case/emergency-access.ts'
import { behaviours } from './peers/all.ts'

const docs = new URL('../docs/', import.meta.url)
const stored = (name: string) =>
  existsSync(new URL(name, docs)) ? readFileSync(new URL(name, docs), 'utf8') : ''

describe('a computed document says what the tables say', () => {
  it.each(Object.entries(pages))('docs/%s', (name, write) => {
    expect(
      stored(name) === write(),
      `docs/${name} no longer says what the tables say: run npm run docs`
    ).toBe(true)
  })

  it('README counts what the lists hold', () => {
    const readme = readFileSync(new URL('../README.md', docs), 'utf8')
    expect(counted(readme) === readme, 'README counts otherwise than the lists: run npm run docs').toBe(true)
    expect(readme).toContain(`- ${commandTypes.length}\n  acts, each with its row`)
  })

  it('no page claims to be computed without being so', () => {
    const claiming = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.md') && stored(name).includes('npm run docs` : ne pas')
    )
    expect(claiming.toSorted()).toEqual(Object.keys(pages).toSorted())
  })

  it('its links lead somewhere', () => {
    const links = Object.entries(pages).flatMap(([name, write]) =>
      [...write().matchAll(/\]\(([^)]+)\)/g)].map((match) => new URL(match[1]!, new URL(name, docs)).pathname)
    )
    expect(links.filter((link) => !existsSync(link))).toEqual([])
  })
})

describe('nothing is left out', () => {
  it.each(['matrix.md', 'acts.md', 'forms.md'])('%s has every act', (name) => {
    const text = stored(name)
    expect(commandTypes.filter((type) => !text.includes(`\`${type}\``))).toEqual([])
  })

  it('each friction met at the desks is held by tests that are there', () => {
    const frictions = [...stored('desks.md').matchAll(/^\| (\d+) \| .* \| (.*) \|$/gm)]
    expect(frictions.map(([, n]) => Number(n))).toEqual(Array.from({ length: 25 }, (_, at) => at + 1))
    for (const [, n, held = ''] of frictions) {
      const tests = [...held.matchAll(/`(tests\/[^`]+)`/g)].map(([, name]) => new URL(`../${name}`, docs))
      expect(tests.length, `friction ${n}`).toBeGreaterThan(0)
      expect(tests.filter((test) => !existsSync(test))).toEqual([])
    }
  })

  it('the page of acts has every transition of the mechanism', () => {
    expect(transitionIds.filter((id) => !stored('acts.md').includes(id))).toEqual([])
  })

  it('every role, clock, reference and recipient is there', () => {
    const lacks = (name: string, words: readonly string[]) =>
      words.filter((word) => !stored(name).includes(word))
    const human = Object.entries(roles).flatMap(([role, { fr }]) => (role === 'system' ? [] : [fr]))
    expect(lacks('matrix.md', human)).toEqual([])
    expect(lacks('deadlines.md', deadlineCodes)).toEqual([])
    expect(lacks('law.md', legalCodes)).toEqual([])
    expect(
      lacks(
        'recipients.md',
        Object.values(kinds).map(({ label }) => label.fr)
      )
    ).toEqual([])
  })

  it('every class and reason of an emergency access is there, and every behaviour of a peer', () => {
    const emergency = stored('emergency.md')
    const words = [...Object.values(emergencyReasons), ...Object.values(emergencyRefusals)].map(
      ({ fr }) => fr
    )
    expect(words.filter((word) => !emergency.includes(word))).toEqual([])
    for (const [capacity, opened] of Object.entries(emergencySight))
      if (opened.length > 0) expect(emergency).toContain(`| ${capacities[capacity as Capacity].fr} |`)
    const peers = stored('peers.md')
    expect(behaviours.filter(({ id }) => !peers.includes(`| ${id} |`))).toEqual([])
  })

  it('the diagrams draw every state and every act that moves one', () => {
    const text = stored('diagrams.md')
    for (const region of regionIds)
      for (const [state, { label }] of Object.entries(regionTables[region].states))
        expect(text).toContain(`state "${label.fr}" as s_${state}`)
    const moving = commandTypes.filter(
      (type) => commandRow(type).to !== 'same' && commandRow(type).from.length > 0
    )
    for (const type of moving) expect(text).toContain(`(${commandRow(type).transition})`)
  })
})

it('a drawing holds no character on which Mermaid stumbles', () => {
  const edges = stored('diagrams.md')
    .split('\n')
    .filter((line) => line.includes('-->'))
  expect(edges.length).toBeGreaterThan(80)
  expect(edges.filter((line) => !/^ {2}(\[\*\]|s_\w+) --> s_\w+( : [^:;"]+)?$/.test(line))).toEqual([])
})
