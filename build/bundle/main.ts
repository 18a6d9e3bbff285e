/** `npm run bundle`: builds the app and nothing else. */
import { buildApp } from './bundle.ts';

await buildApp();
