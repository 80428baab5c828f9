import { createContext, useContext } from 'react'
import { useRouteLoaderData } from 'react-router'
import type { Actor } from '../pure/actor.ts'
import { type Instant, printInstant } from '../pure/day.ts'
import type { Locale, Words } from '../pure/words.ts'
import type { Frame } from './frame.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/** The reader's language. */
export const LocaleContext = createContext<Locale>('vi')

export const useLocale = (): Locale => useContext(LocaleContext)

/** The sentences of a module in the reader's language: `const w = useWords(vi, en)`. */
export function useWords<T>(vi: T, en: Words<NoInfer<T>>): Words<T> {
  return pickWords(useLocale(), vi, en)
}

/** The same for loaders and actions, which know the language from the visit. */
export const pickWords = <T,>(locale: Locale, vi: T, en: Words<NoInfer<T>>): Words<T> =>
  locale === 'vi' ? (vi as Words<T>) : en

/** The sentences of the shell and the parts. */
export const useShellWords = () => useWords(vi, en)

/** What the root knows about this visit; undefined only where the root itself failed. */
export const useFrame = (): Frame | undefined => useRouteLoaderData('root')

/** Who is signed in, or null. */
export const useActor = (): Actor | null => useFrame()?.actor ?? null

/** May the reader do such a thing at all? For showing and explaining; the server decides. */
export const useCan = (right: string): boolean => useActor()?.rights.includes(right) ?? false

/** Prints an instant on the clock of the school: `const printAt = usePrintInstant()`. */
export const usePrintInstant = (): ((instant: string) => string) => {
  const timeZone = useFrame()?.timeZone ?? 'Asia/Ho_Chi_Minh'
  return (instant) => printInstant(instant as Instant, timeZone)
}
