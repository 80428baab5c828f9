import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { day, file, id, reason } from '../../pure/schema.ts'
import { appraisalContract } from './contract/appraisal.ts'
import { draftingContract } from './contract/drafting.ts'
import { frameContract } from './contract/frame.ts'
import {
  aboutInput,
  because,
  curriculum,
  curriculumId,
  curriculumItem,
  decisionInput,
  itemInput,
  makeInput,
  newItemInput,
  outline,
  seen,
  usable,
} from './contract/shapes.ts'

export {
  aboutInput,
  curriculum,
  curriculumItem,
  curriculumKind,
  curriculumKinds,
  curriculumState,
  decisionInput,
  hourKinds,
  hours,
  itemInput,
  itemKind,
  itemKinds,
  makeInput,
  newItemInput,
  usable,
} from './contract/shapes.ts'

export const curriculaContract = {
  ...frameContract,
  ...appraisalContract,
  ...draftingContract,
  list: procedure
    .meta({ can: 'curricula.read' })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/curricula',
      summary: 'The versions of a programme that the reader may see, the school’s first, newest first',
    })
    .input(z.object({ programmeId: id }))
    .output(z.array(curriculum)),
  inForce: procedure
    .meta({ can: 'curricula.read' })
    .route({
      method: 'GET',
      path: '/curricula/in-force',
      summary: 'The approved versions on which a class that opens on a day may run, newest first',
    })
    .input(z.object({ on: day.optional(), programmeId: id.optional() }))
    .output(z.array(usable)),
  get: procedure
    .meta({ can: 'curricula.read' })
    .route({
      method: 'GET',
      path: '/curricula/{curriculumId}',
      summary: 'One version with its outline in reading order and its sums',
    })
    .input(curriculumId)
    .output(outline),
  make: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'POST',
      path: '/curricula',
      summary: 'Begin a version: empty, or a copy of another one or of a frame, of the same lineage',
    })
    .input(makeInput)
    .output(curriculum),
  about: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'PUT',
      path: '/curricula/{curriculumId}',
      summary: 'Change title, goals and source of a draft',
    })
    .input(curriculumId.extend(aboutInput.shape))
    .output(curriculum),
  addItem: procedure
    .meta({ can: 'curricula.edit' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/items',
      summary: 'Add a part, module or topic',
    })
    .input(newItemInput)
    .output(curriculumItem),
  editItem: procedure
    .meta({ can: 'curricula.edit' })
    .route({
      method: 'PUT',
      path: '/curricula/{curriculumId}/items/{itemId}',
      summary: 'Change an item; 409 with both texts when somebody changed it since',
    })
    .input(curriculumId.extend({ itemId: id, ...itemInput.shape, ...seen }))
    .output(curriculumItem),
  moveItem: procedure
    .meta({ can: 'curricula.edit' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/items/{itemId}/move',
      summary: 'Move an item with what is below it: up, down, or to the end of another part or module',
    })
    .input(
      curriculumId.extend({
        itemId: id,
        to: z.enum(['up', 'down', 'under']),
        /** With `under`: the new parent; absent: the outline itself. */
        parentId: id.optional(),
        ...because,
      }),
    )
    .output(curriculumItem),
  removeItem: procedure
    .meta({ can: 'curricula.edit' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/items/{itemId}/remove',
      summary: 'Take an item out of the draft; refused while something stands below it',
    })
    .input(curriculumId.extend({ itemId: id, ...because, ...seen }))
    .output(z.object({ id })),
  submit: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/submit',
      summary: 'Submit for appraisal and approval; from then on it does not change',
    })
    .input(curriculumId.extend(seen))
    .output(curriculum),
  return: procedure
    .meta({ can: 'curricula.decide' })
    .route({ method: 'POST', path: '/curricula/{curriculumId}/return', summary: 'Return with a reason' })
    .input(curriculumId.extend({ reason, ...seen }))
    .output(curriculum),
  approve: procedure
    .meta({ can: 'curricula.decide' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/approve',
      summary: 'Approve by a document; the version is frozen',
    })
    .input(curriculumId.extend(decisionInput.shape))
    .output(curriculum),
  adopt: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/adopt',
      summary: 'Take a frame of the Academy into use, by its document; it is frozen',
    })
    .input(curriculumId.extend(decisionInput.shape))
    .output(curriculum),
  retire: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/retire',
      summary: 'No new class on this version from a day on; classes that run on it keep it',
    })
    .input(curriculumId.extend({ untilOn: day, reason, ...seen }))
    .output(curriculum),
  xlsx: procedure
    .meta({ can: 'curricula.read' })
    .route({
      method: 'GET',
      path: '/curricula/{curriculumId}/xlsx',
      summary: 'The outline as a workbook; the same file can be imported again',
    })
    .input(curriculumId)
    .output(file),
}
