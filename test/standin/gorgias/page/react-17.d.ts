declare module 'react-17' {
  export const version: string;
}
