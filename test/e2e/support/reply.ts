/** A reply with everything that a reply may hold, as the panel hands it to a page. */
export const reply = {
  html: '<p>Hi Rosa,</p><p>your parcel is <strong>on its way</strong>, see <a href="https://acme.example/t/1">tracking</a>.</p><ul><li>left on Monday</li><li>arrives on Friday</li></ul><p>Kim</p>',
  text: 'Hi Rosa,\n\nyour parcel is on its way, see tracking (https://acme.example/t/1).\n\n- left on Monday\n- arrives on Friday\n\nKim',
} as const;
