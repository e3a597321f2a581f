import { enableCompileCache } from 'node:module';

// In JavaScript, so that what reads TypeScript is loaded at the first start alone: compiled code is kept between starts.
enableCompileCache();
await import('./main.ts');
