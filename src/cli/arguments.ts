/** The value after a name among arguments: `--year 2023`, also `--year=2023`. */
export function option(args: readonly string[], name: string): string | undefined {
  const joined = args.find((one) => one.startsWith(`${name}=`))
  if (joined) return joined.slice(name.length + 1)
  const at = args.indexOf(name)
  return at < 0 ? undefined : args[at + 1]
}

/** The arguments that are neither names nor the values of these names. */
export function plainArguments(args: readonly string[], withValue: readonly string[]): string[] {
  return args.filter((one, i) => !one.startsWith('--') && !withValue.includes(args[i - 1] ?? ''))
}
