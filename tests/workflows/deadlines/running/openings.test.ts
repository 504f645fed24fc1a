import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isExpected, openness } from '../../../../workflows/case/advance.ts'
import type { Opening } from '../../../../workflows/act/command.ts'
import { commandRow, commandTypes, type CommandType } from '../../../../workflows/case/commands.ts'
import { answersOf, isOpened, openedBy, opensOf } from '../../../../workflows/deadlines/running/opening.ts'
import { offenceCodes } from '../../../../workflows/law/opened-by-offence.ts'
import type { Situation } from '../../../../workflows/guards/guards.ts'
import {
  aCase,
  aMinorCase,
  anInput,
  moved,
  situations,
  stays,
  storedStates,
  withRow
} from '../../../support/cases.ts'

describe('a clock after a refused permit, for whoever held one', () => {
  const held = aCase({ regions: { residence: 'cst_valid' }, facts: { renewalAsked: true } })
  const asked = aCase({ regions: { residence: 'cst_applied' }, facts: { stay: 'irregular' } })
  const input = anInput('permit.refuse', { notifiedOn: '2026-11-24' })
  const opened = (situation: Situation, only: Pick<Opening, 'was' | 'when'>) =>
    withRow('permit.refuse', { opens: [{ code: 'D-PSP', startsOn: 'notifiedOn', ...only }] }, () =>
      openedBy('permit.refuse', input, moved(situation, 'permit.refuse', input)).map(({ code }) => code)
    )

  it('is opened to nobody by what holds after: the refusal has taken it away', () => {
    expect(opened(held, { when: 'regularStay' })).toEqual([])
  })
  it('is not opened to whoever held none before', () => {
    expect(opened(asked, { was: 'regularStay' })).toEqual([])
  })
  it('is opened by what held before, alone or with what holds after', () => {
    expect(opened(held, { was: 'regularStay' })).toEqual(['D-PSP'])
    expect(opened(held, { was: ['regularStay'], when: 'permitOver' })).toEqual(['D-PSP'])
    expect(opened(held, { was: 'regularStay', when: 'regularStay' })).toEqual([])
  })
  it('is opened by no flag, which has no before', () => {
    expect(isOpened({ code: 'D-PSP', was: 'regularStay' }, {}, stays(held))).toBe(true)
    expect(isOpened({ code: 'D-PSP', was: 'regularStay' }, {}, { before: null, after: held })).toBe(false)
    expect(opensOf('case.flag').filter(({ was }) => was)).toEqual([])
  })
})

describe('a situation that is completed', () => {
  const child = aMinorCase({
    regions: { minor: 'presumed_minor' },
    facts: { danger: 'immediate', policeKnow: true }
  })
  const opened = (situation: Situation, input: Record<string, unknown>) =>
    openedBy('facts.complete', input, moved(situation, 'facts.complete', input)).map(({ code }) => code)

  it('opens nothing of a child anew by an answer about something else', () => {
    expect(opened(child, { nationality: 'eu' })).toEqual([])
    expect(opened(child, { danger: 'immediate', ageGroup: 'doubt' })).not.toContain('MNIO-IP')
  })
  it('opens what is due to a child once it is known that she is one', () => {
    expect(
      opened(aCase({ facts: { danger: 'immediate', policeKnow: true } }), { ageGroup: 'minor' })
    ).toEqual(expect.arrayContaining(['MNIO-IP', 'MNIO-SIGNALEMENT', 'MNIO-MINOR-VICTIM']))
  })
})

/** A record that teaches something where it leaves its region as it is opens what counts from that. */
const keptBy = (type: CommandType): readonly string[] => {
  const { keeps, recalls } = commandRow(type)
  return recalls === null ? [] : keeps
}
const isThere = (situation: Situation, type: CommandType) => {
  const { region } = commandRow(type)
  const isKept = region !== null && keptBy(type).includes(situation.regions[region])
  return isExpected(situation, type) || (isKept && openness(situation, type).open)
}

/** The act with its form filled for this opening. */
const opens = (type: CommandType, opening: Opening, situation: Situation): boolean => {
  const { given, startsOn, endsOn, ofScopes } = opening
  const dated = [given, startsOn, endsOn].flatMap((field) => (field ? [[field, '2026-01-02']] : []))
  const input = anInput(type, {
    ...Object.fromEntries(dated),
    ...Object.fromEntries(answersOf(opening).map(({ field, is }) => [field, is])),
    ...(ofScopes && { scopes: ofScopes })
  })
  return isThere(situation, type) && isOpened(opening, input, moved(situation, type, input))
}

// Drawn once for all acts: each puts its own region where it starts.
const drawn = fc.sample(fc.tuple(situations, fc.nat(), fc.boolean(), fc.boolean()), {
  numRuns: 2000,
  seed: 2026
})

/** Cases whose region stands where the act starts; some of them name a crime, and some concern somebody who came of age. */
const ready = (type: CommandType): Situation[] => {
  const { region, from } = commandRow(type)
  const states = region === null ? [] : from === 'any' ? storedStates(region) : [...from, ...keptBy(type)]
  return drawn.map(([{ facts, regions }, pick, crime, grown]): Situation => ({
    facts: {
      ...facts,
      permitAskedOn: '2026-01-02',
      ...(crime && { offences: [...offenceCodes] }),
      ...(grown && { ageGroup: 'adult' })
    },
    regions: {
      ...regions,
      ...(grown && { minor: 'majority_reached' }),
      ...(region && { [region]: states[pick % states.length] })
    }
  }))
}

/** The openings of an act that open nowhere: they look for after the act what it has taken away. */
const vain = (type: CommandType) => {
  const cases = ready(type)
  return opensOf(type).filter((opening) => !cases.some((one) => opens(type, opening, one)))
}

describe('no clock is opened in vain', () => {
  it('as it would be where a refusal asked after it for the withdrawal that it replaces', () => {
    const opening: Opening = { code: 'D-PSP', startsOn: 'notifiedOn', when: 'provisionalWithdrawn' }
    expect(withRow('permit.refuse', { opens: [opening] }, () => vain('permit.refuse'))).toEqual([opening])
  })
  it.each(commandTypes.filter((type) => type !== 'case.flag' && opensOf(type).length > 0))(
    'by %s',
    (type) => {
      expect(vain(type)).toEqual([])
    }
  )
})
