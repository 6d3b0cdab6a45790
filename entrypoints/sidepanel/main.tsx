import '@/lib/platform/jitless';
