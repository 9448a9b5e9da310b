/*<![CDATA[*/
/*
 * page.js - what the page can do beyond being read: show a teacher, a school or a class alone, sort and
 * copy tables, print timetables. Without it everything is there, too. Words come from <main data-...>.
 */
(function () {
    'use strict';
    var main = document.getElementById('main');
    var filter = document.getElementById('filter');
    var shown = document.getElementById('shown');

    function all(selector, root) {
        return Array.prototype.slice.call((root || document).querySelectorAll(selector));
    }

    function button(label, action) {
        var b = document.createElement('button');
        b.type = 'button';
        b.textContent = label;
        b.addEventListener('click', action);
        return b;
    }

    /* --- filter: data-t, data-s and data-c hold "|id|id|" --- */

    function wanted() {
        return all('select', filter).filter(function (s) { return s.value; });
    }

    function apply() {
        var choices = wanted();
        var count = 0;
        all('[data-t],[data-s],[data-c]', main).forEach(function (e) {
            var fits = choices.every(function (s) {
                var value = e.getAttribute('data-' + s.dataset.key);
                return value === null || value.indexOf('|' + s.value + '|') !== -1;
            });
            e.hidden = !fits;
            count += fits ? 1 : 0;
        });
        shown.textContent = choices.length ? main.dataset.shown + ' ' + count : '';
    }

    /* --- sort: by number where the column holds numbers, else as text --- */

    function keyOf(row, column, number) {
        var text = row.cells[column].textContent.trim();
        return number ? (text === '' ? -Infinity : Number(text)) : text;
    }

    function sort(table, th, column) {
        var body = table.tBodies[0];
        var number = th.classList.contains('n');
        var down = th.getAttribute('aria-sort') === 'ascending';
        var rows = all('tr', body).map(function (row, i) {
            return { row: row, i: i, key: keyOf(row, column, number) };
        });
        rows.sort(function (a, b) {
            var order = a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
            return (down ? -order : order) || a.i - b.i;
        });
        rows.forEach(function (r) { body.appendChild(r.row); });
        all('th[aria-sort]', table).forEach(function (h) { h.removeAttribute('aria-sort'); });
        th.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    }

    function makeSortable(table) {
        all('thead th', table).forEach(function (th, column) {
            var b = button(th.textContent, function () { sort(table, th, column); });
            th.textContent = '';
            th.appendChild(b);
        });
    }

    /* --- copy: the rows that are shown, as CSV that no spreadsheet takes for a formula --- */

    function cellText(cell) {
        var text = Array.prototype.map.call(cell.childNodes, function (n) {
            return n.nodeName === 'BR' ? ' ' : n.textContent;
        }).join('').trim();
        if (/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) && !/^-?\d+$/.test(text))
            text = "'" + text;
        return '"' + text.replace(/"/g, '""') + '"';
    }

    function csvOf(table) {
        return all('tr', table).filter(function (row) { return !row.hidden; }).map(function (row) {
            return Array.prototype.map.call(row.cells, cellText).join(',');
        }).join('\r\n') + '\r\n';
    }

    function copyByHand(text) {
        var area = document.createElement('textarea');
        area.value = text;
        document.body.appendChild(area);
        area.select();
        document.execCommand('copy');
        area.remove();
    }

    function copy(table, b) {
        var text = csvOf(table);
        var done = function () {
            b.textContent = main.dataset.copied;
            setTimeout(function () { b.textContent = main.dataset.copy; }, 2000);
        };
        if (!navigator.clipboard) {
            copyByHand(text);
            done();
            return;
        }
        navigator.clipboard.writeText(text).then(done, function () {
            copyByHand(text);
            done();
        });
    }

    /* --- print: only these elements; the rest of the page steps aside --- */

    function print(kept) {
        all('section > *, section', main).forEach(function (e) {
            var stays = kept.some(function (k) { return e === k || e.contains(k); });
            e.classList.toggle('out', !stays);
        });
        document.body.classList.add('printing');
        window.print();
    }

    function printShown() {
        var weeks = all('.week', main).filter(function (w) { return !w.hidden; });
        if (weeks.length)
            print(weeks);
        else
            window.print();
    }

    /* Browsers do not repeat a button with the head of a table on the next sheet: on paper it is text. */
    function headsAsText(text) {
        all('thead th', main).forEach(function (th) {
            var b = th.querySelector('button') || th.button;
            if (!b)
                return;
            th.button = b;
            th.textContent = text ? b.textContent : '';
            if (!text)
                th.appendChild(b);
        });
    }

    window.addEventListener('afterprint', function () {
        headsAsText(false);
        document.body.classList.remove('printing');
        all('.out').forEach(function (e) { e.classList.remove('out'); });
    });
    window.addEventListener('beforeprint', function () {
        headsAsText(true);
    });

    /* --- timetables that come as numbers of words (solver/report/html/week_parts.h) --- */

    function element(name, parent, text) {
        var e = document.createElement(name);
        (text || '').split('\n').forEach(function (line, i) {
            if (i)
                e.appendChild(document.createElement('br'));
            e.appendChild(document.createTextNode(line));
        });
        return parent.appendChild(e);
    }

    function headCell(row, scope, text) {
        var th = element('th', row, text);
        th.scope = scope;
        return th;
    }

    function drawRow(body, cells, columns) {
        var row = body.insertRow();
        var way = cells[0].charAt(0) === 'w';
        if (cells.length === 1) {
            row.className = 'am';
            headCell(row, 'rowgroup', cells[0]).colSpan = columns;
            return;
        }
        if (way)
            row.className = 'way';
        headCell(row, 'row', cells[0].slice(way ? 1 : 0));
        cells.slice(1).forEach(function (text) { element('td', row, text); });
    }

    function drawWeek(section, line, heads, words) {
        var part = line.split('/');
        var week = element('article', section);
        var frame = element('div', week);
        var table = element('table', frame);
        var row = table.createTHead().insertRow();
        week.className = 'week';
        frame.className = 'scroll';
        frame.tabIndex = 0;
        table.createCaption().textContent = words(part[0]);
        heads.forEach(function (head) { headCell(row, 'col', head); });
        ['t', 's', 'c'].forEach(function (key, i) {
            week.dataset[key] = [''].concat(part[i + 1].split(',').filter(Boolean).map(words), '').join('|');
        });
        part[5].split(';').forEach(function (cells) {
            drawRow(table.tBodies[0] || table.createTBody(), cells.split(',').map(words), heads.length);
        });
        part[4].split(',').filter(Boolean).forEach(function (note) { element('p', week, words(note)); });
    }

    /* Each number of a text becomes its word; lines of a cell are parted by +. */
    function unpack(box) {
        var list = box.firstChild.textContent.split('\n');
        var lines = box.lastChild.textContent.split('\n');
        var words = function (text) {
            return text.replace(/\d+/g, function (n) { return list[n]; });
        };
        var cells = function (text) {
            return text.split('+').map(words).join('\n');
        };
        var heads = lines[0].split(',').map(words);
        lines.slice(1).forEach(function (line) { drawWeek(box.parentNode, line, heads, cells); });
        box.remove();
    }

    all('.packed', main).forEach(unpack);

    /* --- what is not there without a script --- */

    all('table', main).forEach(function (table) {
        var week = table.closest('.week');
        var bar = document.createElement('div');
        var b = button(main.dataset.copy, function () { copy(table, b); });
        bar.className = 'bar';
        bar.appendChild(b);
        if (week)
            bar.appendChild(button(main.dataset.print, function () { print([week]); }));
        else
            makeSortable(table);
        table.parentNode.parentNode.insertBefore(bar, table.parentNode);
    });
    all('.week', main).forEach(function (week) {
        week.appendChild(main.lastElementChild.cloneNode(true));
    });
    if (main.querySelector('.week'))
        main.lastElementChild.remove();
    if (filter) {
        filter.hidden = false;
        filter.addEventListener('change', apply);
        filter.addEventListener('reset', function () { setTimeout(apply, 0); });
        filter.addEventListener('submit', function (e) { e.preventDefault(); });
        document.getElementById('print-all').addEventListener('click', printShown);
    }
}());
/*]]>*/
