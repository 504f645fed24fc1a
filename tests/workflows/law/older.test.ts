import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { tells } from '../../../workflows/case/machine.ts'
import { contests } from '../../../workflows/case/records.order.ts'
import { heldBeside, isOlder, ownDay } from '../../../workflows/case/records.ts'
import { aCase, anInput } from '../../support/cases.ts'

// A paper found late is older than what the file knows: it is written down, and moves nothing.

const dated = commandTypes.filter((type) => heldBeside(type).length > 0)
const earlier = '2026-10-01'
const later = '2026-11-01'

/** Every day of the form of a record, set to one. */
const on = (type: CommandType, day: string) => {
  const input: Record<string, unknown> = { ...anInput(type) }
  for (const [field, { format }] of Object.entries(
    commandRow(type).input.properties as Record<string, { format?: string }>
  ))
    if (format === 'date') input[field] = day
  return input
}

describe('a record that is older than what the file knows', () => {
  it('there are such records in residence, asylum, justice and the protection of a child, and of what begins and ends', () => {
    const regional = dated.filter((type) => commandRow(type).thread === null)
    expect(new Set(regional.map((type) => commandRow(type).region))).toEqual(
      new Set(['residence', 'asylum', 'judicial', 'minor'])
    )
  })

  it.each([
    ['removal.ended', 'removal.notified', 'notifiedOn'],
    ['transfer.ended', 'transfer.notified', 'notifiedOn'],
    ['held.ended', 'held.record', 'on'],
    ['held.judged', 'held.record', 'on'],
    ['psp.end', 'psp.decision', 'decidedOn'],
    ['psp.refuse', 'psp.renew', 'decidedOn'],
    ['young_adult.ended', 'young_adult.contract', 'on'],
    ['young_adult.refused', 'young_adult.ask', 'on'],
    ['allowance.end', 'allowance.open', 'from'],
    ['allowance.end', 'afis.open', 'from'],
    ['age.decide', 'age.decide', 'on'],
    ['age.decide', 'age.dispute', 'on']
  ] as const)('%s is of what stood before it: %s of a later day goes on', (end, began, day) => {
    const known = [{ command: began, input: { [day]: later, decisionOn: earlier } }]
    expect(isOlder(end, on(end, '2026-10-20'), known)).toBe(true)
    expect(isOlder(end, on(end, later), known)).toBe(false)
  })

  it('an act that begins or ends something is held against that, and against no other', () => {
    expect(heldBeside('removal.ended').toSorted()).toEqual(['removal.ended', 'removal.notified'])
    expect(heldBeside('permit.issue')).not.toContain('psp.end')
  })

  it.each(dated)(
    '%s is older than any that moved its region on a later day, and than none of an earlier',
    (type) => {
      for (const command of heldBeside(type)) {
        if (contests(type, command)) continue
        const known = (day: string) => [{ command, input: on(command, day), on: day }]
        expect(isOlder(type, on(type, earlier), known(later)), command).toBe(true)
        expect(isOlder(type, on(type, later), known(earlier)), command).toBe(false)
        expect(isOlder(type, on(type, later), known(later)), command).toBe(false)
      }
      expect(isOlder(type, on(type, earlier), [])).toBe(false)
    }
  )

  it.each(dated)('%s bears a day', (type) => {
    expect(ownDay(type, on(type, earlier))).toBe(earlier)
  })

  it('is one among several: the latest counts', () => {
    const known = [
      { command: 'permit.issue', input: { issuedOn: later } },
      { command: 'permit.refuse', input: { decisionOn: '2026-08-01' } }
    ]
    expect(isOlder('permit.refuse', { decisionOn: earlier }, known)).toBe(true)
  })

  it('tells nothing, wherever the file stands', () => {
    const applied = aCase({ regions: { residence: 'cst_recepisse' } })
    expect(tells({ type: 'permit.refuse' }, applied)).toBe(true)
    expect(tells({ type: 'permit.refuse', older: true }, applied)).toBe(false)
  })

  it('of a day that nobody wrote down is none, nor what moves no region, nor what was found of the person', () => {
    const known = [{ command: 'stage.trial', input: { on: later } }]
    expect(isOlder('stage.investigation', {}, known)).toBe(false)
    expect(isOlder('stage.investigation', { on: earlier }, [{ command: 'stage.trial', input: {} }])).toBe(
      false
    )
    expect(isOlder('investigation.act', { on: earlier }, known)).toBe(false)
    expect(isOlder('formal.no', { on: earlier }, [{ command: 'formal.yes', input: { on: later } }])).toBe(
      false
    )
  })

  it.each([
    ['acquittal.appealed', 'acquittal.final'],
    ['civil.appealed', 'no_case.final'],
    ['acquittal.appealed', 'conviction.final']
  ] as const)('CPP 186, 498, 380-9: %s comes before %s, and contests it', (appeal, final) => {
    expect(isOlder(appeal, { on: earlier }, [{ command: final, input: { finalOn: later } }])).toBe(false)
    const reopened = [{ command: 'procedure.reopened', input: { on: later } }]
    expect(isOlder(appeal, { on: earlier }, reopened)).toBe(true)
  })

  it.each([
    ['permit.refuse', 'permit.apply'],
    ['permit.refuse', 'permit.renew_ask'],
    ['permit.withdraw', 'permit.renew_ask'],
    ['other.refuse', 'resident.apply'],
    ['resident.refuse', 'resident.apply'],
    ['procedure.closed', 'civil_party.complaint'],
    ['procedure.closed', 'complaint.file'],
    ['no_case.final', 'complaint.add']
  ] as const)('%s ends nothing that was brought since by %s', (end, asked) => {
    const known = [{ command: asked, input: { on: later } }]
    expect(isOlder(end, on(end, earlier), known)).toBe(true)
    expect(isOlder(end, on(end, later), known)).toBe(false)
  })

  it('a permit that was given is no less one for what was asked since', () => {
    expect(
      isOlder('permit.issue', { issuedOn: earlier }, [{ command: 'permit.apply', input: { on: later } }])
    ).toBe(false)
  })

  it('what moved nothing replaces nothing: only what it taught is held against what would teach the same', () => {
    const quiet = (command: string, input: object) => [{ command, input: { ...input }, quiet: true }]
    expect(isOlder('permit.issue', { issuedOn: earlier }, quiet('ta.rejected', { decisionOn: later }))).toBe(
      false
    )
    expect(
      isOlder('procedure.acquitted', { pronouncedOn: earlier }, quiet('civil.appealed', { on: later }))
    ).toBe(false)
    const receipt = quiet('receipt.handed', { handedOn: later })
    expect(isOlder('reflection.interrupt', { decisionOn: earlier }, receipt)).toBe(true)
    expect(isOlder('permit.issue', { issuedOn: earlier }, receipt)).toBe(false)
  })

  it('what bears no day was done by the day on which it was written down, where no step leads on from it', () => {
    const known = (command: string) => [{ command, input: {}, on: later }]
    const dismissal = { notifiedOn: earlier }
    expect(isOlder('procedure.closed', dismissal, known('stage.instruction'))).toBe(true)
    expect(isOlder('procedure.closed', { notifiedOn: later }, known('stage.instruction'))).toBe(false)
    expect(isOlder('no_case.final', { finalOn: earlier }, known('procedure.reopened'))).toBe(true)
    expect(isOlder('procedure.acquitted', { pronouncedOn: earlier }, known('stage.trial'))).toBe(false)
    expect(isOlder('psp.refuse', { notifiedOn: earlier }, known('exit.request'))).toBe(true)
  })
})
