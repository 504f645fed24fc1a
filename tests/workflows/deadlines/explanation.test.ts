import { describe, expect, it } from 'vitest'
import { alertWord, explain, unitWord } from '../../../workflows/deadlines/explanation.ts'

/** An error that names the token, so that whoever reads the log finds it. */
const unreadable = (token: string) => new RangeError(`Unreadable computation ${token}`)

/** A count of four months, and one thing that changed it. */
const counted = (token: string) => ({
  computation: ['start:2026-03-01', 'add:4:months', token, 'due:2026-07-01']
})

describe('an explanation refuses', () => {
  it.each([
    'add',
    'add:3',
    'holiday:2026-11-11',
    'shorterMonth',
    'moved',
    'postponed:2026-07-11',
    'kept',
    'passed',
    'localTime',
    'stood:2026-04-01:2026-04-11:10:days',
    'majority',
    'held'
  ])('a token cut short, rather than say a sentence with a hole: %s', (token) => {
    for (const locale of ['fr', 'en'] as const)
      expect(() => explain(counted(token), locale)).toThrow(unreadable(token))
  })

  it.each(['', 'kept:', 'held:2032-11-24:', 'kept:2026/07/01', ' weekends'])(
    'what is no token: « %s »',
    (token) => {
      expect(() => explain(counted(token), 'fr')).toThrow(unreadable(token))
    }
  )

  it('a unit in which no clock counts', () => {
    expect(() => unitWord(3, 'weeks', 'en')).toThrow('Unknown unit weeks')
  })
})

describe('an explanation leaves out', () => {
  it('what it has no words for, and says the rest', () => {
    expect(explain(counted('moon:full'), 'en')).toEqual(['1 Mar 2026 + 4 months = 1 Jul 2026'])
  })
})

/** Each thing that changes a count, in the words that a person reads. */
const sentences: [string, string, string][] = [
  ['weekends', 'Samedis et dimanches non comptés', 'Saturdays and Sundays not counted'],
  [
    'holiday:2026-12-25:christmas',
    'Jour férié non compté : 25 déc. 2026, Noël',
    'Public holiday not counted: 25 Dec 2026, Christmas Day'
  ],
  [
    'shorterMonth:31',
    'Ce mois n’a pas de 31 : le délai s’arrête à son dernier jour',
    'That month has no day 31: the period ends on its last day'
  ],
  [
    'moved:2026-06-28',
    'Le 28 juin 2026 n’est pas un jour ouvré : reporté au 1er juil. 2026',
    '28 Jun 2026 is not a working day: moved to 1 Jul 2026'
  ],
  [
    'postponed:2026-07-11:2026-07-13',
    'Le 11 juil. 2026 n’est pas un jour ouvré : reporté au 13 juil. 2026',
    '11 Jul 2026 is not a working day: moved to 13 Jul 2026'
  ],
  [
    'kept:2026-12-05',
    'Le 5 déc. 2026 n’est pas un jour ouvré : aucun report',
    '5 Dec 2026 is not a working day: not moved'
  ],
  [
    'passed:2026-06-01',
    'Le 1er juin 2026 est déjà passé : à faire maintenant',
    '1 Jun 2026 has already passed: to be done now'
  ],
  ['localTime:988', 'Heure locale : Nouvelle-Calédonie', 'Local time: Nouvelle-Calédonie'],
  [
    'stood:2026-04-01:2026-04-11:10:days:2026-07-11',
    'Arrêtée du 1er avr. 2026 au 11 avr. 2026 : 10 jours de plus, jusqu’au 11 juil. 2026',
    'Stood still from 1 Apr 2026 to 11 Apr 2026: 10 days more, until 11 Jul 2026'
  ],
  [
    'stood:2026-04-03:2026-04-06:1:workingDays:2026-07-02',
    'Arrêtée du 3 avr. 2026 au 6 avr. 2026 : 1 jour ouvré de plus, jusqu’au 2 juil. 2026',
    'Stood still from 3 Apr 2026 to 6 Apr 2026: 1 working day more, until 2 Jul 2026'
  ],
  [
    'stood:2026-10-25T00:00:2026-10-25T04:30:0:hours:2026-10-25T06:30',
    'Arrêtée du 25 oct. 2026, 00:00 au 25 oct. 2026, 04:30 : autant de temps en plus, jusqu’au 25 oct. 2026, 06:30',
    'Stood still from 25 Oct 2026, 00:00 to 25 Oct 2026, 04:30: as much time more, until 25 Oct 2026, 06:30'
  ],
  [
    'frozen:minor',
    'Ne court pas pour une personne mineure : sera comptée à partir de ses dix-huit ans',
    'Does not run for a minor: will be counted from the eighteenth birthday'
  ],
  [
    'majority:2027-05-01',
    'N’a pas couru avant ses dix-huit ans, le 1er mai 2027',
    'Did not run before the eighteenth birthday, 1 May 2027'
  ],
  [
    'held:2032-11-24',
    'Reportée au 24 nov. 2032 : un délai de la loi court encore, ou la situation ne le permet pas',
    'Put off to 24 Nov 2032: a time limit of the law still runs, or the situation does not allow it'
  ]
]

describe('an explanation says what changed the count', () => {
  it.each(sentences)('%s', (token, fr, en) => {
    expect(explain(counted(token), 'fr').at(-1)).toBe(fr)
    expect(explain(counted(token), 'en').at(-1)).toBe(en)
  })

  it('and adds up to the day before the change: the change is told after', () => {
    expect(explain(counted('moved:2026-06-28'), 'en')[0]).toBe('1 Mar 2026 + 4 months = 28 Jun 2026')
    expect(explain(counted('passed:2026-06-01'), 'en')[0]).toBe('1 Mar 2026 + 4 months = 1 Jun 2026')
  })

  it('and adds nothing up where a document bears the day itself', () => {
    const written = { computation: ['start:2027-03-04', 'add:0:days', 'due:2027-03-04'] }
    expect(explain(written, 'fr')).toEqual(['Date écrite sur le document : 4 mars 2027'])
    expect(explain(written, 'en')).toEqual(['Date on the document: 4 Mar 2027'])
  })
})

describe('a length', () => {
  it('counts nothing and one alike in French, and one alone in English', () => {
    expect([0, 1, 2].map((n) => unitWord(n, 'days', 'fr'))).toEqual(['jour', 'jour', 'jours'])
    expect([0, 1, 2].map((n) => unitWord(n, 'days', 'en'))).toEqual(['days', 'day', 'days'])
  })
})

describe('an alert is said', () => {
  it.each([
    [0, 'le jour même', 'on the day'],
    [1, 'J-1', 'D-1'],
    [30, 'J-30', 'D-30']
  ])('%i days before: %s, %s', (days, fr, en) => {
    expect([alertWord(days, 'fr'), alertWord(days, 'en')]).toEqual([fr, en])
  })
})
