import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import {
  contactKinds,
  toldOfMinors,
  toldWords,
  type MinorsConvention
} from '../../workflows/configuration/local/protocol.ts'
import { isMinor } from '../../workflows/facts/facts.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { conventionIn, decidingIn } from '../cases/configuration.ts'
import type { Tx } from '../db/context.ts'
import type { DisclosedCase } from '../disclosure/door.ts'
import type { CaseAction } from '../views/schemas.ts'
import { actionOf } from './actions.ts'

/** The kinds that an act asks, whether or not one of them is asked already. */
const asked = (type: CommandType): ReferralKind[] =>
  commandRow(type).effects.flatMap((effect) =>
    effect.type === 'openReferral' || effect.type === 'ensureReferral' ? [effect.kind] : []
  )

/** Every act of a childhood, and whatever else asks of a child one of those whom a convention may name. */
const isOfChild = (type: CommandType, { facts }: DisclosedCase) =>
  commandRow(type).region === 'minor' ||
  (isMinor({ ageGroup: 'adult', ...facts }) && asked(type).some((kind) => toldOfMinors.includes(kind)))

type Services = NonNullable<CaseAction['services']>

/** Each service that a convention names, with the acts of this reader that ask it and are open now. */
const proposed = async (tx: Tx, told: DisclosedCase, kinds: MinorsConvention['told']): Promise<Services> => {
  if (kinds.length === 0) return []
  const deciding = await decidingIn(tx, told.inCharge)
  return kinds.map((kind) => ({
    label: toldWords(kind)[told.reader.locale],
    acts: commandTypes
      .filter((type) => asked(type).includes(kind))
      .flatMap((type) => actionOf(type, told, deciding) ?? [])
      .filter(({ enabled, unusual }) => enabled && unusual === undefined)
      .map(({ command, label }) => ({ command, label }))
  }))
}

/**
 * Whom the convention for minors of where the person is names, beside each act on a child: whom one calls, and the services that are
 * proposed. Of where they were met as far as that is told. It widens nothing: a service is asked by an act that its reader has anyway.
 */
export const conventionOf = async (
  tx: Tx,
  type: CommandType,
  told: DisclosedCase
): Promise<Pick<CaseAction, 'contacts' | 'services'>> => {
  if (!isOfChild(type, told)) return {}
  const { inCharge, configVersion, reader } = told
  const convention = await conventionIn(tx, { ...inCharge, pin: configVersion })
  if (convention === null) return {}
  const contacts = convention.contacts.map((one) => ({
    ...one,
    kind: contactKinds[one.kind][reader.locale]
  }))
  const services = await proposed(tx, told, convention.told)
  return { ...(contacts.length > 0 && { contacts }), ...(services.length > 0 && { services }) }
}
