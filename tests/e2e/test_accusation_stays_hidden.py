"""An accusation leaves no trace outside its restricted store (《信访工作条例》第三十条), on whatever path one looks.

The same questions are asked, by the same people, before it is filed and afterwards: every answer is the same, none has
a word of it. Events, queues, logs, metrics pages and every collection of every store are searched for its words.
"""

from __future__ import annotations

import json
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from every_question import INTAKE, SERVICES, ask_everything, officers_of
from kombu import Connection, Consumer, Exchange, Queue
from pymongo import MongoClient

from county_year.county import County
from county_year.matters import BUREAU
from county_year.quiet import Quiet
from local_stack.broker_accounts import OPERATOR
from local_stack.management_api import ManagementApi
from local_stack.testing.whole_stack import WholeStack
from petition_client import Client

ACCUSED = "township_mengyuan"
ASKERS = (BUREAU, ACCUSED, "dept_water", "county_leadership", "county_discipline", "citizen_portal", "hotline_12345")
PROCESSES = 8
NOBODYS = "6404252024010199999999"
"""A number that was never given out."""

AUTHOR, PHONE, TEXT, PERSON = "查不到甲", "19987654321", "桥头水泥款去向不明", "被指认乙"
WORDS = (AUTHOR, PHONE, TEXT, PERSON)

ACCUSATION: dict[str, Any] = {
    "channel": "web",
    "purpose": "accusation",
    "category": "010303",
    "place": {"township_code": "640425205"},
    "request": TEXT,
    "facts": TEXT,
    "petitioners": [{"name": AUTHOR, "phone": PHONE, "address": "彭阳县孟塬乡"}],
    "accused": {"unit": ACCUSED, "name": PERSON, "post": "副乡长"},
}

ORDINARY: dict[str, Any] = {
    "purpose": "appeal",
    "request": "请求修复村道。",
    "facts": "村道塌陷。",
    "petitioners": [{"name": "张三", "address": "彭阳县孟塬乡"}],
}


@dataclass
class Tap:
    """Hears every event of every service, as an operator with all rights could."""

    connection: Connection
    heard: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, uri: str) -> Tap:
        tap = cls(Connection(uri))
        channel = tap.connection.channel()
        queue = Queue("tap", exclusive=True, auto_delete=True, durable=False)(channel)
        queue.declare()
        for service in SERVICES:
            exchange = Exchange(f"{service.name}.events", type="topic", durable=True, no_declare=True)
            queue.bind_to(exchange(channel), routing_key="#")
        Consumer(channel, [queue], on_message=tap._hear, no_ack=True).consume()
        return tap

    def _hear(self, message: Any) -> None:
        body = message.body.tobytes() if isinstance(message.body, memoryview) else message.body
        text = body.decode() if isinstance(body, bytes) else body
        self.heard.append(f"{text} {message.headers}")

    def wait_for(self, words: str) -> None:
        end = time.monotonic() + 60
        while not any(words in one for one in self.heard):
            assert time.monotonic() < end, "the event of an ordinary petition was not heard: the tap hears nothing"
            try:
                self.connection.drain_events(timeout=1)
            except TimeoutError:
                continue


@dataclass(frozen=True)
class Filed:
    """What was to be seen before the accusation was filed and afterwards."""

    case_no: str
    query_code: str
    before: dict[str, str]
    after: dict[str, str]
    tap: Tap

    def finds(self, text: str) -> list[str]:
        """The words of the accusation, its number among them, that a text contains."""
        return [word for word in (*WORDS, self.case_no, self.query_code) if word in text]


@pytest.fixture(scope="module")
def filed(stack: WholeStack, client_of: Callable[[str], Client], county: County) -> Iterator[Filed]:
    """An accusation filed and read between two rounds of the same questions, an ordinary petition after it."""
    bureau, quiet = client_of(BUREAU), Quiet(client_of(BUREAU))
    registrar = county.officer(BUREAU, "registrar")
    listed = bureau.call("metrics", "list_indicators", {}, actor=registrar)
    indicators = [one["indicator"] for one in listed["items"]]

    def look(case_no: str) -> dict[str, str]:
        quiet.wait()
        answers = {
            f"{unit}: {question}": str(answer)
            for unit in ASKERS
            for question, answer in ask_everything(
                client_of(unit), officers_of(county, unit), case_no, indicators
            ).items()
        }
        return {question.replace(case_no, "…"): answer.replace(case_no, "…") for question, answer in answers.items()}

    before = look(NOBODYS)
    tap = Tap.open(stack.broker_uri(OPERATOR))
    answer = bureau.call("intake", "register_petition", ACCUSATION, actor=registrar)
    reading = {"case_no": answer["case_no"], "reason": "初步核查"}
    bureau.call("intake", "read_accusation", reading, actor=county.officer(BUREAU, "accusation_officer"))
    after = look(answer["case_no"])
    ordinary = {**ACCUSATION, **ORDINARY}
    del ordinary["accused"]
    told = bureau.call("intake", "register_petition", ordinary, actor=registrar)
    tap.wait_for(told["case_no"])
    withdrawn = {"case_no": told["case_no"], "petitioner_confirmed": True}
    bureau.call("intake", "withdraw_petition", withdrawn, actor=registrar)
    yield Filed(answer["case_no"], answer["query_code"], before, after, tap)
    tap.connection.release()


def pages(stack: WholeStack) -> dict[str, str]:
    """The metrics page of every process."""
    found = {}
    for index in range(PROCESSES):
        address = f"http://127.0.0.1:{stack.settings.ports.http(index)}/metrics"
        with urllib.request.urlopen(address, timeout=10) as page:
            found[address] = page.read().decode()
    return found


def test_every_answer_is_the_same_as_if_it_had_never_been_filed(filed: Filed) -> None:
    assert len(filed.before) > 500
    differing = {
        question: (filed.before[question], filed.after.get(question))
        for question in filed.before
        if filed.before[question] != filed.after.get(question)
    }
    assert not differing and filed.before.keys() == filed.after.keys()


def test_no_answer_has_a_word_of_it(filed: Filed) -> None:
    assert not {question: filed.finds(answer) for question, answer in filed.after.items() if filed.finds(answer)}


def test_its_number_is_answered_like_one_that_was_never_given_out(filed: Filed) -> None:
    refusals = [answer for question, answer in filed.after.items() if "intake.get_petition" in question]
    assert refusals and all("NOT_FOUND" in answer or "FORBIDDEN" in answer for answer in refusals)


def test_no_event_tells_of_it(filed: Filed) -> None:
    assert filed.tap.heard
    assert not [one for one in filed.tap.heard if filed.finds(one)]


def test_no_queue_holds_a_word_of_it(filed: Filed, stack: WholeStack) -> None:
    """What waits anywhere on the broker is looked at and put back."""
    broker = stack.credentials["broker"]
    management = ManagementApi(stack.settings.ports.management, OPERATOR, broker["users"][OPERATOR])
    look = {"count": 10000, "ackmode": "ack_requeue_true", "encoding": "auto"}
    held = {
        queue["name"]: json.dumps(
            management.request("POST", "queues", queue["vhost"], queue["name"], "get", body=look), ensure_ascii=False
        )
        for queue in management.request("GET", "queues")
        if not queue["exclusive"]
    }
    assert len(held) > 10
    assert not {name: filed.finds(text) for name, text in held.items() if filed.finds(text)}


def test_no_collection_but_the_restricted_one_holds_a_word_of_it(filed: Filed, stack: WholeStack) -> None:
    searched: dict[str, list[str]] = {}
    with MongoClient[dict[str, Any]](stack.mongo_uri("admin")) as store:
        for database in (name for name in store.list_database_names() if name.startswith("petition_")):
            for name in store[database].list_collection_names():
                text = "".join(map(repr, store[database][name].find()))
                searched[f"{database}.{name}"] = filed.finds(text)
    assert len(searched) > 30
    # In its own store the number alone is readable, everything else is sealed. Tries with a wrong query code are
    # counted for every number asked for, given out or not, as the one below shows.
    for known in ("petition_intake.accusations", "petition_intake.wrong_codes"):
        assert searched.pop(known) == [filed.case_no]
    assert not {name: words for name, words in searched.items() if words}


def test_a_number_nobody_has_leaves_the_same_trace(filed: Filed, stack: WholeStack) -> None:
    with MongoClient[dict[str, Any]](stack.mongo_uri("admin")) as store:
        tries = store["petition_intake"]["wrong_codes"]
        assert tries.find_one({"_id": NOBODYS})["count"] == tries.find_one({"_id": filed.case_no})["count"]


def test_no_log_and_no_metrics_page_has_a_word_of_it(filed: Filed, stack: WholeStack) -> None:
    texts = {
        str(path): path.read_text(encoding="utf-8", errors="replace")
        for path in stack.settings.logs.rglob("*")
        if path.is_file()
    }
    texts |= pages(stack)
    assert len(texts) > 16
    assert not {name: filed.finds(text) for name, text in texts.items() if filed.finds(text)}


def test_no_metric_counts_it(filed: Filed, stack: WholeStack) -> None:
    """Nor how often one is looked into: who runs the machines is not one of the named officers."""
    methods = {command.name for command in INTAKE.commands if "accusation" in command.name}
    assert methods and all(command.discreet for command in INTAKE.commands if command.name in methods)
    told = "".join(pages(stack).values())
    assert 'method="discreet"' in told and not [name for name in methods if name in told]
