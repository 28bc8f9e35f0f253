"""The RPC process ends and starts again: nothing is lost, nothing happens twice."""

from __future__ import annotations

from toyshop.caller import Caller, code_of
from toyshop.running import Corner
from toyshop.waiting import eventually


def test_killed_and_started_again_it_gives_the_same_answer_to_the_same_key(
    shop: Corner, caller: Caller, box_id: str
) -> None:
    first = caller.ask("open_box", {"box_id": box_id, "size": 3}, key=box_id)
    shop.running[-1].kill()
    shop.start("boxes", "rpc").wait_ready()
    assert caller.ask("open_box", {"box_id": box_id, "size": 3}, key=box_id) == first


def test_told_to_end_it_finishes_what_it_has_begun_and_leaves_the_rest(
    shop: Corner, caller: Caller, box_id: str
) -> None:
    for number in range(2):
        caller.ask("open_box", {"box_id": f"{box_id}-{number}", "size": 3})
    process = shop.running[-1]
    slow = [
        caller.send("put_item", {"box_id": f"{box_id}-{number}", "item": "x", "seconds": 2.5}) for number in range(2)
    ]
    with shop.connection() as connection:
        queue = "rpc-boxes"
        eventually(lambda: all(shop.logged(f"{box_id}-{number}") for number in range(2)))
        process.terminate()
        eventually(lambda: connection.channel().queue_declare(queue, passive=True).consumer_count == 0)
        late = caller.send("get_box", {"box_id": box_id})
        assert [code_of(answer) for answer in caller.wait(slow)] == ["OK", "OK"]
        assert process.exit_code() == 0
        # The two are acknowledged, the late one is the only one left.
        assert eventually(lambda: connection.channel().queue_declare(queue, passive=True).message_count == 1)
    shop.start("boxes", "rpc").wait_ready()
    assert code_of(caller.wait([late])[0]) == "OK"
