import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fireDue } from '../../../../server/firing/fire.ts'
import { forFile } from '../../../support/for-file.ts'
import { complaint } from '../../../support/regions/judicial.ts'
import { openSite, versionOf } from '../../../support/running/site.ts'

const site = await forFile(openSite())
const { tell } = site

const acts = async (login: string, id: string, command: string, input: object = {}) => {
  const version = versionOf(await site.get(login, `/api/cases/${id}`))
  return site.act(login, [id, command], input, { version, key: randomUUID() })
}
type Clock = { code: string; startsOn: string; dueOn: string; state: string }
const reads = async (login: string, id: string) => (await site.get(login, `/api/cases/${id}`)).json()
const clock = async (id: string, code: string): Promise<Clock | undefined> =>
  (await reads('asso.rhone', id)).deadlines.find((one: Clock) => one.code === code)
const word = async (login: string, id: string) =>
  (await reads(login, id)).regions.find((one: { id: string }) => one.id === 'judicial').stateLabel

/** A complaint of trafficking, she is civil party, and a judge investigates. */
const investigated = async () => {
  const id = await tell.consenting()
  await tell.act('asso.rhone', id, 'complaint.file', complaint)
  await tell.act('asso.rhone', id, 'civil_party.join', { who: 'person', on: '2026-11-24', agrees: true })
  await tell.act('parquet.lyon', id, 'stage.instruction')
  return id
}

describe('a decision under appeal', () => {
  it('CPP 186: a no-case order closes nothing, is appealed in ten days of its notice, and on appeal is open', async () => {
    const id = await investigated()
    const order = { notifiedOn: '2026-11-20' }
    expect((await acts('parquet.lyon', id, 'procedure.no_case', order)).statusCode).toBe(200)
    expect(await word('asso.rhone', id)).toBe('Décision rendue, recours possible')
    expect(await clock(id, 'D-APPEAL-CIVIL')).toMatchObject({ startsOn: '2026-11-20', dueOn: '2026-11-30' })
    expect((await acts('asso.rhone', id, 'civil.appealed', { on: '2026-11-23' })).statusCode).toBe(200)
    expect(await word('asso.rhone', id)).toBe('En appel')
    expect((await tell.row(id))['facts']).toMatchObject({ procedureOpen: true })
  })

  it('CESEDA L425-1: the permit is renewed while the non-lieu is on appeal, « pendant toute la durée de la procédure »', async () => {
    const id = await investigated()
    await acts('asso.rhone', id, 'prefecture.request')
    await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
    await acts('prefecture.69', id, 'permit.issue', { issuedOn: '2026-11-02', number: 'T-1' })
    await acts('parquet.lyon', id, 'procedure.no_case', { notifiedOn: '2026-11-20' })
    await acts('asso.rhone', id, 'civil.appealed', { on: '2026-11-23' })
    const button = async () =>
      (await reads('prefecture.69', id)).actions.find(
        (one: { command: string }) => one.command === 'permit.renew'
      )
    expect(await button()).toMatchObject({ enabled: true })
    expect(await button()).not.toHaveProperty('unusual')
    const renewed = { issuedOn: '2026-11-24', number: 'T-2' }
    expect((await acts('prefecture.69', id, 'permit.renew', renewed)).statusCode).toBe(200)
    expect(await tell.row(id)).toMatchObject({ residence: 'cst_renewed', judicial: 'on_appeal' })
    // Once it is final no button waits for it: it would be written down as unusual.
    await acts('parquet.lyon', id, 'no_case.final', { finalOn: '2026-11-24', accused: 'same' })
    expect(await button()).toBeUndefined()
  })

  it('CPP 40-3 and 85: a classement is no judgment, and a complaint with civil-party status may follow', async () => {
    const id = await investigated()
    await acts('parquet.lyon', id, 'procedure.closed', { notifiedOn: '2026-11-20' })
    expect(await clock(id, 'D-APPEAL-CIVIL')).toBeUndefined()
    const again = { on: '2026-11-23', offences: ['225-4-1'], agrees: true }
    expect((await acts('asso.rhone', id, 'civil_party.complaint', again)).statusCode).toBe(200)
    expect(await word('asso.rhone', id)).toBe('Instruction')
  })
})

describe('the ten days after a judgment (CPP 498)', () => {
  const judged = { court: 'criminal', pronouncedOn: '2026-11-16', signifiedOn: '2026-11-23' }
  const acquitted = async (presence: string) => {
    const id = await investigated()
    expect((await acts('parquet.lyon', id, 'procedure.acquitted', { ...judged, presence })).statusCode).toBe(
      200
    )
    return clock(id, 'D-APPEAL-JUDGMENT')
  }

  it('run from the pronouncement for who was there, from service for who was neither there nor told', async () => {
    expect(await acquitted('present')).toMatchObject({ startsOn: '2026-11-16', dueOn: '2026-11-26' })
    expect(await acquitted('absent')).toMatchObject({ startsOn: '2026-11-23', dueOn: '2026-12-03' })
  })

  it('of unknown presence: the safe day from the pronouncement, the end in law from service', async () => {
    expect(await acquitted('unknown')).toMatchObject({
      ...{ startsOn: '2026-11-16', dueOn: '2026-11-26' },
      legalEnd: { on: '2026-12-03' }
    })
  })

  it('are not over by a decision final for another accused, nor by one of an earlier day (CPP 497, 498)', async () => {
    const open = async () => {
      const id = await investigated()
      await acts('parquet.lyon', id, 'procedure.acquitted', { ...judged, presence: 'present' })
      return id
    }
    // Not before what was brought since: an older record would stop nothing at all.
    const final = { finalOn: '2026-11-24' }
    const counts = async (type: string, input: object) => {
      const id = await open()
      expect((await acts('parquet.lyon', id, type, input)).statusCode).toBe(200)
      return [type, input, (await clock(id, 'D-APPEAL-JUDGMENT'))?.state]
    }
    for (const type of ['conviction.final', 'acquittal.final']) {
      expect(await counts(type, { ...final, accused: 'another' })).toContain('running')
      expect(await counts(type, { finalOn: '2026-11-12' })).toContain('running')
      // Pronounced on the 16th, the ten days end on the 26th: nothing of it is final before, whoever is said to be its accused.
      expect(await counts(type, { ...final, accused: 'same' })).toContain('running')
      expect(await counts(type, final)).toContain('running')
    }
  })

  it('are over by a decision final after them, and by none inside the end in law of who may have been absent (CPP 498)', async () => {
    const after = async (type: string, presence: string, finalOn: string) => {
      const id = await investigated()
      const told = { pronouncedOn: '2026-11-02', signifiedOn: '2026-11-09', presence }
      await acts('parquet.lyon', id, 'procedure.acquitted', { ...judged, ...told })
      expect((await acts('parquet.lyon', id, type, { finalOn, accused: 'same' })).statusCode).toBe(200)
      const { rows } = await site.db.owner.query<{ state: string }>(
        `select state from deadline where case_id = $1 and code = 'D-APPEAL-JUDGMENT'`,
        [id]
      )
      return rows.map(({ state }) => state)
    }
    expect(await after('conviction.final', 'present', '2026-11-13')).toEqual(['stopped'])
    // Served on the 9th, it ends in law on the 19th.
    expect(await after('conviction.final', 'unknown', '2026-11-13')).toEqual(['running'])
    expect(await after('conviction.final', 'unknown', '2026-11-20')).toEqual(['stopped'])
    // Older than the inquiry that the file knows of, it is news of something else, and ends nothing.
    expect(await after('acquittal.final', 'present', '2026-11-13')).toEqual(['running'])
  })

  it('of the assize court as of the others (CPP 380-9)', async () => {
    const id = await investigated()
    const verdict = { ...judged, court: 'assizes', presence: 'present' }
    expect((await acts('parquet.lyon', id, 'procedure.acquitted', verdict)).statusCode).toBe(200)
    expect(await clock(id, 'D-APPEAL-ASSIZES')).toMatchObject({ startsOn: '2026-11-16', dueOn: '2026-11-26' })
    expect(await clock(id, 'D-APPEAL-JUDGMENT')).toBeUndefined()
  })
})

describe('service of the judgment (CPP 498)', () => {
  const pronounced = async (presence: string) => {
    const id = await investigated()
    await acts('parquet.lyon', id, 'conviction.pronounced', {
      court: 'criminal',
      pronouncedOn: '2026-11-16',
      presence
    })
    await acts('parquet.lyon', id, 'judgment.served', {
      court: 'criminal',
      about: 'acts',
      on: '2026-11-20',
      absent: true
    })
    return (await reads('asso.rhone', id)).deadlines.filter((one: Clock) => one.code === 'D-APPEAL-JUDGMENT')
  }

  it('gives nothing to who was there or was told the day: their safe day stays, and another’s ten days begin', async () => {
    for (const presence of ['present', 'informed'])
      expect(await pronounced(presence)).toMatchObject([{ dueOn: '2026-11-26' }, { dueOn: '2026-11-30' }])
  })

  it('starts a time of its own where the one of an earlier judgment was over before (CPP 498)', async () => {
    const id = await investigated()
    await acts('parquet.lyon', id, 'conviction.pronounced', {
      ...{ court: 'criminal', pronouncedOn: '2025-03-03', presence: 'unknown', signifiedOn: '2025-03-10' }
    })
    await fireDue(site.gate)
    await acts('parquet.lyon', id, 'judgment.served', {
      ...{ court: 'criminal', about: 'acts', on: '2026-11-20', absent: true }
    })
    const clocks = (await reads('asso.rhone', id)).deadlines.filter(
      (one: Clock) => one.code === 'D-APPEAL-JUDGMENT' && one.startsOn === '2026-11-20'
    )
    expect(clocks).toMatchObject([{ dueOn: '2026-11-30', state: 'running' }])
  })

  it('of a court of appeal starts the five clear days before the Court of cassation (CPP 568)', async () => {
    const id = await investigated()
    await acts('parquet.lyon', id, 'judgment.served', {
      ...{ court: 'appeal', about: 'acts', on: '2026-11-20', absent: true }
    })
    expect(await clock(id, 'D-CASSATION')).toMatchObject({ startsOn: '2026-11-20', dueOn: '2026-11-26' })
    expect(await clock(id, 'D-APPEAL-JUDGMENT')).toBeUndefined()
  })

  it('starts the time of who was neither, and leaves the safe day of who may have been', async () => {
    expect(await pronounced('absent')).toMatchObject([{ dueOn: '2026-11-30', legalEnd: null }])
    expect(await pronounced('unknown')).toMatchObject([
      { dueOn: '2026-11-26', legalEnd: { on: '2026-11-30' } }
    ])
  })

  it('of a judgment that nobody wrote down, starts it', async () => {
    const id = await investigated()
    await acts('parquet.lyon', id, 'judgment.served', {
      court: 'criminal',
      about: 'acts',
      on: '2026-11-20',
      absent: true
    })
    expect(await clock(id, 'D-APPEAL-JUDGMENT')).toMatchObject({ dueOn: '2026-11-30' })
  })
})

describe('a ruling on appeal (CPP 568): five clear days, moved to a working day (801)', () => {
  const onAppeal = async () => {
    const id = await investigated()
    await acts('parquet.lyon', id, 'conviction.pronounced', {
      ...{ court: 'criminal', pronouncedOn: '2026-09-01', presence: 'present' }
    })
    await acts('parquet.lyon', id, 'acquittal.appealed', { on: '2026-09-04', against: 'judgment' })
    return id
  }
  const ruled = { pronouncedOn: '2026-11-16', presence: 'present' }

  it.each(['appeal', 'criminal'])(
    'of the court of appeal, said to be « %s », ends on Monday 23 November',
    async (court) => {
      const id = await onAppeal()
      await acts('parquet.lyon', id, 'procedure.acquitted', { court, ...ruled })
      expect(await clock(id, 'D-CASSATION')).toMatchObject({ startsOn: '2026-11-16', dueOn: '2026-11-23' })
      await acts('asso.rhone', id, 'civil.appealed', { on: '2026-11-20', against: 'ruling' })
      expect(await clock(id, 'D-CASSATION')).toBeUndefined()
    }
  )

  it('of the chamber that confirms a non-lieu, from the ruling, and in law from its notice (CPP 217)', async () => {
    const id = await onAppeal()
    const ruling = { by: 'chamber', ruledOn: '2026-11-16', notifiedOn: '2026-11-19' }
    await acts('parquet.lyon', id, 'procedure.no_case', ruling)
    expect(await clock(id, 'D-CASSATION')).toMatchObject({
      dueOn: '2026-11-23',
      legalEnd: { on: '2026-11-25' }
    })
    expect(await clock(id, 'D-APPEAL-CIVIL')).toBeUndefined()
  })

  it('of a non-lieu on appeal of which nobody said who gave it, leaves the shorter time beside the other', async () => {
    const id = await onAppeal()
    await acts('parquet.lyon', id, 'procedure.no_case', { notifiedOn: '2026-11-16' })
    expect(await clock(id, 'D-CASSATION')).toMatchObject({ dueOn: '2026-11-23' })
  })
})

describe('a complaint that is learnt of after the conviction (CESEDA L425-3)', () => {
  it('is added to it, names the offence, and opens no procedure under a final conviction', async () => {
    const id = await tell.consenting()
    const report = { factsTerritory: '69', told: 'before', secrecy: 'agreed' }
    await tell.act('asso.rhone', id, 'prosecutor.report', report)
    await tell.act('parquet.lyon', id, 'conviction.final', { accused: 'same', finalOn: '2026-11-10' })
    const added = await acts('asso.rhone', id, 'complaint.add', complaint)
    expect(added.statusCode, added.body).toBe(200)
    expect(await tell.row(id)).toMatchObject({ judicial: 'convicted_final' })
    expect((await tell.row(id))['facts']).toMatchObject({ offences: ['225-4-1'], procedureOpen: false })
  })
})

describe('limitation', () => {
  it('CPP 8 and 9-2: six years from the acts, then from an act of investigation', async () => {
    const id = await investigated()
    expect(await clock(id, 'D-LIMIT')).toMatchObject({ startsOn: '2026-11-01', dueOn: '2032-11-01' })
    const act = { kind: 'investigation', on: '2026-11-20' }
    expect((await acts('parquet.lyon', id, 'investigation.act', act)).statusCode).toBe(200)
    expect(await clock(id, 'D-LIMIT')).toMatchObject({ startsOn: '2026-11-20', dueOn: '2032-11-20' })
  })
})
