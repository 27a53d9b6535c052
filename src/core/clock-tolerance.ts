/** In milliseconds: how far two clocks, or one clock before and after it was put right, may be apart. */
export const clockTolerance = 120_000

/** Whether an instant lies so far ahead that only a clock that was wrong can have written it. */
export const isAhead = (instant: Date, now: Date): boolean => instant.getTime() - now.getTime() > clockTolerance
