import { describe, expect, it } from 'vitest'
import { commandRow, isCommandType, type CommandType } from '../../../workflows/case/commands.ts'
import { heldAgainst, notBefore, precedenceProblems } from '../../../workflows/case/precedence.ts'
import { isSealed, classOfField } from '../../../workflows/vocabulary/split.ts'

const codes = (command: string, input: object, earlier: { command: string; input: object }[] = []) =>
  precedenceProblems(
    { command, input: { ...input } },
    earlier.map((one) => ({ ...one, input: { ...one.input } })),
    'Europe/Paris'
  ).map(({ field, code }) => `${field} ${code}`)

describe('a day does not precede what it follows', () => {
  it.each<[string, Record<string, string>, { command: string; input: object }]>([
    ['permit.issue', { issuedOn: '2026-08-31' }, { command: 'permit.apply', input: { on: '2026-09-01' } }],
    [
      'acse.admission',
      { on: '2026-11-23' },
      { command: 'acse.visio', input: { at: '2026-11-24T09:00:00Z' } }
    ],
    ['place.common', { on: '2020-01-01' }, { command: 'measure.order', input: { on: '2026-09-01' } }],
    ['dna.absconded', { lastSeenOn: '2026-10-31' }, { command: 'dna.admission', input: { on: '2026-11-01' } }]
  ])('%s %o after %o', (command, input, earlier) => {
    const [field] = Object.keys(input)
    expect(codes(command, input, [earlier])).toEqual([`${field} before_earlier`])
    expect(codes(command, { [field!]: '2026-11-24' }, [earlier])).toEqual([])
  })

  it('is held against the last of them alone, and against nothing where none was done', () => {
    const once = { command: 'discretion.apply', input: { on: '2026-01-05' } }
    const again = { command: 'discretion.apply_beside', input: { on: '2026-06-05' } }
    expect(codes('discretion.issue', { issuedOn: '2026-03-01' }, [again, once])).toHaveLength(1)
    expect(codes('discretion.issue', { issuedOn: '2026-03-01' }, [once])).toEqual([])
    expect(codes('discretion.issue', { issuedOn: '1999-03-01' })).toEqual([])
  })

  it('is told in both languages, and of two days that were given', () => {
    const asked = { command: 'permit.apply', input: { on: '2026-09-01' } }
    const [told] = precedenceProblems(
      { command: 'permit.issue', input: { issuedOn: '2026-08-31' } },
      [asked],
      'Europe/Paris'
    )
    const named = notBefore['permit.issue']![0]!.after.named
    expect(told!.message.fr).toContain(named.fr)
    expect(told!.message.en).toContain(named.en)
    expect(codes('permit.issue', {}, [asked])).toEqual([])
    expect(codes('permit.issue', { issuedOn: 20200101 }, [asked])).toEqual([])
    expect(codes('permit.issue', { issuedOn: '2026-08-31' }, [{ ...asked, input: {} }])).toEqual([])
    expect(codes('permit.issue', { issuedOn: '2026-09-01' }, [asked])).toEqual([])
  })

  it('holds an act of which no rule speaks against nothing', () => {
    expect(heldAgainst('case.flag')).toEqual([])
    expect(codes('case.flag', { on: '1999-01-01' }, [{ command: 'permit.apply', input: {} }])).toEqual([])
  })

  it('is that of the place: an interview late in the evening is of the next day elsewhere', () => {
    const interview = [{ command: 'acse.visio', input: { at: '2026-11-24T23:30:00Z' } }]
    expect(codes('acse.admission', { on: '2026-11-24' }, interview)).toHaveLength(1)
    expect(
      precedenceProblems(
        { command: 'acse.admission', input: { on: '2026-11-24' } },
        interview,
        'America/Cayenne'
      )
    ).toEqual([])
  })

  describe('of an answer about consent', () => {
    const at = new Date('2026-03-20T09:00:00Z')
    const told = (command: string, input: object, at?: Date) => ({
      command,
      input: { ...input },
      ...(at && { at })
    })
    const answered = (command: string, input: object, earlier: ReturnType<typeof told>[]) =>
      precedenceProblems(told(command, input), earlier, 'Europe/Paris').map(({ field }) => field)
    const older = { scopes: ['F'], on: '2026-03-10' }

    it('revives no consent that was taken back since, nor one that ended', () => {
      expect(answered('consent.record', older, [told('consent.withdraw', { scopes: ['F'] }, at)])).toEqual([
        'on'
      ])
      expect(answered('consent.record', older, [told('consent.lapsed', { scopes: ['E', 'F'] }, at)])).toEqual(
        ['on']
      )
      expect(answered('consent.record', older, [told('person.inform', { on: '2026-03-11' }, at)])).toEqual([
        'on'
      ])
    })

    it('ends none that was given since', () => {
      const given = told('consent.record', { scopes: ['F'], on: '2026-03-15' }, at)
      expect(answered('consent.refuse', older, [given])).toEqual(['on'])
    })

    it('is taken of another question, of the same day, and where no day is said', () => {
      const other = told('consent.withdraw', { scopes: ['B'] }, at)
      expect(answered('consent.record', older, [other])).toEqual([])
      const sameDay = told('consent.withdraw', { scopes: ['F'], on: '2026-03-10' }, at)
      expect(answered('consent.record', older, [sameDay])).toEqual([])
      expect(answered('consent.record', { scopes: ['F'] }, [told('consent.withdraw', older, at)])).toEqual([])
    })
  })

  it('names fields that the forms have, and days that the log keeps open', () => {
    for (const [command, rules] of Object.entries(notBefore)) {
      expect(heldAgainst(command).every(isCommandType)).toBe(true)
      for (const { field, after } of rules) {
        expect(commandRow(command as CommandType).input.properties).toHaveProperty(field)
        for (const [act, at] of Object.entries(after.acts)) {
          const { input } = commandRow(act as CommandType)
          if (after.orRecorded && !(at in input.properties)) continue
          expect(input.properties, act).toHaveProperty(at)
          expect(isSealed(classOfField(input, at)), act).toBe(false)
        }
      }
    }
  })
})
