import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Broken } from './broken.tsx';
import { Shell } from './shell.tsx';

const page = createRootRoute({ errorComponent: Broken });

/** Above every screen of the people at the till: the frame, with its keys and its gate. */
const root = createRoute({
  getParentRoute: () => page,
  id: 'till',
  component: Shell,
  errorComponent: Broken,
});

/** The buyer's screen has neither: nobody is signed in there. */
const display = createRoute({
  getParentRoute: () => page,
  path: '/layar',
  component: lazyRouteComponent(() => import('../features/display/index.tsx'), 'DisplayScreen'),
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => redirect({ to: '/kasir', replace: true, throw: true }),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../features/setup/index.tsx'), 'SetupScreen'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/masuk',
  component: lazyRouteComponent(() => import('../features/sign-in/index.tsx'), 'SignInScreen'),
});

const till = createRoute({
  getParentRoute: () => root,
  path: '/kasir',
  component: lazyRouteComponent(() => import('../features/till/index.tsx'), 'TillScreen'),
});

const cash = createRoute({
  getParentRoute: () => root,
  path: '/kas',
  component: lazyRouteComponent(() => import('../features/cash/index.tsx'), 'CashScreen'),
});

const drawer = createRoute({
  getParentRoute: () => root,
  path: '/laci',
  component: lazyRouteComponent(() => import('../features/cash/open-drawer.tsx'), 'OpenDrawerScreen'),
});

const reports = createRoute({
  getParentRoute: () => root,
  path: '/laporan',
  component: lazyRouteComponent(() => import('../features/reports/index.tsx'), 'ReportsScreen'),
});

const catalog = createRoute({
  getParentRoute: () => root,
  path: '/barang',
  component: lazyRouteComponent(() => import('../features/catalog/index.tsx'), 'CatalogScreen'),
});

const promotions = createRoute({
  getParentRoute: () => root,
  path: '/promo',
  component: lazyRouteComponent(() => import('../features/promotions/index.tsx'), 'PromotionsScreen'),
});

const members = createRoute({
  getParentRoute: () => root,
  path: '/anggota',
  component: lazyRouteComponent(() => import('../features/members/index.tsx'), 'MembersScreen'),
});

const debts = createRoute({
  getParentRoute: () => root,
  path: '/utang',
  component: lazyRouteComponent(() => import('../features/debts/index.tsx'), 'DebtsScreen'),
});

const subsidy = createRoute({
  getParentRoute: () => root,
  path: '/subsidi',
  component: lazyRouteComponent(() => import('../features/subsidy/index.tsx'), 'SubsidyScreen'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/setelan',
  component: lazyRouteComponent(() => import('../features/settings/index.tsx'), 'SettingsScreen'),
});

const routeTree = page.addChildren([
  root.addChildren([
    start,
    setup,
    signIn,
    till,
    cash,
    drawer,
    reports,
    catalog,
    promotions,
    members,
    debts,
    subsidy,
    settings,
  ]),
  display,
]);

/** The router of the window. Places are kept behind `#`, which needs no help from whoever serves it. */
export function createAppRouter() {
  return createRouter({
    routeTree,
    history: createHashHistory(),
    defaultErrorComponent: Broken,
    // Screens are in the bundle; preparing them on hover would only fight with the scanner for time.
    defaultPreload: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
