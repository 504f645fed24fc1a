import { afterAll, describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openSite, versionOf } from '../../support/running/site.ts'
import { countStatements, statementsOf } from '../../support/running/statements.ts'

// Before the first connection, which keeps what it is opened with.
const counter = countStatements()
const site = await forFile(openSite())
afterAll(() => counter.off())

describe('a referral that is sent by its own route', () => {
  it('is answered with the case in the transaction that sends it, as it is read afterwards', async () => {
    const id = await site.tell.consenting()
    const read = () => site.get('asso.rhone', `/api/cases/${id}`)
    const version = versionOf(await read())
    const body = { caseId: id, kind: 'acse', input: { adhesion: true } }
    const { done, statements } = await statementsOf(() =>
      site.send('asso.rhone', '/api/referrals', body, { version })
    )
    expect(done.statusCode).toBe(201)
    expect(statements.filter((one) => one === 'begin')).toHaveLength(1)
    const after = await read()
    expect([done.headers['etag'], done.json()]).toEqual([after.headers['etag'], after.json()])
    expect(versionOf(after)).not.toBe(version)
  })
})
