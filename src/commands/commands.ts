import type { Session } from '../taskpane';

/** What a command can do with the window around the pane. */
export interface Surroundings {
  showPane(): Promise<void>;
  /** Name of the sheet that the user looks at; empty where it cannot be told. */
  activeSheet(): Promise<string>;
}

type Command = (session: Session, around: Surroundings) => Promise<void>;

/** Ids as the manifest and `assets/shortcuts.json` name them. */
export const COMMANDS = {
  async auditWorkbook(session, around) {
    session.go('audit');
    await Promise.all([around.showPane(), session.audit()]);
  },
  async auditSheet(session, around) {
    const sheet = await around.activeSheet();
    session.go('audit');
    await Promise.all([around.showPane(), session.audit(sheet)]);
  },
  async openFill(session, around) {
    session.go('fill');
    await Promise.all([around.showPane(), session.planFill()]);
  },
  async openReports(session, around) {
    session.go('reports');
    await around.showPane();
  },
  async openConsolidation(session, around) {
    session.go('consolidation');
    await around.showPane();
  },
  async openHelp(session, around) {
    session.go('settings');
    await around.showPane();
  },
  async showPane(_, around) {
    await around.showPane();
  },
} satisfies Readonly<Record<string, Command>>;

export type CommandId = keyof typeof COMMANDS;
