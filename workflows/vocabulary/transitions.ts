import type { RegionId } from './vocabulary.ts'

type Transition = {
  region: RegionId
  label: string
  /** States to which some act of it leads; acts of the same number may lead elsewhere as well. */
  to: readonly string[]
  /** These facts decide it, whichever act writes them: there is no act to build. */
  settledBy?: readonly string[]
}

/**
 * The mechanism's whole table, T101 to T806, whether its acts are built or not, and what this project adds to it (T807, T808).
 * French only: jurists read it in the documents.
 */
export const transitions = {
  T101: { region: 'identification', label: 'Signaler, puis compléter', to: ['flagged'] },
  T102: { region: 'identification', label: 'Examiner la recevabilité', to: ['under_triage'] },
  T103: {
    region: 'identification',
    label: 'Constater des éléments insuffisants',
    to: ['insufficient_elements']
  },
  T104: { region: 'identification', label: 'Retenir des motifs raisonnables', to: ['presumed'] },
  T105: {
    region: 'identification',
    label: 'Demander l’identification formelle',
    to: ['formal_pending', 'presumed']
  },
  T106: { region: 'identification', label: 'Identifier formellement', to: ['formally_identified'] },
  T107: { region: 'identification', label: 'Ne pas confirmer', to: ['not_confirmed'] },
  T108: { region: 'identification', label: 'Reconnaître par jugement', to: ['court_recognised'] },
  T109: {
    region: 'identification',
    label: 'Fusionner deux dossiers d’une même personne',
    to: ['duplicate_merged']
  },
  T110: { region: 'identification', label: 'Demander un réexamen', to: ['review_open'] },
  T111: { region: 'identification', label: 'Passer à une autre cellule', to: ['transferred_territory'] },
  T201: { region: 'housing', label: 'Mettre à l’abri en urgence', to: ['emergency_local'] },
  T202: { region: 'housing', label: 'Demander un accueil Ac.Sé', to: ['placement_requested'] },
  T203: { region: 'housing', label: 'Donner un accord de principe', to: ['matched'] },
  T204: { region: 'housing', label: 'Tenir l’entretien de pré-accueil', to: ['pre_admission'] },
  T205: { region: 'housing', label: 'Accueillir', to: ['housed_acse'] },
  T206: {
    region: 'housing',
    label: 'Mettre en attente, refuser ou décliner',
    to: ['waiting_list', 'refused_by_structure', 'declined_by_person']
  },
  T207: {
    region: 'asylum_housing',
    label: 'Demander une place d’asile spécialisée, la trouver ou y renoncer',
    to: ['placement_requested', 'matched', 'waiting_list', 'refused_by_structure', 'declined_by_person']
  },
  T208: {
    region: 'asylum_housing',
    label: 'Accueillir dans une place d’asile, la quitter',
    to: ['housed', 'security_alert', 'left', 'absconded']
  },
  T209: { region: 'housing', label: 'Donner l’alerte, déplacer', to: ['security_alert', 'moved'] },
  T210: { region: 'housing', label: 'Enregistrer un départ', to: ['left', 'absconded'] },
  T211: {
    region: 'housing',
    label: 'Terminer l’accueil, ou le trouver ailleurs',
    to: ['ended', 'housed_chrs_other', 'no_need']
  },
  T212: {
    region: 'housing',
    label: 'Enregistrer un placement en zone d’attente ou en rétention, et sa fin',
    to: []
  },
  T301: { region: 'residence', label: 'Proposer le délai de réflexion', to: ['reflection_offered'] },
  T302: { region: 'residence', label: 'Remettre le récépissé de réflexion', to: ['reflection_running'] },
  T303: { region: 'residence', label: 'Interrompre la réflexion', to: ['reflection_interrupted'] },
  T304: { region: 'residence', label: 'Fin du délai de réflexion', to: ['reflection_ended'] },
  T305: { region: 'residence', label: 'Demander le titre', to: ['cst_applied'] },
  T306: { region: 'residence', label: 'Délivrer le récépissé de demande', to: ['cst_recepisse'] },
  T307: { region: 'residence', label: 'Délivrer le titre', to: ['cst_valid'] },
  T308: { region: 'residence', label: 'Renouveler le titre', to: ['cst_renewed'] },
  T309: { region: 'residence', label: 'Autorisation provisoire du parcours de sortie', to: ['aps_psp'] },
  T310: {
    region: 'asylum',
    label: 'Demander l’asile, décision',
    to: ['pending', 'protected', 'refused']
  },
  T311: {
    region: 'residence',
    label: 'Demander un titre pour hébergement indigne, ou l’admission exceptionnelle',
    to: ['l425_11', 'humanitarian_discretion']
  },
  T312: { region: 'residence', label: 'Carte de dix ans après condamnation', to: ['cr10'] },
  T313: { region: 'residence', label: 'Refuser ou retirer le titre', to: ['refused_permit'] },
  T314: { region: 'residence', label: 'Saisir le tribunal administratif', to: ['appeal'] },
  T315: {
    region: 'residence',
    label: 'Nationalité et séjour connus',
    to: ['eu_or_french', 'regular_other', 'irregular'],
    settledBy: ['nationality', 'stay']
  },
  T316: { region: 'residence', label: 'Enregistrer une obligation de quitter le territoire', to: [] },
  T317: { region: 'asylum', label: 'Enregistrer un transfert vers un autre État', to: [] },
  T401: { region: 'judicial', label: 'Signaler au titre de l’article 40', to: ['report_art40'] },
  T402: { region: 'judicial', label: 'Déposer plainte', to: ['complaint_filed'] },
  T403: { region: 'judicial', label: 'Étape de la procédure', to: ['investigation', 'instruction', 'trial'] },
  T404: { region: 'judicial', label: 'Mesures de protection', to: [] },
  T405: {
    region: 'judicial',
    label: 'Classement, non-lieu ou acquittement',
    to: ['decided', 'dismissed', 'acquitted_final', 'on_appeal']
  },
  T406: { region: 'judicial', label: 'Condamnation ou décision civile définitive', to: ['convicted_final'] },
  T407: { region: 'judicial', label: 'Saisir la CIVI', to: [] },
  T408: { region: 'judicial', label: 'Indemnisation versée', to: [] },
  T409: { region: 'judicial', label: 'Infraction commise sous contrainte', to: [] },
  T410: { region: 'judicial', label: 'Compétence d’une JIRS', to: [] },
  T411: { region: 'judicial', label: 'Réclamer salaires et indemnités', to: [] },
  T501: { region: 'care', label: 'Évaluer les besoins', to: ['needs_assessed'] },
  T502: { region: 'care', label: 'Signer le plan d’accompagnement', to: ['plan_active'] },
  T503: { region: 'care', label: 'Orienter vers une structure de soins', to: [] },
  T504: { region: 'care', label: 'Ouvrir l’allocation', to: [] },
  T505: { region: 'care', label: 'Terminer le plan', to: ['plan_completed'] },
  T601: {
    region: 'minor',
    label: 'Transmettre l’information préoccupante',
    to: ['information_preoccupante']
  },
  T602: { region: 'minor', label: 'Signaler au parquet', to: ['signalement'] },
  T603: { region: 'minor', label: 'Ordonner le placement provisoire', to: ['opp_issued'] },
  T604: {
    region: 'minor',
    label: 'Saisir le juge, ordonner la mesure',
    to: ['je_seized', 'measure_ordered']
  },
  T605: { region: 'minor', label: 'Désigner l’administrateur ad hoc', to: [] },
  T606: {
    region: 'minor',
    label: 'Placer à distance, ou en accueil ordinaire',
    to: ['placed_distanced', 'placed_common']
  },
  T607: { region: 'minor', label: 'Placer en lieu sécurisé', to: ['placed_secure'] },
  T608: { region: 'minor', label: 'Signaler une fugue', to: ['runaway'] },
  T609: { region: 'minor', label: 'Majorité', to: ['majority_reached'] },
  T610: {
    region: 'minor',
    label: 'Contester l’âge, puis enregistrer la décision',
    to: ['age_disputed', 'not_applicable']
  },
  T611: { region: 'minor', label: 'Accompagner jusqu’à vingt et un ans', to: [] },
  T701: { region: 'consent', label: 'Informer la personne', to: ['informed'] },
  T702: { region: 'consent', label: 'Enregistrer un accord', to: [] },
  T703: { region: 'consent', label: 'Enregistrer un retrait', to: [] },
  T704: { region: 'consent', label: 'Recueillir la parole de l’enfant', to: ['heard'] },
  T801: { region: 'closure', label: 'Préparer la fin de l’accompagnement', to: ['exit_planned'] },
  T802: { region: 'closure', label: 'Organiser un retour volontaire', to: ['closed_returned'] },
  T803: {
    region: 'closure',
    label: 'Clore',
    to: [
      'closed_inserted',
      'closed_lost',
      'closed_transferred_abroad',
      'closed_not_victim',
      'closed_by_person',
      'closed_deceased',
      'closed_in_error'
    ]
  },
  T804: {
    region: 'closure',
    label: 'Clore faute de contact, après le délai sans nouvelles',
    to: ['closed_lost']
  },
  T805: { region: 'closure', label: 'Rouvrir', to: ['reopened'] },
  T806: { region: 'closure', label: 'Archiver, puis effacer', to: [] },
  T807: { region: 'closure', label: 'Passer à une autre version des réglages', to: [] },
  T808: { region: 'closure', label: 'Dire qu’une échéance approche, ou qu’elle est passée', to: [] },
  T809: { region: 'closure', label: 'Orienter vers le point focal d’un autre État', to: [] },
  T810: { region: 'closure', label: 'Annuler un acte saisi par erreur', to: [] }
} as const satisfies Record<string, Transition>

export type TransitionId = keyof typeof transitions
export const transitionIds = Object.keys(transitions) as TransitionId[]
export const transitionRow = (id: TransitionId): Transition => transitions[id]
