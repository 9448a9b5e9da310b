/*
 * browser.mjs PAGE... [A=B] - the pages of a report in a headless Chromium, driven by chromedriver.
 *
 * Each page is opened light and dark, wide and as narrow as a phone: nothing on the console, nothing fetched,
 * the filters, sorting and copying do what they say, by keys too, printing gives a sheet for each timetable.
 * With axe-core (`npm install --no-save axe-core`, or ZJ_AXE names its folder) no rule of accessibility is
 * broken. Page B draws the timetables of page A from numbers. Prints what it found; exit code 1 when something
 * is wrong.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const axePath = join(process.env.ZJ_AXE ?? 'node_modules/axe-core', 'axe.min.js');
const axe = existsSync(axePath) ? readFileSync(axePath, 'utf8') : null;
let failures = 0;

function check(page, what, ok, detail = '') {
    if (ok)
        return;
    failures++;
    console.log(`FAILED ${page}: ${what} ${detail}`);
}

function startDriver() {
    const child = spawn('chromedriver', ['--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    return new Promise((done, fail) => {
        let text = '';
        child.on('error', fail);
        child.stdout.on('data', (part) => {
            text += part;
            const port = /successfully on port (\d+)/.exec(text);
            if (port)
                done({ child, url: `http://127.0.0.1:${port[1]}` });
        });
    });
}

async function call(url, body) {
    const answer = await fetch(url, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
    const { value } = await answer.json();
    if (value && value.error)
        throw new Error(`${value.error}: ${value.message}`);
    return value;
}

async function openSession(driver, dark, width) {
    const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
    if (dark)
        args.push('--blink-settings=preferredColorScheme=0');
    const mobileEmulation = { deviceMetrics: { width, height: 900, pixelRatio: 1, touch: false } };
    const capabilities = {
        alwaysMatch: {
            timeouts: { script: 300000 }, // a county's page has a thousand tables
            'goog:chromeOptions': { args, mobileEmulation },
            'goog:loggingPrefs': { browser: 'ALL' },
        },
    };
    const { sessionId } = await call(`${driver.url}/session`, { capabilities });
    return `${driver.url}/session/${sessionId}`;
}

const run = (session, script, args = []) => call(`${session}/execute/sync`, { script, args });

/* Choose the last option of each filter: what belongs to it is shown, and nothing else. */
const FILTER = `
    const wrong = [];
    for (const select of document.querySelectorAll('#filter select')) {
        select.selectedIndex = select.options.length - 1;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        const attribute = 'data-' + select.dataset.key;
        const rows = [...document.querySelectorAll('main [' + attribute + ']')];
        const misses = rows.filter((e) => select.value &&
            e.hidden === e.getAttribute(attribute).includes('|' + select.value + '|'));
        if (misses.length)
            wrong.push(select.id + ' is wrong about ' + misses.length + ' of ' + rows.length);
        if (select.value && !document.getElementById('shown').textContent)
            wrong.push(select.id + ' does not say how many');
        select.value = '';
        select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    if (document.querySelector('main [hidden]'))
        wrong.push('something stays hidden');
    return wrong.join('; ');`;

/* Sort every table by its first column of numbers, up and down. */
const SORT = `
    const wrong = [];
    for (const th of document.querySelectorAll('thead th.n:first-of-type, thead th + th.n')) {
        const table = th.closest('table');
        for (const sign of [1, -1]) {
            th.querySelector('button').click();
            const keys = [...table.tBodies[0].rows].map((r) => r.cells[th.cellIndex].textContent)
                .map((t) => t === '' ? -Infinity : Number(t));
            if (keys.some((k, i) => i > 0 && sign * (k - keys[i - 1]) < 0))
                wrong.push(table.caption.textContent);
        }
    }
    return wrong.join('; ');`;

const COPY = `
    let copied = '';
    Object.defineProperty(navigator, 'clipboard',
        { value: { writeText: (t) => { copied = t; return Promise.resolve(); } } });
    document.querySelector('.bar button').click();
    return copied;`;

const COUNT = `return { weeks: document.querySelectorAll('.week').length,
    copies: document.querySelectorAll('.bar button').length,
    heads: document.querySelectorAll('main thead button').length,
    fetched: performance.getEntriesByType('resource').length,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth };`;

const pressed = (key) => [{ type: 'keyDown', value: key }, { type: 'keyUp', value: key }];
const TAB = '\uE004', ENTER = '\uE007';

/* Send keys to the page; what has the focus then, and whether its table is sorted. */
async function press(session, ...keys) {
    await call(`${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: keys.flatMap(pressed) }] });
    return run(session, `const e = document.activeElement;
        return { skip: e.matches('.skip'), head: e.matches('thead button'), seen: e.getClientRects().length > 0,
            sorted: !!e.closest('th[aria-sort]') };`);
}

/* By the keyboard alone: the first stop skips to the content, and the head of a table sorts it. */
async function tryKeyboard(page, session) {
    await run(session, 'document.activeElement.blur(); window.scrollTo(0, 0);');
    let at = await press(session, TAB);
    check(page, 'keyboard: the first stop skips to the content', at.skip && at.seen);
    for (let i = 0; i < 80 && !at.head; i++) {
        at = await press(session, TAB);
        check(page, 'keyboard: what has the focus is seen', at.seen);
    }
    at = await press(session, ENTER);
    check(page, 'keyboard: a head sorts its table', at.head && at.sorted);
}

async function tryFunctions(page, session, facts) {
    if (await run(session, "return !!document.getElementById('filter')")) {
        const wrong = await run(session, FILTER);
        check(page, 'filter', wrong === '', wrong);
    }
    const unsorted = await run(session, SORT);
    check(page, 'sort', unsorted === '', unsorted);
    if (facts.copies > 0) {
        const csv = await run(session, COPY);
        check(page, 'copy', /^"[^"]/.test(csv) && csv.endsWith('\r\n'), csv.slice(0, 80));
    }
    if (facts.heads > 0)
        await tryKeyboard(page, session);
    const pdf = Buffer.from(await call(`${session}/print`, { orientation: 'landscape' }), 'base64').toString('latin1');
    const sheets = (pdf.match(/\/Type\s*\/Page[^s]/g) || []).length;
    check(page, 'print', sheets > facts.weeks, `${sheets} sheets for ${facts.weeks} timetables`);
}

async function tryPage(session, path, dark, width) {
    const page = `${path} ${dark ? 'dark' : 'light'} ${width}`;

    await call(`${session}/url`, { url: `file://${resolve(path)}` });
    const facts = await run(session, COUNT);
    check(page, 'nothing is fetched', facts.fetched === 0, facts.fetched);
    check(page, 'no scrolling sideways', facts.wide <= 0, facts.wide);
    if (axe) {
        await run(session, `${axe}; window.axe = axe;`);
        const script = 'const done = arguments[0]; axe.run().then(done, (e) => done(String(e)));';
        const report = await call(`${session}/execute/async`, { script, args: [] });
        for (const v of report.violations ?? [{ id: report, nodes: [] }])
            check(page, `axe: ${v.id}`, false, `${v.nodes.length}: ${v.nodes[0]?.html.slice(0, 160)}`);
    }
    if (!dark && width > 1000)
        await tryFunctions(page, session, facts);
    for (const line of await call(`${session}/se/log`, { type: 'browser' }))
        check(page, 'console', false, line.message);
}

/* The timetables of a page by their captions, without the blanks between elements. */
const WEEKS = `return [...document.querySelectorAll('.week')].map((week) =>
    [week.querySelector('caption').textContent, week.outerHTML.replace(/>\\s+</g, '><')]);`;

/* Timetables that the script drew from numbers are those that came as tables. */
async function compareWeeks(session, path, other) {
    const weeks = [];
    for (const p of [path, other]) {
        await call(`${session}/url`, { url: `file://${resolve(p)}` });
        weeks.push(new Map(await run(session, WEEKS)));
    }
    check(other, 'it holds more timetables', weeks[1].size > weeks[0].size, weeks[1].size);
    for (const [caption, html] of weeks[0])
        check(other, 'drawn as in the other page', weeks[1].get(caption) === html, caption);
}

/* One browser for each look; it opens the pages one after the other. */
async function tryAll(driver, paths, dark, width) {
    const session = await openSession(driver, dark, width);
    try {
        for (const path of paths)
            await tryPage(session, path, dark, width);
        if (same && !dark && width > 1000) {
            await tryPage(session, same[1], dark, width);
            await compareWeeks(session, ...same);
        }
    } finally {
        await fetch(session, { method: 'DELETE' });
    }
}

const named = process.argv.slice(2);
const same = named.find((name) => name.includes('='))?.split('=');
const pages = named.filter((name) => !name.includes('='));
const driver = await startDriver();
try {
    for (const [dark, width] of [[false, 1280], [true, 1280], [false, 390]])
        await tryAll(driver, pages, dark, width);
} finally {
    driver.child.kill();
}
console.log(`${pages.length} pages, axe-core ${axe ? 'ran' : 'is not there'}, ${failures} failures`);
process.exit(failures ? 1 : 0);
