import type { acting } from './acting.ts'
import { anInput } from './cases.ts'

type Telling = ReturnType<typeof acting>

/** A woman who asks for asylum, for whom OFII seeks a place. */
export const askedOfOfii = async (tell: Telling) => {
  const id = await tell.flagged('asso.rhone', { asylumLink: true })
  await tell.act('asso.rhone', id, 'person.inform', {
    on: '2026-11-24',
    ...tell.how,
    helpWithoutConsent: true
  })
  await tell.act('asso.rhone', id, 'consent.record', { scopes: ['D'], ...tell.how })
  await tell.act('asso.rhone', id, 'dna.request', { title: 'attestation', agrees: true })
  await tell.move('ofii', await tell.referral(id, 'dna'), 'accept')
  return id
}

/** A child whom child protection knows of. */
export const aChild = async (tell: Telling) => {
  const id = await tell.flagged('asso.rhone', { ageGroup: 'minor', ageBand: '15-17' })
  await tell.act('asso.rhone', id, 'concern.report', anInput('concern.report'))
  return id
}
