import { design, type DeadlineRow } from '../row.ts'
import { ofReferral } from './stops.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'

/** Of a single working day, the day before is that of the sending itself: such a clock says it that morning. */
const answer = (label: Bilingual, alerts = [1]) =>
  design({
    dataClass: 'referral',
    stopsWhen: ofReferral,
    startsOn: { fr: 'la demande faite au partenaire', en: 'the request to the partner' },
    basis: 'MNIO.ANSWER',
    fires: 'expire',
    label,
    alerts
  })
const thatMorning = [0]

/** Clocks of the partners' answers; the configuration gives their length. */
export const answerClocks = {
  'MNIO-OFII-ANSWER': answer({ fr: 'Réponse de l’OFII', en: 'Answer of OFII' }),
  'MNIO-DNA-ANSWER': answer({ fr: 'Réponse du centre', en: 'Answer of the centre' }),
  'MNIO-MINOR-PLACE-ANSWER': answer(
    { fr: 'Réponse de la structure pour mineurs', en: 'Answer of the shelter for minors' },
    thatMorning
  ),
  'MNIO-ACK': answer({ fr: 'Accusé de réception du parquet', en: 'Acknowledgment by the prosecutor' }),
  'MNIO-POLICE-ANSWER': answer({
    fr: 'Réponse de la police ou de la gendarmerie',
    en: 'Answer of police or gendarmerie'
  }),
  'MNIO-LABOUR-ANSWER': answer({
    fr: 'Réponse de l’inspection du travail',
    en: 'Answer of the labour inspection'
  }),
  'MNIO-ASE-ANSWER': answer(
    { fr: 'Prise en charge par la protection de l’enfance', en: 'Child protection takes charge' },
    thatMorning
  ),
  'MNIO-JUDGE-ANSWER': answer({
    fr: 'Accusé de réception du juge des enfants',
    en: 'Acknowledgment by the juvenile judge'
  }),
  'MNIO-GUARDIAN-ANSWER': answer({
    fr: 'Réponse de l’administrateur·rice ad hoc',
    en: 'Answer of the ad hoc guardian'
  }),
  'MNIO-HEALTH-ANSWER': answer({ fr: 'Réponse du soin', en: 'Answer of health care' }),
  'MNIO-PSP-ANSWER': answer({ fr: 'Réponse de la commission', en: 'Answer of the commission' }),
  'MNIO-RETURN-ANSWER': answer({ fr: 'Réponse sur le retour', en: 'Answer about the return' }),
  'MNIO-LAWYER-ANSWER': answer({ fr: 'Réponse de l’avocat·e', en: 'Answer of the lawyer' }),
  'MNIO-TRANSFER': answer({ fr: 'Reprise par l’autre cellule', en: 'Taken up by the other cell' })
} as const satisfies Record<string, DeadlineRow>
