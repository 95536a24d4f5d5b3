/** @file Worker: renders IVUS frames. */
import { expose } from 'comlink';
import { createIvusService } from './ivus-service.ts';

expose(createIvusService(() => performance.now()));
