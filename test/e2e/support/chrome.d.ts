// Code that tests run inside the extension's own contexts sees the browser's API under this name.
declare const chrome: typeof import('wxt/browser').browser;
