import { addDays, addMonths, type CivilDate } from '../../workflows/calendar/calendar.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import type { OrgType } from '../../policies/actor.ts'
import {
  regimes,
  standingOn,
  type Approval,
  type Regime,
  type RegimeStanding
} from '../../policies/habilitations.ts'
import { holdsRegimes, warnedMonthsAhead } from '../../policies/organisations.ts'
import { besideAnother, openedBy, regimeRows, regimesFor } from '../../policies/organisations/regimes.ts'
import type { Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import { RuleRefused } from '../errors.ts'
import type { RegimeView } from '../views/organisations/organisations.ts'
import { mustAdminister, mustBeOpen, organisationOf } from './store.ts'
import { todayOf } from './today.ts'

/** The days that were written of a regime, from which those in which it is in force are counted. */
export type Given = Approval & { orgId: string; regime: Regime }
type Decided = Given & { decision: string | null }

export const givenColumns = `h.org_id as "orgId", h.regime, h.since::text, h.until::text, h.asked_on::text as "askedOn",
  h.complete_on::text as "completeOn"`
const given = `select ${givenColumns}, h.decision from habilitation h where h.org_id = any($1::uuid[])`

export const regimesGiven = (tx: Tx, orgIds: readonly string[]): Promise<Decided[]> =>
  runQuery<Decided>(tx, given, [orgIds])

/** Until which day an end counts as near. */
const soon = (today: CivilDate) => addMonths(today, warnedMonthsAhead[0])

const standing = (one: Given, today: CivilDate): RegimeStanding | null => standingOn(one.regime, one, today)

/** The end of a regime in force, where one is near. */
export const endOf = (one: Given, today: CivilDate, near = soon(today)): CivilDate | null => {
  const found = standing(one, today)
  return found?.state === 'inForce' && found.to !== null && found.to <= near ? found.to : null
}

/** The first end that is near. */
export const endingSoon = (all: readonly Given[], today: CivilDate): CivilDate | null =>
  all.flatMap((one) => endOf(one, today) ?? []).toSorted()[0] ?? null

/** In force, or to come: what may be taken away. */
export const isLiving = (one: Given, today: CivilDate): boolean => {
  const found = standing(one, today)
  return found !== null && found.state !== 'ended'
}

const states = {
  none: { fr: 'non donné', en: 'not given' },
  asked: { fr: 'demandé', en: 'asked for' },
  ahead: { fr: 'à venir', en: 'to come' },
  inForce: { fr: 'en vigueur', en: 'in force' },
  endsSoon: { fr: 'prend fin bientôt', en: 'ends soon' },
  ended: { fr: 'terminé', en: 'ended' }
} as const

/** A regime as it is enforced: its days are those that the law counts, whoever wrote which. */
const regimeView = (
  { type, regime, living }: { type: OrgType; regime: Regime; living: readonly Regime[] },
  one: Decided | undefined,
  { locale, now }: Reader
): RegimeView => {
  const today = todayOf(now)
  const found = one ? standing(one, today) : null
  const state = one && endOf(one, today) ? 'endsSoon' : (found?.state ?? 'none')
  const { givenBy, basis, opensNothing, afterwards, ...words } = regimeRows[regime]
  const { askedOn = null, completeOn = null, decision = null } = one ?? {}
  return {
    regime,
    label: words[locale],
    givenBy: givenBy[locale],
    basis,
    opens: openedBy(regime, type).map((command) => commandRow(command).label[locale]),
    opensNothing: opensNothing?.[locale] ?? null,
    afterwards: afterwards?.[locale] ?? null,
    warning: besideAnother(regime, living)?.[locale] ?? null,
    ...{ since: found?.from ?? null, until: found?.to ?? null, bySilence: found?.bySilence ?? false },
    ...{ askedOn, completeOn, decision, state },
    stateLabel: states[state][locale]
  }
}

/** Those that may be given to it, given or not, of an organisation that acts under regimes, and whatever it holds. */
export const regimeViews = (type: OrgType, held: readonly Decided[], reader: Reader): RegimeView[] => {
  if (!holdsRegimes(type)) return []
  const living = held.filter((one) => isLiving(one, todayOf(reader.now))).map(({ regime }) => regime)
  return regimes.flatMap((regime) => {
    const one = held.find((each) => each.regime === regime)
    return one || regimesFor(type).includes(regime) ? [regimeView({ type, regime, living }, one, reader)] : []
  })
}

// Where silence on a request had renewed it, or would, that request counts no more.
const end = `update habilitation set until = $3, asked_on = case when since is null then asked_on end,
  complete_on = case when since is null then complete_on end where org_id = $1 and regime = $2`

type Ending = { orgId: string; regime: string; reason: string }

/** Taken away by one, from today on: it opened its acts until yesterday. The journal keeps why. */
export const endRegime = (gate: Gate, asked: Keyed, { orgId, regime, reason }: Ending) =>
  acting(
    gate,
    asked,
    { action: 'regime.end', orgId, aggregate: 'organisation', id: orgId, request: { orgId, regime, reason } },
    async (tx, at) => {
      mustAdminister(asked)
      mustBeOpen(await organisationOf(tx, orgId, true))
      const one = (await regimesGiven(tx, [orgId])).find((held) => held.regime === regime)
      if (!one || !isLiving(one, todayOf(at)))
        throw new RuleRefused('not in force', {
          fr: 'Ce régime n’est pas en vigueur.',
          en: 'This regime is not in force.'
        })
      await runQuery(tx, end, [orgId, regime, addDays(todayOf(at), -1)])
      return { detail: `${regime}: ${reason}` }
    }
  )
