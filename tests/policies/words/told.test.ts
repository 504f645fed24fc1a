import { describe, expect, it } from 'vitest'
import { sightOf } from '../../../policies/sight.ts'
import { discloseClasses } from '../../../server/disclosure/classes.ts'
import { discloseRegion } from '../../../server/disclosure/regions.ts'
import { reachOf } from '../../../server/disclosure/reach.ts'
import { refusalStands } from '../../../server/disclosure/facts.ts'
import { aheadOf } from '../../../server/reading/consequences.ts'
import { classViews } from '../../../server/reading/classes.view.ts'
import { consentViews, scopeNote } from '../../../server/reading/consents.view.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { aCase, aMinorCase } from '../../support/cases.ts'

// What a reader is told in words where they are not told the whole: the words themselves, and when each stands.

const now = new Date('2026-11-24T11:00:00Z')

describe('a region told in one word', () => {
  const word = (capacity: Capacity, regions: object, facts: Partial<Facts> = {}) => {
    const situation = aCase({ regions, facts })
    const [id] = Object.keys(regions) as (keyof typeof situation.regions)[]
    const { label, tone } = discloseRegion(id!, situation, sightOf([capacity], situation.facts))
    return [label.fr, tone]
  }

  it('says of housing that she is housed or is not, and not how nor what is sought', () => {
    expect(word('prefecture', { housing: 'placement_requested' })).toEqual(['Sans hébergement', 'none'])
    expect(word('prefecture', { housing: 'unassessed' })).toEqual(['Sans hébergement', 'none'])
    expect(word('prefecture', { housing: 'housed_acse' })).toEqual(['Hébergement en cours', 'done'])
    expect(word('referent', { housing: 'housed_acse' })[0]).not.toBe('Hébergement en cours')
  })

  it('says of a minor that they are protected, to whoever may not follow how, and of an adult nothing', () => {
    const child = aMinorCase()
    const sight = sightOf(['prefecture'], child.facts)
    expect(discloseRegion('minor', child, sight).label.fr).toBe('Protection comme personne mineure')
    expect(word('prefecture', { minor: 'not_applicable' })).toEqual(['Sans objet', 'none'])
  })

  it('says why a case was closed to whoever may read her account, and to the others that it is', () => {
    const closed = { closure: 'closed_by_person' }
    expect(word('prefecture', closed)).toEqual(['Clos', 'none'])
    expect(word('referent', closed)[0]).not.toBe('Clos')
    expect(word('prefecture', { closure: 'open' })[0]).not.toBe('Clos')
  })
})

describe('a class', () => {
  const classOf = (
    capacity: Capacity,
    dataClass: string,
    { opened = new Map<'A' | 'B', Date>(), somewhere = true, facts = {} as Partial<Facts> } = {}
  ) => {
    const sight = sightOf([capacity], aCase({ facts }).facts)
    return discloseClasses(sight, { opened, somewhere }).find((one) => one.dataClass === dataClass)
  }

  it('of where she sleeps is empty where she sleeps nowhere, to whoever might read it, and not broken', () => {
    expect(classOf('referent', 'A', { somewhere: false })).toMatchObject({ access: 'closed', empty: true })
    expect(classOf('referent', 'A')).toMatchObject({ access: 'masked', empty: false })
    expect(classOf('referent', 'B', { somewhere: false })).toMatchObject({ empty: false })
    expect(classOf('prefecture', 'A', { somewhere: false })).toMatchObject({ access: 'closed', empty: false })
  })

  it('is said to be open by an emergency alone where it is not open by right', () => {
    const opened = new Map([['A' as const, now]])
    expect(classOf('police', 'A', { opened, facts: { consents: [] } })).toMatchObject({
      ...{ access: 'masked', broken: true, opensWith: null }
    })
    expect(classOf('referent', 'A', { opened })).toMatchObject({ broken: false })
    expect(classOf('police', 'A', { facts: { consents: [] } })).toMatchObject({
      access: 'closed',
      broken: false
    })
  })
})

describe('why a class is read or is not', () => {
  type Viewed = Parameters<typeof classViews>[0]
  const why = (
    capacity: Capacity,
    dataClass: string,
    { opened = new Map<'A' | 'B', Date>(), somewhere = true, consents = [] as Facts['consents'] } = {}
  ) => {
    const classes = discloseClasses(sightOf([capacity], aCase({ facts: { consents } }).facts), {
      opened,
      somewhere
    })
    const views = classViews({ classes, reader: { locale: 'fr' } } as unknown as Viewed)
    return views.find((one) => one.class === dataClass)?.why
  }

  it.each([
    ['referent', 'D', {}, 'Visible ici.'],
    ['prefecture', 'A', {}, 'N’est pas communiqué à votre rôle.'],
    ['referent', 'A', { somewhere: false }, 'Aucun accueil en cours.'],
    [
      'police',
      'A',
      { opened: new Map([['A' as const, now]]) },
      'Ouvert par votre accès d’urgence : chaque lecture est notée.'
    ],
    ['referent', 'A', {}, 'Masqué : s’affiche à votre demande, et la lecture est notée.']
  ] as const)('of %s, class %s, %o: %s', (capacity, dataClass, how, said) => {
    expect(why(capacity, dataClass, how)).toBe(said)
  })

  it('names the agreement with which it opens, until it is given', () => {
    expect(why('prefecture', 'B')).toMatch(/^S’ouvre avec l’accord de la personne : ./)
    expect(why('prefecture', 'B', { consents: ['E'] })).not.toMatch(/^S’ouvre/)
  })
})

describe('how an agreement stands', () => {
  type Viewed = Parameters<typeof consentViews>[0]
  const stands = (one: object) => {
    const told = { scope: 'E', given: false, last: null, refusedAt: null, ...one }
    return consentViews({ consents: [told], reader: { locale: 'fr' } } as unknown as Viewed)[0]
  }
  const last = {
    state: 'withdrawn',
    at: now,
    language: 'bin',
    means: 'in_person',
    interpreter: true,
    expiresOn: null
  }

  it('is what was said last, unless it is given; and nothing where nobody was asked', () => {
    expect(stands({})).toMatchObject({ state: 'none', on: null, language: null, interpreter: false })
    expect(stands({ last })).toMatchObject({ state: 'withdrawn', on: now.toISOString(), interpreter: true })
    expect(stands({ last, given: true })).toMatchObject({ state: 'given' })
    expect(stands({ last: { ...last, expiresOn: '2027-01-01' } })).toMatchObject({ expiresOn: '2027-01-01' })
  })
})

describe('an agreement that is asked for', () => {
  it('says what it opens to whom, and that it was given already where it was', () => {
    expect(scopeNote('E', false, 'fr')).toMatch(/^Ouvre : .*préfecture/)
    expect(scopeNote('E', false, 'fr')).not.toContain('Déjà')
    expect(scopeNote('E', true, 'fr')).toMatch(/^Déjà donné\. Ouvre : .*préfecture/)
  })
})

describe('a no that was said', () => {
  const act = { command: 'person.inform', input: {}, struck: false, last: 5, n: 1 }
  const parts = (over: object, events: object[] = [], informed = true) =>
    ({
      story: { acts: [{ ...act, ...over }] },
      events,
      row: { facts: { informed } }
    }) as unknown as Parameters<typeof refusalStands>[1]
  const said = { state: 'refused', seq: 6, at: now }

  it('stands no more once the person was told their rights anew, unless that was an error', () => {
    const anew = { command: 'person.inform', seq: 7, struckBy: null }
    expect(refusalStands(said, parts({}, [anew]))).toBeNull()
    expect(refusalStands(said, parts({ last: 7 }))).toBeNull()
    expect(refusalStands(said, parts({}, [], false))).toBeNull()
    expect(refusalStands({ ...said, state: 'given' }, parts({}))).toBeNull()
    expect(refusalStands(said, parts({}, [{ ...anew, struckBy: 8 }]))).toEqual(now)
    expect(refusalStands(said, parts({ last: 7, struck: true }))).toEqual(now)
    expect(refusalStands(said, parts({}))).toEqual(now)
  })
})

describe('what an act asks of others', () => {
  const asks = (type: CommandType, facts: Partial<Facts> = {}) => {
    const situation = aCase({ facts })
    const looking = {
      sight: sightOf(['referent'], situation.facts),
      beside: { inCharge: [], takingPart: [] }
    }
    const at = { configuration: september2026, territory: '69', now, locale: 'fr' } as const
    return aheadOf(type, reachOf(type, situation, looking), at).asks
  }

  it('opens a class at once where she agreed, and else if she does', () => {
    const [waiting] = asks('prefecture.request', { consents: [] })
    expect(waiting!.after.join()).toContain('Identité et contact (si la personne accepte : ')
    const [given] = asks('prefecture.request', { consents: ['E'] })
    expect(given!.after).toContain('Identité et contact')
  })

  it('names who hears of a silence: whoever sends, or whoever follows the case at the cell', () => {
    expect(asks('prefecture.request')[0]!.silence).toBe('la personne qui suit le dossier à la cellule')
    expect(asks('health.refer')[0]!.silence).toBe('la personne qui envoie')
  })
})
