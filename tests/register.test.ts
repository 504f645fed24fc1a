import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compared } from '../docs/generate/register/differences.ts'
import { digestFiles } from '../docs/generate/register/digest-files.ts'
import { digestOf, normal } from '../docs/generate/register/normal.ts'
import { digests } from '../workflows/law/digests/digests.ts'
import { cpp, labour, legi, unread } from '../workflows/law/origin.ts'

const folder = mkdtempSync(join(tmpdir(), 'mnio-copies-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const old = 'Une ancienne version.'
const words = 'L’étranger « dépose plainte » : il le peut – toujours.'

beforeAll(() => {
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const article = (heading: string, text: string) => `##### Article ${heading}\n\n${text}\n\n`
  put(
    'LEGITEXT000006070158.md',
    `# Code inventé\n\n${article('L425-1', old)}${article('L425-1', words)}${article('L425-10', 'Autre.')}`
  )
  put('procedure_penale.md', `**Art. 706-3**\n\nPremière.\n\nSeconde.\n\n**Art. 706-4**\n\nAutre.\n`)
  const data = {
    num: 'L3133-1',
    id: 'LEGIARTI000000000001',
    texte: 'Un jour.',
    dateDebut: Date.UTC(2016, 7, 10)
  }
  const json = { type: 'code', data: {}, children: [{ type: 'article', data }] }
  put('LEGITEXT000006072050.json', JSON.stringify(json))
})

const rows = {
  'CESEDA.L425-1': legi('Carte', 'Permit'),
  'CPP.706-3': cpp('Indemnité', 'Compensation'),
  'CTRAV.L3133-1': labour('Fêtes', 'Holidays', '2016-08-10', { identifier: 'LEGIARTI000000000001' })
}

describe('the words of an article', () => {
  it('are the same with other apostrophes, inverted commas, dashes and lines', () => {
    expect(normal('L\'étranger "dépose plainte" :\n  il le peut - toujours.')).toBe(normal(words))
  })

  it('are others with another figure, accent or sign', () => {
    const one = digestOf('Dans les 10 jours, la personne est informée.')
    for (const other of [
      'Dans les 15 jours, la personne est informée.',
      'Dans les 10 jours la personne est informée.'
    ])
      expect(digestOf(other)).not.toBe(one)
  })
})

describe('copies in a folder', () => {
  it('give the digest of each article, of several versions that of the last', () => {
    const { digests, absent, differ } = compared(folder, rows, {})
    expect(digests).toEqual({
      'CESEDA.L425-1': { digest: digestOf(words), among: 2 },
      'CPP.706-3': { digest: digestOf('Première. Seconde.'), among: 1 },
      'CTRAV.L3133-1': { digest: digestOf('Un jour.'), among: 1 }
    })
    expect([absent, differ]).toEqual([[], []])
  })

  it('say which text is no longer the one that was read, and which day or identifier', () => {
    const kept = { 'CPP.706-3': { digest: digestOf('Première.'), among: 1 } }
    const others = { ...rows, 'CTRAV.L3133-1': labour('Fêtes', 'Holidays', '2008-05-01') }
    expect(compared(folder, others, kept).differ).toEqual([
      'CPP.706-3: its text is not the one that was read',
      'CTRAV.L3133-1: identifier LEGIARTI000000000001 in the copy, none here',
      'CTRAV.L3133-1: in force from 2016-08-10 in the copy, 2008-05-01 here'
    ])
  })

  it('that were not put there are said, and keep what is known; what was read nowhere is not asked', () => {
    const kept = { 'CESEDA.L999-1': { digest: 'a', among: 1 } }
    const found = compared(folder, { 'CESEDA.L999-1': legi('a', 'b'), 'CC.1': unread('a', 'b') }, kept)
    expect(found).toEqual({ digests: kept, absent: ['CESEDA.L999-1'], differ: [] })
  })
})

describe('the files of digests', () => {
  it('are what the command would write again, each text in one of them, and each short', () => {
    for (const [name, text] of Object.entries(digestFiles(digests))) {
      expect(readFileSync(new URL(`../workflows/law/digests/${name}`, import.meta.url), 'utf8')).toBe(text)
      expect(text.split('\n').length, name).toBeLessThan(175)
    }
    const kept = Object.values(digestFiles(digests))
      .join('')
      .match(/whole\('/g)
    expect(kept).toHaveLength(Object.keys(digests).length)
  })
})
