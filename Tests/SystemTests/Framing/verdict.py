"""Compares what a server did with what a case expects; says in words what is wrong."""


def faults(case, outcome):
    """Every complaint about this outcome; none when the server did as expected."""
    if b"/canary-" in outcome.received:
        return ["the canary was answered: a request was smuggled"]
    if outcome.fault:
        return [outcome.fault]
    if not outcome.received:
        return ["no answer" + (", connection " + ("reset" if outcome.reset else "closed") if outcome.ended else "")]
    finals = [reply for reply in outcome.replies if reply.status >= 200]
    return [
        *interim_faults(case, outcome),
        *count_faults(case, outcome, finals),
        *answer_faults(case, finals[: case["requests"]]),
        *refusal_faults(case, finals[case["requests"] :]),
        *end_faults(case, outcome, finals),
    ]


def interim_faults(case, outcome):
    least, most = case.get("interim", [0, 0])
    interim = [reply.status for reply in outcome.replies if reply.status < 200]
    if not least <= len(interim) <= most or any(status != 100 for status in interim):
        yield f"interim responses {interim}, allowed {least} to {most}"


def count_faults(case, outcome, finals):
    wanted = case["requests"] + (case["expect"] == "refuse")
    if len(finals) != wanted:
        yield f"{len(finals)} responses {[reply.status for reply in finals][:8]}, expected {wanted}"
    if outcome.rest:
        yield f"bytes that belong to no response: {outcome.rest[:40]!r}"


def answer_faults(case, answers):
    allowed = case["status"] if case["expect"] == "answer" else [200, 204]
    for index, (reply, path) in enumerate(zip(answers, case["paths"])):
        if reply.status not in allowed:
            yield f"answer {index + 1} has status {reply.status}, allowed {allowed}"
        elif index not in case.get("head", []) and reply.status != 204 and path.encode() not in reply.body:
            yield f"answer {index + 1} does not name {path}"


def refusal_faults(case, refusals):
    if case["expect"] != "refuse":
        return
    for reply in refusals[:1]:
        if reply.status not in case["status"]:
            yield f"refused with {reply.status}, allowed {case['status']}"
        if case["close"] is True and not reply.closes:
            yield "the refusal lacks Connection: close"


def end_faults(case, outcome, finals):
    if case["close"] in (True, "eof") and not outcome.ended:
        yield "the connection stays open"
    if case["close"] is False and outcome.ended:
        yield "the connection was closed"
    if case["close"] is True and case["expect"] == "answer" and finals and not finals[-1].closes:
        yield "the last answer lacks Connection: close"
