import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { abilityFor } from '../../policies/abilities.ts'
import { houses, roles, type OrgType, type Role } from '../../policies/actor.ts'
import { commandRow, isCommandType } from '../../workflows/commands.ts'
import { closed } from '../../workflows/fields.ts'
import { isReferralCommand, referralRow } from '../../workflows/referral.machine.ts'
import type { Bilingual } from '../../workflows/vocabulary.ts'
import { decodeCursor, encodeCursor } from '../cases/cursor.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import type { Reader } from '../cases/view.ts'
import { ask, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import type { Locale } from '../http/locale.ts'
import { AuditList, type AuditLine } from '../views/audit.ts'

type Row = {
  at: Date
  chain: string
  seq: string
  name: string | null
  organisation: string | null
  orgType: string | null
  role: string
  action: string
  object: string
  outcome: string
  detail: string
}

const words: Record<string, Bilingual> = {
  read: { fr: 'Lecture', en: 'Reading' },
  allowed: { fr: 'fait', en: 'done' },
  denied: { fr: 'refusé', en: 'denied' },
  sign_in: { fr: 'Connexion', en: 'Sign-in' },
  sign_in_refused: { fr: 'Connexion refusée', en: 'Sign-in refused' },
  'configuration.read': { fr: 'Réglages lus', en: 'Settings read' },
  'configuration.draft': { fr: 'Brouillon de réglages créé', en: 'Draft of settings created' },
  'configuration.save': { fr: 'Brouillon de réglages enregistré', en: 'Draft of settings saved' },
  'configuration.publish': { fr: 'Réglages publiés', en: 'Settings published' },
  'configuration.withdraw': { fr: 'Réglages retirés', en: 'Settings withdrawn' },
  'configuration.start': { fr: 'Passage de dossiers lancé', en: 'Move of cases started' },
  'configuration.undo': { fr: 'Passage de dossiers défait', en: 'Move of cases undone' },
  'place.add': { fr: 'Place ajoutée', en: 'Place added' },
  'place.change': { fr: 'Place modifiée', en: 'Place changed' },
  'place.out': { fr: 'Place mise hors service', en: 'Place taken out of service' },
  'place.back': { fr: 'Place remise en service', en: 'Place back in service' },
  'place.address': { fr: 'Adresse d’une place enregistrée', en: 'Address of a place recorded' },
  'configuration.preview': { fr: 'Aperçu d’une bascule lu', en: 'Preview of a move read' },
  'glass.open': { fr: 'Accès d’urgence ouvert', en: 'Emergency access opened' },
  'glass.confirm': { fr: 'Accès d’urgence confirmé', en: 'Emergency access confirmed' },
  'glass.refuse': { fr: 'Accès d’urgence refusé', en: 'Emergency access refused' },
  'glass.lapse': { fr: 'Accès d’urgence jamais confirmé', en: 'Emergency access never confirmed' },
  sign_out: { fr: 'Déconnexion', en: 'Sign-out' }
}

const actWord = (action: string, locale: Locale): string => {
  if (isCommandType(action)) return commandRow(action).done[locale]
  const step = action.replace('referral.', '')
  return isReferralCommand(step) ? referralRow(step).label[locale] : (words[action]?.[locale] ?? action)
}

// A shelter's name, or that of who works there, beside a case would say where the person is.
const aShelter: Bilingual = { fr: 'Structure d’accueil', en: 'Shelter' }
const hidden = ({ orgType }: Row) => orgType !== null && houses(orgType as OrgType)

const lineOf = (row: Row, locale: Locale): AuditLine => ({
  at: row.at.toISOString(),
  actor: {
    name: hidden(row) ? '' : (row.name ?? ''),
    organisation: hidden(row) ? aShelter[locale] : (row.organisation ?? ''),
    role: roles[row.role as Role]?.[locale] ?? row.role
  },
  act: row.action,
  actLabel: actWord(row.action, locale),
  object: row.object,
  caseCode: null,
  outcome: row.outcome === 'allowed' ? 'done' : 'denied',
  outcomeLabel: words[row.outcome]![locale],
  detail: row.detail
})

const pageSize = 50

const listAudit = async (
  tx: Tx,
  { locale }: Reader,
  { cursor, case: caseId }: { cursor?: string; case?: string }
) => {
  const start = cursor === undefined ? null : decodeCursor(cursor, ['at', 'chain', 'seq'])
  const rows = await ask<Row>(
    tx,
    `select a.at, a.chain, a.seq::text, p.display_name as name, o.name as organisation, o.type as "orgType", a.role, a.action, a.object, a.outcome, a.detail
     from audit_event a left join person p on p.id = a.person_id left join organisation o on o.id = a.org_id
     where ($1::text is null or a.chain = $1) and ($2::timestamptz is null or (a.at, a.chain, a.seq) < ($2, $3::text, $4::bigint))
     order by a.at desc, a.chain desc, a.seq desc limit ${pageSize + 1}`,
    [caseId === undefined ? null : `case:${caseId}`, ...(start ?? [null, null, null])]
  )
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    items: page.map((row) => lineOf(row, locale)),
    next: rows.length > pageSize && last ? encodeCursor([last.at.toISOString(), last.chain, last.seq]) : null
  }
}

const query = closed({
  cursor: Type.Optional(Type.String({ maxLength: 300 })),
  case: Type.Optional(Type.String({ format: 'uuid' }))
})

/** Acts, readings and denials: who, when, on what; never a value. For the data protection officer alone. */
export const auditRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  app.get('/api/audit', { schema: { querystring: query, response: { 200: AuditList } } }, async (request) => {
    if (!abilityFor(request.actor).can('read', 'Audit')) throw new NotFound('not for this role')
    return reading(deps)(request, (tx, reader) =>
      listAudit(tx, reader, request.query as { cursor?: string; case?: string })
    )
  })
}
