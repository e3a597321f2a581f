import { enableCompileCache } from 'node:module';

// Before anything else is loaded: compiled code is kept between starts, which halves them.
enableCompileCache();
const { run } = await import('./run.ts');
await run(process.env);
