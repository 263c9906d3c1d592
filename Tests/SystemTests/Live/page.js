// What a browser sees of our event streams and WebSockets. The report names each check and what was wrong with it.
const results = [];
const limit = 60_000;

const within = (promise, what) =>
    Promise.race([promise, new Promise((_, no) => setTimeout(() => no(new Error(`${what}: nothing in time`)), limit))]);

const once = (target, name) => within(new Promise(yes => target.addEventListener(name, yes, { once: true })), name);

const hold = (holds, what) => { if (!holds) throw new Error(what); };

async function check(name, body) {
    try { await body(); results.push(`${name}: ok`); } catch (fault) { results.push(`${name}: FAILED: ${fault}`); }
}

await check("events arrive with names, ids and lines, and go on after an end", async () => {
    const source = new EventSource("/events");
    const heard = [];
    const note = event => heard.push([event.type, event.lastEventId, event.data]);
    source.onmessage = note;
    source.addEventListener("fiyat", note);
    let opened = 0;
    source.onopen = () => { opened += 1; };
    // The server ends the stream behind the first two; the browser comes back and says what it had last.
    await within(new Promise(yes => source.addEventListener("son", yes, { once: true })), "the second stream");
    source.close();
    const expected = [["message", "1", "ilk"], ["fiyat", "2", "ığüşöç\n\nüçüncü satır"], ["message", "2", "after 2"]];
    hold(JSON.stringify(heard) === JSON.stringify(expected), JSON.stringify(heard));
    hold(opened === 2, `opened ${opened} times`);
});

await check("a broadcast reaches all streams of a page", async () => {
    const sources = [new EventSource("/live"), new EventSource("/live"), new EventSource("/live")];
    await Promise.all(sources.map(source => once(source, "hazir")));
    const heard = Promise.all(sources.map(source => once(source, "herkese")));
    await fetch("/broadcast", { method: "POST" });
    for (const event of await heard) hold(event.data === "merhaba", event.data);
    hold(sources.every(source => source.readyState === EventSource.OPEN), "one has ended");
    sources.forEach(source => source.close());
});

await check("the server misses streams that were closed", async () => {
    for (const ends = Date.now() + limit; ;) {
        const count = await (await fetch("/count")).text();
        if (count === "0") return;
        hold(Date.now() < ends, `${count} streams are left`);
        await new Promise(yes => setTimeout(yes, 50));
    }
});

await check("an event stream that is refused is not asked for again", async () => {
    const source = new EventSource("/refused");
    await once(source, "error");
    hold(source.readyState === EventSource.CLOSED, `state ${source.readyState}`);
});

const opened = async (path, protocols) => {
    const socket = new WebSocket(`ws://${location.host}${path}`, protocols);
    socket.binaryType = "arraybuffer";
    await once(socket, "open");
    return socket;
};

const echoed = async (socket, message) => {
    const answer = once(socket, "message");
    socket.send(message);
    return (await answer).data;
};

await check("messages of every size come back", async () => {
    const socket = await opened("/echo", ["eski", "sohbet"]);
    hold(socket.protocol === "sohbet", `protocol ${socket.protocol}`);
    hold(socket.extensions === "", `extensions ${socket.extensions}`);
    for (const size of [0, 1, 125, 126, 65_535, 65_536, 1 << 20]) {
        const text = "ığ€😀".repeat(size / 11) + "a".repeat(size % 11);
        hold(await echoed(socket, text) === text, `text of ${size}`);
        const bytes = new Uint8Array(size).map((_, index) => index * 31);
        const answer = new Uint8Array(await echoed(socket, bytes));
        hold(answer.length === size && answer.every((byte, index) => byte === bytes[index]), `bytes of ${size}`);
    }
    const end = once(socket, "close");
    socket.close(4001, "bitti");
    const { code, reason, wasClean } = await end;
    hold(code === 4001 && reason === "bitti" && wasClean, `${code} ${reason} ${wasClean}`);
});

await check("the server's goodbye arrives clean", async () => {
    const socket = new WebSocket(`ws://${location.host}/close/4002`);
    const { code, reason, wasClean } = await once(socket, "close");
    hold(code === 4002 && reason === "güle güle" && wasClean, `${code} ${reason} ${wasClean}`);
});

await check("a message that is too big is 1009", async () => {
    const socket = await opened("/echo");
    const end = once(socket, "close");
    socket.send(new Uint8Array((1 << 20) + 1));
    hold((await end).code === 1009, "not 1009");
});

await check("a page of another host is refused", async () => {
    const socket = new WebSocket(`ws://localhost:${location.port}/echo`);
    await once(socket, "error");
    hold(socket.readyState !== WebSocket.OPEN, "it was let in");
});

await fetch("/report", { method: "POST", body: results.join("\n") });
