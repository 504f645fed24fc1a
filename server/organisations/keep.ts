import { courtsOf } from '../../workflows/calendar/jurisdictions.ts'
import { isTerritory, territories } from '../../workflows/calendar/territories.ts'
import type { OrgType } from '../../policies/actor.ts'
import { answerable, bearsCourt, bearsTerritory, changesByTwo } from '../../policies/organisations.ts'
import type { Gate } from '../acts/command-validation.ts'
import { noneOf } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { poolOf, runQuery, whenCommitted, type Tx } from '../db/context.ts'
import { RuleRefused, type FieldProblem } from '../errors.ts'
import { wake } from '../outbox/wake.ts'
import { accrediting, putProposal, restated } from './proposals.ts'
import { kindAsked } from './proposing/kind.ts'
import { mustAdminister, mustBeOpen, organisationOf, standingOf, type OrganisationRow } from './store.ts'

export type Described = {
  name: string
  territory?: string | null
  region?: string | null
  court?: string | null
  siret?: string | null
}
export type NewOrganisation = Described & { type: OrgType; directoryId?: string | null }

/** Regions by which a structure whose place is a secret is known. */
export const regionNames: readonly string[] = [...new Set(territories.map(({ region }) => region.name))]

const wrong = (field: string, code: string, fr: string, en: string): FieldProblem => ({
  field,
  code,
  message: { fr, en }
})

/** The check digit of a SIRET, but for the one of La Poste, which has its own. */
const isSiret = (word: string): boolean => {
  if (!/^\d{14}$/.test(word)) return false
  if (word.startsWith('356000000')) return true
  const digits = [...word].map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
  return digits.reduce((sum, n) => sum + (n > 9 ? n - 9 : n), 0) % 10 === 0
}

/** What is wrong with a description, by field; a CSV says it by column. */
export const descriptionProblems = (type: OrgType, one: Described): FieldProblem[] => {
  const { territory = null, region = null, court = null, siret = null } = one
  const placed = bearsTerritory(type)
  return [
    ...(one.name.trim().length < 2 ? [wrong('name', 'required', 'Donnez son nom', 'Give its name')] : []),
    ...(placed && (territory === null || !isTerritory(territory))
      ? [wrong('territory', 'required', 'Choisissez son département', 'Choose its département')]
      : []),
    ...(!placed && territory !== null
      ? [
          wrong(
            'territory',
            'forbidden',
            'Ce genre d’organisation ne porte pas de département',
            'This kind of organisation bears no département'
          )
        ]
      : []),
    ...(region !== null && (placed || !regionNames.includes(region))
      ? [
          wrong(
            'region',
            'forbidden',
            'La région ne se dit que d’une structure sans département',
            'A region is said of a structure without a département alone'
          )
        ]
      : []),
    ...(court !== null && (!bearsCourt(type) || territory === null || !courtsOf(territory).includes(court))
      ? [
          wrong(
            'court',
            'unknown',
            'Ce tribunal n’est pas de ce département',
            'This court is not of this département'
          )
        ]
      : []),
    ...(siret !== null && !isSiret(siret)
      ? [
          wrong(
            'siret',
            'invalid',
            'Un SIRET a quatorze chiffres, dont une clé de contrôle',
            'A SIRET has fourteen digits, with a check digit'
          )
        ]
      : [])
  ]
}

const twin = `select from organisation where status <> 'closed' and id <> $1
  and ((lower(name) = lower($2) and type = $3 and territory is not distinct from $4) or siret = $5) limit 1`

/** @throws InvalidInput naming each field. */
const mustFit = async (tx: Tx, id: string, type: OrgType, one: Described) => {
  noneOf(descriptionProblems(type, one))
  const same = await runQuery(tx, twin, [id, one.name.trim(), type, one.territory ?? null, one.siret ?? null])
  if (same.length > 0)
    noneOf([
      wrong(
        'name',
        'taken',
        'Une organisation de ce nom, ou de ce SIRET, existe déjà ici',
        'An organisation of this name, or SIRET, exists here already'
      )
    ])
}

const insert = `insert into organisation (id, key, type, name, territory, region, court, siret, directory_id, status)
  values ($1::uuid, 'org-' || $1::uuid::text, $2, $3, $4, $5, $6, $7, $8, 'pending')`

/** Writes one organisation, without any right. */
export const insertOrganisation = (tx: Tx, id: string, one: NewOrganisation) => {
  const { type, name, territory = null, region = null, court = null, siret = null, directoryId = null } = one
  return runQuery(tx, insert, [id, type, name.trim(), territory, region, court, siret, directoryId])
}

/** Made by one person, it has no right before another has confirmed it. */
export const createOrganisation = (gate: Gate, asked: Keyed, one: NewOrganisation) =>
  acting(
    gate,
    asked,
    { action: 'organisation.create', aggregate: 'organisation', request: one },
    async (tx, at, id) => {
      mustAdminister(asked)
      await mustFit(tx, id, one.type, one)
      await insertOrganisation(tx, id, one)
      const by = { personId: asked.actor.personId, at }
      await putProposal(tx, by, accrediting(await organisationOf(tx, id)))
      return { orgId: id }
    }
  )

const change = `update organisation set name = $2, territory = $3, region = $4, court = $5, siret = $6, answers = $7, type = $8 where id = $1`

const answersIn = (type: OrgType, chosen: readonly string[]) => {
  const all = answerable(type)
  const kept = all.filter((kind) => chosen.includes(kind))
  return kept.length === all.length ? null : kept
}

/** How it is described, of which kind, and which referrals of its kind it answers. What takes two persons waits for the second, whole; fewer referrals are done at once. */
export const changeOrganisation = (
  gate: Gate,
  asked: Keyed,
  orgId: string,
  one: Described & { answers: string[]; type?: OrgType }
) =>
  acting(
    gate,
    asked,
    { action: 'organisation.change', orgId, aggregate: 'organisation', id: orgId, request: one },
    async (tx, at) => {
      mustAdminister(asked)
      const row = await organisationOf(tx, orgId, true)
      mustBeOpen(row)
      const type = await kindAsked(tx, row, one.type)
      await mustFit(tx, orgId, type, one)
      const { territory = null, region = null, court = null, siret = null } = one
      const will = {
        name: one.name.trim(),
        siret,
        territory,
        region,
        court,
        // Of another kind it answers all that this one may: what was ticked is of the one before.
        answers: type === row.type ? answersIn(type, one.answers) : null
      }
      const by = { personId: asked.actor.personId, at }
      const takesTwo = row.status !== 'pending' && changesByTwo(standingOf(row), will)
      if (!takesTwo)
        await runQuery(tx, change, [orgId, will.name, territory, region, court, siret, will.answers, type])
      if (takesTwo) await putProposal(tx, by, { kind: 'move', orgId, body: will })
      else if (row.status === 'pending') await restated(tx, by, await organisationOf(tx, orgId))
      return { detail: takesTwo ? 'move' : Object.keys(one).sort().join(',') }
    }
  )

/**
 * The cells hear of the cases that nobody accompanies any more; those around a person, of a bed there and of what it had not answered.
 * Which they are, whoever administers is not told.
 */
const tellFallen = async (tx: Tx, { id, status }: OrganisationRow) => {
  await runQuery(tx, 'select tell_left_alone($1)', [id])
  if (status === 'accredited') await runQuery(tx, 'select tell_fallen($1)', [id])
  whenCommitted(tx, () => wake(poolOf(tx)))
}

/** Of a house that is over nothing waits any more: whoever confirmed it would be refused. */
const withdrawing = `update organisation_proposal set state = 'withdrawn', settled_by = $2, settled_at = $3
  where state = 'waiting' and (org_id = $1 or into_org = $1)`

type Taking = { orgId: string; action: 'organisation.suspend' | 'organisation.close'; reason: string }

/** Taken away by one person, at once: its people are out at their next request, and their streams end. */
export const takeAway = (gate: Gate, asked: Keyed, { orgId, action, reason }: Taking) =>
  acting(
    gate,
    asked,
    { action, orgId, aggregate: 'organisation', id: orgId, request: { orgId, reason } },
    async (tx, at) => {
      mustAdminister(asked)
      const row = await organisationOf(tx, orgId, true)
      mustBeOpen(row)
      if (action === 'organisation.suspend') {
        if (row.status !== 'accredited') throw notAccredited()
        await runQuery(tx, `update organisation set status = 'suspended' where id = $1`, [orgId])
      } else {
        await runQuery(tx, withdrawing, [orgId, asked.actor.personId, at])
        await runQuery(tx, `update organisation set status = 'closed', closed_at = $2 where id = $1`, [
          orgId,
          at
        ])
      }
      await tellFallen(tx, row)
      return { detail: reason }
    }
  )

const notAccredited = () =>
  new RuleRefused('not accredited', {
    fr: 'Seule une organisation accréditée se suspend.',
    en: 'Only an accredited organisation is suspended.'
  })
