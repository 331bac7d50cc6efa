export const refreshJobName = 'identity.refresh'
export const scoreChangedJobName = 'identity.score-changed'
