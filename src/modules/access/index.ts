export { coordinatingRole, headRoles, ladder, sideOf } from './rights.ts'
export { accessService, addAccount } from './service.ts'
export { addGrant, school, sender, setSchool } from './store.ts'
export { actorOfAccount, actorOfSession, actorOfToken, type Known } from './visitor.ts'
