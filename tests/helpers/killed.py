"""Work that is killed before its n-th change to names on the disk, as by a power cut or the task manager."""

import os

CHANGES = ("replace", "rename", "link", "unlink", "rmdir", "mkdir")
STARTED, ENDED = 41, 42


def kill_at(number, work, changes=CHANGES):
    """Do `work` in a process that ends at once before its change `number` (from 1). Whether it came that far."""
    child = os.fork()
    if child == 0:
        try:
            _count(number, changes)
            work()
        finally:
            os._exit(ENDED)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == STARTED


def in_a_process(work):
    """Do `work` in a process of its own, to its end."""
    assert not kill_at(-1, work)


def _count(number, changes):
    done = [0]

    def counted(function):
        def change(*arguments, **named):
            done[0] += 1
            if done[0] == number:
                os._exit(STARTED)
            return function(*arguments, **named)

        return change

    for name in changes:
        setattr(os, name, counted(getattr(os, name)))
