import { number } from '#lib/format.ts'
import { t } from '#lib/i18n.ts'

/** A count in words: that it is hidden, where it is. */
export const say = (value: number | null) => (value === null ? t('figures.masked') : number(value))
