import { commandRow, commandTypes } from '../../workflows/case/commands.ts'
import { meetingCommandTypes, meetingRow } from '../../workflows/meeting/machine.ts'
import { referralCommandTypes, referralRow } from '../../workflows/referral/machine.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'

/** What is noted and is no act of a table. */
const own: Record<string, Bilingual> = {
  read: { fr: 'Lecture', en: 'Reading' },
  sign_in: { fr: 'Connexion', en: 'Sign-in' },
  sign_in_refused: { fr: 'Connexion refusée', en: 'Sign-in refused' },
  'configuration.read': { fr: 'Réglages lus', en: 'Settings read' },
  'configuration.draft': { fr: 'Brouillon de réglages créé', en: 'Draft of settings created' },
  'configuration.save': { fr: 'Brouillon de réglages enregistré', en: 'Draft of settings saved' },
  'offer.say': { fr: 'Aides proposées décrites', en: 'Help offered described' },
  'release.ask': { fr: 'Publication de chiffres demandée', en: 'Release of figures asked for' },
  'release.publish': { fr: 'Chiffres publiés', en: 'Figures published' },
  'release.drop': { fr: 'Publication de chiffres abandonnée', en: 'Release of figures given up' },
  'configuration.publish': { fr: 'Réglages publiés', en: 'Settings published' },
  'configuration.withdraw': { fr: 'Réglages retirés', en: 'Settings withdrawn' },
  'configuration.start': { fr: 'Passage de dossiers lancé', en: 'Move of cases started' },
  'configuration.undo': { fr: 'Passage de dossiers défait', en: 'Move of cases undone' },
  'protocol.draft': { fr: 'Projet de protocole créé', en: 'Draft of a protocol created' },
  'protocol.save': { fr: 'Projet de protocole enregistré', en: 'Draft of a protocol saved' },
  'protocol.sign': { fr: 'Protocole signé', en: 'Protocol signed' },
  'protocol.withdraw': { fr: 'Protocole retiré', en: 'Protocol withdrawn' },
  'team.add': { fr: 'Équipe créée', en: 'Team made' },
  'team.rename': { fr: 'Équipe renommée', en: 'Team renamed' },
  'team.close': { fr: 'Équipe fermée', en: 'Team closed' },
  'team.join': { fr: 'Personne ajoutée à une équipe', en: 'Person added to a team' },
  'team.leave': { fr: 'Personne retirée d’une équipe', en: 'Person taken out of a team' },
  'team.lead': { fr: 'Encadrement d’équipe modifié', en: 'Lead of a team changed' },
  'team.take_lead': { fr: 'Encadrement repris', en: 'Lead taken over' },
  'team.hand': {
    fr: 'Dossier confié à une équipe ou à une personne',
    en: 'Case given to a team or a person'
  },
  'link.make': { fr: 'Dossiers liés', en: 'Cases linked' },
  'link.end': { fr: 'Lien entre dossiers retiré', en: 'Link between cases taken back' },
  'handing.propose': {
    fr: 'Passage du dossier à une autre association proposé',
    en: 'Handing the case on to another association proposed'
  },
  'undo.ask': { fr: 'Annulation d’un acte demandée', en: 'Undoing of an act asked for' },
  'undo.withdraw': { fr: 'Demande d’annulation retirée', en: 'Request for undoing taken back' },
  'undo.decline': { fr: 'Annulation d’un acte non retenue', en: 'Undoing of an act not granted' },
  'conversation.hold': { fr: 'Entretien enregistré', en: 'Conversation recorded' },
  'handing.accept': { fr: 'Passage du dossier accepté', en: 'Handing on accepted' },
  'handing.refuse': { fr: 'Passage du dossier refusé', en: 'Handing on refused' },
  'handing.withdraw': { fr: 'Passage du dossier retiré', en: 'Handing on withdrawn' },
  'files.take': { fr: 'Dossiers repris d’un tableau', en: 'Files taken over from a spreadsheet' },
  'team.cover': { fr: 'Relais d’absence enregistré', en: 'Cover of an absence recorded' },
  'team.cover_end': { fr: 'Relais d’absence terminé', en: 'Cover of an absence ended' },
  'referent.add': { fr: 'Référent d’un parquet ajouté', en: 'Contact of a court added' },
  'referent.verify': { fr: 'Référent d’un parquet vérifié', en: 'Contact of a court verified' },
  'referent.remove': { fr: 'Référent d’un parquet retiré', en: 'Contact of a court taken out' },
  'settlement.add': { fr: 'Lieu de vie ajouté', en: 'Settlement added' },
  'settlement.close': { fr: 'Lieu de vie fermé', en: 'Settlement closed' },
  'beside.enter': { fr: 'Chiffre d’une autre source saisi', en: 'Figure of another source entered' },
  'beside.import': { fr: 'Chiffres d’une autre source repris', en: 'Figures of another source taken over' },
  'report.take': { fr: 'Rapport pris en fichier', en: 'Report taken as a file' },
  'exact.ask': { fr: 'Nombres exacts demandés', en: 'Exact numbers asked for' },
  'exact.allow': { fr: 'Nombres exacts permis', en: 'Exact numbers allowed' },
  'exact.refuse': { fr: 'Nombres exacts refusés', en: 'Exact numbers refused' },
  'exact.withdraw': { fr: 'Demande de nombres exacts retirée', en: 'Request for exact numbers taken back' },
  'exact.take': { fr: 'Nombres exacts pris en fichier', en: 'Exact numbers taken as a file' },
  'exchange.export': { fr: 'Dossier exporté (HTCDS)', en: 'Case exported (HTCDS)' },
  'occupancy.record': {
    fr: 'Occupation du dispositif d’asile enregistrée',
    en: 'Occupancy of the asylum scheme recorded'
  },
  'place.add': { fr: 'Place ajoutée', en: 'Place added' },
  'place.change': { fr: 'Place modifiée', en: 'Place changed' },
  'place.out': { fr: 'Place mise hors service', en: 'Place taken out of service' },
  'place.back': { fr: 'Place remise en service', en: 'Place back in service' },
  'place.address': { fr: 'Adresse d’une place enregistrée', en: 'Address of a place recorded' },
  'configuration.preview': { fr: 'Aperçu d’une bascule lu', en: 'Preview of a move read' },
  'meeting.plan': { fr: 'Réunion préparée', en: 'Meeting planned' },
  'glass.open': { fr: 'Accès d’urgence ouvert', en: 'Emergency access opened' },
  'glass.confirm': { fr: 'Accès d’urgence confirmé', en: 'Emergency access confirmed' },
  'glass.refuse': { fr: 'Accès d’urgence refusé', en: 'Emergency access refused' },
  'glass.lapse': { fr: 'Accès d’urgence jamais confirmé', en: 'Emergency access never confirmed' },
  'organisation.create': { fr: 'Organisation créée', en: 'Organisation created' },
  'organisation.import': { fr: 'Annuaire repris', en: 'Directory taken over' },
  'organisation.change': { fr: 'Organisation modifiée', en: 'Organisation changed' },
  'organisation.suspend': { fr: 'Organisation suspendue', en: 'Organisation suspended' },
  'organisation.close': { fr: 'Organisation fermée', en: 'Organisation closed' },
  'regime.end': { fr: 'Régime retiré', en: 'Regime taken away' },
  'proposal.make': { fr: 'Droit proposé', en: 'Right proposed' },
  'proposal.confirm': {
    fr: 'Droit confirmé par une seconde personne',
    en: 'Right confirmed by a second person'
  },
  'proposal.refuse': { fr: 'Droit refusé', en: 'Right refused' },
  'proposal.withdraw': { fr: 'Proposition retirée', en: 'Proposal taken back' },
  'person.invite': { fr: 'Personne invitée', en: 'Person invited' },
  'person.invite_again': { fr: 'Invitation renvoyée', en: 'Invitation sent again' },
  'person.uninvite': { fr: 'Invitation retirée', en: 'Invitation taken back' },
  'person.join': { fr: 'Invitation acceptée', en: 'Invitation accepted' },
  'access.review': { fr: 'Revue des accès confirmée', en: 'Review of access confirmed' },
  'membership.end': { fr: 'Accès d’une personne terminé', en: 'Access of a person ended' },
  'membership.sign_out': { fr: 'Sessions d’une personne fermées', en: 'Sessions of a person closed' },
  'session.act_as': { fr: 'Rôle changé', en: 'Role changed' },
  'session.end': { fr: 'Session fermée depuis un autre appareil', en: 'Session closed from another device' },
  'session.end_others': { fr: 'Toutes les autres sessions fermées', en: 'All other sessions closed' },
  'mail.wish': { fr: 'Souhait de courriels changé', en: 'Wish for e-mails changed' },
  'calendar.make': { fr: 'Adresse d’agenda créée', en: 'Calendar address made' },
  'calendar.revoke': { fr: 'Adresse d’agenda révoquée', en: 'Calendar address revoked' },
  'membership.warned': { fr: 'Personne prévenue à la main', en: 'Person warned by hand' },
  'membership.inactive': { fr: 'Accès fermé faute de connexion', en: 'Access closed for want of sign-in' },
  'membership.moved': {
    fr: 'Siège de la cellule terminé par le déplacement de l’organisation',
    en: 'Seat of the cell ended by the move of the organisation'
  },
  'membership.absence': { fr: 'Absence annoncée', en: 'Absence announced' },
  'membership.return': { fr: 'Retour annoncé', en: 'Return announced' },
  'membership.manager': {
    fr: 'Gestion des accès donnée ou retirée',
    en: 'Management of access given or taken'
  },
  'membership.seat': { fr: 'Siège ou suppléance de la cellule', en: 'Seat or alternate of the cell' },
  search: { fr: 'Recherche par code ou par nom', en: 'Search by code or by name' },
  'audit.search': {
    fr: 'Journal cherché par compte ou par dossier',
    en: 'Journal searched by account or by case'
  },
  'audit.extract': { fr: 'Journal extrait', en: 'Journal drawn out' },
  'administrator.first': {
    fr: 'Première personne à administrer la plateforme',
    en: 'First person to administer the platform'
  },
  'administrator.second': {
    fr: 'Seconde personne à administrer, nommée par l’exploitant',
    en: 'Second person to administer, named by whoever keeps the server'
  },
  'administrator.replaced': {
    fr: 'Personne nommée pour administrer, jamais venue : remplacée',
    en: 'Person named to administer, who never came: replaced'
  },
  sign_out: { fr: 'Déconnexion', en: 'Sign-out' }
}

/** Every action of the journal, in words. Some acts read as those of a meeting do: both are kept. */
export const actionWords: ReadonlyMap<string, Bilingual> = new Map([
  ...referralCommandTypes.map((type) => [`referral.${type}`, referralRow(type).label] as const),
  ...meetingCommandTypes.map((type) => [`meeting.${type}`, meetingRow(type).label] as const),
  ...commandTypes.map((type) => [type, commandRow(type).done] as const),
  ...Object.entries(own)
])

export const outcomes = { done: 'allowed', denied: 'denied' } as const

export const outcomeWords: Record<string, Bilingual> = {
  allowed: { fr: 'fait', en: 'done' },
  denied: { fr: 'refusé', en: 'denied' }
}
