import type { Stage } from './stage.ts'

/** What happened before a journey begins, told through the gate and not through the pages. */
export async function consenting({ tell, day }: Stage): Promise<string> {
  const id = await tell.presumed({ metOn: day() })
  await tell.act('asso.rhone', id, 'person.inform', { on: day(), ...tell.how, helpWithoutConsent: true })
  await tell.act('asso.rhone', id, 'consent.record', { scopes: ['C', 'E'], ...tell.how })
  return id
}

/** A shelter is asked for, and the national desk looks for it. */
export async function sought(stage: Stage): Promise<string> {
  const { tell } = stage
  const id = await consenting(stage)
  await tell.act('asso.rhone', id, 'acse.request', { adhesion: true })
  await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
  return id
}
