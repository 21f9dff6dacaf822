import { connectClient, type OfficeClient } from '../host';
import type { WorkbenchWindow } from './workbench-window';

/**
 * Runs inside the pane's frame, before the pane: joins Microsoft's client in this frame with the host in the
 * workbench's page. The pane itself is the one that Excel loads, unchanged.
 */
const OFTEN_MS = 20;

function whenLoaded(): Promise<OfficeClient> {
  return new Promise((resolve) => {
    const look = (): void => {
      const client = window as unknown as OfficeClient;
      if ((client as Partial<OfficeClient>).OfficeExtension && client.Excel) resolve(client);
      else setTimeout(look, OFTEN_MS);
    };
    look();
  });
}

void whenLoaded().then((client) => {
  const { plancheckWorkbench } = window.parent as unknown as WorkbenchWindow;
  connectClient(client, plancheckWorkbench.host);
  const office = client.Office as { context: object };
  const { context } = office;
  // The ribbon's commands register themselves here; the page offers them as buttons would in Excel.
  Object.defineProperty(office, 'actions', {
    value: { associate: (id: string, run: () => void) => plancheckWorkbench.commands.set(id, run) },
  });
  Object.defineProperty(context, 'document', { value: { url: plancheckWorkbench.documentUrl() } });
  Object.defineProperty(context, 'officeTheme', { get: () => plancheckWorkbench.theme() });
});
