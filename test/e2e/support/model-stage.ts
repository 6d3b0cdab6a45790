import { expect } from '@playwright/test';
import { type SseServer, startSseServer } from '../../support/sse-server';
import { setEndpoint } from './endpoint';
import { type HelpdeskName, openStage, type PanelStage, type StageOptions } from './panel-stage';

/** A stage whose panel asks a model: a server on this machine that answers as each test says. */
export interface ModelStage extends PanelStage {
  readonly server: SseServer;
}

export async function openModelStage(name: HelpdeskName, options: StageOptions): Promise<ModelStage> {
  const server = await startSseServer({ openToPages: true });
  const stage = await openStage(name, options);
  await setEndpoint(stage.browser, server);
  await expect(stage.panel.page.getByText(/Drafts go to house-12b/)).toBeVisible();
  return {
    ...stage,
    server,
    async close() {
      await stage.close();
      await server.close();
    },
  };
}
