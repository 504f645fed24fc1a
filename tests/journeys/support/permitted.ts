import type { Stage } from './stage.ts'

/** The reflection is proposed and wished, and the prefecture has handed over its receipt. */
export async function reflecting({ tell, day }: Stage): Promise<string> {
  const on = day()
  const id = await tell.presumed({ metOn: on })
  await tell.act('asso.rhone', id, 'person.inform', { on, ...tell.how, helpWithoutConsent: true })
  await tell.act('asso.rhone', id, 'consent.record', { scopes: ['C', 'E', 'F'], ...tell.how })
  const { language, means } = tell.how
  const offered = { on, language, means, confidential: true, wishes: true }
  await tell.act('asso.rhone', id, 'reflection.offer', offered)
  await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
  await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
  await tell.act('prefecture.69', id, 'receipt.handed', { handedOn: on, number: 'R-1' })
  return id
}

/** A complaint, a receipt of reflection, and the one-year permit applied for: what comes before the prefecture's yes. */
export async function appliedForPermit(stage: Stage): Promise<string> {
  const { tell, day } = stage
  const on = day()
  const id = await reflecting(stage)
  const offences = ['225-4-1']
  const complaint = { on, unit: 'Brigade', receipt: 'R-2', offences, factsTerritory: '69' }
  await tell.act('asso.rhone', id, 'complaint.file', complaint)
  await tell.move('parquet.lyon', await tell.referral(id, 'prosecutor'), 'accept')
  const application = { on, proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }
  await tell.act('asso.rhone', id, 'permit.apply', application)
  return id
}
