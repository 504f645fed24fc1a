import { acts, read, site } from '../../../support/running/birthdays.ts'

// Refusals of the prefecture, and the appeals that stand against them.

type Refusal = { appealWithin?: string } & Record<string, unknown>

/** A permit asked for, and the prefecture taking part. */
export const asked = async (on: string) => {
  const { tell } = site
  const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
  await tell.act('asso.rhone', id, 'prefecture.request', {})
  await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
  await tell.act('asso.rhone', id, 'discretion.apply', { on, grounds: 'victim', domiciliation: true })
  return id
}

export const refuses = (
  id: string,
  notifiedOn: string,
  { appealWithin = 'two_months', ...notice }: Refusal = {}
) =>
  acts('prefecture.69', id, 'permit.refuse', {
    ...{ reason: 'condition_missing', tenYears: false, decisionOn: notifiedOn, notifiedOn, appealWithin },
    ...notice
  })
export const refused = async (notifiedOn: string, notice: Refusal = {}) => {
  const id = await asked('2026-05-01')
  await refuses(id, notifiedOn, notice)
  return id
}

/** As the association that accompanies the person is told them. */
export const appeals = async (id: string) =>
  (await read('asso.rhone', id)).deadlines.filter(({ code }) => code.startsWith('D-APPEAL-'))
export const appeal = async (id: string) => (await appeals(id))[0]
export const changes = (id: string, what: string, on: string, more: object = {}) =>
  acts('asso.rhone', id, 'appeal.time', { what, about: 'permit', on, ...more })
