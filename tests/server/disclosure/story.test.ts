import { describe, expect, test } from 'vitest'
import { sightOf } from '../../../policies/sight.ts'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { unknownFacts, type Facts } from '../../../workflows/facts/facts.ts'
import { deadlineCodes } from '../../../workflows/deadlines/deadlines.ts'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { consentScopes, type ConsentScope } from '../../../workflows/vocabulary/vocabulary.ts'
import type { EventRow } from '../../../server/cases/store.ts'
import { lengthened, untold } from '../../../server/cases/story.ts'
import { discloseStory } from '../../../server/disclosure/story.ts'

// Who is told of an act is asked of what was counted of it. Here each act is counted alone, and told beside it.

const scopes = Object.keys(consentScopes) as ConsentScope[]
const at = new Date('2026-11-24T11:00:00Z')
const later = new Date('2026-11-24T15:00:00Z')
const evening = new Date('2026-11-24T20:00:00Z')

const valuesOf = (command: string, field: string): unknown[] => {
  if (field === 'scopes') return [...scopes.map((one) => [one]), scopes, []]
  if (field === 'deadline' && command.startsWith('clock.')) return [...deadlineCodes]
  const when = commandRow(command as never).aloud?.when
  return when?.field === field ? [when.is, 'other'] : ['said']
}

const inputsOf = (command: string): Record<string, unknown>[] => {
  const fields = Object.keys(commandRow(command as never).input.properties)
  const alone = fields.flatMap((field) => valuesOf(command, field).map((value) => ({ [field]: value })))
  const all = Object.fromEntries(fields.map((field) => [field, valuesOf(command, field)[0]]))
  // What a clock said always names the clock.
  return command.startsWith('clock.') ? alone.filter(({ deadline }) => deadline) : [{}, all, ...alone]
}

const otherwise = (command: string) => (command.startsWith('clock.') ? { deadline: deadlineCodes[0] } : {})

const asRow = (act: Partial<EventRow>): EventRow => ({
  ...{ caseId: 'case', seq: 1, at, command: '', input: {}, sealed: [], personId: null, orgId: 'other' },
  ...{
    role: 'asso',
    territory: null,
    basis: [],
    basisOn: '2026-11-24',
    consentScope: null,
    late: false,
    unusual: []
  },
  ...{ metAt: null, metInput: null, struckBy: null, struckAt: null, struckFor: null, traced: true },
  ...act
})

const acts = commandTypes.flatMap((command) =>
  inputsOf(command).flatMap((input) => {
    const one = { command, input }
    if (!command.startsWith('clock.')) return [asRow(one), asRow({ ...one, sealed: ['C'] })]
    const elsewhere = { command, input: otherwise(command), metInput: input }
    return [
      asRow(one),
      asRow({ ...elsewhere, metAt: later }),
      asRow({ ...elsewhere, metAt: new Date(at.getTime() - 1) })
    ]
  })
)
const own = commandTypes.map((command) =>
  asRow({ command, input: otherwise(command), orgId: 'own', role: 'police' })
)

const nowhere: Facts = { ...unknownFacts, territory: '69', met: '69' }
const situations: Facts[] = [nowhere, { ...nowhere, consents: scopes }, { ...nowhere, ageGroup: 'minor' }]

const readers = situations.flatMap((facts) =>
  (Object.keys(capacities) as Capacity[]).map((capacity) => sightOf([capacity], facts))
)

type Sight = (typeof readers)[number]

const toldBoth = (act: EventRow, sight: Sight, now: Date) => {
  const reading = { sight, now, actor: { orgId: 'own', role: 'police' as const } }
  const read = discloseStory({ story: untold, events: [act] }, reading)
  const counted = discloseStory({ story: lengthened(untold, [act]), events: [] }, reading)
  return {
    read: [read.events.length, read.events.flatMap(({ row }) => row?.command ?? [])],
    counted: [counted.before, counted.earlier]
  }
}

describe('an act that is counted', () => {
  const amiss = (some: readonly EventRow[], now: Date) =>
    some.flatMap((act) =>
      readers
        .filter((sight) => {
          const { read, counted } = toldBoth(act, sight, now)
          return JSON.stringify(read) !== JSON.stringify(counted)
        })
        .map(({ held }) => [held[0], act.command, act.input])
    )

  test('is told to whom it would be told, whatever was filled in, in every capacity', () => {
    expect(amiss(acts, evening)).toEqual([])
    expect(amiss(own, evening)).toEqual([])
    expect(acts.length).toBeGreaterThan(1000)
  })

  test('is not told before its hour where the person was met, to who may not know where they are', () => {
    const clocks = acts.filter(({ command }) => command.startsWith('clock.'))
    expect(amiss(clocks, at)).toEqual([])
    const hidden = clocks.filter((act) =>
      readers.some((sight) => {
        const [now, then] = [toldBoth(act, sight, at).counted[0], toldBoth(act, sight, evening).counted[0]]
        return now === 0 && then === 1
      })
    )
    expect(hidden.length).toBeGreaterThan(10)
  })

  test('is told or not, each to somebody', () => {
    const some = acts.filter((_act, index) => index % 9 === 0)
    const told = some.flatMap((act) => readers.map((sight) => toldBoth(act, sight, evening).counted[0]))
    expect(new Set(told)).toEqual(new Set([0, 1]))
  })
})
