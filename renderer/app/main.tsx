import '../ui/tokens.css';
import '../ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { createQueryClient } from '../data/query-client.ts';
import { KeyboardProvider } from '../keyboard/keyboard.tsx';
import { showTheme } from '../ui/theme.ts';
// Read before the router is: the engine's module takes the secret out of the address.
import '../data/engine.ts';
import { createAppRouter } from './router.tsx';

// The page may not evaluate text as code, so zod must not try to compile its schemas.
z.config({ jitless: true });
showTheme();

const place = document.querySelector('#root');
if (place === null) throw new Error('index.html has no #root');

const router = createAppRouter();
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <KeyboardProvider>
        <RouterProvider router={router} />
      </KeyboardProvider>
    </QueryClientProvider>
  </StrictMode>,
);
