import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { regionIds } from '../../../workflows/case/commands.ts'
import { walked } from '../../../verify/walk/walker.ts'
import { editsOf } from '../../../verify/mutation/mutant.ts'
import { mutants } from '../../../verify/mutation/mutants.list.ts'
import { properties } from '../../../verify/properties/properties.ts'
import { inFrench } from '../../../verify/properties/properties.words.ts'
import { aloneTable, method, propertiesTable, unreached } from '../../../verify/report.ts'
import { partOf } from '../../../verify/readme.ts'
import { renewed } from '../../../verify/renewed.ts'
import { lived, stories, storiesPart } from '../../../verify/stories.ts'
import { inTables } from '../../../verify/walk/walk.ts'
import { isClosed } from '../../../workflows/vocabulary/states.ts'

const address = new URL('../../../docs/verify.md', import.meta.url)
const page = existsSync(address) ? readFileSync(address, 'utf8') : ''
const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
const alone = regionIds.map((id) => ({ regions: [id], ...walked([id]) }))

describe('the walk and the machine', () => {
  it('never disagree about a move of a region alone', () => {
    expect(alone.flatMap(({ regions, disagreed }) => (disagreed > 0 ? regions : []))).toEqual([])
    expect(alone.reduce((total, { compared }) => total + compared, 0)).toBeGreaterThan(500)
  })
})

describe('the figures of docs/verify.md', () => {
  it('say what each region alone gives today', () => {
    expect(page, 'run npm run verify -- --write').toContain(aloneTable(alone))
  })

  it('are of as many regions and facts as there are', () => {
    expect(page, 'run npm run verify -- --write').toContain(method)
  })

  it('name the six stories of the mechanism, and how each ends', () => {
    expect(page, 'run npm run verify -- --write').toContain(storiesPart())
    expect(stories).toHaveLength(6)
    for (const story of stories) {
      expect([story.journey, isClosed(lived(story).regions.closure)]).toEqual([story.journey, true])
      expect(existsSync(new URL(`../../journeys/${story.journey}.test.ts`, import.meta.url))).toBe(true)
    }
  })

  it('would show a story that does not end, and one whose act is closed', () => {
    const [first] = stories
    const unended = { ...first!, acts: first!.acts.slice(0, -1) }
    expect(isClosed(lived(unended).regions.closure)).toBe(false)
    expect(() => lived({ ...first!, acts: first!.acts.slice(1) })).toThrow()
  })

  it('are those of README', () => {
    expect(readme, 'run npm run verify -- --write').toContain(partOf(page))
  })

  it('name each property that is held', () => {
    expect(page, 'run npm run verify -- --write').toContain(propertiesTable(properties))
  })
})

describe('the page, renewed by the regions alone', () => {
  const whole = page.replace(/Les paires, et ce qui suit[^\n]*\n\n/, '')
  const later = renewed(whole, alone, properties, '1er décembre 2026')

  it('keeps the figures of the pairs, and says of which day they are at the latest: the first', () => {
    expect(later).toContain('du 1er décembre 2026 au plus tard')
    expect(renewed(later, alone, properties, '2 décembre 2026')).toBe(later)
    expect(partOf(later)).toBe(partOf(page))
  })

  it('takes what changed of the regions, and of nothing else', () => {
    const fewer = renewed(later, alone.slice(1), properties.slice(1), '2 décembre 2026')
    expect(fewer).toContain(aloneTable(alone.slice(1)))
    expect(fewer).toContain(propertiesTable(properties.slice(1)))
    expect(later.split('\n').length - fewer.split('\n').length).toBe(2)
  })
})

describe('each region alone, to its end', () => {
  it.each(alone.map(({ regions, found }) => [regions.join(), found] as const))('%s', (_id, found) => {
    expect(found.dead).toEqual([])
    expect(found.situations).toBeGreaterThan(5)
  })

  it('leaves only states that another region opens', () => {
    expect(
      unreached(alone).filter(
        (state) => !/^(identification|judicial|residence)\.|^asylum_housing\.ended$/.test(state)
      )
    ).toEqual([])
  })
})

describe('the properties', () => {
  it('hold in the tables', () => {
    expect(inTables()).toEqual([])
  })

  it('bear the numbers I-01 to I-20, and each has a guard whose absence is seen', () => {
    const ids = properties.map(({ id }) => id)
    const invariants = Array.from({ length: 20 }, (_, at) => `I-${String(at + 1).padStart(2, '0')}`)
    expect(ids.filter((id) => id.startsWith('I-')).toSorted()).toEqual(invariants)
    expect(ids.filter((id) => !mutants.some(({ property }) => property === id))).toEqual([])
  })

  it('are each said in French', () => {
    expect(Object.keys(inFrench).toSorted()).toEqual(properties.map(({ id }) => id).toSorted())
  })

  it.each(mutants)('$property: what its mutant takes away is still there ($why)', (mutant) => {
    const source = readFileSync(new URL(`../../../${mutant.file}`, import.meta.url), 'utf8')
    for (const { find } of editsOf(mutant)) expect(source).toContain(find)
  })
})
