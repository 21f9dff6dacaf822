/** What is known of one unit's handing in; blanks stay blank. Dates are ISO days. */
export interface Submission {
  readonly unit: string;
  readonly period: string | null;
  readonly dueOn: string | null;
  readonly handedInOn: string | null;
  readonly times: number | null;
  readonly state: '未报' | '已报' | '退回' | '通过' | '零报送';
  readonly errors: number | null;
  readonly warnings: number | null;
  readonly explained: number | null;
  readonly returnReason: string | null;
  readonly reminders: number | null;
  readonly lastReminder: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
}
