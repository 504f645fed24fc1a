import { describe, expect, it } from 'vitest'
import type { CaseList, Me } from '../../web/src/lib/api.types.ts'
import { mayBeCode } from '../../web/src/lib/case/code.ts'
import { kindName } from '../../web/src/lib/case/kind.ts'
import { homeOf, receives } from '../../web/src/lib/shell/navigation.ts'
import { byStructure, conditionsOf } from '../../web/src/lib/places/structures.ts'
import { aroundList, dangerFirst, daySentence } from '../../web/src/lib/worklist/sentence.ts'
import { emptyOf } from '../../web/src/lib/worklist/empty.ts'
import { urgencies, urgencyOf } from '../../web/src/lib/urgency.ts'
import fr from '../../web/messages/fr.json' with { type: 'json' }
import { asked, listHref, narrowedWords, readQuery } from '../../web/src/lib/worklist/query.ts'

const at = (search: string) => new URL(`http://mnio.test/aujourdhui${search}`)

describe('the query of a list', () => {
  it('falls back to the view of its page', () => {
    expect(readQuery(at('?vue=anything'), 'todo').view).toBe('todo')
    expect(readQuery(at('?vue=late'), 'todo').view).toBe('late')
  })

  it('is said in the words of its choices, and what no list offers by nobody', () => {
    const one = { value: 'minor', label: 'Personnes mineures' }
    const choices = { stage: [], only: [one], form: [], act: [], whose: [], sort: [] }
    expect(narrowedWords({ only: 'guessed', stage: 'guessed' }, choices)).toEqual([])
    expect(narrowedWords({}, choices)).toEqual([])
    expect(narrowedWords({ only: 'minor' }, choices)).toEqual(['Personnes mineures'])
  })

  it('asks the API for the same thing', () => {
    const query = readQuery(at('?vue=moved&q=7K3F%209Q2M&apres=k1'), 'todo')
    expect(asked(query)).toEqual({ query: { view: 'moved', limit: 20, q: '7K3F 9Q2M', cursor: 'k1' } })
  })

  it('reads back the address it writes', () => {
    const query = { view: 'late', q: '4D8P & 1X7C', cursor: 'a/b=' } as const
    expect(readQuery(new URL(listHref('/dossiers', query), 'http://mnio.test'), 'all')).toEqual(query)
  })
})

describe('the box for codes', () => {
  it('takes a code, or its first half, as people type it, and no name', () => {
    for (const typed of ['7K3F 9Q2M', 'teh 7k3f-9q2m', '7K3F9Q2M', ' 7k3f ', 'TEH 7K3F'])
      expect([typed, mayBeCode(typed)]).toEqual([typed, true])
    for (const typed of ['CANARI', 'Aïcha', 'Canari Joy', '7K3F9', '7K3F 9Q2M Joy', 'O’Neil', 'Olivia'])
      expect([typed, mayBeCode(typed)]).toEqual([typed, false])
  })
})

describe('the day in words', () => {
  const nothing = { n: 0, capped: false }
  const list = { items: [], next: null, counts: { todo: nothing, late: nothing, moved: nothing } }
  const said = (toAnswer: number, others: number, toAnswerLate = 0) =>
    daySentence(
      { list, toAnswer, toAnswerLate, others },
      (key, n) => `${key} ${n}`,
      (key) => key
    )

  it('does not say that nothing waits where an answer, a refusal or a meeting does', () => {
    expect(said(2, 0)).toBe('today.toAnswer 2')
    expect(said(2, 0, 1)).toBe('today.toAnswer 2 today.toAnswerLate 1')
    expect(said(0, 1)).toBe('today.noneButAbove')
    expect(said(0, 0)).toBe('today.none')
  })
})

describe('what is to be settled', () => {
  const refused = (id: string, danger: string | null = null) => ({ id, danger })
  const line = (key: string) =>
    ({ badges: [{ key, label: key, tone: 'danger' }] }) as CaseList['items'][number]
  const settle = [refused('new'), refused('old', 'danger immédiat')]

  it('stands under the cases in danger, save of one that is itself', () => {
    const around = aroundList({ items: [line('danger')] }, settle)
    expect(around).toEqual({ before: [settle[1]], after: [settle[0]] })
    expect(dangerFirst(settle).map(({ id }) => id)).toEqual(['old', 'new'])
  })

  it('stands above a list in which nobody is in danger', () => {
    for (const items of [[], [line('minor')]])
      expect(aroundList({ items }, settle)).toEqual({ before: settle, after: [] })
  })
})

describe('an empty list', () => {
  const counted = (late: number, moved = 0) => ({
    late: { n: late, capped: false },
    moved: { n: moved, capped: false }
  })
  it('says that all is done only where nothing waits above it and nothing is late', () => {
    expect(emptyOf({ view: 'todo', above: 1, counts: counted(0), running: 0 })).toBe('above')
    expect(emptyOf({ view: 'todo', above: 0, counts: counted(2), running: 0 })).toBe('overdue')
    expect(emptyOf({ view: 'todo', above: 0, counts: counted(0), running: 1 })).toBe('todo')
    expect(emptyOf({ view: 'todo', above: 0, counts: counted(0, 1), running: 0 })).toBe('todo')
    expect(emptyOf({ view: 'todo', above: 0, counts: counted(0), running: 0 })).toBe('quiet')
    expect(emptyOf({ view: 'late', above: 3, counts: counted(0), running: 0 })).toBe('late')
    expect(emptyOf({ view: 'late', above: 3, aboveLate: 1, counts: counted(0), running: 0 })).toBe(
      'lateAbove'
    )
    const calm = Object.entries(fr).filter(([, words]) => /Vous êtes à jour/.test(words))
    expect(calm.map(([key]) => key)).toEqual(['list.empty.todo.more'])
  })
})

describe('the colour of a clock', () => {
  const clock = (daysLeft: number, late = false) => ({ daysLeft, late, past: null, total: 8 })
  const rank = (...asked: Parameters<typeof urgencyOf>) => urgencies.indexOf(urgencyOf(...asked))

  it('is never calmer late than soon, in danger or out of it', () => {
    for (const danger of [false, true])
      for (const daysLeft of [0, 1, 2, 8])
        expect(rank(clock(-1, true))).toBeGreaterThanOrEqual(rank(clock(daysLeft), danger))
    expect(urgencyOf(clock(-1, true))).toBe('danger')
  })

  it('presses more as the day comes nearer', () => {
    expect([8, 2, -1].map((left) => urgencyOf(clock(left, left < 0)))).toEqual(['running', 'late', 'danger'])
    expect(urgencyOf({ ...clock(4), past: 'safe' })).toBe('danger')
  })
})

describe('where a reader arrives', () => {
  it.each<[{ accredited: boolean; nav: string[] }, string]>([
    [{ accredited: true, nav: ['today', 'cases'] }, '/aujourdhui'],
    [{ accredited: true, nav: ['figures'] }, '/chiffres'],
    [{ accredited: true, nav: ['unheard-of'] }, '/compte'],
    [{ accredited: true, nav: [] }, '/compte'],
    [{ accredited: false, nav: ['today'] }, '/attente']
  ])('%j -> %s', (me, path) => {
    expect(homeOf(me as Me)).toBe(path)
  })
})

describe('who answers referrals', () => {
  it.each<[boolean, Me['nav'], boolean]>([
    [true, ['referrals'], true],
    [false, ['referrals'], false],
    [true, [], false]
  ])('others refer to it: %s, its rooms: %j, answers: %s', (answers, nav, answer) => {
    expect(receives({ answers, nav })).toBe(answer)
  })

  it('says what is asked, without whom it is asked of', () => {
    expect(kindName({ kindLabel: 'Ac.Sé · accueil éloigné' })).toBe('accueil éloigné')
    expect(kindName({ kindLabel: 'Proposition de place' })).toBe('proposition de place')
  })
})

describe('conditions of a place', () => {
  it('says who is received apart from what is spoken', () => {
    const badge = (key: string) => ({ key, label: key, tone: 'plain' as const })
    expect(conditionsOf([badge('sex.female'), badge('language.fr'), badge('accessible')])).toEqual({
      public: 'sex.female, accessible',
      languages: ['language.fr']
    })
  })
})

describe('places by structure', () => {
  const place = (id: string, structure: string, status: 'free' | 'occupied') => ({
    id,
    structure,
    status,
    label: id,
    region: 'R',
    since: null,
    own: false,
    kind: 'acse' as const,
    out: null,
    version: 1,
    constraints: [{ key: 'w', label: 'w', tone: 'plain' as const }]
  })

  it('puts a free place first, and says each condition once', () => {
    const [first, second] = byStructure([
      place('1', 'A', 'occupied'),
      place('2', 'B', 'occupied'),
      place('3', 'B', 'free')
    ])
    expect(first?.name).toBe('B')
    expect(first?.places.map((one) => one.status)).toEqual(['free', 'occupied'])
    expect(first?.constraints).toHaveLength(1)
    expect(second?.name).toBe('A')
  })
})
