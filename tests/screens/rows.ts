import type { Role } from '../../policies/actor.ts'

/** Where a page stands: an address, or the first line of one of the reader's own lists. */
export type Where = string | { caseFor: string; then?: string } | { referral: string }

type Row = { login: string; pages: Record<string, Where> }

const firstCase = { caseFor: 'todo' }
const anyCase = { caseFor: 'all' }
const received = { referral: 'in' }
const flagging = { jour: '/aujourdhui', signaler: '/signaler/maintenant' }

/** Whose desk is shown, and the page of its main act. The first page of each is that to which a sign-in leads. */
export const screens = {
  asso: {
    login: 'asso.rhone',
    pages: {
      jour: '/aujourdhui',
      danger: '/signaler/danger',
      dossier: firstCase,
      entretien: { ...firstCase, then: '/entretien' }
    }
  },
  cell_secretary: {
    login: 'cellule.69',
    pages: { jour: '/aujourdhui', dossier: firstCase, reunions: '/reunions' }
  },
  cell_member: { login: 'membre.69', pages: { jour: '/aujourdhui', dossier: firstCase } },
  prefecture: {
    login: 'prefecture.69',
    pages: { jour: '/aujourdhui', dossiers: '/dossiers', orientation: received }
  },
  police: { login: 'police.69', pages: { jour: '/aujourdhui', dossier: firstCase } },
  labour_inspection: { login: 'travail.69', pages: { jour: '/aujourdhui', dossier: anyCase } },
  prosecutor: { login: 'parquet.lyon', pages: { jour: '/aujourdhui', orientation: received } },
  juvenile_judge: { login: 'juge.69', pages: { jour: '/aujourdhui', dossier: firstCase } },
  shelter: { login: 'foyer.azur', pages: { jour: '/aujourdhui', places: '/places', orientation: received } },
  siao: { login: 'siao.69', pages: { jour: '/aujourdhui', orientations: '/orientations' } },
  chrs: { login: 'chrs.69', pages: { jour: '/aujourdhui', orientations: '/orientations' } },
  acse_desk: { login: 'acse', pages: { jour: '/aujourdhui', places: '/places', dossier: firstCase } },
  ofii: { login: 'ofii', pages: { jour: '/aujourdhui', places: '/places' } },
  health: { login: 'soin.69', pages: { jour: '/aujourdhui', orientation: received } },
  psp: { login: 'psp.69', pages: { jour: '/aujourdhui', dossier: anyCase } },
  child_protection: { login: 'ase.69', pages: { jour: '/aujourdhui', dossier: firstCase } },
  ad_hoc_guardian: { login: 'adhoc.69', pages: { jour: '/aujourdhui', dossier: anyCase } },
  school: { login: 'ecole.69', pages: flagging },
  school_mediation: { login: 'mediation.69', pages: flagging },
  prison: { login: 'prison.69', pages: flagging },
  probation: { login: 'spip.69', pages: flagging },
  helpline: { login: 'ecoute', pages: flagging },
  miprof: {
    login: 'miprof',
    pages: { chiffres: '/chiffres', publications: '/chiffres/publications' }
  },
  oversight: { login: 'controle', pages: { chiffres: '/chiffres' } },
  womens_rights: { login: 'droits.69', pages: { chiffres: '/chiffres', personnes: '/personnes' } },
  admin: { login: 'admin', pages: { organisations: '/organisations', personnes: '/personnes' } },
  // Of a day before anybody signed in: sign-ins keep the real time.
  dpo: { login: 'dpo', pages: { journal: '/journal?jour=2026-11-23' } }
} as const satisfies Partial<Record<Role, Row>>

/** Who has no desk: the clock, and whoever answers by a link and has only that. */
export const deskless = ['system', 'external'] as const satisfies readonly Role[]

export const widths = { 390: 844, 1280: 800 } as const
export type Width = keyof typeof widths
export const pictureOf = (role: string, page: string, width: Width | string) =>
  `${role}/${page}-${width}.webp`

/** Every picture that there is, by its name in `docs/screens/`. */
export const pictures = (): string[] =>
  Object.entries(screens).flatMap(([role, { pages }]) =>
    Object.keys(pages).flatMap((page) => Object.keys(widths).map((width) => pictureOf(role, page, width)))
  )
