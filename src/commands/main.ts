import { started } from '../taskpane/main';
import { COMMANDS, type CommandId } from './commands';
import { officeSurroundings } from './office-surroundings';

void started.then((session) => {
  // Hosts without commands (the workbench, old Excel) have no `actions`.
  const actions = Office.actions as typeof Office.actions | undefined;
  if (!session || !actions) return;
  for (const id of Object.keys(COMMANDS) as CommandId[]) {
    actions.associate(id, (event?: Office.AddinCommands.Event) => {
      // The command is over for Excel when it is over for the user, also when it failed.
      void COMMANDS[id](session, officeSurroundings).finally(() => event?.completed?.());
    });
  }
});
