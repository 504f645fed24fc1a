import { consentScopes } from '../../../workflows/vocabulary/vocabulary.ts'
import { aFlag } from '../../support/world.ts'
import type { House } from '../house/house.ts'
import { act } from './beginnings.ts'
import { beginLife, kept, play, takenUp, type Life, type Step } from './play.ts'

const how = { language: 'bin', means: 'in_person', interpreter: true }
const on = '2026-05-04'

/** Flagged by OFII, weighed by the cell that meets, followed by an association, in care, and offered a place far away. */
const common = ({ actors, places }: House): Step[] => [
  { type: 'flag', by: 'ofii', input: { ...aFlag({ metOn: on }) } },
  act('cellule.69', 'triage.start'),
  { type: 'meeting' },
  act('cellule.69', 'referent.name', { orgId: actors.get('asso.rhone')!.orgId }),
  act('asso.rhone', 'person.inform', { on, ...how, helpWithoutConsent: true }),
  act('asso.rhone', 'consent.record', { scopes: Object.keys(consentScopes), ...how }),
  act('asso.rhone', 'health.refer', {
    destination: 'general',
    recipientId: actors.get('soin.69')!.orgId
  }),
  { type: 'referral', by: 'soin.69', of: 'act6:referral:health#1', command: 'accept', input: {} },
  act('asso.rhone', 'acse.request', { adhesion: true, needs: 'au calme' }),
  { type: 'referral', by: 'acse', of: 'act8:referral:acse#1', command: 'accept', input: {} },
  act('asso.rhone', 'lawyer.refer', { address: 'cabinet@exemple.test' }),
  act('acse', 'acse.offer', { placeId: places['foyer.azur']![0]! })
]

const playAll = async (life: Life, steps: readonly Step[]) => {
  for (const step of steps) {
    const outcome = await play(life, step)
    if (!outcome.done) throw new Error(`${step.type} was refused: ${outcome.status} ${outcome.code}`)
  }
}

/**
 * What a pair shares is lived once for all the pairs that share it, and taken up again where it stood; anew in a product that
 * makes something else of what the queue holds.
 */
export const lived = async (house: House, shared: readonly Step[] = []): Promise<Life> => {
  const steps = [...common(house), ...shared]
  const told = JSON.stringify(steps)
  const known = house.begun.get(steps.length)
  if (known?.told === told && known.life.house.workOff === house.workOff)
    return takenUp({ ...known.life, house })
  const life = await (shared.length > 0 ? lived(house, shared.slice(0, -1)) : beginLife(house))
  await playAll(life, steps.slice(life.steps))
  house.begun.set(steps.length, { told, life: await kept(life) })
  return life
}
