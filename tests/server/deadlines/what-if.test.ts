import { describe, expect, it } from 'vitest'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())

describe('what a clock would say', () => {
  const url = '/api/deadlines/what-if'
  const asked = '?code=D-REFLEX&startsOn=2026-11-24&territory=69'
  const appeal = '?code=D-APPEAL-TA&startsOn=2026-11-23&territory=69'

  it('is not said without a session, nor of a clock, a place or a version that there is not', async () => {
    expect((await site.app.inject({ url: `${url}${asked}` })).statusCode).toBe(401)
    for (const wrong of [
      '?code=D-NOTHING&startsOn=2026-11-24&territory=69',
      '?code=D-REFLEX&startsOn=hier&territory=69',
      '?code=D-REFLEX&startsOn=2026-11-24&territory=999',
      `${asked}&suspendedDays=-1`,
      `${asked}&caseId=1`
    ])
      expect([wrong, (await site.get('asso.rhone', `${url}${wrong}`)).statusCode]).toEqual([wrong, 400])
  })

  it.each([
    [`${asked}&version=1999-01`, 'version', 'Cette version n’est pas publiée'],
    [`${asked}&version=2026-09%2B69-2027-01`, 'version', 'Cette version n’est pas publiée'],
    // A doubt that this clock cannot have, that nobody can, and one without the day from which it counts.
    [`${asked}&doubts=unstated`, 'doubts', 'Ce délai ne connaît pas ce doute'],
    [`${asked}&doubts=maybe`, 'doubts', 'Ce délai ne connaît pas ce doute'],
    [`${appeal}&doubts=aidDecided`, 'otherDay', 'Indiquez l’autre date : ce doute compte à partir d’elle'],
    [asked.replace('2026', '1989'), 'startsOn', 'Choisissez une date entre 1990 et 2100'],
    [asked.replace('2026', '2101'), 'startsOn', 'Choisissez une date entre 1990 et 2100'],
    [`${appeal}&doubts=aidDecided&otherDay=2101-01-01`, 'otherDay', 'Choisissez une date entre 1990 et 2100']
  ])('is not said of %s, and says why', async (wrong, field, message) => {
    const refused = await site.get('asso.rhone', `${url}${wrong}`)
    expect([refused.statusCode, refused.json().errors]).toMatchObject([400, [{ field, message }]])
  })

  it('is said with its computation, its alerts and its law, and nothing is kept', async () => {
    const count = async () => (await site.db.owner.query('select count(*)::int as n from deadline')).rows[0].n
    const before = await count()
    const answer = await site.get('asso.rhone', `${url}${asked}`)
    expect(answer.json().result).toMatchObject({
      code: 'D-REFLEX',
      dueOn: '2026-12-24',
      alerts: [
        { on: '2026-12-14', daysBefore: 10 },
        { on: '2026-12-19', daysBefore: 5 }
      ]
    })
    expect(answer.json().result.computation.join(' ')).toMatch(/30 jours/)
    expect(answer.json().result.basis[0].label).toBe('Délai de réflexion de trente jours')
    const stood = await site.get('asso.rhone', `${url}${asked}&suspendedDays=10`)
    expect(stood.json().result.dueOn).toBe('2027-01-03')
    expect((await site.get('asso.rhone', url)).json()).toMatchObject({ result: null })
    expect(await count()).toBe(before)
  })

  it('issue 16: gives the end in law beside the safe day where a text leaves a doubt, as a running clock does', async () => {
    const saidOf = async (query: string) => {
      const { result, choices } = (await site.get('asso.rhone', `${url}${query}`)).json()
      return { dueOn: result.dueOn, legalEnd: result.legalEnd, choices: choices.doubts }
    }
    expect(await saidOf(appeal)).toMatchObject({ dueOn: '2027-01-25', legalEnd: null })
    const far = await saidOf(`${appeal}&doubts=distance`)
    expect(far).toMatchObject({ dueOn: '2027-01-25', legalEnd: { on: '2027-02-24', stillOpen: false } })
    expect(far.legalEnd.why).toEqual([expect.stringContaining('un mois de plus')])
    expect(await saidOf(`${appeal}&doubts=distance,unstated`)).toMatchObject({
      dueOn: '2027-01-25',
      legalEnd: { on: null, why: [expect.anything(), expect.stringContaining('R. 421-5')] }
    })
    const anew = await saidOf(`${appeal}&doubts=aidDecided&otherDay=2027-01-04`)
    expect(anew).toMatchObject({ dueOn: '2027-01-25', legalEnd: { on: '2027-03-22' } })
    expect(anew.choices).toContainEqual(expect.objectContaining({ id: 'aidDecided', ofDay: true }))
    // What its row always leaves in doubt needs no question.
    const sevenDays = await saidOf('?code=D-APPEAL-7D&startsOn=2026-11-23&territory=69')
    expect(sevenDays).toMatchObject({ dueOn: '2026-11-30', legalEnd: { on: '2026-12-01' } })
  })
})
