/** Where a job is; `total` 0 means that the end is not known. */
export interface JobStep {
  /** A word or two of Chinese. */
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** Work that can be watched and stopped between its steps, in a worker or in slices of the pane's own time. */
export type Job = (input: never) => Generator<JobStep, unknown, void>;
export type Jobs = Readonly<Record<string, Job>>;

export type JobInput<J extends Job> = Parameters<J>[0];
export type JobOutput<J extends Job> = ReturnType<J> extends Generator<JobStep, infer Output, void> ? Output : never;
