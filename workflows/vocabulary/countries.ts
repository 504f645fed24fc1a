import type { Bilingual } from './terms.ts'

/** ISO 3166-1, in two letters. */
const codes =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'

const names = {
  fr: new Intl.DisplayNames(['fr'], { type: 'region' }),
  en: new Intl.DisplayNames(['en'], { type: 'region' })
}

/** Every country by the names that the languages of the pages give it, then that nobody knows which. */
export const countries: Record<string, Bilingual> = {
  ...Object.fromEntries(
    codes
      .split(' ')
      .map((code): [string, Bilingual] => [
        code,
        { fr: names.fr.of(code) ?? code, en: names.en.of(code) ?? code }
      ])
      .toSorted(([, one], [, other]) => one.fr.localeCompare(other.fr, 'fr'))
  ),
  unknown: { fr: 'non connu', en: 'not known' }
}

/** French overseas, whose people are French. */
export const frenchCountries: readonly string[] = 'FR BL GF GP MF MQ NC PF PM RE WF YT'.split(' ')
/** The Union, but for France. */
export const memberStates: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')
/** With the European Economic Area and Switzerland, whose citizens stay under the same rules and are none of the Union. */
export const unionCountries: readonly string[] = [...memberStates, 'CH', 'IS', 'LI', 'NO']
