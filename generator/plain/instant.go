package plain

import (
	"encoding/binary"
	"time"
	"unsafe"
)

// instant is a time.Time: seconds since 1970 in UTC, nanoseconds, and the
// seconds by which its clock is ahead of UTC.
func instant() part {
	return part{
		write: func(to []byte, p unsafe.Pointer) []byte {
			t := *(*time.Time)(p)
			_, ahead := t.Zone()
			to = binary.AppendVarint(to, t.Unix())
			to = binary.AppendUvarint(to, uint64(t.Nanosecond()))
			return binary.AppendVarint(to, int64(ahead))
		},
		read: func(in string, p unsafe.Pointer) (string, bool) {
			var seconds int64
			var nanoseconds uint64
			var ahead int
			rest, ok := readSigned[int64](in, unsafe.Pointer(&seconds))
			if ok {
				rest, ok = readUnsigned[uint64](rest, unsafe.Pointer(&nanoseconds))
			}
			if ok {
				rest, ok = readSigned[int](rest, unsafe.Pointer(&ahead))
			}
			if !ok || nanoseconds >= uint64(time.Second) {
				return in, false
			}
			zone := time.UTC
			if ahead != 0 {
				zone = time.FixedZone("", ahead)
			}
			*(*time.Time)(p) = time.Unix(seconds, int64(nanoseconds)).In(zone)
			return rest, true
		},
		least: 3,
	}
}
