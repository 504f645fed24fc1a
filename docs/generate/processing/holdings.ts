/** Of whom a table speaks. */
export type About = 'person' | 'professional' | 'organisation' | 'nobody'

export const aboutWords: Record<About, string> = {
  person: 'la personne accompagnée',
  professional: 'les professionnels',
  organisation: 'une organisation',
  nobody: 'personne'
}

type Holding = { of: readonly About[]; holds: string; gone: string }

const withCase = 'effacement du dossier, pour ce qui désigne la personne ; la ligne codée reste'
const never = 'aucune durée dans le code (à valider)'
const both = ['person', 'professional'] as const
const swept = 'durée ci-dessous'

const ofPerson = (holds: string, gone = withCase): Holding => ({ of: ['person'], holds, gone })
const ofBoth = (holds: string, gone = withCase): Holding => ({ of: both, holds, gone })
const ofWorkers = (holds: string, gone = never): Holding => ({ of: ['professional'], holds, gone })
const ofNobody = (holds: string, gone = 'sans objet'): Holding => ({ of: ['nobody'], holds, gone })

/** What each table keeps of somebody. The register lists those that the database has; one that has no row here fails a test. */
export const holdings: Record<string, Holding> = {
  case: ofPerson('état du dossier par région, faits codés, code public'),
  case_event: ofBoth('journal du dossier : acte, réponses codées, auteur, organisation, base juridique'),
  compartment: ofPerson(
    'valeurs scellées, chiffrées par classe',
    'effacement du dossier ; identité seule au terme des éléments insuffisants'
  ),
  identity_mark: ofPerson('empreintes à clé de noms et de contacts', 'avec l’identité'),
  consent: ofPerson('accords : portée, langue, moyen, interprète, échéance'),
  participation: ofPerson(
    'quelle organisation prend part, depuis quand, sur quelle base',
    'fin de la participation : la ligne reste, fermée'
  ),
  referral: ofPerson('orientation, aperçu codé, réponse', withCase),
  referral_event: ofBoth('questions et réponses entre expéditeur et destinataire'),
  referral_link: ofPerson(
    'destinataire d’un lien et adresse de courriel de sa structure',
    'adresse effacée à la fin de l’orientation, sa forme masquée avec le dossier'
  ),
  stay: ofPerson('place tenue ou occupée', never),
  deadline: ofPerson('délais du dossier ; le jour d’anniversaire y est scellé'),
  deadline_trace: ofPerson('ce qu’était un délai avant un acte, pour pouvoir l’annuler'),
  glass_opening: ofBoth(
    'accès d’urgence : qui, quelles classes, pourquoi',
    'mots effacés avec le dossier ; l’accès et sa suite restent'
  ),
  config_move_case: ofPerson('état d’un dossier avant une bascule de réglages', never),
  meeting_item: ofPerson('dossier à l’ordre du jour et issue', never),
  meeting_followup: ofPerson('dossier en cours revu en réunion : motif et suite codés', never),
  meeting_recusal: ofBoth(
    'quel membre d’une cellule s’est retiré de quel dossier, pour qui, quand, et pourquoi il y revient',
    never
  ),
  meeting_vote: ofWorkers('voix de chaque institution'),
  meeting_member: ofWorkers('qui siège et qui était présent'),
  meeting: ofNobody('réunion, règles, compte rendu codé'),
  person: ofWorkers(
    'émetteur, identifiant, nom affiché, courriel d’un compte, sa dernière connexion et le dernier rôle choisi'
  ),
  membership: ofWorkers(
    'rôle et siège dans une organisation, gestion des accès, de quand à quand, absence, avertissement et qui l’a fait à la main'
  ),
  organisation_proposal: ofWorkers('ce qui ouvre un droit : qui l’a proposé, qui l’a confirmé'),
  invitation: ofWorkers('qui est invité, à quelle adresse de courriel, par qui'),
  access_review: ofBoth('qui pouvait voir quoi dans une organisation, tel qu’il a été relu', never),
  team: { of: ['organisation'], holds: 'équipe d’une organisation', gone: never },
  team_member: ofWorkers('qui est de quelle équipe, depuis quand, jusqu’à quand'),
  team_cover: ofWorkers('qui est absent, qui remplace'),
  case_handing: ofBoth(
    'passage proposé d’une association à une autre : accord de la personne, qui, réponse',
    'effacement du dossier'
  ),
  undo_request: ofBoth(
    'demande d’annuler un acte saisi par erreur : quel acte, qui, motif codé, réponse',
    'effacement du dossier'
  ),
  case_link: ofBoth(
    'ce que deux dossiers ont en commun (opération, famille, lieu, employeur) : qui l’a dit, qui l’a retiré',
    'effacement de l’un des deux dossiers'
  ),
  caseload: ofBoth('quelle personne ou équipe suit quel dossier', never),
  session: ofWorkers(
    'empreinte du témoin de connexion, niveau de preuve, genre de navigateur et de système, qui l’a fermée',
    swept
  ),
  sign_in_attempt: ofNobody('connexion en cours, par empreintes', 'à son issue ou à son terme'),
  draft: ofBoth('signalement non envoyé, chiffré', swept),
  saved_view: ofWorkers(
    'liste qu’une personne redemande : ses filtres, en codes',
    'quand la personne la retire'
  ),
  device_key: ofWorkers(
    'clé d’un appareil pour des brouillons gardés chez lui : moitié privée scellée, oubliée à la déconnexion',
    swept
  ),
  idempotency: ofWorkers('clé et empreinte à clé d’une demande', `${swept}, ou effacement du dossier`),
  notice: {
    of: ['person', 'organisation'],
    holds: 'quelle ligne de quel journal a été dite à une organisation, sans ses mots',
    gone: swept
  },
  notice_read: ofWorkers('jusqu’où chacun a lu'),
  mail_wish: ofWorkers('comment chacun souhaite être averti par courriel'),
  mail_call: ofWorkers('jusqu’à quelle information chacun a été averti par courriel'),
  calendar_feed: ofWorkers('empreinte de l’adresse d’un agenda abonné, de quand à quand'),
  outbox: { of: ['organisation'], holds: 'courriers et messages à partir', gone: 'à l’envoi' },
  audit_event: ofBoth(
    'actes, refus, connexions, ouvertures : qui, quand, sur quoi ; jamais une valeur',
    never
  ),
  audit_head: ofNobody('tête de chaque chaîne du journal'),
  organisation: { of: ['organisation'], holds: 'nom, genre, territoire, SIRET', gone: never },
  habilitation: { of: ['organisation'], holds: 'régimes, de quand à quand', gone: never },
  place: { of: ['organisation'], holds: 'capacité et conditions d’accueil', gone: never },
  place_address: {
    of: ['organisation'],
    holds: 'adresse d’un lieu, chiffrée, sous un rôle de base à part',
    gone: never
  },
  court_referent: ofWorkers('contact nommé d’un parquet ou d’une JIRS, et qui l’a vérifié quel jour'),
  asylum_occupancy: ofNobody('places et occupation du dispositif d’asile, comptées par l’OFII', 'gardées'),
  settlement: {
    of: ['organisation'],
    holds:
      'lieu de vie informel où une organisation fait de la médiation : nom d’usage, commune ; ni adresse ni dossier',
    gone: never
  },
  service_offer: {
    of: ['organisation'],
    holds:
      'aides proposées, publics, langues, horaires, comme l’organisation les dit ; ni adresse ni dossier',
    gone: never
  },
  local_protocol: ofWorkers('protocole local, et qui l’a écrit'),
  local_protocol_signature: ofWorkers('qui a signé, pour quelle organisation'),
  config_version: ofWorkers('réglages, et qui les a écrits et publiés'),
  config_move: ofWorkers('bascule de dossiers, et qui l’a lancée'),
  release: ofWorkers('publication de chiffres : qui l’a préparée et publiée'),
  release_table: ofNobody('tableaux publiés, petits effectifs masqués', 'gardés'),
  release_report: ofNobody('ce que les attaques d’une publication ont trouvé, pour qui publie', 'gardé'),
  'stat.person': ofPerson(
    'ligne codée d’une personne pour une année, sous une empreinte à clé : ni nom, ni code de dossier, ni récit, ni jour',
    'effacement du dossier : la ligne reste, sous une clé tirée au sort ; la clé de bruit ne change pas'
  ),
  'stat.beginning': ofNobody('depuis quand les dossiers sont comptés à mesure', 'gardé'),
  'stat.noise': ofNobody('variance du bruit des chiffres, depuis quelle année et pourquoi', 'gardé'),
  'stat.cell': ofNobody(
    'effectifs des tableaux fixes, avant protection, que personne ne lit hors du calcul',
    'recomptés'
  ),
  administrative_figure: ofWorkers('chiffre d’une autre source, et qui l’a saisi'),
  exact_export: ofWorkers('envoi de nombres exacts : qui l’a demandé et pourquoi, qui l’a permis'),
  'stat.exact_cell': ofNobody(
    'effectifs exacts d’un envoi, tels que comptés quand il a été permis, que seule lit la personne qui l’a demandé',
    'le lendemain de la permission'
  ),
  sight: ofNobody('la table « qui voit quoi »'),
  kind_role: ofNobody('la table « quel rôle dans quel genre d’organisation »'),
  regime_need: ofNobody('la table « quel acte demande quel régime »'),
  firing_lease: ofNobody('travail en cours d’un service'),
  deadline_setback: ofNobody('échec d’un délai, sans mot du dossier'),
  worker_beat: ofNobody('battement d’un service'),
  demonstration_clock: ofNobody('la date fictive de la démonstration')
}
