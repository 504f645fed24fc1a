import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Actor } from '../actor.ts'
import { managesAccess } from '../organisations.ts'

/** Kinds of informal settlements, by the words of those who mediate there. */
export const settlementKinds = {
  shanty_town: { fr: 'bidonville', en: 'shanty town' },
  squat: { fr: 'squat', en: 'squat' },
  camp: { fr: 'campement', en: 'camp' },
  other: { fr: 'autre lieu de vie informel', en: 'another informal settlement' }
} as const satisfies Record<string, Bilingual>
export type SettlementKind = keyof typeof settlementKinds

/**
 * Who reads the settlements of their own organisation: those who mediate there. Those of another organisation are there for nobody,
 * and no case is ever counted or found by one: it would say where people live. PostgreSQL lists the same.
 */
export const readsSettlements = ({ role, accredited }: Pick<Actor, 'role' | 'accredited'>): boolean =>
  accredited && role === 'school_mediation'

/** Added and closed by whoever manages the access of that organisation. */
export const keepsSettlements = (actor: Pick<Actor, 'role' | 'accredited' | 'manager'>): boolean =>
  readsSettlements(actor) && managesAccess(actor)
