"""How the processes come and go."""

from assignment_processes import Deployment


def test_a_told_process_ends_in_order(deployment: Deployment):
    (worker,) = deployment.start_ready("worker")
    worker.process.terminate()
    assert worker.process.wait(30) == 0
    deployment.running.remove(worker)


def test_loading_the_same_register_again_says_that_nothing_changed(deployment: Deployment):
    done = deployment.run("load-register", str(deployment.folder))
    assert (done.returncode, "already says this" in done.stdout) == (0, True)


def test_an_unknown_command_line_is_answered_with_usage(deployment: Deployment):
    done = deployment.run("dance")
    assert done.returncode == 2
    assert "load-register" in done.stderr
