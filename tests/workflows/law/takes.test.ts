import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { deadlineCodes, deadlineRegister, type DeadlineCode } from '../../../workflows/deadlines/deadlines.ts'
import type { DeadlineRow } from '../../../workflows/deadlines/row.ts'
import { cutTo } from '../../../workflows/deadlines/counted/life.ts'
import { stopsOf } from '../../../workflows/deadlines/running/stopping.ts'
import { legalBases, type LegalCode } from '../../../workflows/law/register.ts'
import { withRow } from '../../support/cases.ts'

// A time of the law is taken by more than the acts that take its object away: it stops with what it lives by, gives way to a shorter one,
// stands still, or starts anew. Each is argued here by an article.

const rowOf = (code: DeadlineCode): DeadlineRow => deadlineRegister[code]
const ofLaw = (code: DeadlineCode) => rowOf(code).status !== 'design'
/** A right that ends with it: to start it anew ends what is left of the first. */
const isRight = (code: DeadlineCode) => ofLaw(code) && rowOf(code).forecloses

type How = 'lives' | 'becomes' | 'suspends' | 'restarts' | 'corrects'
/** `by`: the guard or the act. */
type Taking = { how: How; code: DeadlineCode; by: string }

const ofAct = (type: CommandType): Taking[] => {
  const { upon, suspends, opens } = commandRow(type)
  const cuts = upon.flatMap((one) => (one.does === 'cuts' ? [one] : []))
  const shortened = new Set(cuts.flatMap(({ among, to }) => among.filter((code) => cutTo(code, to) !== null)))
  const rights = opens.filter(({ code }) => isRight(code))
  return [
    ...[...shortened].map((code) => ({ how: 'becomes' as const, code, by: type })),
    ...suspends.filter(ofLaw).map((code) => ({ how: 'suspends' as const, code, by: type })),
    ...(['restarts', 'corrects'] as const).flatMap((how) =>
      rights.filter((one) => one[how]).map(({ code }) => ({ how, code, by: type }))
    )
  ]
}
const takings = (): Taking[] => [
  ...deadlineCodes.filter(ofLaw).flatMap((code): Taking[] => {
    const { livesWhile } = stopsOf(code)
    return livesWhile === undefined ? [] : [{ how: 'lives', code, by: livesWhile }]
  }),
  ...commandTypes.flatMap(ofAct)
]

type Argued = { how: How; of: RegExp; by: readonly string[]; article: LegalCode; because: string }

const dated = [
  ...['facts.complete', 'art40.report', 'prosecutor.report', 'complaint.file', 'complaint.add'],
  ...['testimony.recorded']
]
const argued: readonly Argued[] = [
  {
    ...{ how: 'lives', of: /^D-SILENCE-OTHER$/, by: ['otherAsked'], article: 'CESEDA.R432-2' },
    because: 'with the last application nothing is left that silence would refuse'
  },
  {
    ...{ how: 'lives', of: /^D-(IP|OPP|MERITS|RECEPTION|MAJORITY)/, by: ['underProtection'] },
    ...{ article: 'CC.388', because: 'each is of whoever is a child, or may be one' }
  },
  {
    ...{ how: 'lives', of: /^D-ADA$/, by: ['adaRuns'], article: 'CESEDA.L425-2' },
    because: 'no allowance runs any more; what is decided of it is no time of this clock'
  },
  {
    ...{ how: 'lives', of: /^D-HELD-(ZONE|DETENTION)$/, by: ['heldAsPlaced'], article: 'CESEDA.L742-3' },
    because: 'an order bears its own end, or nobody is held: the days of the placement count no more'
  },
  {
    ...{ how: 'becomes', of: /^D-APPEAL-(LEAVE|OQTF|OTHER-OQTF|7D|LEAVE-7D|OTHER-7D)$/ },
    ...{ by: ['house_arrest.notified', 'appeal.time'], article: 'CESEDA.R921-1' },
    because: 'the time is interrupted, and a shorter one runs whole from what the person is told'
  },
  {
    ...{ how: 'suspends', of: /^D-SILENCE/, by: ['permit.documents_asked'], article: 'CRPA.L114-5' },
    because: 'silence counts from a whole file: what stands still here is the prefecture’s time'
  },
  {
    ...{ how: 'restarts', of: /^D-CIVI-OFFENCE$/, by: [...dated, 'civi.inadmissible'], article: 'CPP.706-5' },
    because: 'a later and better day of the acts counts anew; found inadmissible, the claim can be made again'
  },
  {
    ...{ how: 'corrects', of: /^D-APPEAL-(JUDGMENT|ASSIZES|INTERESTS)$|^D-CASSATION$/ },
    by: ['procedure.acquitted', 'conviction.pronounced', 'civil_interests.judged'],
    ...{
      article: 'CPP.498',
      because: 'one judgment said better is one; another of another day keeps its own'
    }
  },
  {
    ...{ how: 'restarts', of: /^D-SARVI$/, by: ['civi.inadmissible'], article: 'CPP.706-15-2' },
    because: 'the year runs anew, and later, from the notice that finds the claim inadmissible'
  },
  {
    ...{ how: 'restarts', of: /^D-SARVI-RELIEF$/, by: ['sarvi.refused'], article: 'CPP.706-15-2' },
    because: 'a later refusal opens its own month'
  },
  {
    ...{ how: 'restarts', of: /^D-DEPOSIT$/, by: ['civil_party.deposit'], article: 'CPP.88' },
    because: 'another order sets another day'
  },
  {
    ...{ how: 'restarts', of: /^D-HELD-APPEAL$/, by: ['held.judged'], article: 'CESEDA.R743-10' },
    because: 'each order has its own twenty-four hours, and takes the place of the one before it'
  },
  {
    ...{ how: 'restarts', of: /^D-(WAGES|LABOUR)/, by: ['wages.claim'], article: 'CTRAV.L3245-1' },
    because: 'a later and better day of the end of the work counts anew; of two employers: docs/limits.md'
  }
]

const isArgued = ({ how, code, by }: Taking) =>
  argued.some((one) => one.how === how && one.of.test(code) && one.by.includes(by))
const unargued = () => takings().filter((one) => !isArgued(one))

describe('what shortens or ends a time of the law, and is no end of its object', () => {
  it('is argued by an article, each', () => {
    expect(unargued()).toEqual([])
  })

  it('argues nothing that takes no time, and by articles of the register alone', () => {
    for (const { how, of, by, article, because } of argued) {
      const found = takings().filter((one) => one.how === how && of.test(one.code))
      expect(
        by.filter((each) => !found.some((one) => one.by === each)),
        because
      ).toEqual([])
      expect(Object.keys(legalBases)).toContain(article)
    }
  })

  it('would be seen: an appeal that stands still, a time to appeal that starts anew or is cut, with no article', () => {
    withRow('permit.documents_asked', { suspends: ['D-APPEAL-TA'] }, () =>
      expect(unargued()).toEqual([{ how: 'suspends', code: 'D-APPEAL-TA', by: 'permit.documents_asked' }])
    )
    withRow('reception.refused', { opens: [{ code: 'D-APPEAL-CMA-7D', restarts: true }] }, () =>
      expect(unargued()).toEqual([{ how: 'restarts', code: 'D-APPEAL-CMA-7D', by: 'reception.refused' }])
    )
    const some = { whenInput: [], on: 'on', which: 'noticeOn', beside: [] } as const
    const cut = { ...some, does: 'cuts', to: 'hours', among: ['D-BAN-7D'] } as const
    withRow('house_arrest.notified', { upon: [cut] }, () =>
      expect(unargued()).toEqual([{ how: 'becomes', code: 'D-BAN-7D', by: 'house_arrest.notified' }])
    )
  })
})

describe('an answer that moves a day', () => {
  it('that may be of an earlier day than the one told leaves a doubt to keep the later (decree 2020-1717, art. 43; CRPA L411-2)', () => {
    const moving = commandTypes.flatMap((type) =>
      commandRow(type).recounts.filter(({ asked }) => asked !== undefined)
    )
    expect(moving.length).toBeGreaterThan(0)
    for (const { implied = [], on } of moving) expect(implied.map(({ from }) => from)).toContain(on)
  })
})

describe('what counts again a time of which several may run, or that starts anew', () => {
  /** One at a time: what would be of the one before it is of none. */
  const alone: Partial<Record<DeadlineCode, string>> = {
    'D-CIVI-OFFENCE': 'three years from the acts, the latest day of which is the one',
    'D-SARVI': 'the fund’s year is of whoever claims, and runs once',
    'D-TRANSFER':
      'another agreement of the other State takes the place of the one before it: nothing is kept against a person',
    'D-TRANSFER-2013': 'as the transfer under the regulation after it'
  }
  const restarted = new Set(
    commandTypes.flatMap((type) =>
      commandRow(type).opens.flatMap(({ code, restarts }) => (restarts ? [code] : []))
    )
  )
  const mayBeMany = (code: DeadlineCode) => rowOf(code).each !== false || restarted.has(code)
  const unsaid = () =>
    commandTypes.flatMap((type) =>
      commandRow(type).recounts.flatMap(({ codes, which, several, unsure }) =>
        codes
          .filter(mayBeMany)
          .filter(() => which === undefined || (several ?? unsure) === undefined)
          .map((code) => ({ type, code }))
      )
    )

  it('says of which decision it is, and what is left where nobody says so (CJA R421-1; CPP 498; CPC 538)', () => {
    expect(unsaid().filter(({ code }) => alone[code] === undefined)).toEqual([])
  })

  it('argues no time of which each act says so, and asks the day in the form of each that does', () => {
    const found = new Set(unsaid().map(({ code }) => code))
    expect(Object.keys(alone).filter((code) => !found.has(code as DeadlineCode))).toEqual([])
    for (const type of commandTypes)
      for (const { which } of commandRow(type).recounts)
        if (which !== undefined) expect(Object.keys(commandRow(type).input.properties), type).toContain(which)
  })

  it('would be seen: legal aid that moves the last of several', () => {
    const moving = { codes: ['D-APPEAL-TA'], on: 'on', whenInput: [], settles: 'aidAsked' } as const
    withRow('appeal.time', { recounts: [moving] }, () =>
      expect(unsaid().filter(({ type }) => type === 'appeal.time')).toEqual([
        { type: 'appeal.time', code: 'D-APPEAL-TA' }
      ])
    )
  })
})
