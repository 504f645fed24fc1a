import { describe, expect, it } from 'vitest'
import { openRemoval } from '../examples/removal.ts'

const { tell, on, acts, clock } = await openRemoval()

const code = 'D-CHILD-APPEAL'
const told = (id: string) => clock('ase.69', id, code)

const seized = async () => {
  const id = await tell.flagged('asso.rhone', { ageGroup: 'minor', ageBand: '15-17' })
  const report = { foundIn: '69', ground: 'grave', parentsInformed: 'contrary', facts: 'Des faits.' }
  await acts('asso.rhone', id, 'minor.report_prosecutor', report)
  await acts('parquet.lyon', id, 'judge.petition', { on: '2026-11-10', court: '69.lyon' })
  return id
}
const home = { on: '2026-11-20', decision: 'merits', measure: 'home', childHeard: 'heard' }

// CPC 1191: « par le mineur lui-même jusqu'à l'expiration d'un délai de quinze jours suivant la notification […] ».
describe('the child’s own appeal against the juvenile judge (CPC 1191)', () => {
  it('has fifteen days from the notice, moved to a working day (CPC 642), and is brought without a lawyer (CPC 931)', async () => {
    const id = await seized()
    expect(await acts('juge.69', id, 'measure.order', { ...home, notifiedOn: '2026-11-20' })).toBe(200)
    const counted = await told(id)
    // The fifteenth day is a Saturday.
    expect(counted).toMatchObject({ dueOn: '2026-12-07', legalEnd: null, state: 'running' })
    expect(JSON.stringify(counted)).toMatch(/aucun avocat n’est exigé.*CPC 931/)
    expect(await acts('ase.69', id, 'measure.appealed', { on, wishes: true })).toBe(200)
    expect(await told(id)).toBeUndefined()
  })

  it('not notified counts from the day on which the child knew, and of neither from the decision, without an end in law', async () => {
    const known = await seized()
    await acts('juge.69', known, 'measure.order', { ...home, knownOn: '2026-11-23' })
    expect(await told(known)).toMatchObject({ startsOn: '2026-11-23', dueOn: '2026-12-08', legalEnd: null })
    const neither = await seized()
    await acts('juge.69', neither, 'measure.order', home)
    expect(await told(neither)).toMatchObject({ startsOn: '2026-11-20', legalEnd: { on: null } })
  })

  it('of a placement that nobody notified the child of says nothing, and counts once somebody did', async () => {
    const id = await seized()
    const placement = { ...home, measure: 'placement' }
    await acts('juge.69', id, 'measure.order', placement)
    expect(await told(id)).toBeUndefined()
    await acts('juge.69', id, 'measure.merits', {
      ...{ on, measure: 'placement', childHeard: 'heard', notifiedOn: on }
    })
    expect(await told(id)).toMatchObject({ dueOn: '2026-12-09', state: 'running' })
  })

  it('is open against a refusal of every measure, which whoever is shown it may write down', async () => {
    const id = await seized()
    expect(await acts('parquet.lyon', id, 'measure.rejected', { on: '2026-11-20' })).toBe(403)
    expect(await acts('ase.69', id, 'measure.rejected', { on: '2026-11-20', notifiedOn: on })).toBe(200)
    expect(await told(id)).toMatchObject({ dueOn: '2026-12-09', state: 'running' })
  })
})

// A child found to be adult loses every measure, and the juvenile judge who says so has decided (CPC 1191).
describe('the child whom the juvenile judge declares adult', () => {
  const decided = { on: '2026-11-20', decision: 'adult', evidence: ['hearing'], noBonesAlone: true }
  const counted = async (login: string, said: object) => {
    const id = await seized()
    // Whoever decides that they are adult is shown the case no more.
    expect([200, 204]).toContain(await acts(login, id, 'age.decide', { ...decided, ...said }))
    return [id, await clock('asso.rhone', id, code)] as const
  }

  it('has no such appeal against the prosecutor or the département, nor where the judge says that they are a child', async () => {
    for (const decidedBy of ['prosecutor', 'departement'])
      expect((await counted('parquet.lyon', { decidedBy, notifiedOn: on }))[1]).toBeUndefined()
    expect((await counted('juge.69', { decidedBy: 'judge', decision: 'minor' }))[1]).toBeUndefined()
  })

  it('has fifteen days from the notice, which an appeal stops', async () => {
    const [id, told] = await counted('juge.69', { decidedBy: 'judge', notifiedOn: '2026-11-23' })
    expect(told).toMatchObject({ startsOn: '2026-11-23', dueOn: '2026-12-08', legalEnd: null })
    expect(await acts('asso.rhone', id, 'measure.appealed', { on, wishes: true })).toBe(200)
    expect(await clock('asso.rhone', id, code)).toBeUndefined()
  })

  it('told nothing, counts from the decision and has no end in law; of whoever decided, the doubt is said', async () => {
    const [, judged] = await counted('juge.69', { decidedBy: 'judge' })
    expect(judged).toMatchObject({ startsOn: '2026-11-20', legalEnd: { on: null } })
    const [, unsaid] = await counted('juge.69', { notifiedOn: '2026-11-23' })
    expect(JSON.stringify(unsaid)).toMatch(/Qui a décidé de l’âge n’est pas dit/)
  })
})
