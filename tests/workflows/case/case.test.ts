import { describe, expect, it } from 'vitest'
import { moved, openness } from '../../../workflows/case/advance.ts'
import {
  commandRow,
  commandTypes,
  isCommandType,
  regionIds,
  regionTables,
  stateRow
} from '../../../workflows/case/commands.ts'
import type { Region } from '../../../workflows/act/command.ts'
import { capacities } from '../../../workflows/vocabulary/capacities.ts'
import { deadlineCodes, deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { emergencyClock } from '../../../workflows/case/emergency-access.ts'
import { factClasses, isMinor } from '../../../workflows/facts/facts.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { guards } from '../../../workflows/guards/guards.ts'
import { kinds } from '../../../workflows/referral/kinds/kinds.ts'
import { stopsOf } from '../../../workflows/deadlines/running/stopping.ts'
import { aCase, aMinorCase, after, refusal, statesOf } from '../../support/cases.ts'

type Fields = { properties?: Record<string, Fields> }
const fieldAt = (form: Fields, path: string) =>
  path.split('.').reduce<Fields | undefined>((at, name) => at?.properties?.[name], form)

const rows = commandTypes.map((type) => [type, commandRow(type)] as const)

describe('what is refused says why', () => {
  it('the state first, then the closed case, then the rule, then the consent', () => {
    const bare = { presumed: false, localDanger: false, consents: [] }
    const closed = { closure: 'closed_lost' }
    expect(
      refusal(aCase({ regions: { housing: 'matched', ...closed }, facts: bare }), 'acse.request')
    ).toMatch(/^Ici : accord de principe/)
    expect(refusal(aCase({ regions: closed, facts: bare }), 'acse.request')).toMatch(/^Le dossier est clos/)
    expect(refusal(aCase({ facts: bare }), 'acse.request')).toMatch(/^Ac\.Sé éloigne d’un danger local/)
    expect(refusal(aCase({ facts: { consents: [] } }), 'acse.request')).toMatch(/^Il manque l’accord/)
  })

  it('tells a wrong moment from a missing fact: only the second is shown under a button', () => {
    expect(openness(aCase({ regions: { housing: 'matched' } }), 'acse.request')).toMatchObject({
      here: false
    })
    expect(openness(aCase({ facts: { localDanger: false } }), 'acse.request')).toMatchObject({ here: true })
    expect(openness(aCase({ facts: { consents: [] } }), 'acse.request')).toMatchObject({ here: true })
  })

  it.each(Object.entries(guards))('%s answers in both languages', (_id, { reason }) => {
    for (const words of [reason.fr, reason.en]) expect(words).toMatch(/^\p{Lu}.{10,}\.$/u)
  })

  it('every guard is asked somewhere', () => {
    const settling = regionIds.flatMap((id) => Object.values((regionTables[id] as Region).always).flat())
    const asked = new Set([
      'inThisFile',
      'caseOpen',
      ...Object.values(kinds).flatMap(({ eligible }) => eligible),
      ...deadlineCodes.map((code) => stopsOf(code).livesWhile),
      ...deadlineCodes.flatMap((code) => deadlineRegister[code].doubtedWhile.map(({ holds }) => holds)),
      ...rows.flatMap(([, { guards: asks, warns, opens, effects, duty, answersWhile }]) => [
        ...asks,
        ...warns,
        duty,
        answersWhile,
        ...opens.flatMap(({ was, when, unless }) => [was, when, unless].flat()),
        ...effects.map(({ when }) => when)
      ]),
      ...settling.flatMap((settle) => settle?.when)
    ])
    expect(Object.keys(guards).filter((id) => !asked.has(id))).toEqual([])
  })
})

describe('doubt about age', () => {
  it('means minor: no consent is waited for', () => {
    expect(isMinor({ ageGroup: 'doubt' })).toBe(true)
    expect(refusal(aMinorCase({ facts: { ageGroup: 'doubt' } }), 'formal.request')).toBeNull()
  })
})

describe('a row of the table', () => {
  it.each(rows)(
    '%s has its words, its basis and known states',
    (_type, { label, basis, region, from, to }) => {
      expect(label.fr).toMatch(/^\p{Lu}/u)
      expect(label.en).toMatch(/^\p{Lu}/u)
      expect(basis.length).toBeGreaterThan(0)
      if (region === null) return
      if (from !== 'any') for (const state of from) expect(statesOf(region)).toContain(state)
      if (to !== 'same') expect(stateRow(region, to).label.fr).toBeTruthy()
    }
  )

  it.each(rows.filter(([, { offered }]) => offered))('%s: every field has its words', (_type, { input }) => {
    for (const property of Object.values(input.properties)) {
      const nested = (property as { properties?: object }).properties
      if (!nested)
        expect(notesOf(property)?.label).toMatchObject({ fr: expect.any(String), en: expect.any(String) })
    }
  })

  it.each(rows)('%s names a date field of its own form where a clock starts', (_type, { input, opens }) => {
    for (const { code, startsOn, endsOn } of opens) {
      expect(deadlineCodes).toContain(code)
      for (const field of [startsOn, endsOn])
        if (field) expect(fieldAt(input, field)).toMatchObject({ format: 'date' })
    }
  })

  it.each(rows)('%s invites known capacities and opens known referrals', (_type, { effects }) => {
    for (const effect of effects) {
      if (effect.type === 'invite') expect(capacities).toHaveProperty(effect.capacity)
      if (effect.type === 'openReferral') expect(kinds).toHaveProperty(effect.kind)
    }
  })

  it('an act that the clock or another aggregate fires waits for nobody', () => {
    expect(rows.filter(([, { offered, duty }]) => !offered && duty)).toEqual([])
  })

  it('every clock is opened by an act, a referral or an emergency access', () => {
    const opened = new Set<string>([
      emergencyClock,
      ...rows.flatMap(([, { opens }]) => opens.map(({ code }) => code)),
      ...Object.values(kinds).map(({ answerWithin }) => answerWithin)
    ])
    expect(deadlineCodes.filter((code) => !opened.has(code))).toEqual([])
  })

  it('names are not inherited: a property of every object is no act', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'case.delete'])
      expect(isCommandType(name)).toBe(false)
    expect(commandTypes.every(isCommandType)).toBe(true)
  })

  it('a state outside the table is an error', () => {
    expect(() => stateRow('housing', 'somewhere')).toThrow('unknown state somewhere in region housing')
  })
})

describe('facts', () => {
  it('are never a name, a place or a story: of a sealed class, only codes, a yes or a no', () => {
    const sealed = Object.entries(factClasses).filter(([, dataClass]) =>
      ['A', 'B', 'C', 'G', 'H', 'J'].includes(dataClass ?? '')
    )
    expect(sealed).toEqual([
      ['closure', 'C'],
      ['protection', 'G'],
      ['forcedCriminality', 'J'],
      ['missing', 'C'],
      ['majorityPrepared', 'C'],
      ['youngAdult', 'C'],
      ['returnAssessed', 'C'],
      ['departed', 'C'],
      ['newsDeclined', 'C'],
      ['closing', 'C'],
      ['detailsLost', 'C']
    ])
  })
})

describe('what an act moved', () => {
  it('names the regions with both states, in the order in which they are shown', () => {
    const before = aCase()
    const next = after(before, 'facts.complete', { ageGroup: 'minor', nationality: 'eu' })
    expect(moved(before.regions, next.regions)).toEqual([
      { region: 'residence', from: 'irregular', to: 'eu_or_french' },
      { region: 'minor', from: 'not_applicable', to: 'presumed_minor' }
    ])
    expect(moved(before.regions, before.regions)).toEqual([])
  })
})

it('a state that no table has is no state', () => {
  expect(() => stateRow('housing', 'nowhere')).toThrow('unknown state nowhere in region housing')
})
