import { app, session } from 'electron';

/**
 * The page needs nothing of the browser it runs in: no permission is ever given, nothing is opened
 * beside it, and it never leads anywhere. Holds for every page, whoever made it.
 */
export function lockDown(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Called once Electron is ready: only then is there a session to speak to. */
export function refusePermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_, __, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
}
