import { Component, type ReactNode } from 'react'
import { asProblem } from '../api/problem-error.ts'
import { ProblemState } from './ProblemState.tsx'

interface BoundaryProps {
  children: ReactNode
  /** Draws the failure; by default a few words in place. */
  render?: (error: unknown, retry: () => void) => ReactNode
}

/** Keeps a failure where it happened. */
export class Boundary extends Component<BoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  retry = () => this.setState({ error: null })

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      this.props.render?.(error, this.retry) ?? <ProblemState problem={asProblem(error)} onRetry={this.retry} compact />
    )
  }
}
