import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Regulations',
  lead: 'Which post asks for which level of political theory, by which document, from which day.',
  programmes: {
    intermediate: 'Intermediate political theory',
    advanced: 'Advanced political theory',
    update: 'Update of knowledge',
  },
  tags: { found: 'Has a source', toConfirm: 'To be confirmed by the school' },
  bases: {
    held: 'the post is held',
    heldOrPlanned: 'held or planned',
    service: 'by years of service or a decision; not judged by the machine',
  },
  results: { met: 'Has it', unmet: 'Lacks it', unknown: 'Not known' },
  inForce: 'In force',
  past: 'No longer in force',
  period: (p) => (p.until === null ? `From ${p.from}.` : `From ${p.from} until the day before ${p.until}.`),
  toConfirm: (p) => `${p.count} ${p.count === 1 ? 'point' : 'points'} to be confirmed by the school.`,
  notes: 'Good to know',
  standards: 'Standards of whoever is sent',
  standardsNote: (p) =>
    `Counted on the day of ${p.measuredOn === 'sent' ? 'sending' : 'opening'}, full years by the ${p.ageUnit}. A criterion without a line here is not judged.`,
  source: (p) => `Source: ${p.source}`,
  whoLacks: 'Who lacks what',
  fields: {
    code: 'Code',
    group: 'Group of posts',
    demanded: 'Asked for',
    basis: 'Basis',
    tag: 'Status',
    source: 'Source',
    name: 'Full name',
    unit: 'Unit',
    post: 'Post',
    qualification: 'Recorded',
    result: 'Verdict',
  },
  lacking: {
    title: 'People who lack what their post asks for',
    lead: (p) => `${p.total} people lack it or are not known to have it, by the regulation in force.`,
    planned: 'A planned post (see the file)',
    notRecorded: 'Not recorded',
    empty: 'Nobody lacks anything',
    emptyText:
      'No post within your reach asks for a level that is not there. Where posts are missing, add them on the page of people.',
    search: 'Search by name',
    all: 'Lacking and not known',
    note: 'Not known: no level of political theory is recorded. That a regulation is read as a demand of the post is to be confirmed by the school.',
  },
  problems: {},
}
