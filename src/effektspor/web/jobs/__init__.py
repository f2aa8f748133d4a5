"""Long work: the queue's task, the child process it reads in, and how far it has come."""
