import { describe, expect, it } from 'vitest'
import {
  aloneDays,
  concluders,
  concludesUndo,
  followsAll,
  mayBeAsked,
  takesAnother
} from '../../../policies/repair.ts'
import { enters } from '../../../policies/features.ts'
import { grants } from '../../../policies/grants.ts'
import { roles, type Role } from '../../../policies/actor.ts'
import { sightOf } from '../../../policies/sight.ts'
import { commandRow, commandTypes, regionIds, type CommandType } from '../../../workflows/case/commands.ts'
import { openness } from '../../../workflows/case/advance.ts'
import { retell, standsAlone, type LoggedEvent } from '../../../workflows/case/replay.ts'
import { unknownFacts } from '../../../workflows/facts/facts.ts'
import { alwaysLasting } from '../../../workflows/repair/repair.ts'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { aFlag } from '../../support/world.ts'
import { inputFor } from '../../support/inputs.ts'

const facts = { ...unknownFacts, met: '69', territory: '69' }
const sight = (one: Capacity) => sightOf([one], facts)
const all = Object.keys(roles) as Role[]
const actsOf = (role: Role): CommandType[] => [...new Set(grants[role].flatMap(({ may }) => may))]

describe('whoever entered an act', () => {
  it('takes it back with another person once seven days are over, and on the seventh still alone', () => {
    expect(aloneDays).toBe(7)
    const entered = { personId: 'a', on: '2026-11-02' }
    const another = (today: string, personId = 'a') => takesAnother(entered, { personId }, today)
    expect([another('2026-11-10'), another('2026-11-09'), another('2026-11-08')]).toEqual([
      true,
      false,
      false
    ])
    expect(another('2026-11-10', 'b')).toBe(false)
  })
})

describe('whoever follows too little of a case', () => {
  it('concludes on nothing, be it in the widest of the capacities of a recipient', () => {
    const others = (Object.keys(capacities) as Capacity[]).filter(
      (one) => !concluders.some((each) => each === one)
    )
    for (const capacity of others)
      for (const command of commandTypes)
        expect([capacity, command, concludesUndo({ command, input: {} }, sight(capacity))]).toEqual([
          ...[capacity, command, false]
        ])
    expect(
      concludesUndo({ command: 'complaint.file', input: {} }, sight('referent')),
      'positive control'
    ).toBe(true)
  })

  it('nor whoever keeps children, of a person who is of age: they hear of acts and not of all that rests on them', () => {
    const grown = sightOf(['child_protection'], { ...facts, ageGroup: 'adult' })
    const heard = commandTypes.filter(
      (command) => commandRow(command).offered && grown.hearsOf({ command, input: {} })
    )
    expect(heard.length).toBeGreaterThan(0)
    expect(heard.filter((command) => concludesUndo({ command, input: {} }, grown))).toEqual([])
  })

  it('has the room only in a role that may accompany, or keep a child', () => {
    const accompanies = (role: Role) => grants[role].some(({ as }) => concluders.some((one) => one === as))
    expect(all.filter((role) => enters(role, 'undoing'))).toEqual(all.filter(accompanies))
  })
})

describe('an act of which who concludes is not told', () => {
  const hidden = concluders.flatMap((one) => commandTypes.filter((command) => !sight(one).act(command)))

  it('rests on nothing and stands alone, or nobody is asked of any act of its region', () => {
    expect([...new Set(hidden)]).toEqual(['protection.request'])
    for (const command of hidden) expect(standsAlone(commandRow(command))).toBe(true)
    expect(commandTypes.filter((command) => standsAlone(commandRow(command)))).toEqual(['protection.request'])
  })

  it('is told again where it would not be open, teaches what it taught and moves nothing', () => {
    const said = (seq: number, command: string, input: object): LoggedEvent => ({
      ...{ seq, command, input: input as never, personId: 'p', orgId: 'o', orgType: 'police' }
    })
    const log = [
      said(1, 'case.flag', aFlag({})),
      said(2, 'protection.request', inputFor('protection.request'))
    ]
    const flagged = retell(log.slice(0, 1), new Set())
    expect(openness(flagged.situation, 'protection.request').open).toBe(false)
    const told = retell(log, new Set())
    expect(told.steps[0]).toMatchObject({ taken: true, quiet: null })
    expect(told.situation.regions).toEqual(flagged.situation.regions)
    expect(told.situation.facts).toEqual({ ...flagged.situation.facts, protection: true })
  })

  it('is asked of nobody itself', () => {
    expect(mayBeAsked('protection.request')).toBe(false)
  })
})

describe('whether others may be asked hangs on the act alone', () => {
  it('not of what cannot be given back, whatever the case', () => {
    for (const command of ['acse.admission', 'case.close', 'identity.erase'] as CommandType[])
      if (commandTypes.includes(command)) expect([command, mayBeAsked(command)]).toEqual([command, false])
    expect(alwaysLasting('acse.admission')).toBe(true)
    expect(alwaysLasting('contact.note')).toBe(false)
  })

  it('but of nearly all that a shelter, the police, OFII or a prefecture enter', () => {
    const kept = (role: Role) =>
      actsOf(role).filter((one) => commandRow(one).offered && one !== 'case.flag' && !mayBeAsked(one))
    for (const role of [
      'police',
      'ofii',
      'prefecture',
      'prosecutor',
      'labour_inspection',
      'acse_desk'
    ] as Role[])
      for (const command of kept(role))
        expect([role, command, alwaysLasting(command) || command === 'protection.request']).toEqual([
          role,
          command,
          true
        ])
    expect(
      regionIds.every((region) =>
        commandTypes.some((one) => commandRow(one).region === region && mayBeAsked(one))
      )
    ).toBe(true)
    expect(followsAll('complaint.file', sight('police'))).toBe(false)
  })
})
