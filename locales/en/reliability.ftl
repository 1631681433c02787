trouble-no-space = Not now: the disk is full
trouble-no-space-text = The server has no space left to record anything, and nothing is shown or done without its record. Nothing that was recorded is lost. Tell whoever runs the system to free space on its disk; it then goes on by itself.
