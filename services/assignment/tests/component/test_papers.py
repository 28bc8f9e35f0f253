"""The papers of a case over the real broker: listed, printed, and shown to nobody else."""

import base64
import hashlib
import io
from contextlib import ExitStack

import docx
import pytest
from assignment_journey import begin, walk
from assignment_processes import Deployment, wait_until

from official_paper import MEDIA_TYPE
from petition_client import Refused

CASE = "case-papers"


def test_the_papers_of_a_case_are_listed_and_printed_for_those_it_concerns(deployment: Deployment):
    with ExitStack() as stack:
        callers = ("petition_bureau", "dept_water", "dept_housing")
        clients = {caller: stack.enter_context(deployment.agency(caller)) for caller in callers}
        listener = deployment.listen()
        stack.callback(listener.close)
        begin(deployment, CASE)
        walk(clients, CASE, until="accept_case")
        receipt = {"method": "direct", "delivered_on": "2026-03-02", "receipt_no": "告回执1号"}
        delivered = {"case_no": CASE, "notice": "acceptance", **receipt}
        clients["dept_water"].call("assignment", "record_notice_delivery", delivered, actor="water_signer")
        walk(clients, CASE)

        first = clients["dept_water"].call(
            "assignment", "list_papers", {"case_no": CASE, "limit": 4}, actor="water_handler"
        )
        rest = clients["dept_water"].call(
            "assignment", "list_papers", {"case_no": CASE, "cursor": first["next"]}, actor="water_handler"
        )
        rows = [*first["items"], *rest["items"]]
        assert [row["kind_zh"] for row in rows] == [
            "转办单",
            "受理告知书",
            "告知书送达回执",
            "信访处理意见书",
            "送达回执",
        ]

        wanted = {"case_no": CASE, "paper_no": rows[3]["paper_no"]}
        answers = [
            clients[caller].call("assignment", "get_paper", wanted, actor=person)
            for caller, person in (("dept_water", "water_handler"), ("petition_bureau", "dispatcher"))
        ]
        content = base64.b64decode(answers[0]["content"])
        assert answers[0] == answers[1]
        assert answers[0]["media_type"] == MEDIA_TYPE
        assert answers[0]["sha256"] == hashlib.sha256(content).hexdigest()
        assert answers[0]["file_name"] == f"{CASE}-{rows[3]['paper_no']}-信访处理意见书.docx"
        said = "\n".join(line.text for line in docx.Document(io.BytesIO(content)).paragraphs)
        assert "管网冻裂属实" in said
        assert "30日内，向县级领导请求复查" in said

        for query, data in (("list_papers", {"case_no": CASE}), ("get_paper", wanted)):
            with pytest.raises(Refused) as refused:
                clients["dept_housing"].call("assignment", query, data, actor="housing_head")
            assert refused.value.code == "NOT_YOUR_CASE"
        with pytest.raises(Refused) as refused:
            clients["dept_water"].call("assignment", "get_paper", {**wanted, "paper_no": "9"}, actor="water_handler")
        assert (refused.value.code, refused.value.field) == ("NOT_FOUND", "paper_no")
        wait_until(lambda: "notice_delivered.v1" in listener.about(CASE), "the delivery told")

        # Without the master key nobody reads what was written in a case.
        stored = {name: repr(list(deployment.store[name].find())) for name in deployment.store.list_collection_names()}
        assert CASE in stored["papers"] and CASE in stored["journal"]
        words = ("要求通水", "管网冻裂属实", "十日内修复", "《农村饮水条例》第三条")
        assert not {name: word for name, text in stored.items() for word in words if word in text}
