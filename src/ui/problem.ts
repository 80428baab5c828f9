import { type FieldProblem, Problem, type ProblemAnswer } from '../pure/problem.ts'

/**
 * The answer that an error carries, or null when it is a bug.
 * Knows the client's `ProblemError` (`.answer`), what `api()` throws (`data(answer)`), React Router's error answer
 * (`.data`) and a bare `Problem`.
 */
export function toProblem(error: unknown): ProblemAnswer | null {
  if (typeof error !== 'object' || error === null) return null
  if ('answer' in error && isAnswer(error.answer)) return error.answer
  if ('data' in error && isAnswer(error.data)) return error.data
  if (error instanceof Problem) return plain(error.status, error.code, error.params, error.fields)
  return isAnswer(error) ? error : null
}

/** The answer to a bug: nothing about it but where it can be found in the log. */
export const bug = (requestId: string): ProblemAnswer => ({ ...plain(500, 'bug'), requestId })

function plain(
  status: number,
  code: string,
  params: ProblemAnswer['params'] = {},
  fields: FieldProblem[] = [],
): ProblemAnswer {
  return { type: 'about:blank', title: code, status, code, params, fields, requestId: '' }
}

function isAnswer(value: unknown): value is ProblemAnswer {
  if (typeof value !== 'object' || value === null) return false
  const answer = value as Partial<ProblemAnswer>
  return typeof answer.code === 'string' && typeof answer.status === 'number' && Array.isArray(answer.fields)
}
