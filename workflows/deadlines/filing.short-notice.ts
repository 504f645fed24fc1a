import type { LegalCode } from '../law/register.ts'
import type { Filing } from './filing.ts'

export const remotely = {
  fr: 'sur papier ou par Télérecours citoyens (CJA R414-2) ; un avocat passe par Télérecours (R414-1)',
  en: 'on paper or by Télérecours citoyens (CJA R414-2); a lawyer uses Télérecours (R414-1)'
}
export const online = ['CJA.R414-1', 'CJA.R414-2'] as const satisfies readonly LegalCode[]

const before = {
  fr: `Devant le tribunal administratif, aucun avocat n’est exigé : ${remotely.fr}. Avant le début de l’audience, la personne peut demander qu’un avocat soit désigné d’office (CESEDA R922-11), et le concours d’un interprète (L922-2). L’administration produit la décision attaquée (R922-10). Les quarante-huit heures ne se prorogent pas (R921-3).`,
  en: `Before the administrative court no lawyer is required: ${remotely.en}. Before the hearing begins the person may ask for a lawyer to be assigned (CESEDA R922-11), and for an interpreter (L922-2). The administration produces the decision (R922-10). The forty-eight hours are not extended (R921-3).`
}
const beforeBasis = [
  ...online,
  ...(['CESEDA.L921-2', 'CESEDA.R921-3', 'CESEDA.R922-11', 'CESEDA.L922-2', 'CESEDA.R922-10'] as const)
] as const satisfies readonly LegalCode[]

const handedIn = {
  fr: 'La requête peut aussi être déposée auprès du responsable du lieu de rétention, qui en donne un récépissé avec le jour et l’heure (R922-9).',
  en: 'The claim may also be left with whoever is in charge of the place of detention, who gives a receipt with day and hour (R922-9).'
}

/** What a court is asked within forty-eight hours, beside an obligation to leave. */
export const shortNoticeFilings = {
  entry: {
    stage: 'decision',
    says: {
      fr: `${before.fr} Hors de l’Île-de-France, le tribunal est celui du lieu de la zone d’attente (R922-3). Déposé dans ses quatre derniers jours, le recours la prolonge de quatre jours, auxquels le juge judiciaire peut mettre fin (L352-7). Le refus n’est pas exécuté avant le jugement (L352-8).`,
      en: `${before.en} Outside Île-de-France the court is that of the place of the waiting zone (R922-3). Filed in its last four days, the appeal extends it by four days, which the judicial court may end (L352-7). The refusal is not carried out before the judgment (L352-8).`
    },
    basis: [...beforeBasis, 'CESEDA.R922-3', 'CESEDA.L352-7', 'CESEDA.L352-8']
  },
  kept: {
    stage: 'decision',
    says: {
      fr: `${before.fr} ${handedIn.fr} Le tribunal juge après la décision de l’OFPRA (L754-4) ; l’éloignement attend cette décision, et le jugement si le tribunal est saisi (L754-5).`,
      en: `${before.en} ${handedIn.en} The court rules after OFPRA has decided (L754-4); removal waits for that decision, and for the judgment where the court is asked (L754-5).`
    },
    basis: [...beforeBasis, 'CESEDA.R922-9', 'CESEDA.L754-4', 'CESEDA.L754-5']
  },
  inDetention: {
    stage: 'decision',
    says: { fr: `${before.fr} ${handedIn.fr}`, en: `${before.en} ${handedIn.en}` },
    basis: [...beforeBasis, 'CESEDA.R922-9']
  }
} as const satisfies Record<string, Filing>
