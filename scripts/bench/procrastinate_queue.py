#!/usr/bin/env python
"""The yardstick of the queue: procrastinate at its best, on a database of its own in the same cluster. Runs under the
Python of var/python, where it is installed.

    procrastinate_queue.py URL fill JOBS      makes its tables anew and lays in so many jobs that do nothing
    procrastinate_queue.py URL work JOBS N    works until none is left, N jobs at once"""

import asyncio
import sys

import procrastinate

BATCH = 1_000


def app(url):
    made = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=url, min_size=4, max_size=16))

    @made.task(name="nothing")
    async def nothing(number):
        pass

    return made, nothing


async def fill(url, count):
    made, nothing = app(url)
    async with made.open_async():
        await made.schema_manager.apply_schema_async()
        for first in range(0, count, BATCH):
            await nothing.batch_defer_async(*({"number": number} for number in range(first, min(first + BATCH, count))))


async def work(url, concurrency):
    made, _ = app(url)
    async with made.open_async():
        await made.run_worker_async(wait=False, concurrency=concurrency, install_signal_handlers=False)


if sys.argv[2] == "fill":
    asyncio.run(fill(sys.argv[1], int(sys.argv[3])))
else:
    asyncio.run(work(sys.argv[1], int(sys.argv[4])))
