import { createServer } from 'node:net';
import { fromPeers } from './peers.ts';

interface OfflineDirectLine {
  initializeRoutes(app: unknown, port: number, botUrl: string): void;
}

/** `offline-directline` in front of the bot whose address is in BOT_URL; it takes a port, and says nothing once it listens there. */
const { initializeRoutes } = fromPeers<OfflineDirectLine>('offline-directline');
const express = fromPeers<() => unknown>('express');
const free = createServer().listen(0, '127.0.0.1', () => {
  const address = free.address();
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  free.close(() => initializeRoutes(express(), address.port, `${process.env.BOT_URL}/api/messages`));
});
