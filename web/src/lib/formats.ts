/** A formatter costs far more to make than to use: there are few, and each is made once. */
function once<O extends object, F>(make: (language: string, options: O) => F) {
  const kept = new Map<string, F>()
  return (language: string, options: O): F => {
    const key = `${language} ${JSON.stringify(options)}`
    const format = kept.get(key) ?? make(language, options)
    kept.set(key, format)
    return format
  }
}

export const dateFormat = once(
  (language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options)
)
export const numberFormat = once(
  (language, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options)
)
export const relativeFormat = once(
  (language, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(language, options)
)
