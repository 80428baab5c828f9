/** Values that a problem's sentence needs. JSON only: a problem travels over HTTP. */
export type ProblemParams = Record<string, unknown>

/** One field that was refused: where it is (`lines.0.opensOn`), why, and the sentence in the reader's language. */
export type FieldProblem = { path: string; code: string; params?: ProblemParams; sentence?: string }

/**
 * An expected refusal: the caller asked for something that the rules of the house do not allow.
 * `code` is also the key of the sentence in the module's words. Everything that is not a Problem is a bug.
 */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly params: ProblemParams
  readonly fields: FieldProblem[]

  constructor(status: number, code: string, params: ProblemParams = {}, fields: FieldProblem[] = []) {
    super(code)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.params = params
    this.fields = fields
  }
}

/** Makes a Problem: `throw problem(409, 'plan.frozen', { year })`. */
export const problem = (
  status: number,
  code: string,
  params: ProblemParams = {},
  fields: FieldProblem[] = [],
): Problem => new Problem(status, code, params, fields)

/** What a problem looks like outside (RFC 9457), on a page and over HTTP alike. */
export type ProblemAnswer = {
  type: string
  title: string
  status: number
  code: string
  params: ProblemParams
  fields: FieldProblem[]
  requestId: string
}
