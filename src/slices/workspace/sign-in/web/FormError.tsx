import { Alert } from '@mantine/core'
import { ProblemError } from '../../../../ui/api/problem-error.ts'
import { useProblemWords } from '../../../../ui/screen/problem-words.ts'

/** What the server said about the form as a whole. Wrong credentials are its own words, not those of a lost session. */
export function FormError({ error }: { error: ProblemError | null }) {
  const words = useProblemWords()
  if (!error || error.fields.length > 0) return null
  return (
    <Alert color="red" variant="light" mb="md" role="alert">
      {error.code === 'unauthenticated' ? error.message : words(error)}
    </Alert>
  )
}
