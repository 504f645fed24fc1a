const kept = new Map<string, Intl.DateTimeFormat>()

/** A formatter costs far more to make than to use: there are few, and each is made once. */
export const dateFormat = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${language} ${JSON.stringify(options)}`
  const format = kept.get(key) ?? new Intl.DateTimeFormat(language, options)
  kept.set(key, format)
  return format
}
