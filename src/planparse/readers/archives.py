"""Zip archives from untrusted sources: their content is measured before any of it is inflated.

Nothing is ever written to disk, so the paths in an archive can lead nowhere.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from io import BytesIO

from planparse.errors import InputError

_MOST_MEMBERS = 10_000
_MIB = 1024 * 1024
_LARGEST_MEMBER = 32 * _MIB  # the text of a plan of a million characters, each in a run of its own, takes half of it
_LARGEST_WHOLE = 256 * _MIB
# Word's XML shrinks to a twentieth, a long table to a hundredth; what shrinks more and is large was made to burst.
_GREATEST_RATIO = 250
_SMALL = _MIB

# What zipfile raises for archives that are cut, damaged, encrypted or packed in a way that it does not know.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The archive in the bytes, none of it inflated yet.

    Raises InputError for one that is damaged, encrypted, or larger within than any plan.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except DAMAGE as error:
        raise damaged() from error
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS:
        raise InputError("too-many-parts", count=len(members), most=_MOST_MEMBERS)
    if any(member.flag_bits & 1 for member in members):
        raise InputError("locked")
    if sum(member.file_size for member in members) > _LARGEST_WHOLE or any(map(_bursts, members)):
        raise InputError("bursts")
    return archive


def _bursts(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(_SMALL, member.compress_size * _GREATEST_RATIO)


def read_member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one member, None where there is none of that name.

    Raises InputError where it is damaged, or larger than the limit, whatever size it claims to have.
    """
    try:
        with archive.open(name) as stream:
            data = stream.read(_LARGEST_MEMBER + 1)
    except KeyError:
        return None
    except DAMAGE as error:
        raise damaged() from error
    if len(data) > _LARGEST_MEMBER:
        raise InputError("too-much-text", limit=_LARGEST_MEMBER // _MIB)
    return data


def damaged() -> InputError:
    """The line for a file that cannot be read."""
    return InputError("damaged")
