"""The kulturhistorisk lokalplan (M7): steps of the job, map sheets, annexes, provisions."""
