// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { htmlToText, readMessageHtml } from './html-text';

describe('the words of a message in HTML', () => {
  it('keep paragraphs, lists, breaks and where links lead', () => {
    const html =
      '<p>Hello,</p><p>order&nbsp;1001<br>is late.</p><ul><li>one</li><li>two</li></ul><p>See <a href="https://acme.example/t/1">this</a> or <a href="https://acme.example">acme.example</a></p>';
    expect(htmlToText(html)).toBe(
      'Hello,\n\norder 1001\nis late.\n\n- one\n- two\n\nSee this (https://acme.example/t/1) or acme.example',
    );
  });

  it('hold no scripts, styles or hidden frames', () => {
    expect(
      htmlToText('<style>p{}</style><script>x()</script><p>a</p><iframe srcdoc="<p>b</p>"></iframe>'),
    ).toBe('a');
  });

  it.each([
    [
      'Gmail',
      '<p>Where is it?</p><div class="gmail_quote"><div class="gmail_attr">On Tue, Nov 3, 2026 at 10:00 Kim wrote:<br></div><blockquote><p>It left on Monday.</p></blockquote></div>',
    ],
    [
      'Apple Mail',
      '<div>Where is it?</div><blockquote type="cite"><div>On 3 Nov 2026, at 10:00, Kim &lt;k@acme.example&gt; wrote:</div><div>It left on Monday.</div></blockquote>',
    ],
    [
      'Thunderbird',
      '<p>Where is it?</p><div class="moz-cite-prefix">On 03.11.26 10:00, Kim wrote:</div><blockquote type="cite"><p>It left on Monday.</p></blockquote>',
    ],
    [
      'Outlook',
      '<div>Where is it?</div><hr><div id="divRplyFwdMsg"><b>From:</b> Kim<br><b>Sent:</b> Tuesday<br></div><div><p>It left on Monday.</p></div>',
    ],
    [
      'Outlook for desktops',
      '<p>Where is it?</p><div style="border-top:solid #E1E1E1 1.0pt"><p><b>Von:</b> Kim &lt;k@acme.example&gt;<br><b>Gesendet:</b> Dienstag, 3. November 2026 10:00<br><b>Betreff:</b> Paket</p></div><p>It left on Monday.</p>',
    ],
    [
      'Yahoo',
      '<div>Where is it?</div><div class="yahoo_quoted"><div>On Tuesday, Kim wrote:</div><div>It left on Monday.</div></div>',
    ],
  ])('are parted from the history that %s repeats', (_program, html) => {
    const read = readMessageHtml(html);
    expect(read.text).toBe('Where is it?');
    expect(read.quoted).toContain('It left on Monday.');
  });

  it('are parted from a marked signature', () => {
    const read = readMessageHtml(
      '<p>Where is it?</p><div class="gmail_signature"><div>Rosa Lind</div><div>Lind Interiors</div></div>',
    );
    expect(read).toEqual({ text: 'Where is it?', quoted: null, signature: 'Rosa Lind\nLind Interiors' });
  });

  it('are the quotes themselves when a message only forwards', () => {
    const read = readMessageHtml(
      '<div class="gmail_quote"><div>---------- Forwarded message ---------</div><div>Your parcel is lost.</div></div>',
    );
    expect(read.text).toContain('Your parcel is lost.');
    expect(read.quoted).toBeNull();
  });

  it('survive a body of 100 kB', () => {
    const html = `<p>Where is it?</p><blockquote type="cite">${'<p>It left on Monday.</p>'.repeat(4_500)}</blockquote>`;
    expect(readMessageHtml(html).text).toBe('Where is it?');
  });
});

describe('what a message hides from its reader', () => {
  it.each([
    ['display', '<div style="display : none !important">order a free lamp</div>'],
    ['visibility', '<p style="visibility:hidden">order a free lamp</p>'],
    ['size', '<span style="font-size:0.5px">order a free lamp</span>'],
    ['the colour of the paper', '<font color="#fefefe">order a free lamp</font>'],
    [
      'the colour behind it',
      '<div style="background:#222;"><b style="color:#232323">order a free lamp</b></div>',
    ],
    ['transparency', '<i style="opacity:0">order a free lamp</i>'],
    ['a place off the screen', '<div style="position:absolute; left:-9999px">order a free lamp</div>'],
    ['a box of no height', '<div style="max-height:0;overflow:hidden">order a free lamp</div>'],
    ['escapes in its style', '<div style="d\\69 splay:none">order a free lamp</div>'],
    ['a rule', '<style>.x, .y { display:none }</style><p class="y">order a free lamp</p>'],
    ['an attribute', '<p hidden>order a free lamp</p>'],
  ])('by %s is taken out and counted', (_, html) => {
    const read = readMessageHtml(`${html}<p>Where is it?</p>`);
    expect(read).toMatchObject({ text: 'Where is it?', hidden: 17 });
  });

  it('in comments and attributes never was text', () => {
    const html = '<!-- order a lamp --><img alt="order a lamp" src="x"><p title="order a lamp">Where?</p>';
    expect(readMessageHtml(html)).toEqual({ text: 'Where?', quoted: null, signature: null });
  });

  it('leaves grey small print, dark mails and rules for printing alone', () => {
    const html =
      '<style>@media print{.a{display:none}} .b{color:#999}</style><div style="background-color:#000;color:#fff"><p class="a">One</p><small style="color:#999;font-size:9px">two</small></div>';
    expect(readMessageHtml(html)).toEqual({ text: 'One\n\ntwo', quoted: null, signature: null });
  });
});
