import { describe, expect, it } from 'vitest'
import { badgesOf, needsOf, summaryOf, type Glanced } from '../../../server/disclosure/badges.ts'

// What is seen of a person at a glance: each badge from its own fact, and of a child what the law says of a child.

const glanced = (facts: object) => ({ ageGroup: 'adult', ...facts }) as unknown as Glanced
const badges = (facts: object) => badgesOf(glanced(facts), 'fr')
const labelOf = (facts: object, key: string) => badges(facts).find((one) => one.key === key)?.label ?? null

describe('at a glance', () => {
  it('an adult of whom nothing else is known has one badge: age; what is not known has none', () => {
    const nothing = { sex: 'unknown', children: 0, language: 'fr', forms: [], danger: 'possible' }
    expect(badges(nothing)).toEqual([{ key: 'age', label: 'Personne majeure', tone: 'plain' }])
  })

  it.each([
    ['danger', { danger: 'immediate' }, 'Danger immédiat'],
    ['age', { ageBand: '25-34' }, 'Personne majeure, 25 à 34 ans'],
    ['children', { children: 1 }, '1 enfant'],
    ['children', { children: 2 }, '2 enfants'],
    ['local_danger', { localDanger: true, danger: 'possible' }, 'Danger là où la personne se trouve'],
    ['removal_bar', { removalBar: true }, 'Éloignement et transfert suspendus'],
    ['leave', { leaveStands: true }, 'Obligation de quitter le territoire'],
    [
      'leave',
      { leaveStands: true, removalBar: true },
      'Obligation de quitter le territoire, inexécutable pendant la réflexion'
    ],
    ['transfer', { transferStands: true }, 'Transfert vers un autre État'],
    [
      'transfer',
      { transferStands: true, removalBar: true },
      'Transfert vers un autre État, inexécutable pendant la réflexion'
    ],
    ['held', { heldIn: 'detention' }, 'En rétention'],
    ['held', { heldIn: 'waiting_zone' }, 'En zone d’attente']
  ])('%s, with %o: %s', (key, facts, label) => {
    expect(labelOf(facts, key)).toBe(label)
    expect(labelOf({ danger: 'possible' }, key)).not.toBe(label)
  })

  it('immediate danger says all that a danger where the person is would say', () => {
    expect(labelOf({ danger: 'immediate', localDanger: true }, 'local_danger')).toBeNull()
  })

  it.each(['minor', 'doubt'])(
    'of a child, or whoever may be one, the law stands against it: %s',
    (ageGroup) => {
      expect(labelOf({ ageGroup, leaveStands: true }, 'leave')).toContain('contraire à L611-3')
      expect(labelOf({ ageGroup, leaveStands: true, removalBar: true }, 'leave')).toContain(
        'contraire à L611-3'
      )
      expect(labelOf({ ageGroup, heldIn: 'detention' }, 'held')).toContain('contraire à L741-5')
      expect(labelOf({ ageGroup, heldIn: 'waiting_zone' }, 'held')).toBe('En zone d’attente')
      expect(badges({ ageGroup }).find(({ key }) => key === 'age')?.tone).toBe('minor')
    }
  )
})

describe('before the answer', () => {
  it('is said nothing of what is unknown, and the years rather than the group', () => {
    expect(needsOf({ sex: 'unknown', ageGroup: 'adult', language: 'bin' }, 'fr')).toMatch(
      /^Personne majeure · /
    )
    expect(needsOf({ sex: 'female', ageBand: '25-34', ageGroup: 'adult' }, 'fr')).toBe('Femme · 25 à 34 ans')
    expect(needsOf({ ageBand: 'unknown', ageGroup: 'doubt' }, 'fr')).toBe('Âge en doute')
    expect(needsOf({}, 'fr')).toBe('')
  })
})

describe('one line of words', () => {
  it('has the signs where they are told, in their number, and the language where they are not', () => {
    const line = (facts: object) => summaryOf(glanced(facts), 'fr')
    expect(line({ indicators: { length: 1 }, language: 'en' })).toBe('1 indice')
    expect(line({ indicators: { length: 2 }, forms: ['sexual'], ageGroup: 'minor' })).toMatch(
      /.+ · 2 indices · personne mineure$/
    )
    expect(line({ indicators: { length: 0 } })).toBe('0 indice')
    expect(line({ language: 'en' })).toBe('Anglais')
  })
})
