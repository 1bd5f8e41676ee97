"""Why the machine does not take or give a file, in plain words."""

from __future__ import annotations

import errno

from som_model.wording.message import Message

REASONS = {
    errno.EISDIR: "reason_folder",
    errno.ENOENT: "reason_missing",
    errno.ENOTDIR: "reason_missing",
    errno.EACCES: "reason_no_access",
    errno.EPERM: "reason_no_access",
    errno.EROFS: "reason_read_only",
    errno.ENOSPC: "reason_full",
    errno.ENAMETOOLONG: "reason_long_name",
}


def reason(error: OSError) -> Message:
    """The common reasons in both languages; another one as the machine says it."""
    key = REASONS.get(error.errno or 0)
    said = error.strerror or ""
    return Message.of(key) if key is not None else Message.of("as_written", da=said, en=said)
