import { afterAll, describe, expect, it } from 'vitest'
import { former, openWallsAlone, type Reading } from './alone.ts'

const { site, owner, id, referral, partOf, all, rowSecurity, rowsFor, standAlone } = await openWallsAlone()

const readings: Reading[] = [
  {
    rule: 'a case is read by who takes part in it',
    may: ['asso.rhone', 'cellule.69'],
    others: [...all, 'prefecture.69'],
    rows: `"case" where id = '${id}'`,
    route: `/api/cases/${id}`
  },
  {
    rule: 'it stands in no list of others',
    may: ['asso.rhone', 'cellule.69'],
    others: [...all, 'prefecture.69'],
    rows: `"case" where id = '${id}'`,
    route: '/api/cases?view=all',
    shows: id
  },
  {
    rule: 'its history is read by who takes part in it',
    may: ['asso.rhone', 'cellule.69'],
    others: [...all, 'prefecture.69'],
    rows: `case_event where case_id = '${id}'`,
    route: `/api/cases/${id}/events`
  },
  {
    rule: 'who she is is read by who accompanies or examines her',
    may: ['asso.rhone', 'cellule.69'],
    others: [...all, 'prefecture.69'],
    rows: `compartment where case_id = '${id}' and data_class = 'B'`,
    route: `/api/cases/${id}/compartments/B`
  },
  {
    rule: 'what she agreed to is read by who takes part',
    may: ['asso.rhone', 'cellule.69'],
    others: [...all, 'prefecture.69'],
    rows: `consent where case_id = '${id}'`,
    route: `/api/cases/${id}/conversation`
  },
  {
    rule: 'its clocks are in the lists of who takes part',
    may: ['asso.rhone', 'cellule.69'],
    others: all,
    rows: `deadline where case_id = '${id}'`,
    route: '/api/deadlines',
    shows: id
  },
  {
    rule: 'a request is read by who sent it and by who answers it',
    may: ['asso.rhone', 'prefecture.69'],
    others: all,
    // PostgreSQL shows the row to whoever takes part in the case: that it is not theirs is said by the policy.
    byPolicy: ['cellule.69'],
    rows: `referral where id = '${referral}'`,
    route: `/api/referrals/${referral}`
  },
  {
    rule: 'it is in the box of who answers it',
    may: ['prefecture.69'],
    others: all,
    rows: `referral where id = '${referral}'`,
    route: '/api/referrals?box=in&view=all',
    shows: referral
  },
  {
    rule: 'the journal is read by data protection alone',
    may: ['dpo'],
    others: ['admin', 'cellule.69', 'asso.rhone', 'foyer.azur'],
    rows: `audit_event where chain = 'case:${id}'`,
    route: '/api/audit'
  }
]

standAlone(readings)

describe('a part', () => {
  const sees = async () => [
    await rowsFor(former, `"case" where id = '${id}'`),
    (await site.get(former, `/api/cases/${id}`)).statusCode
  ]
  const lasts = async (since: string, until: string) => {
    await owner(`delete from participation where case_id = $1 and org_id = $2`, [id, site.as(former).orgId])
    await partOf(former, since, until)
  }
  afterAll(() => lasts('-9 days', '-1 day'))

  it.each([
    ['on its eve', '1 minute', '1 day', [0, 404]],
    ['on its instant', '0', '1 day', [1, 200]],
    ['on the eve of its end', '-1 day', '1 minute', [1, 200]],
    ['on the instant of its end', '-1 day', '0', [0, 404]],
    ['on its morrow', '-1 day', '-1 second', [0, 404]]
  ])('is told alike by both walls %s', async (_when, since, until, told) => {
    await lasts(since, until)
    expect(await sees()).toEqual(told)
  })

  it.each([
    ['on its eve', '1 minute', '1 day', 404],
    ['on the eve of its end', '-1 day', '1 minute', 200],
    ['on its morrow', '-1 day', '-1 second', 404]
  ])('is told by the policy alone %s', async (_when, since, until, status) => {
    await lasts(since, until)
    await rowSecurity('disable')
    try {
      expect((await site.get(former, `/api/cases/${id}`)).statusCode).toBe(status)
    } finally {
      await rowSecurity('enable')
    }
  })
})
