/**
 * The type that a translation must have: the same keys, the same parameters, any sentence.
 * `export const en: Words<typeof vi> = { … }` does not compile while a sentence is missing.
 */
export type Words<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Words<T[K]>
}

export type Locale = 'vi' | 'en'
export const locales = ['vi', 'en'] as const
