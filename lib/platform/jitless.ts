import * as z from 'zod/mini';

// zod probes `eval` at its first parse; under the extension's CSP that is a logged violation and, when the probe
// happens to succeed under a debugger, a later crash. Import this first in every entrypoint.
z.config({ jitless: true });
