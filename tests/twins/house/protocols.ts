import { codedList } from '../../../workflows/configuration/coded.ts'
import {
  extendableLists,
  locallyExtendable,
  type AddedReason
} from '../../../workflows/configuration/added.ts'
import { departmentOf, placeMark } from '../../../workflows/configuration/local/place.ts'
import {
  contactKinds,
  localCodes,
  toldOfMinors,
  type ContactKind,
  type LocalProtocol
} from '../../../workflows/configuration/local/protocol.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import type { ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'
import type { TestWorld } from '../../support/world.ts'

// A protocol that sets all that a territory may set, each in another way than the country does.

const refined = (of: string): string =>
  of.startsWith('referrals.')
    ? Object.keys(kindRow(of.slice('referrals.'.length) as ReferralKind).refusals)[0]!
    : Object.keys(codedList(of.slice('lists.'.length))!.codes)[0]!

/** One reason more in each list that a territory may add to. */
const addedIn = (place: string): AddedReason[] =>
  [
    ...locallyExtendable.map((kind) => `referrals.${kind}`),
    ...extendableLists.map((id) => `lists.${id}`)
  ].map((of) => ({
    of,
    code: `${refined(of)}${placeMark(place)}own`,
    label: { fr: `Motif propre au ${place}`, en: `Reason of ${place} alone` },
    leadsTo: null
  }))

const shorter = localCodes.map((code) => {
  const { n, unit } = september2026.durations[code]
  return [code, { n: Math.max(1, Math.floor(n / 2)), unit }] as const
})

/** The members of the cell whom lives call together still make a quorum, and may conclude between meetings. */
export const allSetIn = (name: string, effectiveOn: string): LocalProtocol => {
  const place = name.split('-')[0]!
  return {
    ...{ name, place, effectiveOn, title: `Protocole ${name}`, text: 'Article 1er.', reference: '' },
    signedOn: null,
    parties: [
      { kind: 'prefecture', name: `Préfecture du ${place}` },
      { kind: 'prosecution', name: `Parquet du ${place}` }
    ],
    rules: {
      composition: september2026.composition.map((seat) => ({ ...seat, seats: seat.seats + 1 })),
      decidesBy: 'majority',
      quorum: { members: 2, institutions: 2, mustInclude: ['association', 'police'] },
      concludes: ['association', 'police'],
      durations: Object.fromEntries(shorter),
      added: addedIn(place),
      minors: {
        parties: [
          { kind: 'ase', name: `Aide sociale à l’enfance du ${place}` },
          { kind: 'prosecution', name: `Parquet des mineurs du ${place}` }
        ],
        contacts: (Object.keys(contactKinds) as ContactKind[]).map((kind) => ({
          ...{ kind, name: `Service du ${place}`, reach: `04 00 00 00 ${place}` }
        })),
        told: [...toldOfMinors]
      }
    }
  }
}

const signed = `insert into local_protocol (id, name, place, territory, state, effective_on, body, created_by, org_id, writers, created_at, signed_at)
  select gen_random_uuid(), $1, $2, $3, 'signed', $4::date, $5, $6, $7, array[$6::uuid], $4::date, $4::date`

/** In force from its day on, and told to nobody: what is told of a signature is no part of a life. */
export const putInForce = async ({ db, as }: TestWorld, protocol: LocalProtocol): Promise<void> => {
  const { name, place, effectiveOn } = protocol
  const { personId, orgId } = as('cellule.69')
  const values = [name, place, departmentOf(place), effectiveOn, protocol, personId, orgId]
  await db.owner.query(signed, values)
}
