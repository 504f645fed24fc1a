import type { OrgType, Role } from '../../../policies/actor.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'

type Named = { name: string; type: OrgType; territory: string | null }

/** The organisations of those who may be tried, by the keys that the world's seeder knows. */
const organisations = {
  'asso-rhone': { name: 'Association du Rhône', type: 'association', territory: '69' },
  'asso-paris': { name: 'Association de Paris', type: 'association', territory: '75' },
  'cell-69': { name: 'Cellule départementale du Rhône', type: 'cell', territory: '69' },
  'avr-69': { name: 'Aide aux victimes du Rhône', type: 'association', territory: '69' },
  'cell-75': { name: 'Cellule de Paris', type: 'cell', territory: '75' },
  'cell-976': { name: 'Cellule de Mayotte', type: 'cell', territory: '976' },
  'pref-69': { name: 'Préfecture du Rhône', type: 'prefecture', territory: '69' },
  'pref-75': { name: 'Préfecture de police de Paris', type: 'prefecture', territory: '75' },
  'police-69': { name: 'Police judiciaire du Rhône', type: 'police', territory: '69' },
  'work-69': { name: 'Inspection du travail du Rhône', type: 'labour_inspection', territory: '69' },
  ofii: { name: 'OFII', type: 'ofii', territory: null },
  'parquet-lyon': { name: 'Parquet de Lyon', type: 'prosecution', territory: '69' },
  'parquet-75': { name: 'Parquet de Paris', type: 'prosecution', territory: '75' },
  'jirs-lyon': { name: 'JIRS de Lyon', type: 'jirs', territory: '69' },
  'juge-69': { name: 'Tribunal pour enfants de Lyon', type: 'juvenile_court', territory: '69' },
  'foyer-azur': { name: 'Foyer Azur', type: 'shelter', territory: null },
  'foyer-ouest': { name: 'Foyer de l’Ouest', type: 'shelter', territory: null },
  'centre-dna': { name: 'Centre du dispositif national d’asile', type: 'dna_centre', territory: null },
  'soin-69': { name: 'Centre du psychotraumatisme de Lyon', type: 'health', territory: '69' },
  'psp-69': { name: 'Parcours de sortie du Rhône', type: 'psp', territory: '69' },
  'ase-69': { name: 'Aide sociale à l’enfance du Rhône', type: 'ase', territory: '69' },
  'adhoc-69': { name: 'Administration ad hoc du Rhône', type: 'ad_hoc', territory: '69' },
  'ecole-69': { name: 'Service social scolaire du Rhône', type: 'school', territory: '69' },
  'mediation-69': { name: 'Médiation scolaire du Rhône', type: 'school_mediation', territory: '69' },
  'spip-69': { name: 'SPIP du Rhône', type: 'probation', territory: '69' },
  'prison-69': { name: 'Établissement pénitentiaire du Rhône', type: 'prison', territory: '69' },
  ecoute: { name: 'Ligne d’écoute nationale', type: 'helpline', territory: null },
  'siao-69': { name: 'SIAO du Rhône', type: 'siao', territory: '69' },
  'chrs-69': { name: 'CHRS des Deux-Fleuves', type: 'chrs', territory: '69' },
  'droits-69': { name: 'Droits des femmes du Rhône', type: 'womens_rights', territory: '69' },
  controle: { name: 'Contrôle et évaluation', type: 'oversight', territory: null },
  acse: { name: 'Coordination Ac.Sé', type: 'acse', territory: null },
  miprof: { name: 'MIPROF', type: 'miprof', territory: null },
  platform: { name: 'Administration de la plateforme', type: 'platform', territory: null },
  inconnue: { name: 'Organisation inconnue', type: 'unknown', territory: null }
} as const satisfies Record<string, Named>

/**
 * Who may be tried in the demonstration. Every name is invented. The first person of an organisation is the one of its
 * stories.
 */
export type DemoAccount = {
  login: string
  given: string
  family: string
  role: Role | null
  org: Named & { key: string }
  /** Where its organisation works in teams: another one than that of whoever is in its stories, who leads. */
  team?: string
}

type DemoWorld = { key: string; label: Bilingual; accounts: readonly DemoAccount[] }

const account = (
  login: string,
  [given, family]: readonly [given: string, family: string],
  role: Role | null,
  key: keyof typeof organisations
): DemoAccount => ({ login, given, family, role, org: { key, ...organisations[key] } })

export const demoWorlds: readonly DemoWorld[] = [
  {
    key: 'associations',
    label: { fr: 'Associations', en: 'Associations' },
    accounts: [
      account('asso.rhone', ['Nadia', 'Perrin'], 'asso', 'asso-rhone'),
      { ...account('asso.rhone.ouest', ['Solène', 'Garnier'], 'asso', 'asso-rhone'), team: 'Ouest lyonnais' },
      account('asso.paris', ['Camille', 'Lefort'], 'asso', 'asso-paris')
    ]
  },
  {
    key: 'cells',
    label: { fr: 'Cellules', en: 'Local cells' },
    accounts: [
      account('cellule.69', ['Hélène', 'Marchand'], 'cell_secretary', 'cell-69'),
      account('cellule.69.bis', ['Bruno', 'Chevalier'], 'cell_secretary', 'cell-69'),
      account('membre.69', ['Idris', 'Benali'], 'cell_member', 'avr-69'),
      account('cellule.75', ['Thomas', 'Auvray'], 'cell_secretary', 'cell-75'),
      account('cellule.976', ['Zaïna', 'Madi'], 'cell_secretary', 'cell-976')
    ]
  },
  {
    key: 'state',
    label: { fr: 'Services de l’État', en: 'State services' },
    accounts: [
      account('prefecture.69', ['Sylvie', 'Gauthier'], 'prefecture', 'pref-69'),
      account('prefecture.75', ['Marc', 'Delaunay'], 'prefecture', 'pref-75'),
      account('police.69', ['Julien', 'Roche'], 'police', 'police-69'),
      account('membre.69.police', ['Romain', 'Sorel'], 'cell_member', 'police-69'),
      account('travail.69', ['Inès', 'Caron'], 'labour_inspection', 'work-69'),
      account('ofii', ['Lucie', 'Hamel'], 'ofii', 'ofii'),
      account('droits.69', ['Judith', 'Carpentier'], 'womens_rights', 'droits-69')
    ]
  },
  {
    key: 'justice',
    label: { fr: 'Justice', en: 'Justice' },
    accounts: [
      account('parquet.lyon', ['Antoine', 'Mercier'], 'prosecutor', 'parquet-lyon'),
      account('parquet.paris', ['Hugo', 'Lacroix'], 'prosecutor', 'parquet-75'),
      account('jirs.lyon', ['Claire', 'Vasseur'], 'prosecutor', 'jirs-lyon'),
      account('juge.69', ['Élodie', 'Arnaud'], 'juvenile_judge', 'juge-69'),
      account('spip.69', ['Viviane', 'Leclerc'], 'probation', 'spip-69'),
      account('prison.69', ['Odile', 'Charpentier'], 'prison', 'prison-69')
    ]
  },
  {
    key: 'shelters',
    label: { fr: 'Accueil', en: 'Shelters' },
    accounts: [
      account('foyer.azur', ['Paula', 'Costa'], 'shelter', 'foyer-azur'),
      account('foyer.ouest', ['Yann', 'Le Goff'], 'shelter', 'foyer-ouest'),
      account('centre.dna', ['Amina', 'Sow'], 'shelter', 'centre-dna'),
      account('siao.69', ['Régis', 'Fontaine'], 'siao', 'siao-69'),
      account('chrs.69', ['Corinne', 'Blanc'], 'chrs', 'chrs-69')
    ]
  },
  {
    key: 'health',
    label: { fr: 'Soins et protection', en: 'Health and protection' },
    accounts: [
      account('soin.69', ['Béatrice', 'Noël'], 'health', 'soin-69'),
      account('membre.69.sante', ['Agathe', 'Lemoine'], 'cell_member', 'soin-69'),
      account('psp.69', ['Karim', 'Fabre'], 'psp', 'psp-69'),
      account('ase.69', ['Sophie', 'Lambert'], 'child_protection', 'ase-69'),
      account('membre.69.ase', ['Emma', 'Rousseau'], 'cell_member', 'ase-69'),
      account('adhoc.69', ['Denis', 'Moreau'], 'ad_hoc_guardian', 'adhoc-69'),
      account('ecole.69', ['Myriam', 'Vidal'], 'school', 'ecole-69'),
      account('mediation.69', ['Tristan', 'Besson'], 'school_mediation', 'mediation-69')
    ]
  },
  {
    key: 'national',
    label: { fr: 'National', en: 'National' },
    accounts: [
      account('acse', ['Florence', 'Brun'], 'acse_desk', 'acse'),
      account('miprof', ['Gabriel', 'Renard'], 'miprof', 'miprof'),
      account('miprof.bis', ['Lucie', 'Morel'], 'miprof', 'miprof'),
      account('ecoute', ['Lucie', 'Aubert'], 'helpline', 'ecoute'),
      account('controle', ['Aude', 'Maillard'], 'oversight', 'controle'),
      account('admin', ['Maud', 'Tessier'], 'admin', 'platform'),
      account('admin.bis', ['Rémi', 'Daumas'], 'admin', 'platform'),
      account('dpo', ['Olivier', 'Pons'], 'dpo', 'platform')
    ]
  },
  {
    key: 'waiting',
    label: { fr: 'Sans habilitation', en: 'Not accredited' },
    accounts: [account('inconnue.org', ['Alix', 'Vernier'], null, 'inconnue')]
  }
]

/** Everybody who may sign in. */
export const demoPeople: readonly DemoAccount[] = demoWorlds.flatMap((world) => world.accounts)

/** One for each desk: a colleague in another team reads none of what these do. */
export const demoAccounts: readonly DemoAccount[] = demoPeople.filter(({ team }) => team === undefined)
