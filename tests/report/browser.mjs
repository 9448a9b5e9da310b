/*
 * browser.mjs PAGE... - the pages of a report in a headless Chromium, driven by chromedriver.
 *
 * Each page is opened light and dark, wide and as narrow as a phone: nothing on the console, nothing fetched,
 * the filters, sorting and copying do what they say, printing gives a sheet for each timetable. With axe-core
 * (a folder with axe.min.js in ZJ_AXE) no rule of accessibility is broken. Prints what it found; exit code 1
 * when something is wrong.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const axePath = process.env.ZJ_AXE ? join(process.env.ZJ_AXE, 'axe.min.js') : '';
const axe = axePath && existsSync(axePath) ? readFileSync(axePath, 'utf8') : null;
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
        alwaysMatch: { 'goog:chromeOptions': { args, mobileEmulation }, 'goog:loggingPrefs': { browser: 'ALL' } },
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
    tables: document.querySelectorAll('main table').length,
    fetched: performance.getEntriesByType('resource').length,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth };`;

async function tryFunctions(page, session, facts) {
    if (await run(session, "return !!document.getElementById('filter')")) {
        const wrong = await run(session, FILTER);
        check(page, 'filter', wrong === '', wrong);
    }
    const unsorted = await run(session, SORT);
    check(page, 'sort', unsorted === '', unsorted);
    if (facts.tables > 0) {
        const csv = await run(session, COPY);
        check(page, 'copy', /^"[^"]/.test(csv) && csv.endsWith('\r\n'), csv.slice(0, 80));
    }
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

/* One browser for each look; it opens the pages one after the other. */
async function tryAll(driver, paths, dark, width) {
    const session = await openSession(driver, dark, width);
    try {
        for (const path of paths)
            await tryPage(session, path, dark, width);
    } finally {
        await fetch(session, { method: 'DELETE' });
    }
}

const driver = await startDriver();
try {
    for (const [dark, width] of [[false, 1280], [true, 1280], [false, 390]])
        await tryAll(driver, process.argv.slice(2), dark, width);
} finally {
    driver.child.kill();
}
console.log(`${process.argv.length - 2} pages, axe-core ${axe ? 'ran' : 'is not there'}, ${failures} failures`);
process.exit(failures ? 1 : 0);
